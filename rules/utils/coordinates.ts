import type { TSESTree } from '@typescript-eslint/types';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Place } from '../../src/grants/declaration.ts';

/** Translates places, whose columns count from 1, to what ESLint expects for the language of a file. */
export interface Coordinates {
  location(place: Place): TSESTree.SourceLocation;
  /** Offsets of both ends in `sourceCode.text`. */
  range(place: Place): readonly [number, number];
}

/** Columns count from 0 in a JavaScript tree, from 1 in those of JSON. */
export function coordinatesOf(sourceCode: Readonly<TSESLint.SourceCode>): Coordinates {
  const firstColumn = (sourceCode.ast.type as string) === 'Program' ? 0 : 1;
  const position = (line: number, column: number): TSESTree.Position => ({ line, column: column - 1 + firstColumn });
  const location = (place: Place): TSESTree.SourceLocation => ({
    start: position(place.line, place.column),
    end: position(place.endLine, place.endColumn),
  });
  return {
    location,
    range: (place) => {
      const { start, end } = location(place);
      return [sourceCode.getIndexFromLoc(start), sourceCode.getIndexFromLoc(end)];
    },
  };
}
