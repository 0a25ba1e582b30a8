import type { Catalog, CatalogCombination } from './catalog.ts';

/** A set of scopes that a provider recommends for a kind of application, and the catalog that names it. */
export interface NamedCombination {
  readonly catalog: Catalog;
  readonly combination: CatalogCombination;
}

/**
 * The combinations that a name stands for, whatever its case: those that are called so, else those whose names begin with it. A combination
 * that a source has given up (`until`) gives way to the one that took its place.
 */
export function findCombinations(name: string, catalogs: readonly Catalog[]): readonly NamedCombination[] {
  const wanted = name.toLowerCase();
  const all = catalogs.flatMap((catalog) => catalog.combinations.map((combination) => ({ catalog, combination })));
  const current = all.filter(({ combination }) => combination.until === undefined);
  const exact = current.filter(({ combination }) => combination.name.toLowerCase() === wanted);
  return exact.length > 0 ? exact : current.filter(({ combination }) => combination.name.toLowerCase().startsWith(wanted));
}
