import type { CatalogFile } from '../../../src/catalogs/catalog.ts';
import { importCatalog } from '../../../src/catalogs/import/import-catalog.ts';
import { ImportError } from '../../../src/catalogs/import/import-error.ts';
import type { ImportOptions } from '../../../src/catalogs/import/import-options.ts';
import { printCatalog } from '../../../src/catalogs/import/print-catalog.ts';
import { parseCatalog } from '../../../src/catalogs/parse-catalog.ts';

interface Imported {
  readonly catalog: CatalogFile;
  /** `12: what is remarked`. */
  readonly remarks: readonly string[];
}

/** Imports a text as a file of that name; what comes of it is a catalog that can be read again. */
export async function importText(text: string, file: string, options: ImportOptions): Promise<Imported> {
  const { catalog, remarks } = await importCatalog(text, file, options);
  parseCatalog(printCatalog(catalog), 'acme.json');
  return { catalog, remarks: remarks.map(({ line, message }) => `${line}: ${message}`) };
}

/** What an import is refused for: `12: what is wrong`. */
export async function problemsOfImport(importing: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await importing.then(() => 'nothing is wrong', (reason: unknown) => reason);
  return error instanceof ImportError ? error.problems.map(({ line, message }) => `${line}: ${message}`) : [String(error)];
}
