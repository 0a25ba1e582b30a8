import { findNodeAtLocation, type Node, parse, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import type { Catalog, CatalogFile } from './catalog.ts';
import { CatalogError } from './catalog-error.ts';
import { type CatalogPath, checkReferences } from './check-references.ts';
import { expandCatalog } from './expand-catalog.ts';
import { catalogSchema } from './schema.ts';

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
  const value = parseJson(text, file);
  const result = v.safeParse(catalogSchema, value);
  const problems = result.success
    ? checkReferences(result.output)
    : result.issues.map((issue) => ({ path: pathOf(issue), message: describeIssue(issue) }));
  const [first] = problems;
  if (first === undefined) {
    const catalog = expandCatalog(value as CatalogFile);
    texts.set(catalog, { text, file });
    return catalog;
  }
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw errorAt(text, file, offsetOf(first.path, parseTree(text)), `${describePath(first.path, value)}${first.message}${more}`);
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
  return read && errorAt(read.text, read.file, offsetOf(path, parseTree(read.text)), message);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { disallowComments: true });
    const reason = errors[0] === undefined ? 'InvalidSymbol' : printParseErrorCode(errors[0].error);
    throw errorAt(text, file, errors[0]?.offset ?? 0, `Expected JSON, got a syntax error (${reason})`);
  }
}

function pathOf(issue: v.BaseIssue<unknown>): CatalogPath {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

/** The library's own messages end in "but received …"; those of our schema say only what was expected. */
function describeIssue({ message, received }: v.BaseIssue<unknown>): string {
  const [, expectation, got] = /^Invalid \w+: (.*) but received (.*)$/s.exec(message) ?? [undefined, message, received];
  return `${expectation === 'Expected never' ? 'Expected no such key' : expectation}, got ${got}`;
}

/** `methods[3] (Jobs.getAll) rows[0].source: `, with the name of the row where it has one. */
function describePath(path: CatalogPath, catalog: unknown): string {
  const [section, index, ...rest] = path;
  if (section === undefined) {
    return '';
  }
  if (typeof index !== 'number') {
    return `${printPath(path)}: `;
  }
  const name = nameOf((catalog as Record<string, unknown[]>)[section]?.[index]);
  const row = name === undefined ? printPath([section, index]) : `${printPath([section, index])} (${name})`;
  return `${[row, ...(rest.length > 0 ? [printPath(rest)] : [])].join(name === undefined ? '.' : ' ')}: `;
}

function nameOf(row: unknown): string | undefined {
  const { label, name } = (row ?? {}) as { label?: unknown; name?: unknown };
  return [label, name].find((candidate) => typeof candidate === 'string');
}

function printPath(path: CatalogPath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** Where the value stands; where it lacks, the nearest thing around it. */
function offsetOf(path: CatalogPath, tree: Node | undefined): number {
  if (tree === undefined) {
    return 0;
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) {
      return node.offset;
    }
  }
  return tree.offset;
}

function errorAt(text: string, file: string, offset: number, message: string): CatalogError {
  const before = text.slice(0, offset).split('\n');
  return new CatalogError(file, before.length, (before.at(-1)?.length ?? 0) + 1, message);
}
