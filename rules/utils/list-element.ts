import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { jsoncParser } from '../../src/catalogs/lazy-packages.ts';
import { parseJson } from '../../src/grants/json-document.ts';
import type { LintedFile } from './linted-file.ts';
import { isEnvironmentFile, isJsonFile, isManifest } from './scope-files.ts';

type Range = readonly [number, number];

/** A string that is an element of an array, in JavaScript or JSON, or the name of a property among others. */
export interface ListElement {
  /** What to take out so that the element and one comma go. */
  readonly removal: Range;
}

/**
 * The element whose string, without its quotes, is the given range; `null` if there is none, or a comment beside it would go as well. In
 * JSON it may be an object that has nothing besides the string.
 */
export function listElementAt(inside: Range, file: LintedFile): ListElement | null {
  const list = isJsonFile(file.filename) ? listInJson(inside, file) : isCode(file) ? listInCode(inside, file) : null;
  const element = list?.elements[list.position];
  if (list === null || element === undefined) {
    return null;
  }
  const removal = removalOf(element, list.elements[list.position - 1], list.elements[list.position + 1]);
  const { text } = file.sourceCode;
  const besides = text.slice(removal[0], element[0]) + text.slice(element[1], removal[1]);
  return besides.replace(',', '').trim() === '' ? { removal } : null;
}

/** A range is the name of a property without quotes: `{ PIMS: true }`. */
export function isName([start]: Range, file: LintedFile): boolean {
  return isCode(file) && file.sourceCode.getNodeByRangeIndex(start)?.type === AST_NODE_TYPES.Identifier;
}

/** Not JSON in whatever language, nor an .env file. */
function isCode({ filename }: LintedFile): boolean {
  return !isJsonFile(filename) && !isEnvironmentFile(filename);
}

interface List {
  readonly elements: readonly Range[];
  readonly position: number;
}

function removalOf(element: Range, before: Range | undefined, after: Range | undefined): Range {
  if (after !== undefined) {
    return [element[0], after[0]];
  }
  return before === undefined ? element : [before[1], element[1]];
}

function listInCode(inside: Range, { sourceCode }: LintedFile): List | null {
  let node: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(inside[0]);
  if (node?.type === AST_NODE_TYPES.TemplateElement) {
    node = node.parent;
  }
  if (node == null || !isWhole(inside, node.range, node.type === AST_NODE_TYPES.Identifier ? 0 : 1)) {
    return null;
  }
  const { parent } = node;
  if (parent?.type === AST_NODE_TYPES.ArrayExpression) {
    const elements = parent.elements.filter((element) => element !== null);
    return { elements: elements.map(({ range }) => range), position: elements.findIndex((element) => element === node) };
  }
  const object = parent?.type === AST_NODE_TYPES.Property && parent.key === node ? parent.parent : null;
  return object?.type === AST_NODE_TYPES.ObjectExpression
    ? { elements: object.properties.map(({ range }) => range), position: object.properties.findIndex((property) => property === parent) }
    : null;
}

function listInJson(inside: Range, { filename, sourceCode }: LintedFile): List | null {
  const document = parseJson(sourceCode.text, filename, { comments: isManifest(filename) });
  const node = 'root' in document ? jsoncParser().findNodeAtOffset(document.root, inside[0]) : undefined;
  if (node === undefined || !isWhole(inside, [node.offset, node.offset + node.length], 1)) {
    return null;
  }
  const object = node.parent?.type === 'property' && node.parent.parent?.children?.length === 1 ? node.parent.parent : undefined;
  const element = object ?? node;
  const siblings = element.parent?.type === 'array' ? (element.parent.children ?? []) : [];
  return { elements: siblings.map(({ offset, length }) => [offset, offset + length]), position: siblings.indexOf(element) };
}

/** @param margin characters of the quotes at each end */
function isWhole(inside: Range, [start, end]: Range, margin: number): boolean {
  return inside[0] === start + margin && inside[1] === end - margin;
}
