import { describe, expect, it } from 'vitest';
import { importCatalog } from '../../../src/catalogs/import/import-catalog.ts';
import type { ImportOptions } from '../../../src/catalogs/import/import-options.ts';
import { htmlTables } from '../../../src/catalogs/import/tables/html-tables.ts';

const options: ImportOptions = { provider: 'acme', source: { key: 'page', locator: 'page.html' }, today: '2026-11-22', sdk: '@acme/sdk' };

async function rows(html: string): Promise<unknown[]> {
  const { catalog } = await importCatalog(html, 'page.html', options);
  return catalog.methods.flatMap((method) => method.rows.map(({ requires, line }) => [method.label, requires, line]));
}

describe('tables of an HTML page', () => {
  it('have headings, code, breaks, entities, and ends that are left out', async () => {
    const html = `<!doctype html>
<h2>Record sets <a href="#sets">#</a></h2>
<script>const table = '<table><tr><th>Scope</th></tr></table>';</script>
<table>
  <thead><tr><th>Method<th>OAuth scope</thead>
  <tr><td><code>getAll()</code> / <code>list()</code><td><code>sets.read</code> or
      <code>sets</code>
  <tr><td>remove(id,&nbsp;options)<td><code>sets</code><br><code>records</code>
  <tr><td>count()<td>none
</table>
<h2>Users</h2>
<table><tbody>
<tr><td><b>Method</b></td><td>Scopes</td></tr>
<tr><td>get()</td><td>users&#58;read</td></tr>
</tbody></table>`;
    expect(await rows(html)).toEqual([
      ['RecordSets.getAll', [['sets.read', 'sets']], 6],
      ['RecordSets.list', [['sets.read', 'sets']], 6],
      ['RecordSets.remove', [['sets'], ['records']], 8],
      ['RecordSets.count', [], 9],
      ['Users.get', [['users:read']], 14],
    ]);
  });

  it('have cells that reach over several rows and columns', async () => {
    const html = `<table>
<tr><th>Class</th><th>Method</th><th>Scope</th></tr>
<tr><td rowspan="2">Users</td><td>get()</td><td rowspan="3">users:read</td></tr>
<tr><td>list()</td></tr>
<tr><td>Teams</td><td>list()</td></tr>
</table>`;
    expect(await rows(html)).toEqual([
      ['Users.get', [['users:read']], 3],
      ['Users.list', [['users:read']], 4],
      ['Teams.list', [['users:read']], 5],
    ]);
  });

  it('stand in tables that lay out a page, and may have a caption', () => {
    const html = '<table><tr><td><table><caption>Users</caption><tr><th>Method<th>Scope<tr><td>get()<td>a:x</table></td></tr></table>';
    expect(htmlTables(html).map(({ heading, rows: [row] }) => [heading, row?.cells.map(({ text }) => text)])).toEqual([
      ['Users', ['get()', 'a:x']],
      ['', undefined],
    ]);
  });

  it('nested without end, with spans without end, or never closed stay bounded', () => {
    expect(() => htmlTables(`<p>\n${'<table><tr><td>'.repeat(4_000_000)}`)).toThrow('has elements that are nested more than 1000 deep');
    expect(htmlTables('<table><tr><td>'.repeat(300)).length).toBeLessThan(100);
    expect(htmlTables(`<table><tr>${'<td colspan="9999" rowspan="9999">x'.repeat(1000)}<tr><td>y</table>`)[0]?.header.length).toBe(50);
    expect(htmlTables(`<table><tr><td>${'<b>'.repeat(900)}x${'<br><img>'.repeat(5000)}</table>`)).toHaveLength(1);
    expect(htmlTables(`<table><tr><td>${'<code>a</code> '.repeat(20_000)}</table>`)[0]?.header[0]?.text.length).toBeLessThanOrEqual(10_000);
  });
});
