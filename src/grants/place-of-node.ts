import type ts from 'typescript';
import type { Place } from './declaration.ts';
import type { LineIndex } from './line-index.ts';

/** Where a node stands, without the comments and white space before it. */
export function placeOfNode(node: ts.Node): Place {
  const file = node.getSourceFile();
  return linesOf(file).place(node.getStart(file), node.getEnd());
}

/** Lines and columns of a source file, as the compiler counts them. */
export function linesOf(file: ts.SourceFile): LineIndex {
  return {
    place(start, end) {
      const first = file.getLineAndCharacterOfPosition(start);
      const last = file.getLineAndCharacterOfPosition(end);
      return {
        file: file.fileName,
        line: first.line + 1,
        column: first.character + 1,
        endLine: last.line + 1,
        endColumn: last.character + 1,
      };
    },
  };
}
