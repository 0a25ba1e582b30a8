import { readFileSync } from 'node:fs';
import type { Catalog, CatalogFile, CatalogHeader } from './catalog.ts';
import { expandCatalog } from './expand-catalog.ts';
import { lazyCatalog } from './lazy-catalog.ts';

/** Names of the providers whose catalog is part of the package. */
export function providers(): readonly string[] {
  return builtInHeaders().map(({ provider }) => provider);
}

/** What is needed of each of them to know whether a program has to do with the provider: far less than the catalogs. */
export function builtInHeaders(): readonly CatalogHeader[] {
  headers ??= (readData('headers') as { readonly headers: readonly CatalogHeader[] }).headers;
  return headers;
}

/**
 * The catalog of a provider, the same object every time; `undefined` for a provider that the package does not have. What its header says is
 * there at once, and the rest is read with the first look at any of it: a program pays for no provider that it has nothing to do with.
 */
export function builtInCatalog(provider: string): Catalog | undefined {
  const header = builtInHeaders().find((one) => one.provider === provider);
  if (header === undefined) {
    return undefined;
  }
  const known = catalogs.get(provider);
  if (known !== undefined) {
    return known;
  }
  const catalog = lazyCatalog(header, () => expandCatalog(readData(provider) as CatalogFile));
  catalogs.set(provider, catalog);
  return catalog;
}

/** For the life of the process. */
let headers: readonly CatalogHeader[] | undefined;

/** One entry a provider, for the life of the process. */
const catalogs = new Map<string, Catalog>();

/** The files are held against the schema by a test, not at every start. */
function readData(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8'));
}
