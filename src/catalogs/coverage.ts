import type { CatalogMethod } from './catalog.ts';
import type { CatalogIndex } from './catalog-index.ts';
import type { DeclaredMember } from './declared-members.ts';
import { isMapped } from './rows-in-force.ts';

/** What a catalog knows of an installed SDK: labels, or `Container.member` where the catalog has none, in the order of the catalog. */
export interface CatalogCoverage {
  /** With a requirement, stated or inferred. */
  readonly mapped: readonly string[];
  /** Declared by the SDK, and the catalog does not know what they need. */
  readonly unmapped: readonly string[];
  /** Known to need no scope of their own. */
  readonly local: readonly string[];
  /** In the catalog and not in this SDK: it appeared in another version. */
  readonly newer: readonly string[];
  /** In the catalog, said to be in all versions, and not in this SDK. */
  readonly absent: readonly string[];
  /** Classes and interfaces with public methods of which the catalog has none: a call to one of them is nobody's business. */
  readonly unknownContainers: readonly string[];
}

/** Compares a catalog with the declarations of an installed SDK. The same member in several modules counts once. */
export function catalogCoverage(index: CatalogIndex, declared: readonly DeclaredMember[]): CatalogCoverage {
  const known = declared.filter(({ container }) => index.hasContainer(container));
  const present = new Set(known.map(({ container, member }) => `${index.containerOf(container)}.${member}`));
  const isPresent = (method: CatalogMethod): boolean => present.has(`${method.container}.${method.member}`);
  const { methods } = index.catalog;
  const labels = (accept: (method: CatalogMethod) => boolean): string[] => methods.filter(accept).map((method) => method.label);
  const unlisted = [...present].filter((name) => !methods.some((method) => `${method.container}.${method.member}` === name));
  return {
    mapped: labels((method) => isPresent(method) && isMapped(method)),
    unmapped: [...labels((method) => isPresent(method) && !isMapped(method) && method.local !== true), ...unlisted],
    local: labels((method) => isPresent(method) && !isMapped(method) && method.local === true),
    newer: labels((method) => !isPresent(method) && method.introducedIn !== undefined),
    absent: labels((method) => !isPresent(method) && method.introducedIn === undefined),
    unknownContainers: [...new Set(declared.filter(({ container }) => !index.hasContainer(container)).map(({ container }) => container))],
  };
}
