import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../src/catalogs/built-in.ts';
import type { CatalogFile } from '../../../src/catalogs/catalog.ts';
import type { ImportOptions } from '../../../src/catalogs/import/import-options.ts';
import { importText, problemsOfImport } from './import-text.ts';
import { savedApiPage, savedMethodPage, seedRows } from './seed-tables.ts';

const options: ImportOptions = {
  provider: 'acme',
  source: { key: 'page', locator: 'page.md' },
  today: '2026-11-22',
  sdk: '@acme/sdk',
};

const imported = (text: string, changed: Partial<ImportOptions> = {}) => importText(text, 'page.md', { ...options, ...changed });
const problemsOf = (...parameters: Parameters<typeof imported>) => problemsOfImport(imported(...parameters));

/** Member, requirement and line of every row. */
function methodRows({ methods }: Pick<CatalogFile, 'methods'>, source: string): string[] {
  return methods
    .flatMap(({ member, rows }) => rows.map((row) => ({ ...row, member })))
    .filter((row) => row.source === source)
    .map(({ member, requires, line }) => JSON.stringify([line, member, requires]))
    .sort();
}

function withoutMember(row: string): string {
  const [line, , requires] = JSON.parse(row) as [number, string, unknown];
  return JSON.stringify([line, requires]);
}

describe('a table of methods', () => {
  it('of the page that the user saved gives the built-in rows', async () => {
    const { catalog, remarks } = await imported(savedMethodPage(seedRows()));
    // The built-in catalog has the row of a method for the same method of a returned object, too, and for its later names.
    const builtIn = methodRows(builtInCatalog('uipath') ?? catalog, 'seed');
    const rows = methodRows(catalog, 'page');
    expect(rows.filter((row) => !builtIn.includes(row))).toEqual([]);
    expect(new Set(rows.map(withoutMember))).toEqual(new Set(builtIn.map(withoutMember)));
    expect(catalog.methods.flatMap(({ rows }) => rows.filter(({ confidence }) => confidence === 'inferred'))).toEqual([]);
    expect(remarks).toEqual([]);
  });

  it('in Markdown: aliases, code, links, escapes, breaks', async () => {
    const { catalog, remarks } = await imported(
      [
        '# Scopes',
        '## Record *sets* {#record-sets}',
        '',
        '| Method | OAuth scope |',
        '|:--|--:|',
        '| `getAll()` / `list()` | `sets.read` or `sets` |',
        '| [get(id, options)](#get) | **sets\\_all** |',
        '| remove() | `sets`<br>`records` |',
        '| `count()` | None |',
        '| `other()` | |',
      ].join('\n'),
    );
    expect(catalog.methods.map(({ label, rows: [row] }) => [label, row?.requires, row?.line])).toEqual([
      ['RecordSets.getAll', [['sets.read', 'sets']], 6],
      ['RecordSets.list', [['sets.read', 'sets']], 6],
      ['RecordSets.get', [['sets_all']], 7],
      ['RecordSets.remove', [['sets'], ['records']], 8],
      ['RecordSets.count', [], 9],
      ['RecordSets.other', null, 10],
    ]);
    expect(remarks).toEqual([]);
  });

  it('names its classes in a cell, before a point, or by an option', async () => {
    const table = '| Class | Method | Scope |\n|---|---|---|\n| Users | get() | users:read |\n| Users | teams.list() | teams:read |';
    const { catalog } = await imported(table, { classes: new Map([['Users', 'UserService']]) });
    expect(catalog.methods.map(({ container, member }) => `${container}.${member}`)).toEqual(['UserService.get', 'Teams.list']);
  });

  it('that contradicts itself keeps both rows and says so', async () => {
    const { catalog, remarks } = await imported('## Users\n\n|Method|Scope|\n|-|-|\n|get()|a:x|\n|get()|b:x|\n|get()|a:x|');
    expect(catalog.methods[0]?.rows.map(({ requires, line }) => [requires, line])).toEqual([
      [[['a:x']], 5],
      [[['b:x']], 6],
    ]);
    expect(remarks).toEqual([
      '6: says of Users.get what differs from line 5; both are kept, and a call that meets only one of them is undecided',
    ]);
  });

  it('needs the name of the package', async () => {
    expect(await problemsOf('## Users\n\n|Method|Scope|\n|-|-|\n|get()|a:x|', { sdk: undefined })).toEqual([
      '5: names methods; say which package has them: --sdk <package>',
    ]);
  });
});

