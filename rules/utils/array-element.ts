import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { findNodeAtOffset } from 'jsonc-parser';
import { parseJson } from '../../src/grants/json-document.ts';
import type { LintedFile } from './linted-file.ts';
import { isScopeFile } from './scope-files.ts';

type Range = readonly [number, number];

/** A string that is an element of an array, in JavaScript or JSON. */
export interface ArrayElement {
  /** What to take out so that the element and one comma go. */
  readonly removal: Range;
}

/** The element whose string, without its quotes, is the given range; `null` if there is none, or a comment beside it would go as well. */
export function arrayElementAt(inside: Range, file: LintedFile): ArrayElement | null {
  const elements = isScopeFile(file.filename) ? elementsInJson(inside, file) : elementsInCode(inside, file);
  const index = elements.findIndex(([start, end]) => start === inside[0] - 1 && end === inside[1] + 1);
  const element = elements[index];
  if (element === undefined) {
    return null;
  }
  const removal = removalOf(element, elements[index - 1], elements[index + 1]);
  const { text } = file.sourceCode;
  const besides = text.slice(removal[0], element[0]) + text.slice(element[1], removal[1]);
  return /^\s*,?\s*$/.test(besides) ? { removal } : null;
}

function removalOf(element: Range, before: Range | undefined, after: Range | undefined): Range {
  if (after !== undefined) {
    return [element[0], after[0]];
  }
  return before === undefined ? element : [before[1], element[1]];
}

function elementsInCode([start]: Range, { sourceCode }: LintedFile): readonly Range[] {
  let node: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(start);
  if (node?.type === AST_NODE_TYPES.TemplateElement) {
    node = node.parent;
  }
  const array = node?.parent;
  const elements = array?.type === AST_NODE_TYPES.ArrayExpression ? array.elements : [];
  return elements.flatMap((element) => (element === null ? [] : [element.range]));
}

function elementsInJson([start]: Range, { filename, sourceCode }: LintedFile): readonly Range[] {
  const document = parseJson(sourceCode.text, filename);
  const array = 'root' in document ? findNodeAtOffset(document.root, start)?.parent : undefined;
  return array?.type === 'array' ? (array.children ?? []).map(({ offset, length }) => [offset, offset + length] as const) : [];
}
