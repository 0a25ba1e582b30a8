import { headingAt } from './markdown-tables.ts';
import type { Cell, Table, TableRow } from './table.ts';

/**
 * The tables of a page that was saved as text: a line of column names ("Method OAuth Scope"), below it one row a line, the columns apart
 * by a tab or by nothing but a space. In the second form a row says where its columns end: `getAll()`, a verb and a path are no scopes.
 */
export function plainTables(text: string): Table[] {
  const lines = text.split(/\r\n|\n|\r/);
  const tables: Table[] = [];
  let heading = '';
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const header = readHeader(line);
    if (header === undefined) {
      const plain = line.trim();
      heading = headingAt(lines, index) ?? (plain !== '' && plain.length <= LONGEST_HEADING ? plain : heading);
      continue;
    }
    const rows: TableRow[] = [];
    while (index + 1 < lines.length && (lines[index + 1] ?? '').trim() !== '') {
      index += 1;
      rows.push({ cells: splitRow(lines[index] ?? '', header), line: index + 1 });
    }
    tables.push({ heading, header, line: index + 1 - rows.length, rows });
  }
  return tables;
}

const LONGEST_HEADING = 120;

/** Ends in a name that speaks of scopes, and begins with one that says what needs them. */
function readHeader(line: string): Cell[] | undefined {
  const text = line.trim();
  if (text.length > LONGEST_HEADING || !/\bscopes?\b/i.test(text)) {
    return undefined;
  }
  if (text.includes('\t')) {
    return text.split('\t').map(cellOf);
  }
  const match = /^(Methods?|Functions?|Endpoints?)(?: (Method|Verb))? ((?:[A-Z]\w* ){0,3}Scopes?(?: Required)?)$/i.exec(text);
  return match?.slice(1).filter((name) => (name as string | undefined) !== undefined).map(cellOf);
}

function splitRow(line: string, header: readonly Cell[]): Cell[] {
  const text = line.trim();
  if (text.includes('\t')) {
    return text.split('\t').map(cellOf);
  }
  const words = text.split(/\s+/);
  const cells: string[] = [];
  let position = 0;
  for (let column = 0; column < header.length - 1; column += 1) {
    const start = position;
    const kind = leadingKind(words[position] ?? '');
    while (position < words.length && kind !== undefined && continues(words, position, kind)) {
      position += 1;
    }
    cells.push(words.slice(start, position).join(' '));
  }
  const rest = words.slice(position).join(' ');
  return [...cells.filter((cell) => cell !== ''), ...(rest === '' ? [] : [rest])].map(cellOf);
}

type LeadingKind = 'call' | 'verb' | 'path';

function leadingKind(word: string): LeadingKind | undefined {
  if (/^[\w$.]+\([^()]*\)[,/]?$/.test(word)) {
    return 'call';
  }
  return /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(word) ? 'verb' : /^(?:\/|https?:\/\/)\S+$/.test(word) ? 'path' : undefined;
}

/** `getRecordById() / getRecord()` is one column. */
function continues(words: readonly string[], position: number, kind: LeadingKind): boolean {
  const [word = '', next = ''] = words.slice(position);
  return leadingKind(word) === kind || (word === '/' && leadingKind(next) === kind);
}

function cellOf(text: string): Cell {
  return { text: text.trim(), code: [] };
}
