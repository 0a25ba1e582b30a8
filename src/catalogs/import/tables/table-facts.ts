import type { Requirement, Scope } from '../../../scopes/requirement.ts';
import type { ImportedEndpoint, ImportedFacts, ImportedMethod, ImportedScope, SeveralMeaning, Statement } from '../facts.ts';
import { ImportError, type ImportProblem } from '../import-error.ts';
import { type Reading, type ReadingRules, readScopeExpression } from '../scope-expression.ts';
import { isScopeToken, scopePart, tokenize } from '../scope-tokens.ts';
import { readEndpoints } from './endpoint-cell.ts';
import { readMethodNames } from './method-names.ts';
import type { Cell, Table, TableRow } from './table.ts';
import { COLUMN_ROLES, type ColumnRole, type Columns, columnsByPosition, findColumns } from './table-columns.ts';

export interface TableOptions {
  readonly several?: SeveralMeaning | undefined;
  /** What the columns are, where their names do not tell; for all tables with as many columns. */
  readonly columns?: readonly ColumnRole[] | undefined;
  /** Address below which the paths of a table stand. */
  readonly baseUrl?: string | undefined;
}

/**
 * The facts of a page's tables: methods, endpoints, or whole APIs with the scopes that they need; a table of scopes alone gives the
 * vocabulary. Other tables are passed over.
 *
 * @throws ImportError when no table can be used; it says of each which column is missing
 */
export function readTables(tables: readonly Table[], options: TableOptions): ImportedFacts {
  const read = tables.map((table) => ({ table, columns: columnsOf(table, options) }));
  const usable = read.filter(({ columns }) => columns.scopes !== undefined);
  if (usable.length === 0) {
    throw new ImportError(tables.length === 0 ? { message: NO_TABLE } : tables.map(withoutScopes));
  }
  const cells = usable.flatMap(({ table, columns }) => table.rows.flatMap(({ cells: row }) => row[columns.scopes ?? 0] ?? []));
  const saysOr = cells.some(({ text }) => /\bor\b/i.test(text));
  const rules: ReadingRules = { known: knownScopes(cells), several: options.several, saysOr };
  const collected = usable.map(({ table, columns }) => readTable(table, columns, rules, options.baseUrl));
  const remarks = collected.flatMap((part) => part.remarks);
  const facts = {
    methods: collected.flatMap((part) => part.methods),
    endpoints: collected.flatMap((part) => part.endpoints),
    apis: collected.flatMap((part) => part.apis),
    scopes: distinctScopes(collected.flatMap((part) => part.scopes)),
  };
  if (Object.values(facts).every((list) => list.length === 0)) {
    throw new ImportError(remarks.length === 0 ? { message: 'has tables of scopes without rows' } : remarks);
  }
  return { ...facts, hosts: [...new Set(collected.flatMap((part) => part.hosts))], tokenEndpoints: [], remarks };
}

const NO_TABLE =
  'has no table: a Markdown table has a line of dashes below its header, a saved page a line such as "Method OAuth Scope" above its rows';

function withoutScopes({ header, line }: Table): ImportProblem {
  const names = header.map(({ text }) => JSON.stringify(text.slice(0, 40))).join(', ');
  return {
    line,
    message:
      `has no column of scopes: ${names}. Say what the columns are, from the left: --columns method,scopes ` +
      `(${COLUMN_ROLES.join(', ')})`,
  };
}

function columnsOf(table: Table, { columns }: TableOptions): Columns {
  return columns?.length === table.header.length ? columnsByPosition(columns) : findColumns(table);
}

/** Words that stand as code, alone in a cell, or between signs that words of a language have not. */
function knownScopes(cells: readonly Cell[]): ReadonlySet<Scope> {
  const known = new Set<Scope>();
  for (const { text, code } of cells) {
    const words = tokenize(text.slice(0, 5000)).flatMap((token) => (token.kind === 'word' ? [token.text] : []));
    const certain = words.length === 1 ? words : words.filter((word) => scopePart(word) || code.includes(word));
    certain.filter(isScopeToken).forEach((word) => known.add(word));
  }
  return known;
}

type TableFacts = Omit<ImportedFacts, 'title' | 'tokenEndpoints'>;

interface Collected {
  readonly methods: ImportedMethod[];
  readonly endpoints: ImportedEndpoint[];
  readonly apis: { readonly name: string; readonly scopes: readonly Scope[]; readonly line: number }[];
  readonly scopes: ImportedScope[];
  readonly hosts: string[];
  readonly remarks: ImportProblem[];
}

