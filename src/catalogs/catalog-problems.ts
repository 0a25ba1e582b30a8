import type { Node, ParseError } from 'jsonc-parser';
import type { BaseIssue } from 'valibot';
import type { CatalogFile } from './catalog.ts';
import { checkAlternatives, checkQuality } from './check-quality.ts';
import { type CatalogPath, checkReferences } from './check-references.ts';
import { jsoncParser, valibot } from './lazy-packages.ts';
import { catalogSchema } from './schema.ts';

/** Something that is wrong with a catalog, at a place of its file (from 1). */
export interface CatalogProblem {
  readonly line: number;
  readonly column: number;
  /** The row, what was expected, and what stands there. */
  readonly message: string;
}

/**
 * Everything for which a catalog cannot be used: no JSON, not the form of a catalog, or parts that disagree.
 * @param text JSON
 * @returns in the order in which they were found: the form first, and what parts say of one another only where the form is right
 */
export function catalogProblems(text: string): readonly CatalogProblem[] {
  return inspect(text);
}

/** The same, and what is most likely a slip; in the order of the file. */
export function everyCatalogProblem(text: string): readonly CatalogProblem[] {
  return [...inspect(text, checkQuality)].sort(byPlace);
}

/** What is no mistake, and worth to know: places where the catalog helps less than its readers may expect. None where it has problems. */
export function catalogNotes(text: string): readonly CatalogProblem[] {
  return [...inspect(text, checkAlternatives)].sort(byPlace);
}

function byPlace(one: CatalogProblem, other: CatalogProblem): number {
  return one.line - other.line || one.column - other.column;
}

/** Where a value of a catalog stands, or the nearest thing around it. */
export function placeInCatalog(text: string, path: CatalogPath): Pick<CatalogProblem, 'line' | 'column'> {
  const source = text.replace(/^\uFEFF/, '');
  const [{ line, column } = { line: 1, column: 1 }] = locate(source, [{ offset: offsetOf(path, treeOf(source)), message: '' }]);
  return { line, column };
}

interface Problem {
  readonly path: CatalogPath;
  readonly message: string;
}

function inspect(text: string, checkFurther: (catalog: CatalogFile) => readonly Problem[] = () => []): CatalogProblem[] {
  const source = text.replace(/^\uFEFF/, '');
  const value = readJson(source);
  if (value.error !== undefined) {
    return locate(source, [value.error]);
  }
  const result = valibot().safeParse(catalogSchema(), value.json);
  const problems: readonly Problem[] = result.success
    ? [...checkReferences(result.output), ...checkFurther(result.output)]
    : result.issues.map((issue) => ({ path: pathOf(issue), message: describeIssue(issue) }));
  if (problems.length === 0) {
    return [];
  }
  const tree = treeOf(source);
  return locate(
    source,
    problems.map(({ path, message }) => ({ offset: offsetOf(path, tree), message: `${describePath(path, value.json)}${message}` })),
  );
}

interface OffsetProblem {
  readonly offset: number;
  readonly message: string;
}

function readJson(source: string): { readonly json: unknown; readonly error?: undefined } | { readonly error: OffsetProblem } {
  try {
    return { json: JSON.parse(source) };
  } catch {
    const errors: ParseError[] = [];
    try {
      jsoncParser().parse(source, errors, { disallowComments: true });
    } catch {
      return { error: { offset: 0, message: 'Expected JSON, got one that is nested too deeply' } };
    }
    const reason = errors[0] === undefined ? 'InvalidSymbol' : jsoncParser().printParseErrorCode(errors[0].error);
    return { error: { offset: errors[0]?.offset ?? 0, message: `Expected JSON, got a syntax error (${reason})` } };
  }
}

/** The parser calls itself for each level; what is nested too deeply has no places. */
function treeOf(source: string): Node | undefined {
  try {
    return jsoncParser().parseTree(source);
  } catch {
    return undefined;
  }
}

function pathOf(issue: BaseIssue<unknown>): CatalogPath {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

/** The library's own messages end in "but received …"; those of our schema say only what was expected. */
function describeIssue({ message, received }: BaseIssue<unknown>): string {
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
  const { label, name, verb, path } = (row ?? {}) as Readonly<Record<string, unknown>>;
  const endpoint = typeof verb === 'string' && typeof path === 'string' ? `${verb} ${path}` : undefined;
  return [label, name, endpoint].find((candidate) => typeof candidate === 'string');
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
    const node = jsoncParser().findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) {
      return node.offset;
    }
  }
  return tree.offset;
}

/** Lines and columns, with one pass over the text however many problems there are. */
function locate(source: string, problems: readonly OffsetProblem[]): CatalogProblem[] {
  const places = new Map<number, { readonly line: number; readonly column: number }>();
  let line = 1;
  let start = 0;
  for (const offset of [...new Set(problems.map((problem) => problem.offset))].sort((one, other) => one - other)) {
    for (let end = source.indexOf('\n', start); end !== -1 && end < offset; end = source.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    places.set(offset, { line, column: offset - start + 1 });
  }
  return problems.map(({ offset, message }) => ({ ...(places.get(offset) ?? { line: 1, column: 1 }), message }));
}
