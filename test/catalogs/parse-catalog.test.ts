import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { CatalogError, parseCatalog } from '../../src/catalogs/parse-catalog.ts';

const small: Catalog = {
  version: 1,
  provider: 'acme',
  title: 'Acme',
  date: '2026-11-01',
  sources: { docs: { title: 'Acme scopes', locator: 'https://acme.example/scopes' } },
  grammar: { token: '^[a-z:]+$' },
  alwaysAllowed: ['openid'],
  scopes: [
    { name: 'jobs', category: 'Jobs', implies: ['jobs:read'], sources: ['docs'] },
    { name: 'jobs:read', category: 'Jobs', sources: ['docs'] },
  ],
  methods: [
    {
      label: 'Jobs.list',
      modules: ['acme'],
      container: 'JobsApi',
      member: 'list',
      rows: [{ requires: [['jobs', 'jobs:read']], source: 'docs', confidence: 'exact' }],
    },
    {
      label: 'Jobs.ping',
      modules: ['acme'],
      container: 'JobsApi',
      member: 'ping',
      rows: [{ requires: null, source: 'docs', confidence: 'exact' }],
    },
  ],
  permissions: [],
  combinations: [],
  clients: [],
  declarations: { files: [], environmentKeys: [] },
  requests: { segments: [], hosts: [], unscopedSegments: [] },
};

/** The small catalog with `facets` put into what stands at the path; `undefined` takes a key out. */
function changed(path: readonly (string | number)[], facets: object): string {
  const copy: unknown = structuredClone(small);
  const target = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], copy);
  Object.assign(target as object, facets);
  return JSON.stringify(copy, null, 2);
}

function failure(text: string): CatalogError {
  try {
    parseCatalog(text, 'acme.json');
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogError);
    return error as CatalogError;
  }
  throw new Error('The catalog was accepted');
}

/** The small catalog with its only stated row changed. */
const row = (facets: object): string => changed(['methods', 0, 'rows', 0], facets);

