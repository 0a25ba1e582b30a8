import type { CatalogOperation, IsoDate } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { describeRequirement, type Requirement } from '../scopes/requirement.ts';
import { knownRequirement, newestOf } from '../verdict/known-requirements.ts';
import { datedRequirement } from '../verdict/phrases.ts';
import { weighRows } from '../verdict/weigh-rows.ts';
import { isExpired, scopesOf, type CarriedToken, type TestToken } from './test-token.ts';

/** What becomes of a call. `call`: as the catalog names it, else verb and path. `reason`: one sentence without a full stop. */
export type Decision =
  | { readonly kind: 'allowed'; readonly call: string; readonly reason: string }
  | {
    readonly kind: 'refused';
    readonly call: string;
    readonly reason: string;
    /** 401: there is no token that holds; 403: it does not hold enough. */
    readonly status: 401 | 403;
    /** Code of RFC 6750, section 3.1; `null`: the request carries no token, and gets no code. */
    readonly error: 'invalid_token' | 'insufficient_scope' | null;
    /** What of the requirement the token lacks. */
    readonly scopes: Requirement;
    /** The permissions that its bearer lacks; each inner list is any-of. */
    readonly permissions: Requirement;
  }
  | { readonly kind: 'undecided'; readonly call: string; readonly reason: string };

/** What a token is held against. */
export interface CallContext {
  readonly index: CatalogIndex;
  readonly asOf?: IsoDate | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The outcome for a request, whatever it calls, that carries no token which holds. */
export function decideWithToken(call: string, token: CarriedToken, now: number, decide: (token: TestToken) => Decision): Decision {
  const refuse = (reason: string, error: 'invalid_token' | null): Decision =>
    ({ kind: 'refused', call, reason, status: 401, error, scopes: [], permissions: [] });
  switch (token) {
    case 'none':
      return refuse('the request carries no bearer token', null);
    case 'unknown':
      return refuse('nobody knows the token', 'invalid_token');
    default:
      return isExpired(token, now) ? refuse('the token has expired', 'invalid_token') : decide(token);
  }
}

/**
 * Whether a token that holds is let through to a method or an endpoint, by the rule of the verdicts: refused is only what every source
 * refuses outright. Both must be held, the scopes and the role permissions, so that lacking either for certain is enough.
 */
export function decideCall(operation: CatalogOperation, token: TestToken, context: CallContext): Decision {
  const { label: call } = operation;
  const scopes = decideScopes(operation, token, context);
  const permissions = token.permissions === undefined ? [] : lackingPermissions(operation.permissions ?? [], token.permissions);
  const reasons = [
    ...(scopes.kind === 'refused' ? [scopes.reason] : []),
    ...(permissions.length === 0 ? [] : [`the role lacks the permission ${describeRequirement(permissions)}`]),
  ];
  if (reasons.length > 0) {
    return { kind: 'refused', call, reason: reasons.join(', and '), status: 403, error: 'insufficient_scope', scopes: scopes.lacks, permissions };
  }
  return { kind: scopes.kind === 'undecided' ? 'undecided' : 'allowed', call, reason: scopes.reason };
}

interface ScopeDecision {
  readonly kind: Decision['kind'];
  readonly reason: string;
  readonly lacks: Requirement;
}

function decideScopes(operation: CatalogOperation, token: TestToken, { index: { vocabulary }, asOf }: CallContext): ScopeDecision {
  const open = (reason: string): ScopeDecision => ({ kind: 'undecided', reason, lacks: [] });
  const held = scopesOf(token);
  if ('refusesOAuth' in operation) {
    return { kind: 'refused', reason: 'the provider does not answer to OAuth tokens there', lacks: [] };
  }
  if (token.grantType !== undefined && operation.refusedTo?.includes(token.grantType) === true) {
    return { kind: 'refused', reason: `the provider refuses it to ${token.grantType.replaceAll('_', ' ')}`, lacks: [] };
  }
  if ('local' in operation) {
    return { kind: 'allowed', reason: 'it needs no scope of its own', lacks: [] };
  }
  const known = knownRequirement(operation, asOf);
  if (known === undefined) {
    return open('the catalog does not say which scopes it needs');
  }
  const weighed = weighRows(known, [held], vocabulary);
  switch (weighed.kind) {
    case 'covered':
      return { kind: 'allowed', reason: `the token satisfies ${datedRequirement(newestOf(known))}`, lacks: [] };
    case 'missing':
      return { kind: 'refused', reason: `the token lacks ${describeRequirement(weighed.lacks)}`, lacks: weighed.lacks };
    case 'wildcard':
      return open(`it needs ${describeRequirement(weighed.lacks)}, and whether ${weighed.wildcard} covers it depends on the role of the application`);
    case 'inferred':
      return open(`it seems to need ${describeRequirement(weighed.lacks)}, which no source says outright`);
    case 'dated':
      return open(`sources differ: the token satisfies ${datedRequirement(weighed.satisfied)}, and not ${datedRequirement(weighed.failed)}`);
    case 'alternatives':
      // Of one token there are none; the rule is that of a program, which may have several grants.
      return open(`it needs ${describeRequirement(weighed.lacks)}`);
  }
}

function lackingPermissions(needed: Requirement, held: readonly string[]): Requirement {
  return needed.filter((anyOf) => !anyOf.some((permission) => held.includes(permission)));
}
