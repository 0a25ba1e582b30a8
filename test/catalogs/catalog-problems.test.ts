import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { providers } from '../../src/catalogs/built-in.ts';
import type { CatalogFile } from '../../src/catalogs/catalog.ts';
import { catalogNotes, everyCatalogProblem } from '../../src/catalogs/catalog-problems.ts';

const catalog: CatalogFile = {
  version: 1,
  provider: 'acme',
  title: 'Acme',
  date: '2026-11-22',
  sources: { page: { title: 'Scopes', locator: 'https://acme.com/scopes' } },
  grammar: { token: '^[a-z]+:[a-z]+$' },
  alwaysAllowed: ['openid'],
  scopes: [{ name: 'jobs:read', category: 'Jobs', sources: ['page'] }],
  methods: [],
  permissions: [],
  combinations: [],
  clients: [],
  declarations: { files: [], environmentKeys: [] },
  requests: { segments: [], hosts: [], unscopedSegments: [] },
};

const row = { requires: [['jobs:read']], source: 'page', confidence: 'exact' } as const;

function problems(changed: Partial<CatalogFile> | Readonly<Record<string, unknown>>): string[] {
  const text = JSON.stringify({ ...catalog, ...changed }, undefined, 1);
  return everyCatalogProblem(text).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('everything that is wrong with a catalog', () => {
  it('is listed at once, in the order of the file, with places', () => {
    const endpoints = [
      { verb: 'GET', path: '/a', rows: [{ ...row, source: 'gone' }] },
      { verb: 'GET', path: '/a', rows: [{ ...row, requires: [['jobs:write']] }] },
    ];
    expect(problems({ endpoints }).map((problem) => problem.replace(/^\d+:\d+ /, ''))).toEqual([
      'endpoints[0] (GET /a) rows[0].source: Expected a key of "sources", got "gone"',
      'endpoints[1] (GET /a): Expected each label once, got "GET /a" again',
      'endpoints[1] (GET /a) rows[0].requires[0]: Expected scopes of this catalog, got "jobs:write"',
    ]);
  });

  it('is told with line and column', () => {
    expect(everyCatalogProblem('{\n  "version": 2\n}')[0]).toMatchObject({ line: 1, column: 1 });
    expect(everyCatalogProblem('{\n  "version": 1,\n}')).toEqual([
      { line: 3, column: 1, message: 'Expected JSON, got a syntax error (PropertyNameExpected)' },
    ]);
    const [problem] = everyCatalogProblem(JSON.stringify({ ...catalog, title: 7 }, undefined, 2));
    expect(problem).toMatchObject({ line: 4, column: 12 });
  });

  it('includes names that do not have the form which the catalog states, unless it says so', () => {
    const scope = { name: 'JOBS', category: 'Jobs', sources: [] };
    expect(problems({ scopes: [scope] })).toEqual([
      expect.stringContaining('(JOBS) name: Expected the form ^[a-z]+:[a-z]+$, got "JOBS"; say "irregular" of a scope that breaks the rule'),
    ]);
    expect(problems({ scopes: [{ ...scope, irregular: true }] })).toEqual([]);
  });

  it('includes rows and alternatives that say the same twice', () => {
    const rows = [row, { ...row, line: 3 }, { ...row, requires: [['jobs:read', 'jobs:read']] }];
    expect(problems({ endpoints: [{ verb: 'GET', path: '/a', rows }] })).toEqual([
      expect.stringContaining('rows[1]: Expected each row once, got what "page" says already'),
      expect.stringContaining('rows[2].requires[0]: Expected each alternative once, got "jobs:read or jobs:read"'),
    ]);
  });

  it('is one line where it is nested too deeply to be read', () => {
    expect(everyCatalogProblem('['.repeat(200_000))).toHaveLength(1);
  });

  it('is what it lacks, and the one key that it has, where the value of that is nested as deeply as can be read', () => {
    const messages = everyCatalogProblem(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`).map(({ message }) => message);
    expect(messages).toEqual([
      ...Object.keys(catalog).map((key) => `${key}: Expected "${key}", got undefined`),
      'a: Expected no such key, got "a"',
    ]);
  });
});

describe('notes', () => {
  it('name clauses of which no alternative can be advised', () => {
    const scopes = [
      { name: 'a:x', category: 'A', suspect: true, sources: [] },
      { name: 'b:x', category: 'B', replacedBy: 'jobs:read', sources: [] },
      ...catalog.scopes,
    ];
    const endpoints = [
      { verb: 'GET', path: '/a', rows: [{ ...row, requires: [['a:x', 'b:x']] }] },
      { verb: 'PUT', path: '/a', rows: [{ ...row, requires: [['a:x', 'jobs:read'], ['openid']] }] },
    ];
    expect(catalogNotes(JSON.stringify({ ...catalog, scopes, endpoints })).map(({ message }) => message)).toEqual([
      'endpoints[0] (GET /a) rows[0].requires[0]: has no alternative that a tool may advise to ask for, only "a:x or b:x"',
    ]);
  });

  it.each(providers())('are all that there is to say of the built-in catalog of %s', (provider) => {
    expect(everyCatalogProblem(readFileSync(new URL(`../../src/catalogs/data/${provider}.json`, import.meta.url), 'utf8'))).toEqual([]);
  });
});
