import type { CatalogScopeChange } from '../catalogs/catalog.ts';

/** What follows a change of the registered scopes: "takes minutes, until then a token request is refused with 401". */
export function describeScopeChange({ grantType, consentAgain, refusedForMinutes }: Omit<CatalogScopeChange, 'source'>): string {
  const whose = grantType === undefined ? '' : `, with ${grantTypeName(grantType)}`;
  const consent = consentAgain === undefined ? [] : [`users ${consentAgain ? 'must consent again' : 'need not consent again'}${whose}`];
  const refused = refusedForMinutes === undefined ? [] : [`takes minutes, until then a token request is refused with ${refusedForMinutes}`];
  return [...refused, ...consent].join('; ');
}

/** "client credentials" */
export function grantTypeName(grantType: string): string {
  return grantType.replaceAll('_', ' ');
}
