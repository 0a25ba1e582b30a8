import { readFileSync } from 'node:fs';
import type { Catalog } from './catalog.ts';

/** Names of the providers whose catalog is part of the package. */
export function providers(): readonly string[] {
  return PROVIDERS;
}

/** The catalog of a provider, read once and the same object every time; `undefined` for a provider that the package does not have. */
export function builtInCatalog(provider: string): Catalog | undefined {
  if (!PROVIDERS.includes(provider)) {
    return undefined;
  }
  const known = catalogs.get(provider);
  if (known !== undefined) {
    return known;
  }
  // The file is held against the schema by a test, not at every start.
  const catalog = JSON.parse(readFileSync(new URL(`./data/${provider}.json`, import.meta.url), 'utf8')) as Catalog;
  catalogs.set(provider, catalog);
  return catalog;
}

const PROVIDERS: readonly string[] = ['uipath'];

/** One entry a provider, for the life of the process. */
const catalogs = new Map<string, Catalog>();
