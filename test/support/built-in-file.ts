import { readFileSync } from 'node:fs';
import type { CatalogFile } from '../../src/catalogs/catalog.ts';

/** A built-in catalog as it stands in its file. */
export function builtInFile(provider: string): CatalogFile {
  return JSON.parse(readFileSync(new URL(`../../src/catalogs/data/${provider}.json`, import.meta.url), 'utf8')) as CatalogFile;
}
