import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { findEndpoints } from '../../src/catalogs/endpoint-index.ts';
import { weakestRequirement } from '../../src/catalogs/rows-in-force.ts';

const catalog = builtInCatalog('talkdesk') as Catalog;
const index = indexCatalog(catalog);
const seed = JSON.parse(readFileSync(new URL('../fixtures/seeds/talkdesk.json', import.meta.url), 'utf8')) as {
  readonly rows: readonly { readonly api: string; readonly scopes: readonly string[]; readonly line: number }[];
};

describe('the table of the page', () => {
  it('has 24 APIs', () => {
    expect(seed.rows).toHaveLength(24);
    expect(catalog.apis).toHaveLength(24);
  });

  it.each(seed.rows.map((row) => [row.api, row.line, row] as const))('%s (line %i) is in the catalog', (_, __, { api, scopes, line }) => {
    expect(catalog.apis).toContainEqual({ name: api, scopes, source: 'seed', line });
    for (const scope of scopes) {
      expect(catalog.scopes.find(({ name }) => name === scope)?.sources).toContain('seed');
    }
  });

  it('says that a token with an added scope is refused for some minutes', () => {
    expect(catalog.scopeChanges).toEqual([{ change: 'added', refusedForMinutes: 401, source: 'seed', line: 3 }]);
  });
});

describe('scopes', () => {
  it('case 8: imply nothing: to write is not to read', () => {
    expect(catalog.scopes.filter((scope) => index.vocabulary.implied(scope.name).size > 1)).toEqual([]);
  });

  it('have the form that the catalog states, and those that have not are marked', () => {
    expect(catalog.scopes.filter(({ name }) => !index.grammar.token.test(name))).toEqual([]);
    expect(catalog.scopes.filter(({ irregular }) => irregular).map(({ name }) => name)).toEqual(['scim', 'tod.records-list.manage']);
    expect(index.grammar.token.test('tod-records-list.manage')).toBe(false);
  });

  it('that a page contradicts are known and never suggested', () => {
    const suspects = catalog.scopes.filter(({ suspect }) => suspect).map(({ name }) => name);
    expect(suspects).toEqual(['do-not-call-list:manage', 'record-lists:write', 'tod.records-list.manage']);
  });
});

describe('endpoints', () => {
  it('are 53, and each needs one scope', () => {
    expect(catalog.endpoints).toHaveLength(53);
    expect(catalog.endpoints?.filter(({ rows }) => rows.at(-1)?.requires?.length !== 1)).toEqual([]);
  });

  it('are found by verb and path', () => {
    const found = findEndpoints(index, { verb: 'GET', service: null, segments: [['users'], [null]] });
    expect(found.map(({ label }) => label)).toEqual(['GET /users/{id}']);
    expect(index.operation('GET /users/{id}')?.rows[0]?.requires).toEqual([['users:read']]);
  });

  it('case 56: have both statements where a page contradicts the table, and accept either', () => {
    const rows = index.operation('PATCH /record-lists/{id}')?.rows ?? [];
    expect(rows.map(({ requires, source, line }) => [requires, source, line])).toEqual([
      [[['record-lists:manage']], 'seed', 30],
      [[['record-lists:write']], 'reference', undefined],
    ]);
    expect(weakestRequirement(rows)).toEqual([['record-lists:write', 'record-lists:manage']]);
  });
});

it('requests go to the host of a region, and ask for tokens at that of an account', () => {
  expect(catalog.requests.hosts).toEqual(['api.talkdeskapp.com', 'api.talkdeskapp.eu', 'api.talkdeskappca.com']);
  expect(catalog.requests.tokenEndpoints).toContain('.talkdeskid.eu/oauth/token');
});
