import type { OAuthGrantType } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { MethodUse } from '../usage/facts.ts';
import type { Finding } from './finding.ts';
import { refusedCall } from './messages.ts';

/** Calls that the provider refuses to the grant type that the manifest states, whatever their scopes. Calls in tests are none. */
export function judgeGrantType(uses: readonly MethodUse[], grantType: OAuthGrantType | undefined, index: CatalogIndex): readonly Finding[] {
  return uses.filter(({ typed, inTest }) => typed && !inTest).flatMap(({ method, place }) =>
    (index.operation(method)?.refusedTo ?? []).filter((refused) => refused === grantType).map((refused): Finding =>
      ({ rule: 'no-missing-scope', kind: 'refused', scope: '', place, message: refusedCall(method, refused), call: method })),
  );
}