describe('a table of endpoints', () => {
  it('has the verb in a column named Method, and a note in parentheses; the page goes on below it', async () => {
    const { catalog, remarks } = await imported(
      [
        'API Endpoint to Scope Mapping:',
        'Endpoint | Method | Scope Required',
        '---------|--------|----------------',
        '/v2/conversations | GET | conversations:readonly',
        '/v2/conversations | POST | conversations:readonly (new)',
        '/v2/users/:id/presence | PATCH | presence:manage',
        'Key points: go on here',
      ].join('\n'),
      { baseUrl: 'https://api.acme.com/api/' },
    );
    expect(catalog.endpoints?.map(({ verb, path, rows: [row] }) => [verb, path, row?.requires, row?.line])).toEqual([
      ['GET', '/api/v2/conversations', [['conversations:readonly']], 4],
      ['POST', '/api/v2/conversations', [['conversations:readonly']], 5],
      ['PATCH', '/api/v2/users/{id}/presence', [['presence:manage']], 6],
    ]);
    expect(catalog.requests.hosts).toEqual(['api.acme.com']);
    expect(remarks).toEqual([]);
  });

  it('has verb and path in one cell, or a whole address', async () => {
    const { catalog } = await imported('|Request URL|Scopes|\n|-|-|\n|`GET /a/<id>/`|a:x|\n|POST https://API.acme.com/b?c=d|b:x|');
    expect(catalog.endpoints?.map(({ verb, path }) => `${verb} ${path}`)).toEqual(['GET /a/{id}', 'POST /b']);
    expect(catalog.requests.hosts).toEqual(['api.acme.com']);
  });
});

describe('a table of APIs', () => {
  it('that the user saved gives the built-in rows: scopes of whole APIs, and no requirement of a call', async () => {
    const { catalog } = await imported(savedApiPage());
    const builtIn = builtInCatalog('talkdesk');
    const rowsOf = ({ apis = [] }: Pick<CatalogFile, 'apis'>, source: string): unknown[] =>
      apis.filter((api) => api.source === source).map(({ name, scopes, line }) => [name, scopes, line]);
    expect(rowsOf(catalog, 'page').length).toBeGreaterThan(20);
    expect(rowsOf(catalog, 'page')).toEqual(rowsOf(builtIn ?? catalog, 'seed'));
    expect([catalog.methods, catalog.endpoints]).toEqual([[], []]);
  });
});

describe('a page that is no source', () => {
  it('has a table without a column of scopes', async () => {
    expect(await problemsOf('Text\n\n| Method | Notes |\n|---|---|\n| get() | users:read |')).toEqual([
      '3: has no column of scopes: "Method", "Notes". Say what the columns are, from the left: --columns method,scopes ' +
        '(method, class, endpoint, verb, api, scopes, -)',
    ]);
  });

  it('has rows with a cell missing, which stay unknown', async () => {
    const { catalog, remarks } = await imported('## Users\n\n|Method|Scope|\n|-|-|\n|get()|\n|list()|a:x|');
    expect(catalog.methods[0]?.rows).toEqual([{ requires: null, source: 'page', line: 5, confidence: 'exact' }]);
    expect(remarks).toEqual(['5: has 1 of the 2 cells of its table (line 3)']);
  });

  it('has no table, or one in a code block only', async () => {
    expect(await problemsOf('```\n|Method|Scope|\n|-|-|\n|get()|a:x|\n```')).toEqual([expect.stringContaining('has no table')]);
  });

  it('is read by position where its column names do not tell', async () => {
    const table = '## Users\n\n|Aufruf|Hinweis|Recht|\n|-|-|-|\n|get()|gut|a:x|';
    const { catalog } = await imported(table, { columns: ['method', '-', 'scopes'] });
    expect(catalog.methods.map(({ label }) => label)).toEqual(['Users.get']);
  });
});
