import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { MethodUse } from '../../src/usage/facts.ts';
import { collectPermissions } from '../../src/verdict/needed-permissions.ts';
import { catalogOf } from './example.ts';

function use(method: string, line: number): MethodUse {
  const place = { file: '/app/a.ts', line, column: 1, endLine: line, endColumn: 2 };
  return { provider: 'uipath', method, place, grant: { kind: 'declared' }, typed: true, inTest: false };
}

const uipath = indexCatalog(builtInCatalog('uipath') as Catalog);
const genesys = indexCatalog(builtInCatalog('genesys') as Catalog);

describe('the role permissions that calls need besides their scopes', () => {
  it('stand once, with every call that demands them, for methods and for endpoints', () => {
    const needs = collectPermissions([use('Tasks.create', 1), use('GET /odata/Jobs', 2), use('Tasks.create', 3)], uipath);
    expect(needs.map(({ anyOf, by }) => [anyOf, by.map(({ call, place }) => `${call}:${place.line}`)])).toEqual([
      [['Tasks.Create'], ['Tasks.create:1', 'Tasks.create:3']],
      [['Jobs.View'], ['GET /odata/Jobs:2']],
    ]);
  });

  it('are those of the endpoint that a method of the SDK calls, alternatives in one', () => {
    const needs = collectPermissions([use('UsersApi.postUsers', 1)], genesys);
    expect(needs.map(({ anyOf }) => anyOf)).toEqual([['directory:user:add']]);
  });

  it('are one need in whatever order the alternatives stand', () => {
    const endpoint = (label: string, ...permissions: readonly (readonly string[])[]) => ({ label, verb: 'GET', path: label, rows: [], permissions } as const);
    const index = catalogOf({}, { endpoints: [endpoint('a', ['x', 'y'], ['z']), endpoint('b', ['y', 'x']), endpoint('c', ['z', 'y'])] });
    expect(collectPermissions([use('a', 1), use('b', 2), use('c', 3)], index).map(({ anyOf, by }) => [anyOf.join(' '), ...by.map(({ call }) => call)])).toEqual([
      ['x y', 'a', 'b'], ['z', 'a'], ['z y', 'c'],
    ]);
  });

  it('are none where the catalog knows none, which does not say that there are none', () => {
    expect(collectPermissions([use('Jobs.stop', 1), use('no such call', 2)], uipath)).toEqual([]);
  });
});
