import { Parser } from 'htmlparser2';
import { ImportError } from '../import-error.ts';
import { lineCounter } from '../line-counter.ts';
import type { Cell, Table, TableRow } from './table.ts';

/**
 * The tables of an HTML page: `th` and `td` with their spans, headings and captions. The parser passes events, and keeps no tree.
 * @throws ImportError for elements that are nested more than 1,000 deep: the time that the parser takes grows with the depth
 */
export function htmlTables(text: string): Table[] {
  const lineAt = lineCounter(text);
  const reader = createReader(lineAt);
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEEPEST) {
          throw new ImportError({ line: lineAt(parser.startIndex), message: `has elements that are nested more than ${DEEPEST} deep` });
        }
        reader.open(name, attributes, parser.startIndex);
      },
      ontext: (data) => reader.text(data),
      onclosetag(name) {
        depth -= 1;
        reader.close(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(text);
  return reader.tables;
}

const DEEPEST = 1000;

/** A cell that is being read. */
interface OpenCell {
  text: string;
  readonly code: string[];
  /** Start of the innermost `code`, in the text. */
  codeStart: number | undefined;
  readonly isHeader: boolean;
  readonly rows: number;
  readonly columns: number;
}

interface OpenTable {
  heading: string;
  readonly rows: { readonly cells: Cell[]; readonly line: number; readonly isHeader: boolean }[];
  row: { readonly cells: Cell[]; readonly line: number; isHeader: boolean } | undefined;
  cell: OpenCell | undefined;
  /** What cells of earlier rows put into the columns of this one. */
  readonly carried: Map<number, { readonly cell: Cell; rows: number }>;
}

interface Reader {
  readonly tables: Table[];
  open(name: string, attributes: Readonly<Record<string, string>>, offset: number): void;
  text(data: string): void;
  close(name: string): void;
}

/** Wider and longer spans say nothing that a table of scopes has. */
const MOST_COLUMNS = 50;
const MOST_ROWS = 1000;
const LONGEST_CELL = 10_000;

function createReader(lineAt: (offset: number) => number): Reader {
  const tables: Table[] = [];
  const open: OpenTable[] = [];
  let heading = '';
  let headingText: string | undefined;
  let captionText: string | undefined;
  let hidden = 0;

  const endCell = (table: OpenTable): void => {
    const { cell, row } = table;
    table.cell = undefined;
    if (cell === undefined || row === undefined) {
      return;
    }
    fillCarried(table, row.cells);
    const read: Cell = { text: squeeze(cell.text), code: cell.code };
    row.isHeader &&= cell.isHeader;
    for (let column = 0; column < cell.columns && row.cells.length < MOST_COLUMNS; column += 1) {
      if (cell.rows > 1) {
        table.carried.set(row.cells.length, { cell: read, rows: cell.rows - 1 });
      }
      row.cells.push(read);
    }
  };
  const endRow = (table: OpenTable): void => {
    endCell(table);
    if (table.row !== undefined) {
      fillCarried(table, table.row.cells);
      if (table.row.cells.length > 0) {
        table.rows.push(table.row);
      }
    }
    table.row = undefined;
  };

  return {
    tables,
    open(name, attributes, offset) {
      const table = open.at(-1);
      hidden += name === 'script' || name === 'style' || name === 'template' ? 1 : 0;
      if (name === 'table' && open.length < MOST_COLUMNS) {
        open.push({ heading, rows: [], row: undefined, cell: undefined, carried: new Map() });
      } else if (/^h[1-6]$/.test(name)) {
        headingText = '';
      } else if (name === 'caption' && table !== undefined) {
        captionText = '';
      } else if (name === 'tr' && table !== undefined) {
        endRow(table);
        table.row = { cells: [], line: lineAt(offset), isHeader: true };
      } else if ((name === 'td' || name === 'th') && table?.row !== undefined) {
        endCell(table);
        table.cell = {
          text: '',
          code: [],
          codeStart: undefined,
          isHeader: name === 'th',
          rows: span(attributes['rowspan'], MOST_ROWS),
          columns: span(attributes['colspan'], MOST_COLUMNS),
        };
      } else if (table?.cell !== undefined) {
        table.cell.text += /^(?:br|li|p|div|tr)$/.test(name) ? '\n' : '';
        table.cell.codeStart = name === 'code' || name === 'kbd' ? table.cell.text.length : table.cell.codeStart;
      }
    },
    text(data) {
      const cell = open.at(-1)?.cell;
      if (hidden > 0) {
        return;
      }
      if (captionText !== undefined) {
        captionText = (captionText + data).slice(0, LONGEST_CELL);
      } else if (headingText !== undefined) {
        headingText = (headingText + data).slice(0, LONGEST_CELL);
      } else if (cell !== undefined) {
        // A line feed of the source is no break.
        cell.text = (cell.text + data.replaceAll(/\s+/g, ' ')).slice(0, LONGEST_CELL);
      }
    },
    close(name) {
      const table = open.at(-1);
      hidden -= (name === 'script' || name === 'style' || name === 'template') && hidden > 0 ? 1 : 0;
      if (name === 'table' && table !== undefined) {
        endRow(table);
        open.pop();
        tables.push(...tableOf(table));
      } else if (/^h[1-6]$/.test(name) && headingText !== undefined) {
        heading = squeeze(headingText).replace(/[#¶]$/, '').trim();
        headingText = undefined;
      } else if (name === 'caption' && table !== undefined) {
        table.heading = squeeze(captionText ?? '') || table.heading;
        captionText = undefined;
      } else if ((name === 'code' || name === 'kbd') && table?.cell?.codeStart !== undefined) {
        table.cell.code.push(squeeze(table.cell.text.slice(table.cell.codeStart)));
        table.cell.codeStart = undefined;
      } else if (name === 'tr' && table !== undefined) {
        endRow(table);
      } else if ((name === 'td' || name === 'th') && table !== undefined) {
        endCell(table);
      }
    },
  };
}

/** The first row is the header, whether or not its cells are `th`. */
function tableOf({ heading, rows: [header, ...others] }: OpenTable): Table[] {
  const rows = others.filter(({ isHeader }) => !isHeader).map(({ cells, line }): TableRow => ({ cells, line }));
  return header === undefined ? [] : [{ heading, header: header.cells, line: header.line, rows }];
}

/** Puts the cells of earlier rows that reach down to this one into its next columns. */
function fillCarried({ carried }: OpenTable, cells: Cell[]): void {
  for (let above = carried.get(cells.length); above !== undefined && above.rows > 0; above = carried.get(cells.length)) {
    above.rows -= 1;
    cells.push(above.cell);
  }
}

function span(value: string | undefined, most: number): number {
  const count = /^\d{1,4}$/.test(value ?? '') ? Number(value) : 1;
  return Math.min(Math.max(count, 1), most);
}

function squeeze(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0\u200b]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
