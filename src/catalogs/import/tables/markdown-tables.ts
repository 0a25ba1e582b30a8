import { inlineText } from './markdown-text.ts';
import type { Cell, Table, TableRow } from './table.ts';

/**
 * The tables of a Markdown page (GitHub Flavored Markdown 0.29, section 4.10), and none that stands in a fenced code block.
 *
 * Not by a Markdown parser: one that is well kept took 155 seconds for 90 kB of `_a*`, and knows no line numbers. The table extension is a
 * grammar of lines, and a line is looked at once.
 */
export function markdownTables(text: string): Table[] {
  const lines = text.split(/\r\n|\n|\r/);
  const tables: Table[] = [];
  let heading = '';
  let fence: string | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined || mark !== undefined) {
      fence = fence === undefined ? mark : mark?.startsWith(fence) === true ? undefined : fence;
      continue;
    }
    const header = splitCells(line);
    if (header.length > 0 && line.includes('|') && isDelimiter(lines[index + 1] ?? '', header.length)) {
      const rows = readRows(lines, index + 2);
      tables.push({ heading, header, line: index + 1, rows });
      index += 1 + rows.length;
    } else {
      heading = headingAt(lines, index) ?? heading;
    }
  }
  return tables;
}

/** `## Assets`, `**Assets**` alone on its line, or `Assets` above a line of `===` or `---`. */
export function headingAt(lines: readonly string[], index: number): string | undefined {
  const line = (lines[index] ?? '').slice(0, LONGEST_HEADING);
  const marked = /^\s{0,3}#{1,6}\s(.*)$/.exec(line)?.[1]?.replace(/\s#+\s*$/, '');
  const bold = /^\s*(?:\*\*|__)([^*_]+)(?:\*\*|__):?\s*$/.exec(line)?.[1];
  const underlined = line.trim() !== '' && /^\s{0,3}(?:=+|-{2,})\s*$/.test(lines[index + 1] ?? '') ? line : undefined;
  const heading = marked ?? bold ?? underlined;
  // Some page generators append an anchor: `## Assets {#assets}`.
  return heading === undefined ? undefined : inlineText(heading.replace(/\{[^{}]*\}\s*$/, '')).text;
}

const LONGEST_HEADING = 500;

/** A table ends at an empty line, and at one without a bar: there pages go on without an empty line between. */
function readRows(lines: readonly string[], from: number): TableRow[] {
  const rows: TableRow[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (!line.includes('|')) {
      break;
    }
    rows.push({ cells: splitCells(line), line: index + 1 });
  }
  return rows;
}

/** The cells of a row: split at bars that have no backslash before them, those at the ends left out. */
function splitCells(line: string): Cell[] {
  const inner = line.trim().replace(/^>\s*/, '');
  const cells = inner.split(/(?<!\\)\|/);
  const first = cells[0]?.trim() === '' && inner.startsWith('|') ? 1 : 0;
  const last = cells.length > 1 && cells.at(-1)?.trim() === '' ? cells.length - 1 : cells.length;
  return cells.slice(first, last).map((cell) => inlineText(cell));
}

function isDelimiter(line: string, columns: number): boolean {
  const cells = line.trim().replace(/^>\s*/, '').replace(/^\|/, '').replace(/\|$/, '').split('|');
  return line.includes('-') && cells.length === columns && cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell.slice(0, LONGEST_HEADING)));
}
