import { CHANGES } from './uipath-methods.mjs';
import { sources } from './uipath-sources.mjs';

/** Services of the provider in the order in which the catalog lists their endpoints; Orchestrator also answers without its segment. */
export const SERVICES = [
  { segment: 'orchestrator_', optional: true },
  { segment: 'identity_' },
  { segment: 'du_' },
  { segment: 'testmanager_' },
  { segment: 'autopilotforeveryone_' },
  { segment: 'datafabric_' },
  { segment: 'insightsrtm_' },
  { segment: 'llmopstenant_' },
  { segment: 'pims_' },
];

const SOURCE_OF_VERSION = {
  '20.0': 'orchestrator-openapi',
  '18.0': 'orchestrator-openapi-18.0',
  '16.0': 'orchestrator-openapi-16.0',
};

/**
 * @param facts the facts of the endpoints: definitions of three versions, help pages written by hand, other services
 * @param sdkRows the documented methods of the SDK, each with the endpoints that it calls
 * @returns the catalog's endpoints, service by service, by path and verb
 */
export function catalogEndpoints(facts, sdkRows) {
  const orchestrator = defined(facts);
  addHelpPages(orchestrator, facts);
  addBuckets(orchestrator, sdkRows);
  const others = [
    ...facts.identityEndpoints.map((fact) => ofService('identity_', fact, 'identity-openapi', 'exact')),
    ...facts.documentUnderstandingEndpoints.map((fact) => ofService('du_', fact, 'du-openapi', 'exact')),
    ...facts.testManagerEndpoints.map((fact) => ofService('testmanager_', fact, 'uipathorch-help', 'inferred')),
  ];
  const all = [...orchestrator.values(), ...others];
  return [...all, ...calledBySdk(sdkRows, new Set(all.map(placeOf)))].sort(byServicePathVerb).map(withoutUsualLabel);
}

/** What the definitions say. A path that one version writes with escapes, and without quotation marks, is the other version's path. */
function defined(facts) {
  const endpoints = new Map();
  const newestFirst = [...facts.endpoints].sort((a, b) => b.from - a.from);
  for (const fact of newestFirst) {
    const endpoint = ofService('orchestrator_', fact, SOURCE_OF_VERSION[fact.from], 'exact');
    const known = endpoints.get(keyOf(endpoint));
    if (known === undefined) {
      endpoints.set(keyOf(endpoint), { ...endpoint, permissions: rolePermissions(fact.permissions) });
    } else if (!sameRequirement(known.rows[0].requires, endpoint.rows[0].requires)) {
      throw new Error(`${endpoint.label}: two definitions that differ`);
    }
  }
  for (const { method, path, kept, other, otherScopes } of facts.versionConflicts) {
    const endpoint = endpoints.get(keyOf({ verb: method, path }));
    const on = sources[SOURCE_OF_VERSION[kept]].date;
    const [row] = endpoint.rows;
    endpoint.rows = [statement({ requires: otherScopes, until: on, source: SOURCE_OF_VERSION[other] }), { ...row, since: on }];
  }
  return endpoints;
}

/**
 * The help pages are newer, written by hand, and contradict each other: what they add is inferred, and stands before what a definition
 * says. That a page leaves out the narrower alternative is no statement that it does not serve.
 */
function addHelpPages(endpoints, facts) {
  const pages = [
    ...facts.uipathOrchConflicts.map(({ method, path, uipathOrchScopes: scopes }) => ({ method, path, scopes, otherScopes: [] })),
    ...facts.uipathOrchOnly.filter(({ scopes }) => scopes.flat().every((scope) => scope.startsWith('OR.'))),
  ];
  for (const { method, path, scopes, otherScopes } of pages) {
    const page = ofService('orchestrator_', { method, path: withoutSlips(path), scopes }, 'uipathorch-help', 'inferred');
    const known = endpoints.get(keyOf(page));
    const stated = [scopes, ...otherScopes].map((requires) => statement({ requires, source: 'uipathorch-help', confidence: 'inferred' }));
    const added = stated.filter(({ requires }) => !(known?.rows ?? []).some((row) => saysNoLess(row.requires, requires)));
    endpoints.set(keyOf(page), { ...(known ?? page), rows: [...added, ...(known?.rows ?? [])] });
  }
}

