import type { MethodUse } from '../usage/facts.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { PermissionNeed } from './finding.ts';

/**
 * The role permissions that calls demand besides their scopes, as far as the catalog knows them: in the order of the first call that demands
 * each.
 */
export function collectPermissions(uses: readonly MethodUse[], index: CatalogIndex): readonly PermissionNeed[] {
  const needs = new Map<string, { readonly anyOf: readonly string[]; readonly by: PermissionNeed['by'][number][] }>();
  for (const { method, place } of uses) {
    for (const anyOf of index.operation(method)?.permissions ?? []) {
      const key = JSON.stringify([...anyOf].sort());
      const need = needs.get(key) ?? { anyOf, by: [] };
      needs.set(key, need);
      need.by.push({ place, call: method });
    }
  }
  return [...needs.values()];
}
