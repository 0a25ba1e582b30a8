import type { Place } from './declaration.ts';

/** Finds lines and columns in one text. */
export interface LineIndex {
  /** The place of the range `start`..`end` (offsets into the text, end exclusive). */
  place(start: number, end: number): Place;
}

/** Prepares a text for look-up: one pass over it, then a binary search for each place. A line ends with `\n`, `\r\n` or `\r`. */
export function indexLines(file: string, text: string): LineIndex {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
  return {
    place(start, end) {
      const first = lineAt(starts, start);
      const last = lineAt(starts, end);
      return {
        file,
        line: first + 1,
        column: start - (starts[first] ?? 0) + 1,
        endLine: last + 1,
        endColumn: end - (starts[last] ?? 0) + 1,
      };
    },
  };
}

/** Index of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
