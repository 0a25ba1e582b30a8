import { leastScopes } from '../scopes/least.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Decision } from './decide-call.ts';

type Refusal = Decision & { readonly kind: 'refused' };

/**
 * How the provider refuses. The header is that of RFC 6750, section 3. Of the bodies only one is known, that of the Genesys guide for 403;
 * wherever none is, the body says in JSON what the header says.
 */
export function refusalResponse(refusal: Refusal, index: CatalogIndex): Response {
  const challenge = challengeOf(refusal, index);
  const body = bodies.get(index.catalog.provider)?.(refusal) ?? challenge;
  const attributes = Object.entries({ realm: index.catalog.provider, ...challenge }).map(([name, value]) => `${name}="${value}"`);
  return new Response(JSON.stringify(body), {
    status: refusal.status,
    headers: { 'content-type': 'application/json', 'www-authenticate': `Bearer ${attributes.join(', ')}` },
  });
}

/** By provider. Names and code as line 194 of the guide has them; the sentence is ours, as it would be another one for every call. */
const bodies = new Map<string, (refusal: Refusal) => object | undefined>([
  [
    'genesys-guide',
    ({ status, call, reason }) =>
      (status === 403 ? { error: { message: `${call}: ${reason}`, code: 'PERMISSIONS_INSUFFICIENT', status } } : undefined),
  ],
]);

/** The attributes of RFC 6750, section 3; without an error code where the request carries no token at all (section 3.1). */
function challengeOf({ error, call, reason, scopes }: Refusal, { vocabulary }: CatalogIndex): Readonly<Record<string, string>> {
  if (error === null) {
    return {};
  }
  const needed = scopes.length === 0 ? '' : leastScopes([scopes], vocabulary).scopes.join(' ');
  return {
    error,
    error_description: `${call}: ${reason}`.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?'),
    ...(needed === '' ? {} : { scope: needed }),
  };
}
