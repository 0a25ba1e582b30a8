import { describe, expect, it } from 'vitest';
import type { CatalogFile } from '../../../src/catalogs/catalog.ts';
import { importCatalog } from '../../../src/catalogs/import/import-catalog.ts';
import { mergeCatalog } from '../../../src/catalogs/import/merge-catalog.ts';
import { printCatalog } from '../../../src/catalogs/import/print-catalog.ts';
import { parseCatalog } from '../../../src/catalogs/parse-catalog.ts';

async function page(key: string, rows: readonly string[], date?: string): Promise<CatalogFile> {
  const table = ['|Endpoint|Scope|', '|-|-|', ...rows].join('\n');
  const { catalog } = await importCatalog(table, key, { provider: 'acme', source: { key, locator: `${key}.md`, date }, today: '2026-11-22' });
  return catalog;
}

function rowsOf(catalog: CatalogFile): unknown {
  parseCatalog(printCatalog(catalog), 'acme.json');
  const entries = (catalog.endpoints ?? []).map(({ verb, path, rows }) => [
    `${verb} ${path}`,
    rows.map(({ requires, source, since }) => [requires?.flat().join(' ') ?? null, source, ...(since === undefined ? [] : [since])].join(' ')),
  ]);
  return Object.fromEntries(entries) as unknown;
}

describe('a catalog and another source', () => {
  it('keeps what it says, takes what is new, and has what differs as a newer row', async () => {
    const one = await page('one', ['|GET /a|a:x|', '|GET /b|b:x|', '|GET /c||'], '2026-01-01');
    const other = await page('other', ['|GET /a|a:y|', '|GET /b|b:x|', '|GET /c|c:x|', '|GET /d|d:x|'], '2026-06-01');
    const merged = mergeCatalog({ ...one, requests: { ...one.requests, hosts: ['api.acme.com'] } }, other);
    expect(rowsOf(merged)).toEqual({
      'GET /a': ['a:x one', 'a:y other 2026-06-01'],
      'GET /b': ['b:x one'],
      'GET /c': [' one', 'c:x other 2026-06-01'],
      'GET /d': ['d:x other'],
    });
    expect(merged).toMatchObject({ date: '2026-06-01', requests: { hosts: ['api.acme.com'] } });
    expect(merged.scopes.map(({ name, sources }) => [name, sources.join()])).toContainEqual(['b:x', 'one,other']);
  });

  it('replaces what it has of the same source, and forgets what only that source named', async () => {
    const old = mergeCatalog(await page('one', ['|GET /a|a:x|']), await page('two', ['|GET /a|a:y|', '|GET /b|b:x|']));
    expect(rowsOf(mergeCatalog(old, await page('two', ['|GET /a|a:z|'])))).toEqual({ 'GET /a': ['a:x one', 'a:z two'] });
  });

  it('must not be mistaken: another page by the same name, a difference without a day', async () => {
    const one = await page('one', ['|GET /a|a:x|']);
    const [key] = Object.keys(one.sources);
    const elsewhere = { ...one, sources: { [key ?? '']: { title: 'Other', locator: 'elsewhere.md' } } };
    expect(() => mergeCatalog(one, elsewhere)).toThrow('cannot be the source "one", which is one.md; give it a name of its own: --source <key>');
    const dated = mergeCatalog(one, await page('two', ['|GET /a|a:y|'], '2026-06-01'));
    const undated = await page('three', ['|GET /a|a:z|']);
    expect(() => mergeCatalog(dated, undated)).toThrow('say when this source was published: --source-date <date>');
  });
});
