import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/catalogs/import/decode-text.ts';
import { importCatalog } from '../../../src/catalogs/import/import-catalog.ts';
import { ImportError } from '../../../src/catalogs/import/import-error.ts';
import { readDescribedScopes } from '../../../src/catalogs/import/openapi/described-scopes.ts';
import { markdownTables } from '../../../src/catalogs/import/tables/markdown-tables.ts';
import { plainTables } from '../../../src/catalogs/import/tables/plain-tables.ts';

const options = { provider: 'acme', source: { key: 'page', locator: 'page.md' }, today: '2026-11-22', sdk: '@acme/sdk' };

/** What a regular expression that goes back would take minutes for; the test's own time limit is the assertion. */
const strings: readonly (readonly [string, string])[] = [
  ['bars', '|'.repeat(200_000)],
  ['brackets', '['.repeat(200_000)],
  ['links', '[a]('.repeat(50_000)],
  ['backticks', 'a`'.repeat(100_000)],
  ['backticks of growing length', Array.from({ length: 600 }, (_, length) => '`'.repeat(length)).join('a')],
  ['underscores', '_a*'.repeat(60_000)],
  ['underscores in a row', `${'_'.repeat(200_000)}a`],
  ['spaces', `a${' '.repeat(200_000)}b`],
  ['tags', '<a '.repeat(60_000)],
  ['hashes', `## ${'# '.repeat(100_000)}a`],
  ['dashes', '-'.repeat(200_000)],
  ['parentheses', '('.repeat(200_000)],
  ['words', 'a.b or '.repeat(40_000)],
  ['calls', 'a()/'.repeat(50_000)],
  ['addresses', `/${'{a}/:b<c>'.repeat(30_000)}`],
  ['scopes', 'a.'.repeat(100_000)],
];

describe('a page that somebody made to keep the reader busy', () => {
  it.each(strings)('with %s ends', async (_name, text) => {
    const page = `## A\n\n|Method|Scope|\n|-|-|\n|${text.replaceAll('|', '\\|')}|${text.replaceAll('|', '\\|')}|\n|get()|a:x|\n\n${text}\n${text}\n`;
    const { catalog } = await importCatalog(page, 'page.md', options);
    expect(catalog.methods.map(({ label }) => label)).toContain('A.get');
    const endpoints = `|Endpoint|Scope|\n|-|-|\n|GET ${text.replaceAll('|', '\\|')}|a:x|\n|GET /a|a:x|`;
    expect((await importCatalog(endpoints, 'page.md', options)).catalog.endpoints?.length).toBeGreaterThan(0);
    markdownTables(text);
    plainTables(`Method OAuth Scope\n${text}`);
    readDescribedScopes(`Required scopes: ${text}`, { several: undefined, saysOr: false });
    readDescribedScopes(text, { several: undefined, saysOr: false });
  });

  it('with names of prototypes gives methods of these names, and changes none', async () => {
    const { catalog } = await importCatalog(
      '## `__proto__`\n\n|Method|Scope|\n|-|-|\n|constructor()|`__proto__`|\n|toString()|hasOwnProperty|',
      'page.md',
      options,
    );
    expect(catalog.methods.map(({ label, rows: [row] }) => [label, row?.requires])).toEqual([
      ['__proto__.constructor', [['__proto__']]],
      ['__proto__.toString', [['hasOwnProperty']]],
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('bytes that are no text', () => {
  const lineOf = (bytes: readonly number[]): unknown => {
    try {
      return decodeText(Uint8Array.from(bytes));
    } catch (error) {
      return error instanceof ImportError ? error.problems : error;
    }
  };

  it('are refused with the line that shows it', () => {
    expect(lineOf([0x61, 0x0a, 0xe9, 0x0a])).toEqual([{ line: 2, message: 'is not UTF-8; save it as UTF-8 and import it again' }]);
    expect(lineOf([0xff, 0xfe, 0x61, 0x00])).toEqual([{ line: 1, message: 'is UTF-16; save it as UTF-8 and import it again' }]);
    expect(lineOf([0x61, 0x0a, 0x00])).toEqual([{ line: 2, message: 'holds a zero byte: it is no text' }]);
    expect(lineOf([0xef, 0xbb, 0xbf, 0xc3, 0xa9])).toBe('é');
  });
});
