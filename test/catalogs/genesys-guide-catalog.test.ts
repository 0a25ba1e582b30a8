import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { weakestRequirement } from '../../src/catalogs/rows-in-force.ts';
import { inspectScopeString } from '../../src/scopes/inspect.ts';

const catalog = builtInCatalog('genesys-guide') as Catalog;
const index = indexCatalog(catalog);

interface Line {
  readonly line: number;
}
/** The facts of the guide, extracted from its text. */
const seed = JSON.parse(readFileSync(new URL('../fixtures/seeds/genesys-guide.json', import.meta.url), 'utf8')) as {
  readonly scopes: readonly (Line & { readonly name: string; readonly category: string })[];
  readonly mappings: readonly (Line & { readonly verb: string | null; readonly path: string; readonly scope: string })[];
  readonly profiles: readonly (Line & { readonly name: string; readonly scopes: readonly string[] })[];
  readonly rejected: readonly (Line & { readonly scope: string })[];
  readonly mistakes: readonly (Line & { readonly wrong: string; readonly right: string })[];
  readonly rules: readonly (Line & { readonly rule: string })[];
};

describe('the vocabulary', () => {
  it('has 48 scopes in seven categories', () => {
    expect(seed.scopes).toHaveLength(48);
    expect(new Set(seed.scopes.map(({ category }) => category)).size).toBe(7);
  });

  it.each(seed.scopes)('$name (line $line)', ({ name, category }) => {
    expect(catalog.scopes.find((scope) => scope.name === name)).toMatchObject({ category });
    expect(index.grammar.token.test(name)).toBe(true);
  });

  it('keeps the one scope that has a segment more than the guide allows, and says so', () => {
    expect(catalog.scopes.filter(({ irregular }) => irregular).map(({ name }) => name)).toEqual(['conversations:external:contact:add']);
    expect(index.grammar.token.test('conversations:external:contact:remove')).toBe(false);
  });

  it('knows a scope that the guide names in passing, and never suggests it', () => {
    expect(catalog.scopes.find(({ name }) => name === 'conversations:manage')?.suspect).toBe(true);
  });

  it('implies nothing: the guide states no implication', () => {
    expect(catalog.scopes.filter(({ implies }) => implies !== undefined)).toEqual([]);
  });
});

describe('what an endpoint needs', () => {
  it('is stated 20 times', () => {
    expect(seed.mappings).toHaveLength(20);
  });

  it.each(seed.mappings)('$verb $path: $scope (line $line)', ({ verb, path, scope }) => {
    const rows = index.operation(`${verb ?? 'GET'} /api/v2${path.replace(/^\/v2/, '')}`)?.rows ?? [];
    expect(rows.map(({ requires }) => requires)).toContainEqual([[scope]]);
  });

  it('case 56: is both where the guide contradicts itself, and either will do', () => {
    const rows = index.operation('POST /api/v2/conversations')?.rows ?? [];
    expect(rows.map(({ requires, line }) => [requires, line])).toEqual([
      [[['conversations:manage']], 328],
      [[['conversations:readonly']], 460],
    ]);
    expect(weakestRequirement(rows)).toEqual([['conversations:readonly', 'conversations:manage']]);
  });

  it('case 57: is inferred where the guide names no verb', () => {
    expect(index.operation('GET /api/v2/conversations/{id}/notes')?.rows).toMatchObject([{ confidence: 'inferred', line: 104 }]);
  });
});

it.each(seed.profiles)('the profile $name (line $line)', ({ name, scopes, line }) => {
  expect(catalog.combinations).toContainEqual({ name, scopes, source: 'guide', line });
});

it('has seven profiles', () => {
  expect(seed.profiles).toHaveLength(7);
  expect(catalog.combinations).toHaveLength(7);
});

it('has what the example turns down, and the rules of selection', () => {
  expect(catalog.tooPermissive?.map(({ scope, line }) => ({ scope, line }))).toEqual(seed.rejected);
  expect(catalog.tooPermissive).toHaveLength(3);
  expect(catalog.advice?.map(({ rule, line }) => ({ rule, line }))).toEqual(seed.rules);
  expect(catalog.advice?.map(({ rule }) => rule).sort()).toEqual(['one-scope-per-action', 'read-only-first', 'write-only-where-needed']);
});

describe('the mistakes', () => {
  it('are four, with the corrections of the guide', () => {
    expect(catalog.mistakes?.map(({ wrong, right, line }) => ({ wrong, right, line }))).toEqual(seed.mistakes);
    expect(seed.mistakes).toHaveLength(4);
  });

  it.each([
    ['conversation:view', 'conversations:readonly'],
    ['users :manage', 'users:manage'],
    ['users-manage', 'users:manage'],
  ])('case 47b: %j is corrected to %j', (wrong, right) => {
    const { problems } = inspectScopeString(wrong, index.vocabulary, index.grammar);
    expect(JSON.stringify(problems)).toContain(JSON.stringify(right));
  });
});

it('says what changes ask of users', () => {
  expect(catalog.scopeChanges).toEqual([
    { change: 'added', grantType: 'authorization_code', consentAgain: true, source: 'guide', line: 272 },
    { change: 'removed', consentAgain: false, source: 'guide', line: 302 },
  ]);
});

it('is chosen by a user, and never by a request or an import', () => {
  expect({ sdk: catalog.sdk, hosts: catalog.requests.hosts, clients: catalog.clients }).toEqual({ sdk: undefined, hosts: [], clients: [] });
});
