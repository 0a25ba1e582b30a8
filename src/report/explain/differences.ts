import type { Catalog, CatalogOperation } from '../../catalogs/catalog.ts';
import type { CatalogIndex } from '../../catalogs/catalog-index.ts';
import { rowsInForce } from '../../catalogs/rows-in-force.ts';
import { sameEndpoint } from '../../catalogs/same-endpoint.ts';
import type { Requirement, Scope } from '../../scopes/requirement.ts';

/** How another account of the same API differs on a subject. Plain data. */
export type ExplainedDifference = { readonly provider: string } & (
  /** Any of them, newest first; `null`: it knows the call and not what it needs. */
  | { readonly kind: 'requirement'; readonly requires: readonly (Requirement | null)[] }
  /** `acceptedBy`: how many operations accept the scope there. */
  | { readonly kind: 'scope'; readonly impliedBy: readonly Scope[]; readonly acceptedBy: number }
  | { readonly kind: 'unknown' }
);

/** The other accounts of the API that a catalog is about, or is the account of; never the catalog itself. */
export function otherAccounts({ catalog }: CatalogIndex, indexes: readonly CatalogIndex[]): readonly CatalogIndex[] {
  const apiOf = ({ accountOf, provider }: Catalog): string => accountOf ?? provider;
  return indexes.filter((other) => other.catalog.provider !== catalog.provider && apiOf(other.catalog) === apiOf(catalog));
}

/** An account that does not have the operation says nothing of it, and so differs in nothing. */
export function differencesOfOperation(
  operation: CatalogOperation,
  index: CatalogIndex,
  indexes: readonly CatalogIndex[],
): ExplainedDifference[] {
  const own = requirementsOf(operation);
  return otherAccounts(index, indexes).flatMap((other): ExplainedDifference[] => {
    const endpoint = sameEndpoint(operation, index, other);
    const requires = endpoint === undefined ? own : requirementsOf(endpoint);
    return JSON.stringify(requires) === JSON.stringify(own) ? [] : [{ kind: 'requirement', provider: other.catalog.provider, requires }];
  });
}

/** @param acceptedBy counts the operations of a catalog that accept the scope */
export function differencesOfScope(
  name: Scope,
  index: CatalogIndex,
  indexes: readonly CatalogIndex[],
  acceptedBy: (index: CatalogIndex) => number,
): ExplainedDifference[] {
  const own = impliedBy(name, index);
  return otherAccounts(index, indexes).flatMap((other): ExplainedDifference[] => {
    const { provider } = other.catalog;
    if (!other.vocabulary.names.includes(name)) {
      return [{ kind: 'unknown', provider }];
    }
    const there = { impliedBy: impliedBy(name, other), acceptedBy: acceptedBy(other) };
    const isSame = there.impliedBy.join(' ') === own.join(' ') && there.acceptedBy === acceptedBy(index);
    return isSame ? [] : [{ kind: 'scope', provider, ...there }];
  });
}

/** The scopes that imply it, itself not among them. */
export function impliedBy(name: Scope, { vocabulary }: CatalogIndex): readonly Scope[] {
  return vocabulary.names.filter((other) => other !== name && vocabulary.implied(other).has(name));
}

function requirementsOf(operation: CatalogOperation): readonly (Requirement | null)[] {
  const rows = rowsInForce(operation);
  return rows.length === 0 ? [null] : [...rows].reverse().map(({ requires }) => requires);
}