function readTable(table: Table, columns: Columns, rules: ReadingRules, baseUrl: string | undefined): TableFacts {
  const collected: Collected = { methods: [], endpoints: [], apis: [], scopes: [], hosts: [], remarks: [] };
  const subject = SUBJECTS.find((role) => columns[role] !== undefined);
  for (const row of table.rows) {
    const at = (role: keyof Columns): string | undefined => row.cells[columns[role] ?? -1]?.text;
    const remark = (message: string): void => void collected.remarks.push({ line: row.line, message });
    if (row.cells.length < table.header.length) {
      remark(`has ${row.cells.length} of the ${table.header.length} cells of its table (line ${table.line})`);
    }
    // The scopes of a whole API, or a list of all there are, say nothing of which are needed together.
    const isCall = subject === 'endpoint' || subject === 'method';
    const reading = readScopeExpression(at('scopes') ?? '', isCall ? rules : { ...rules, several: 'all' });
    if (reading.kind === 'unclear') {
      remark(`${reading.reason}; ${isCall ? 'what it needs stays unknown' : 'the row is passed over'}`);
    }
    const requires = reading.kind === 'requirement' ? reading.requires : null;
    const category = [subject === 'api' ? apiName(at('api') ?? '') : '', table.heading, 'Scopes'].find((name) => name !== '') ?? '';
    collected.scopes.push(...(requires ?? []).flat().map((name) => ({ name, category })));
    readSubject({ table, row, at, subject, reading, baseUrl, collected, remark });
  }
  return collected;
}

const SUBJECTS = ['endpoint', 'method', 'api'] as const;

interface RowContext {
  readonly table: Table;
  readonly row: TableRow;
  readonly at: (role: keyof Columns) => string | undefined;
  readonly subject: (typeof SUBJECTS)[number] | undefined;
  readonly reading: Reading;
  readonly baseUrl: string | undefined;
  readonly collected: Collected;
  readonly remark: (message: string) => void;
}

/** What the row speaks of. A row that names nothing is passed over with a remark. */
function readSubject({ table, row, at, subject, reading, baseUrl, collected, remark }: RowContext): void {
  const statement = statementOf(reading, row.line);
  if (subject === 'endpoint') {
    const endpoints = readEndpoints(at('endpoint') ?? '', at('verb'), baseUrl);
    if (typeof endpoints === 'string') {
      remark(endpoints);
      return;
    }
    collected.endpoints.push(...endpoints.map(({ verb, path }) => ({ verb, path, statements: [statement] })));
    collected.hosts.push(...endpoints.flatMap(({ host }) => host ?? []));
  } else if (subject === 'method') {
    const names = readMethodNames(at('method') ?? '');
    const group = at('class') ?? table.heading;
    if (names === undefined) {
      remark(`has ${JSON.stringify((at('method') ?? '').slice(0, 80))} where the name of a method is expected`);
    } else if (group === '' && names.some((name) => name.group === undefined)) {
      remark('names a method and not its class: it stands under no heading, and there is no column for it');
    } else {
      collected.methods.push(...names.map((name) => ({ group: name.group ?? group, member: name.member, statement })));
    }
  } else if (subject === 'api') {
    const scopes = reading.kind === 'requirement' ? reading.requires.flat() : [];
    const name = apiName(at('api') ?? '');
    if (name !== '' && scopes.length > 0) {
      collected.apis.push({ name, scopes: [...new Set(scopes)], line: row.line });
    }
  }
}

function statementOf(reading: Reading, line: number): Statement {
  const requires: Requirement | null = reading.kind === 'requirement' ? reading.requires : null;
  return { requires, certain: reading.kind !== 'requirement' || reading.certain, line };
}

/** The name without the sentence that describes it: "Users API (information about users)", "Contacts - all contacts". */
function apiName(text: string): string {
  const end = /\bAPI\b/.exec(text)?.index;
  return (end === undefined ? (text.split(/ \(| - | – |: /)[0] ?? '') : text.slice(0, end + 'API'.length)).trim().slice(0, 120);
}

function distinctScopes(scopes: readonly ImportedScope[]): ImportedScope[] {
  const byName = new Map<Scope, ImportedScope>();
  scopes.forEach((scope) => byName.has(scope.name) || byName.set(scope.name, scope));
  return [...byName.values()];
}
