import { isRecord } from '../../../scopes/is-record.ts';
import type { Requirement, Scope } from '../../../scopes/requirement.ts';
import { listOf, own } from '../documents/located-document.ts';
import type { SeveralMeaning } from '../facts.ts';
import { anyOf, distinctClauses } from '../../requirement-algebra.ts';
import { readScopeList } from '../scope-expression.ts';
import { isScopeToken } from '../scope-tokens.ts';
import type { SecurityScheme } from './security-schemes.ts';

/** What the `security` of an operation says. */
export type Security =
  | { readonly kind: 'requirement'; readonly requires: Requirement; readonly certain: boolean; readonly undeclared: readonly Scope[] }
  /** There is none, neither at the operation nor above it. */
  | { readonly kind: 'absent' }
  /** OAuth 2.0 is asked for, and no scope. */
  | { readonly kind: 'unnamed' }
  /** Nothing but schemes that have no scopes: their types. */
  | { readonly kind: 'foreign'; readonly types: string }
  | { readonly kind: 'unclear'; readonly reason: string };

export interface SecurityRules {
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  readonly several: SeveralMeaning | undefined;
  /** The definition writes alternatives as OpenAPI has them: a list of scopes then means all. */
  readonly saysOr: boolean;
  /** Scopes that their scheme does not declare count as those that it does. */
  readonly acceptsUndeclared: boolean;
}

/**
 * Reads a `security` list: one of its entries must be met, and of an entry everything. An empty list, or an empty entry, asks for nothing.
 * An API key beside OAuth 2.0 says nothing of scopes, and as an alternative is no way for a client that has a token.
 */
export function readSecurity(security: unknown, rules: SecurityRules): Security {
  if (security === undefined) {
    return { kind: 'absent' };
  }
  if (!Array.isArray(security) || security.length > MOST_ENTRIES) {
    return { kind: 'unclear', reason: `has a "security" that is no list of at most ${MOST_ENTRIES} entries` };
  }
  const entries = security.map((entry) => readEntry(entry, rules));
  const unclear = entries.find((entry) => entry.kind === 'unclear');
  if (entries.length === 0 || entries.some((entry) => entry.kind === 'requirement' && entry.requires.length === 0)) {
    return { kind: 'requirement', requires: [], certain: true, undeclared: [] };
  }
  if (unclear !== undefined) {
    return unclear;
  }
  const withScopes = entries.filter((entry) => entry.kind !== 'foreign');
  if (withScopes.length === 0) {
    const types = entries.flatMap((entry) => (entry.kind === 'foreign' ? [entry.types] : []));
    return { kind: 'foreign', types: [...new Set(types)].join(', ') };
  }
  const named = withScopes.filter((entry) => entry.kind === 'requirement');
  if (named.length < withScopes.length) {
    return { kind: 'unnamed' };
  }
  const requires = anyOf(named.map((entry) => entry.requires));
  return requires === undefined
    ? { kind: 'unclear', reason: 'combines more alternatives than are worked out' }
    : {
        kind: 'requirement',
        requires,
        certain: named.every(({ certain }) => certain),
        undeclared: named.flatMap((entry) => entry.undeclared),
      };
}

/** More than one entry of a list names scopes. */
export function hasAlternatives(security: unknown): boolean {
  return listOf(security).slice(0, MOST_ENTRIES).filter(namesScopes).length > 1;
}

const MOST_ENTRIES = 100;
const MOST_SCOPES = 500;

function namesScopes(entry: unknown): boolean {
  return isRecord(entry) && Object.keys(entry).some((name) => listOf(own(entry, name)).length > 0);
}

function readEntry(entry: unknown, rules: SecurityRules): Security {
  if (!isRecord(entry)) {
    return { kind: 'unclear', reason: 'has an entry in "security" that is no object' };
  }
  const names = Object.keys(entry);
  const unknown = names.find((name) => !rules.schemes.has(name));
  if (unknown !== undefined) {
    return { kind: 'unclear', reason: `asks for the security scheme ${JSON.stringify(unknown.slice(0, 80))}, which is not declared` };
  }
  if (names.length === 0) {
    return { kind: 'requirement', requires: [], certain: true, undeclared: [] };
  }
  const used = names.flatMap((name) => {
    const scheme = rules.schemes.get(name);
    return scheme === undefined ? [] : [{ scheme, listed: listOf(own(entry, name)) }];
  });
  const withScopes = used.filter(({ scheme }) => scheme.hasScopes);
  if (withScopes.length === 0) {
    return { kind: 'foreign', types: [...new Set(used.map(({ scheme }) => scheme.type))].sort().join(' and ') };
  }
  return combine(withScopes.filter(({ listed }) => listed.length > 0).map(({ scheme, listed }) => readListed(scheme, listed, rules)));
}

/** All of an entry's schemes must be met. */
function combine(parts: readonly Security[]): Security {
  const unclear = parts.find((part) => part.kind !== 'requirement');
  if (unclear !== undefined) {
    return unclear;
  }
  const read = parts.filter((part) => part.kind === 'requirement');
  const requires = distinctClauses(read.flatMap((part) => part.requires));
  return requires.length === 0
    ? { kind: 'unnamed' }
    : { kind: 'requirement', requires, certain: read.every(({ certain }) => certain), undeclared: read.flatMap((part) => part.undeclared) };
}

function readListed({ declared }: SecurityScheme, listed: readonly unknown[], rules: SecurityRules): Security {
  // Some definitions put a whole scope string into one entry.
  const scopes = listed.slice(0, MOST_SCOPES).flatMap((scope) => (typeof scope === 'string' ? scope.trim().split(/\s+/) : [scope]));
  if (listed.length > MOST_SCOPES || !scopes.every((scope) => typeof scope === 'string')) {
    return { kind: 'unclear', reason: `lists what is no scope, or more than ${MOST_SCOPES}` };
  }
  const malformed = scopes.find((scope) => !isScopeToken(scope));
  if (malformed !== undefined) {
    return { kind: 'unclear', reason: `lists ${JSON.stringify(malformed.slice(0, 80))}, which is no scope (RFC 6749, section 3.3)` };
  }
  const reading = readScopeList(scopes, rules);
  if (reading.kind !== 'requirement') {
    return { kind: 'unclear', reason: reading.kind === 'unclear' ? reading.reason : 'names no scope' };
  }
  const undeclared = declared === undefined || rules.acceptsUndeclared ? [] : scopes.filter((scope) => !declared.has(scope));
  return { ...reading, certain: reading.certain && undeclared.length === 0, undeclared };
}
