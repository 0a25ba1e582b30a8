import type { HttpVerb } from '../catalogs/http-verb.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { resolveRequest } from '../usage/requests/resolve-request.ts';
import { decideCall, decideWithToken, type CallContext, type Decision } from './decide-call.ts';
import type { CarriedToken, TestToken } from './test-token.ts';

/**
 * What becomes of a request, read as `check` reads the requests of a program.
 * @param address absolute
 * @returns `undefined` where the address is none of the provider's
 */
export function decideRequest(
  verb: HttpVerb,
  address: string,
  token: CarriedToken,
  context: CallContext,
): Decision | undefined {
  const { index, now } = context;
  const { isProvider, reached, possible, unmapped, unresolved } = resolveRequest(index, [verb], [[address]], false);
  const labels = [...reached, ...possible.flatMap((one) => one.labels)];
  const unknown = unmapped[0] ?? unresolved[0];
  const call = labels[0] ?? unknown ?? `${verb} ${address}`;
  if (!isProvider) {
    return undefined;
  }
  if (labels.length === 0 && unknown === undefined) {
    return { kind: 'allowed', call, reason: 'nothing below this path needs a token' };
  }
  return decideWithToken(call, token, now, (held) => decideOneOf(call, labels, held, context));
}

/** What several endpoints do alike is certain, whichever of them is meant. */
function decideOneOf(call: string, labels: readonly string[], token: TestToken, context: CallContext): Decision {
  const operations = labels.flatMap((label) => context.index.operation(label) ?? []);
  const [first, ...others] = operations.map((operation) => decideCall(operation, token, context));
  if (first === undefined) {
    return { kind: 'undecided', call, reason: 'the catalog does not know this endpoint' };
  }
  return others.every(({ kind }) => kind === first.kind)
    ? first
    : { kind: 'undecided', call, reason: `it may be ${labels.join(' or ')}, which do not need the same` };
}

/** A host at which the provider's API answers, for calls of which only the path is given. */
export function hostOf({ catalog: { provider, requests } }: CatalogIndex): string {
  const [host = `${provider}.invalid`] = requests.hosts;
  return `https://${host}`;
}
