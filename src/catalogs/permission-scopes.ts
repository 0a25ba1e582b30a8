import type { Scope } from '../scopes/requirement.ts';
import type { Vocabulary } from '../scopes/vocabulary.ts';
import type { Catalog, CatalogOperation, CatalogPermission } from './catalog.ts';
import { newestRow } from './rows-in-force.ts';

/**
 * The role permissions that a catalog knows: those that it lists, and those that its endpoints demand, with the scopes that these accept.
 */
export function catalogPermissions(catalog: Catalog, vocabulary: Vocabulary): ReadonlyMap<string, CatalogPermission> {
  const demanded = new Map<string, CatalogOperation[]>();
  for (const operation of catalog.endpoints ?? []) {
    for (const name of (operation.permissions ?? []).flat()) {
      demanded.set(name, [...(demanded.get(name) ?? []), operation]);
    }
  }
  const derived = [...demanded].map(([name, operations]) => derive(name, operations, vocabulary));
  return new Map([...derived, ...catalog.permissions].map((permission) => [permission.name, permission]));
}

/** Scopes that cover less come first. A row that is inferred, or that says nothing, adds none. */
function derive(name: string, operations: readonly CatalogOperation[], vocabulary: Vocabulary): CatalogPermission {
  const rows = operations.map((operation) => newestRow(operation)).filter((row) => row?.confidence === 'exact');
  const accepted = rows.map((row) => [...new Set((row?.requires ?? []).flat())]);
  const breadth = (scope: Scope): number => vocabulary.implied(scope).size;
  const order = (left: Scope, right: Scope): number => breadth(left) - breadth(right) || vocabulary.order(left) - vocabulary.order(right);
  return {
    name,
    scopes: [...new Set(accepted.flat())].sort(order),
    unambiguous: new Set(accepted.map((scopes) => JSON.stringify([...scopes].sort()))).size === 1,
  };
}
