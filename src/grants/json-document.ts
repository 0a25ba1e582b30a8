import type { Node, ParseError } from 'jsonc-parser';
import { jsoncParser } from '../catalogs/lazy-packages.ts';
import type { Place } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import { indexLines } from './line-index.ts';
import { escapedText, type LocatedText } from './located-text.ts';

/** A JSON text whose values know their places. */
export interface JsonDocument {
  readonly root: Node;
  placeOf(node: Node): Place;
  /** What a string means, character by character with its place. */
  textOf(node: Node): LocatedText;
  problem(node: Node, message: string): FileProblem;
}

export interface JsonOptions {
  /** Comments may stand where white space may: what @eslint/json and editors call JSON with comments. */
  readonly comments?: boolean;
}

/**
 * Parses JSON as `JSON.parse` would: no comments, unless they are allowed, no trailing commas. A byte order mark is passed over.
 * Returns the first error, if there is one; does not throw.
 */
export function parseJson(text: string, file: string, { comments = false }: JsonOptions = {}): JsonDocument | FileProblem {
  const source = text.replace(/^\uFEFF/, '');
  const lines = indexLines(file, source);
  const problemAt = (offset: number, message: string): FileProblem => {
    const { line, column } = lines.place(offset, offset);
    return { file, line, column, message };
  };
  if (isTooDeep(source)) {
    return problemAt(0, `is nested more than ${MAXIMUM_DEPTH} levels deep`);
  }
  const { parseTree, printParseErrorCode } = jsoncParser();
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, { disallowComments: !comments, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined) {
    return problemAt(error.offset, `is not valid JSON: ${describe(printParseErrorCode(error.error))}`);
  }
  // Only of an empty text there is none, which is an error.
  const root = tree as Node;
  const placeOf = (node: Node): Place => lines.place(node.offset, node.offset + node.length);
  return {
    root,
    placeOf,
    textOf: (node) => escapedText(source.slice(node.offset + 1, node.offset + node.length - 1), String(node.value), node.offset + 1, lines),
    problem: (node, message) => problemAt(node.offset, message),
  };
}

/** The value of a property of an object; of several with one name the last, as in `JSON.parse`. */
export function propertyOf(node: Node, name: string): Node | undefined {
  const properties = node.type === 'object' ? node.children : undefined;
  return properties?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** The value that a JSON pointer (RFC 6901) names. */
export function atPointer(root: Node, pointer: string): Node | undefined {
  const names = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<Node | undefined>((node, name) => {
    if (node?.type === 'array') {
      return /^(?:0|[1-9]\d*)$/.test(name) ? node.children?.[Number(name)] : undefined;
    }
    return node && propertyOf(node, name);
  }, root);
}

/** Far more than a file of this kind has, and far less than the parser's recursion bears. */
const MAXIMUM_DEPTH = 100;

/** A string that does not end is taken up to the end of its line, so that no character is looked at twice. */
const STRING_OR_BRACKET = /"(?:[^"\\\r\n]|\\.)*"?|[[\]{}]/g;

function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const [token] of source.matchAll(STRING_OR_BRACKET)) {
    depth += token === '[' || token === '{' ? 1 : token === ']' || token === '}' ? -1 : 0;
    if (depth > MAXIMUM_DEPTH) {
      return true;
    }
  }
  return false;
}

/** `CommaExpected` as "comma expected". */
function describe(code: string): string {
  return code.replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
