import { HTTP_VERBS } from '../catalogs/http-verb.ts';
import type { Decision } from './decide-call.ts';
import { decideRequest, hostOf } from './decide-request.ts';
import { refusalResponse } from './refusal-response.ts';
import { indexOf, type TestedProvider } from './tested-provider.ts';
import type { CarriedToken, TestToken } from './test-token.ts';
import { UndecidedCallError, type UndecidedPolicy } from './undecided-call.ts';

type Handler = (request: Request) => Response | Promise<Response>;

export interface ScopedFetchOptions extends TestedProvider {
  /** What every bearer token holds; or what one holds, by its text, `undefined` for one that the provider does not know. */
  readonly token: TestToken | ((bearer: string) => TestToken | undefined);
  /** Answers what is let through. */
  readonly handler: Handler;
  /** `throw` unless something else is said. */
  readonly undecided?: UndecidedPolicy;
  /** Addresses that stand for the provider's host: `http://localhost:4010`, `/proxy`. What follows is the path at the host. */
  readonly addresses?: readonly string[];
  /** Answers requests to anybody else. Without it they throw: in a test that is to show what is refused, none may slip by unchecked. */
  readonly others?: Handler;
  /** Answers what is refused, where the tests know the provider's answer better. */
  readonly refuse?: (refusal: Decision & { readonly kind: 'refused' }) => Response;
  /** Is told what became of every request to the provider. */
  readonly onDecision?: (decision: Decision) => void;
  /** Milliseconds since 1970; the clock, unless something else is said. */
  readonly now?: () => number;
}

/**
 * A `fetch` for an application's own tests, which lets a request through to a handler where the token covers it, and refuses it as the
 * provider does: 401 without a token that holds, 403 for one that lacks a scope or a role permission. Nothing is sent anywhere.
 *
 * The function rejects with an UndecidedCallError where the catalog does not tell, with a TypeError where a request goes to somebody else,
 * and with whatever a handler throws.
 * @throws TypeError for a provider or a requirement that cannot be
 */
export function createScopedFetch(options: ScopedFetchOptions): typeof globalThis.fetch {
  const index = indexOf(options);
  const { token, handler, undecided = 'throw', addresses = [], others, refuse, onDecision, now = Date.now, asOf } = options;
  const tokenOf = (request: Request): CarriedToken => {
    const bearer = /^bearer +(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    return bearer === undefined ? 'none' : typeof token === 'function' ? (token(bearer) ?? 'unknown') : token;
  };
  return async (input, init) => {
    const request = toRequest(input, init);
    const verb = HTTP_VERBS.find((name) => name === request.method);
    const address = atHost(request.url, addresses, hostOf(index));
    const decision = verb === undefined ? undefined : decideRequest(verb, address, tokenOf(request), { index, asOf, now: now() });
    if (decision === undefined) {
      return answerOther(request, index.catalog.title, others);
    }
    onDecision?.(decision);
    switch (decision.kind) {
      case 'allowed':
        return handler(request);
      case 'refused':
        return refuse?.(decision) ?? refusalResponse(decision, index);
      case 'undecided':
        if (undecided === 'throw') {
          throw new UndecidedCallError(decision.call, decision.reason);
        }
        return undecided === 'allow'
          ? handler(request)
          : refusalResponse({ ...decision, kind: 'refused', status: 403, error: 'insufficient_scope', scopes: [], permissions: [] }, index);
    }
  };
}

/** A page sends requests to paths of its own server; Node.js has no page. */
const PAGE = 'http://localhost/';

function toRequest(input: Parameters<typeof globalThis.fetch>[0], init: RequestInit | undefined): Request {
  return new Request(typeof input === 'string' ? new URL(input, PAGE) : input, init);
}

/** The address at the provider's host that a request's address stands for. */
function atHost(url: string, addresses: readonly string[], host: string): string {
  const bases = addresses.map((address) => new URL(address, PAGE).href.replace(/(?<!\/)\/+$/, ''));
  const base = bases.find((one) => url === one || ['/', '?', '#'].some((next) => url.startsWith(one + next)));
  return base === undefined ? url : host + url.slice(base.length);
}

function answerOther(request: Request, provider: string, others: Handler | undefined): Response | Promise<Response> {
  if (others === undefined) {
    const { origin, pathname } = new URL(request.url);
    throw new TypeError(
      `${request.method} ${origin}${pathname} is no request to ${provider}: name the address under "addresses" if it stands for the provider's, or answer such requests with "others"`,
    );
  }
  return others(request);
}
