import { HTTP_VERBS } from '../../http-verb.ts';
import type { Cell, Table } from './table.ts';

/** What a column says of a row. `class`: whose method it is; `-`: nothing that matters. */
export const COLUMN_ROLES = ['method', 'class', 'endpoint', 'verb', 'api', 'scopes', '-'] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The position of each column that matters. */
export type Columns = Partial<Readonly<Record<Exclude<ColumnRole, '-'>, number>>>;

/** The columns by their names; a column named "Method" holds verbs where its cells do. The first of several counts. */
export function findColumns(table: Table): Columns {
  return columnsByPosition(table.header.map((name, column) => roleOf(name, table, column)));
}

export function columnsByPosition(roles: readonly ColumnRole[]): Columns {
  const columns: Partial<Record<Exclude<ColumnRole, '-'>, number>> = {};
  roles.forEach((role, column) => {
    if (role !== '-') {
      columns[role] ??= column;
    }
  });
  return columns;
}

function roleOf({ text }: Cell, table: Table, column: number): ColumnRole {
  const name = text.toLowerCase();
  if (/\bscopes?\b/.test(name) && !/\bdescription\b/.test(name)) {
    return 'scopes';
  }
  if (/^(?:http )?(?:method|verb)s?$/.test(name) && holdsVerbs(table, column)) {
    return 'verb';
  }
  const [role = '-'] = NAMES.find(([, pattern]) => pattern.test(name)) ?? [];
  return role;
}

const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['endpoint', /\b(?:endpoint|path|route|url|uri)s?\b/],
  ['method', /\b(?:methods?|functions?|operations?|calls?)\b/],
  ['class', /^(?:class|client|service|interface|object)(?: name)?$/],
  ['api', /^(?:apis?|products?|resources?)(?: name)?$/],
];

function holdsVerbs({ rows }: Table, column: number): boolean {
  const cells = rows.map(({ cells: { [column]: cell } }) => cell?.text.trim() ?? '').filter((text) => text !== '');
  return cells.length > 0 && cells.every((text) => text.split(/[\s,/|]+/).every((word) => isVerb(word.toUpperCase())));
}

function isVerb(word: string): boolean {
  return (HTTP_VERBS as readonly string[]).includes(word);
}
