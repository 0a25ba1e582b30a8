import { HTTP_VERBS } from '../catalogs/http-verb.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { decideCall, decideWithToken, type CallContext, type Decision } from './decide-call.ts';
import { decideRequest, hostOf } from './decide-request.ts';
import { indexOf, type TestedProvider } from './tested-provider.ts';
import { scopesOf, type TestToken } from './test-token.ts';
import { UndecidedCallError, type UndecidedPolicy } from './undecided-call.ts';

export interface ScopeCasesOptions extends TestedProvider {
  readonly token: TestToken;
  /** Methods (`Jobs.getAll`) and endpoints, as the catalog names them or as they are called: `DELETE /api/v2/users/4711`. */
  readonly calls: readonly string[];
  /** `throw` unless something else is said. */
  readonly undecided?: UndecidedPolicy;
  /** Milliseconds since 1970; the clock, unless something else is said. */
  readonly now?: () => number;
}

/** One row of an allow/deny table. */
export interface ScopeCase {
  /** For the title of a test: "users:readonly allows GET /api/v2/users". */
  readonly name: string;
  /** As it was given. */
  readonly call: string;
  /** 200: let through, whatever the answer is then. */
  readonly status: 200 | 401 | 403;
  readonly reason: string;
}

/**
 * The table of what a token allows and denies, in the order of the calls: rows for `it.each`, in a test that sends the calls to the
 * provider, or through the application.
 * @throws UndecidedCallError for a call of which the catalog does not tell
 * @throws TypeError for a call that is neither a method nor a request to the provider
 */
export function scopeCases(options: ScopeCasesOptions): readonly ScopeCase[] {
  const { token, calls, undecided = 'throw', now = Date.now, asOf } = options;
  const context = { index: indexOf(options), asOf, now: now() };
  return calls.map((call) => {
    const decision = decide(call, token, context);
    if (decision.kind === 'undecided' && undecided === 'throw') {
      throw new UndecidedCallError(decision.call, decision.reason);
    }
    const status = statusOf(decision, undecided);
    return { name: `${holderOf(token, decision)} ${status === 200 ? 'allows' : 'denies'} ${call}`, call, status, reason: decision.reason };
  });
}

function statusOf(decision: Decision, undecided: UndecidedPolicy): ScopeCase['status'] {
  return decision.kind === 'refused' ? decision.status : decision.kind === 'allowed' || undecided === 'allow' ? 200 : 403;
}

function holderOf(token: TestToken, decision: Decision): string {
  const scopes = scopesOf(token).join(' ');
  return decision.kind === 'refused' && decision.status === 401 ? 'an expired token' : scopes === '' ? 'a token without scopes' : scopes;
}

function decide(call: string, token: TestToken, context: CallContext): Decision {
  const operation = context.index.operation(call);
  const decision = operation === undefined
    ? decideAddress(call, token, context)
    : decideWithToken(operation.label, token, context.now, (held) => decideCall(operation, held, context));
  if (decision === undefined) {
    throw new TypeError(`"${call}" is neither a method of the SDK that the catalog knows nor a request to ${context.index.catalog.title}`);
  }
  return decision;
}

function decideAddress(call: string, token: TestToken, context: CallContext): Decision | undefined {
  const [first = '', address = '', ...others] = call.trim().split(/\s+/);
  const verb = HTTP_VERBS.find((name) => name === first.toUpperCase());
  return verb === undefined || address === '' || others.length > 0
    ? undefined
    : decideRequest(verb, absolute(address, context.index), token, context);
}

function absolute(address: string, index: CatalogIndex): string {
  return address.startsWith('/') ? hostOf(index) + address : address;
}