/** The definitions still name the scope that the SDK's documentation dropped. Where no method shows what took its place, it is inferred. */
function addBuckets(endpoints, sdkRows) {
  const { on } = CHANGES.find(({ section, method }) => section === 'Buckets' && method === undefined);
  const documented = new Map(
    sdkRows
      .filter(({ section }) => section === 'Buckets')
      .flatMap(({ sdk, requires }) => callsOf(sdk).map((call) => [keyOf(ofService('orchestrator_', call)), requires])),
  );
  for (const [key, endpoint] of endpoints) {
    const [row] = endpoint.rows;
    if (/^\/(?:odata|api)\/Buckets\b/.test(endpoint.path) && row.requires !== null) {
      const exact = documented.get(key);
      const renamed = row.requires.map((clause) => clause.map((scope) => scope.replace(/^OR\.Administration\b/, 'OR.Buckets')));
      endpoint.rows = [
        { ...row, until: on },
        exact === undefined
          ? statement({ requires: renamed, since: on, source: 'sdk-docs', confidence: 'inferred' })
          : statement({ requires: exact, since: on, source: 'sdk-docs' }),
      ];
    }
  }
}

/**
 * Where there is no definition, methods that make one call tell what the call needs: the clauses that all of them have. The page says it
 * of the method, so that it is inferred.
 */
function calledBySdk(sdkRows, defined) {
  const endpoints = new Map();
  for (const { sdk, requires } of sdkRows) {
    const calls = new Map(callsOf(sdk).map((call) => [`${call.method} ${call.path}`, call]));
    const [call] = calls.values();
    const service = SERVICES.find(({ segment }) => call?.path.startsWith(`${segment}/`))?.segment;
    if (calls.size === 1 && service !== undefined) {
      const endpoint = ofService(service, { ...call, scopes: requires }, 'sdk-docs', 'inferred');
      const { requires: others } = endpoints.get(endpoint.label)?.rows[0] ?? { requires };
      endpoint.rows[0].requires = requires.filter((clause) => others.some((other) => sameRequirement(clause, other)));
      endpoints.set(endpoint.label, endpoint);
    }
  }
  return [...endpoints.values()].filter((endpoint) => !defined.has(placeOf(endpoint)));
}

/** A label that is verb and path need not be written. */
function withoutUsualLabel({ label, ...endpoint }) {
  return label === `${endpoint.verb} ${endpoint.path}` ? endpoint : { label, ...endpoint };
}

function callsOf(sdk) {
  return [...(sdk.endpoints138 ?? []), ...(sdk.endpointsHead ?? [])];
}

function ofService(service, { method, path, scopes, oauthSupported }, source, confidence) {
  const template = unescape(withoutService(path));
  const prefix = service === 'orchestrator_' ? '' : `/${service}`;
  return {
    label: `${method} ${prefix}${template}`,
    verb: method,
    service,
    path: template,
    refusesOAuth: oauthSupported === false || undefined,
    rows: [statement({ requires: scopes, source, confidence })],
  };
}

function statement({ requires, since, until, source, confidence = 'exact' }) {
  return { requires, since, until, source, confidence };
}

/**
 * What the caller's role must allow. Conditions on parts of the text ("… only from folders where …") make a conjunction of them too
 * much: either part alone serves some of the calls. A single clause lists alternatives, with or without conditions.
 */
function rolePermissions({ parsed, conditional }) {
  return parsed === null || parsed.length === 0 || (conditional && parsed.length > 1) ? undefined : parsed;
}

/** One definition was generated by a tool that escapes for HTML. */
function unescape(path) {
  return path.replaceAll('&#x3D;', '=');
}

/** Slips of the help pages: a query joined with "&", a trailing slash, the call of a function without arguments, a mistyped namespace. */
function withoutSlips(path) {
  return path
    .replace(/&.*$/, '')
    .replace(/\/$/, '')
    .replace(/\(\)$/, '')
    .replace('UiPathODataSvr.', 'UiPathODataSvc.');
}

/** `/du_/api/…` and `orchestrator_/odata/…` from the service on. */
function withoutService(path) {
  return path.replace(/^\/?[a-z]+_\//, '/');
}

function placeOf(endpoint) {
  return `${endpoint.service} ${keyOf(endpoint)}`;
}

/** Alike for paths that differ in the names of their parameters, in quotation marks, or in case. */
function keyOf({ verb, path }) {
  return `${verb} ${path
    .replace(/\{[^}]*\}(?::\{[^}]*\})?/g, '{}')
    .replaceAll("'", '')
    .toLowerCase()}`;
}

function sameRequirement(left, right) {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whatever the page asks for, `known` asks for as well or offers as an alternative. */
function saysNoLess(known, page) {
  return known !== null && page.every((clause) => known.some((other) => clause.every((scope) => other.includes(scope))));
}

function byServicePathVerb(a, b) {
  return rank(a) - rank(b) || compare(a.path, b.path) || compare(a.verb, b.verb);
}

function rank({ service }) {
  return SERVICES.findIndex(({ segment }) => segment === service);
}

function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
