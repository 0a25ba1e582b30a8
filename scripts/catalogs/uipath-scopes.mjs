import { sourceKey } from './uipath-sources.mjs';

/** Order in which a scope string is printed: what applications ask for most comes first, sign-in last. */
const CATEGORIES = [
  'Orchestrator',
  'Maestro',
  'Data Fabric',
  'Data Service',
  'Conversational Agents',
  'Traces',
  'Insights',
  'Integration Service',
  'Apps',
  'Document Understanding',
  'Test Manager',
  'Platform Management',
  'Resource Catalog',
  'First-party services',
  'OpenID Connect',
];

const OPENID_CONNECT = ['openid', 'profile', 'email', 'offline_access'];

/** What the role of an external application allows; no operation names it. */
const ROLE_WILDCARDS = new Set(['OR.Default']);

/** Scopes that the facts lack, and that applications request together with the others all the same. */
const REQUESTED = [{ name: 'OR.AutomationSolutions.Access', service: 'Orchestrator', implies: [], sources: ['applications'] }];

/**
 * @param facts the list of scopes, each with service, access, implication with its evidence, and sources
 * @returns the catalog's scopes, by category, a broad scope before those that it implies
 */
export function catalogScopes(facts) {
  const named = facts.map(({ name }) => name);
  return [...facts, ...REQUESTED.filter(({ name }) => !named.includes(name))].map(catalogScope).sort(byCategoryThenName);
}

/** Names of the scopes that are never unused and never unknown. */
export function alwaysAllowedScopes(scopes) {
  const known = new Set(scopes.map((scope) => scope.name));
  const missing = OPENID_CONNECT.filter((name) => !known.has(name));
  if (missing.length > 0) {
    throw new Error(`The facts lack ${missing.join(', ')}`);
  }
  return OPENID_CONNECT;
}

/**
 * @param facts role permissions, each with the groups of alternatives that the operations which demand it accept
 * @returns the catalog's permissions; in each the narrowest scope of every group first, the best matching group before the others
 */
export function catalogPermissions(facts) {
  return facts.map(({ permission, groups, mostSpecificScope, unambiguous }) => {
    const ordered = [...groups].sort((a, b) => Number(b.anyOf.includes(mostSpecificScope)) - Number(a.anyOf.includes(mostSpecificScope)));
    const narrowest = ordered.map((group) => group.anyOf.at(-1));
    const others = ordered.flatMap((group) => group.anyOf.slice(0, -1));
    return { name: permission, scopes: [...new Set([...narrowest, ...others])], unambiguous };
  });
}

function catalogScope(fact) {
  return {
    name: fact.name,
    category: category(fact),
    implies: fact.implies.length > 0 && fact.impliesEvidence !== undefined ? fact.implies : undefined,
    roleWildcard: ROLE_WILDCARDS.has(fact.name) || undefined,
    suspect: fact.suspect === undefined ? undefined : true,
    firstPartyOnly: fact.firstPartyOnly,
    sources: fact.sources.map(sourceKey),
  };
}

function category(fact) {
  const renamed = { 'LLM Ops traces': 'Traces', 'first-party service': 'First-party services' };
  const name = renamed[fact.service] ?? (fact.firstPartyOnly ? 'First-party services' : fact.service);
  if (!CATEGORIES.includes(name)) {
    throw new Error(`Scope ${fact.name}: no category for service ${fact.service}`);
  }
  return name;
}

function byCategoryThenName(a, b) {
  return CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
}

/** A broad name is a prefix of its narrow ones, so that the alphabet puts it first; only the sign-in scopes have an order of their own. */
function rank(scope) {
  return OPENID_CONNECT.indexOf(scope.name);
}
