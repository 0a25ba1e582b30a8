import { readFileSync } from 'node:fs';
import type { Catalog, CatalogFile } from '../catalogs/catalog.ts';
import { CatalogError, parseCatalog } from '../catalogs/parse-catalog.ts';
import { CommandError } from './command-error.ts';

/** A catalog that the user named. */
export interface NamedCatalog {
  readonly catalog: Catalog;
  /** As it stands in the file. */
  readonly file: CatalogFile;
}

/**
 * Reads a catalog of the user's own.
 * @param path absolute
 * @throws CommandError when it is not there or is no valid catalog
 */
export function readCatalogFile(path: string): NamedCatalog {
  const text = readCatalogText(path);
  try {
    return { catalog: parseCatalog(text, path), file: JSON.parse(text.replace(/^\uFEFF/, '')) as CatalogFile };
  } catch (error) {
    if (error instanceof CatalogError) {
      const { line, column, message } = error;
      throw new CommandError({ file: path, line, column, message });
    }
    throw error;
  }
}

/** @throws CommandError when the file cannot be read. */
export function readCatalogText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError({ file: path, message: `cannot be read (${(error as NodeJS.ErrnoException).code})` });
  }
}
