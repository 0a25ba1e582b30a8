import { stripVTControlCharacters } from 'node:util';

/** Rows of cells as lines whose columns are aligned; the last cell of a row is as long as it is. Marks for a terminal take no room. */
export function columns(rows: readonly (readonly string[])[], indent: string): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, visibleLength(cell));
    });
  }
  return rows.map((row) =>
    (
      indent + row.map((cell, column) => (column === row.length - 1 ? cell : cell + padding(cell, widths[column] ?? 0))).join('  ')
    ).trimEnd(),
  );
}

function padding(cell: string, width: number): string {
  return ' '.repeat(Math.max(0, width - visibleLength(cell)));
}

function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}