describe('parseCatalog', () => {
  it('reads a catalog, and keeps "needs none" and "unknown" apart', () => {
    expect(parseCatalog(JSON.stringify(small), 'acme.json')).toEqual(small);
    expect(parseCatalog(JSON.stringify(small), 'acme.json').methods[1]?.rows[0]?.requires).toBeNull();
  });

  it('allows an editor to be told of the schema', () => {
    expect(parseCatalog(JSON.stringify({ $schema: 'x.json', ...small }), 'acme.json').provider).toBe('acme');
  });

  it.each(providers())('accepts the catalog of %s that is part of the package, as it is read at run time', (provider) => {
    const file = new URL(`../../src/catalogs/data/${provider}.json`, import.meta.url);
    expect(parseCatalog(readFileSync(file, 'utf8'), file.pathname)).toEqual(builtInCatalog(provider));
  });

  it.each<[string, string, string]>([
    ['a misspelt key', changed(['scopes', 0], { implied: [] }), 'scopes[0] (jobs) implied: Expected no such key, got "implied"'],
    [
      'a path that is no template',
      changed([], { endpoints: [{ verb: 'GET', path: '/jobs/{id', rows: [] }] }),
      'endpoints[0] (GET /jobs/{id) path: Expected segments with parameters in braces, and no query, got "/jobs/{id"',
    ],
    [
      'a service that is not listed',
      changed([], { endpoints: [{ label: 'Job', verb: 'GET', service: 'jobs_', path: '/jobs', rows: [] }] }),
      'endpoints[0] (Job) service: Expected a segment of "requests.services", got "jobs_"',
    ],
    ['a lacking key', changed([], { title: undefined }), 'title: Expected "title", got undefined'],
    ['a wrong type', changed(['methods', 0], { rows: {} }), 'methods[0] (Jobs.list) rows: Expected Array, got Object'],
    ['a clause without alternatives', row({ requires: [[]] }), 'rows[0].requires[0]: Expected at least one alternative'],
    ['a scope with a space in it', row({ requires: [['a b']] }), 'rows[0].requires[0][0]: Expected a scope token (RFC 6749, section'],
    ['a scope that is not listed', row({ requires: [['nobody']] }), 'rows[0].requires[0]: Expected scopes of this catalog, got "nobody"'],
    ['an implied scope that is not listed', changed(['scopes', 0], { implies: ['x'] }), 'scopes[0] (jobs) implies:'],
    ['a source that is not listed', row({ source: '__proto__' }), 'rows[0].source: Expected a key of "sources", got "__proto__"'],
    ['a date that is none', row({ since: 'May 13' }), 'rows[0].since: Expected a date as YYYY-MM-DD, got "May 13"'],
    ['an end before the start', row({ since: '2026-05-13', until: '2026-05-12' }), 'rows[0].until: Expected a day after 2026-05-13'],
    ['a confidence of its own', row({ confidence: 'sure' }), 'rows[0].confidence: Expected ("exact" | "inferred"), got "sure"'],
    ['a scope twice', changed(['scopes', 1], { name: 'jobs' }), 'scopes[1] (jobs): Expected each scope once'],
    ['a label twice', changed(['methods', 1], { label: 'Jobs.list' }), 'methods[1] (Jobs.list): Expected each label once'],
    ['a member twice', changed(['methods', 1], { member: 'list' }), 'Expected each member once, got "JobsApi.list" again'],
    ['an alias to nowhere', changed([], { containerAliases: { A: 'B' } }), 'containerAliases.A: Expected the container of'],
    ['a broken expression', changed(['grammar'], { token: '(' }), 'grammar.token: Expected a regular expression'],
    ['an expression that a name could keep busy for years', changed(['grammar'], { token: '^(?:[a-z]+)*:$' }),
      'grammar.token: Expected a pattern that reads a text in one way: parts that repeat and take the same characters need something between them'],
    ['another version', changed([], { version: 2 }), 'version: Expected 1, got 2'],
    ['no object', '7', 'Expected Object, got 7'],
  ])('refuses %s and says where and what was expected', (_what, text, message) => {
    expect(failure(text).message).toContain(message);
    expect(failure(text).message).not.toContain('\n');
  });

  it('refuses rows that are not in order of their dates', () => {
    const rows = ['2026-05-13', '2026-05-01'].map((since) => ({ requires: [], since, source: 'docs', confidence: 'exact' }));
    expect(failure(changed(['methods', 0], { rows })).message).toContain(
      'methods[0] (Jobs.list) rows[1]: Expected the newest row last, got 2026-05-01 after 2026-05-13',
    );
  });

  it('gives the place in the file, and counts what else is wrong', () => {
    const [first, second] = small.scopes;
    const text = changed([], { scopes: [{ ...first, category: 7 }, { ...second, category: 7 }] });
    const { file, line, column, message } = failure(text);
    expect(text.split('\n')[line - 1]?.slice(column - 1)).toBe('7,');
    expect({ file, message }).toEqual({ file: 'acme.json', message: 'scopes[0] (jobs) category: Expected string, got 7 (and 1 more)' });
  });

  it.each([
    ['{ "version": 1,\n  oops }', 2, 3],
    ['', 1, 1],
    ['// no comments\n{}', 1, 1],
    ['{ "version": 1, }', 1, 17],
  ])('refuses %j as no JSON', (text, line, column) => {
    expect(failure(text)).toMatchObject({ line, column });
    expect(failure(text).message).toMatch(/^Expected JSON, got a syntax error \(\w+\)$/);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(parseCatalog(`\uFEFF${JSON.stringify(small)}`, 'acme.json').provider).toBe('acme');
  });

  it('is not fooled by keys of the prototype', () => {
    expect(failure('{ "__proto__": { "version": 1 } }').message).toContain('Expected "version", got undefined');
  });
});
