import type { Catalog, CatalogHeader } from './catalog.ts';

/** The parts of a catalog that its header does not have. */
const TABLES = [
  'version',
  'date',
  'sources',
  'grammar',
  'alwaysAllowed',
  'scopes',
  'methods',
  'endpoints',
  'containerAliases',
  'permissions',
  'combinations',
  'apis',
  'mistakes',
  'tooPermissive',
  'advice',
  'scopeChanges',
] as const satisfies readonly Exclude<keyof Catalog, keyof CatalogHeader>[];

/** A catalog whose header is there at once; the rest is read with the first look at any of it, and once. */
export function lazyCatalog(header: CatalogHeader, read: () => Pick<Catalog, (typeof TABLES)[number]>): Catalog {
  let known: ReturnType<typeof read> | undefined;
  const whole = (): ReturnType<typeof read> => (known ??= read());
  const getters = TABLES.map((table) => [table, { enumerable: true, get: () => whole()[table] }] as const);
  return Object.defineProperties({ ...header }, Object.fromEntries(getters)) as Catalog;
}
