import type { CatalogScopeChange } from '../catalogs/catalog.ts';

/** What follows a change of the registered scopes: "takes minutes, until then a token request is refused with 401". */
export function describeScopeChange({ grantType, consentAgain, refusedForMinutes }: Omit<CatalogScopeChange, 'source'>): string {
  const whose = grantType === undefined ? '' : `, with ${grantTypeName(grantType)}`;
  const consent = consentAgain === undefined ? [] : [`users ${consentAgain ? 'must consent again' : 'need not consent again'}${whose}`];
  const refused = refusedForMinutes === undefined ? [] : [`takes minutes, until then a token request is refused with ${refusedForMinutes}`];
  return [...refused, ...consent].join('; ');
}

/**
 * What follows when a scope is added, as sentences: " Once added: takes minutes, until then a token request is refused with 401." Nothing
 * where no source says so.
 */
export function onceAdded(changes: readonly CatalogScopeChange[] = []): string {
  return changes.filter(({ change }) => change === 'added').map((change) => ` Once added: ${describeScopeChange(change)}.`).join('');
}

/** "client credentials" */
export function grantTypeName(grantType: string): string {
  return grantType.replaceAll('_', ' ');
}
