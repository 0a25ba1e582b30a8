import type { Catalog, CatalogFile } from './catalog.ts';
import { CatalogError } from './catalog-error.ts';
import { catalogProblems, placeInCatalog } from './catalog-problems.ts';
import type { CatalogPath } from './check-references.ts';
import { expandCatalog } from './expand-catalog.ts';

export { CatalogError } from './catalog-error.ts';

/**
 * Reads a catalog that anybody may have written.
 *
 * @param text JSON
 * @param file for the error only; nothing is read
 * @throws CatalogError for the first thing that is wrong: no JSON, not the form of a catalog, or parts that disagree. It says where,
 * what was expected, and how much else is wrong.
 */
export function parseCatalog(text: string, file: string): Catalog {
  const problems = catalogProblems(text);
  const [first] = problems;
  if (first === undefined) {
    const catalog = expandCatalog(JSON.parse(text.replace(/^\uFEFF/, '')) as CatalogFile);
    texts.set(catalog, { text, file });
    return catalog;
  }
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new CatalogError(file, first.line, first.column, `${first.message}${more}`);
}

/** What catalogs were read from, as long as these live. */
const texts = new WeakMap<Catalog, { readonly text: string; readonly file: string }>();

/** The path that a catalog was read from, as it was given to `parseCatalog`; `undefined` for one that it has not read. */
export function fileOfCatalog(catalog: Catalog): string | undefined {
  return texts.get(catalog)?.file;
}

/**
 * Something about a catalog that only shows when it is held against something else.
 * @returns `undefined` for a catalog that `parseCatalog` has not read
 */
export function errorInCatalog(catalog: Catalog, path: CatalogPath, message: string): CatalogError | undefined {
  const read = texts.get(catalog);
  if (read === undefined) {
    return undefined;
  }
  const { line, column } = placeInCatalog(read.text, path);
  return new CatalogError(read.file, line, column, message);
}
