/** A part of a page that may be cut: what stands before its rows and after them. */
export interface Section {
  readonly before: readonly string[];
  readonly rows: readonly string[];
  readonly after: readonly string[];
  /** Stands in place of rows that found no room. */
  readonly more: (count: number) => string;
}

/**
 * Lines of a page of a limited length. Rows that find no room are counted, and so are sections of which not even the frame does.
 * @param limit characters, at least 1,000
 * @param left what stands in place of whole sections
 */
export function boundedLines(head: readonly string[], sections: readonly Section[], limit: number, left: (count: number) => string): string[] {
  const lines = [...head];
  let room = limit - lengthOf(head) - LAST_LINE;
  for (const [index, { before, rows, after, more }] of sections.entries()) {
    room -= lengthOf(before) + lengthOf(after) + LAST_LINE;
    if (room < 0) {
      return [...lines, left(sections.length - index)];
    }
    lines.push(...before);
    let taken = 0;
    for (const row of rows) {
      if (row.length + 1 > room) {
        break;
      }
      room -= row.length + 1;
      lines.push(row);
      taken += 1;
    }
    lines.push(...(taken < rows.length ? [more(rows.length - taken)] : []), ...after);
  }
  return lines;
}

/** Room for a line that counts what is left out. */
const LAST_LINE = 100;

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length + 1, 0);
}
