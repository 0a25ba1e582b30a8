import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { readManifest, type ManifestChoice, type ManifestReading } from '../../src/grants/manifest.ts';
import { declarationsInEnvironmentFile } from '../../src/grants/read-declarations.ts';

const read = (manifest: object, choice: Partial<ManifestChoice> = {}): ManifestReading =>
  readManifest(JSON.stringify(manifest), '/app/oauth-scopes.json', { provider: 'uipath', ...choice });
const app = (name: string, provider: string, ...scopes: string[]): object => ({ name, provider, scopes });
const textsOf = ({ declarations }: ManifestReading): readonly string[] => declarations.map(({ text }) => text);

describe('of the applications of a manifest', () => {
  it('the one of the provider is taken, whatever it is called', () => {
    const manifest = { applications: [app('desk', 'genesys', 'users'), app('robot', 'uipath', 'PIMS')] };
    expect(textsOf(read(manifest))).toEqual(['PIMS']);
    expect(textsOf(read(manifest, { packageName: 'desk' }))).toEqual(['PIMS']);
    expect(textsOf(read(manifest, { application: 'robot', packageName: 'desk' }))).toEqual(['PIMS']);
  });

  it('those of a provider without a catalog are for others to judge; anything else that is wrong keeps all of them from counting', () => {
    const unknown = { applications: [app('desk', 'acme', 'users'), app('robot', 'uipath', 'PIMS')] };
    expect(read(unknown)).toMatchObject({ declarations: [{ text: 'PIMS' }], problems: [] });
    expect(read({ ...unknown, version: 2 })).toMatchObject({
      declarations: [], statements: { reasons: [], needs: [], restricted: [] }, problems: [{ line: 1 }],
    });
    expect(readManifest('{', '/app/oauth-scopes.json', { provider: 'uipath' })).toEqual({
      declarations: [],
      statements: { reasons: [], needs: [], restricted: [] },
      problems: [{ file: '/app/oauth-scopes.json', line: 1, column: 2, message: 'is not valid JSON: close brace expected' }],
    });
  });

  it('what the policy restricts holds also where none is of the provider, or none is chosen', () => {
    const restricted = ['OR.Default'];
    const statements = { reasons: [], needs: [], restricted: [{ scope: 'OR.Default' }] };
    expect(read({ restricted, applications: [app('desk', 'genesys')] }, { application: 'robot' })).toEqual({ declarations: [], statements, problems: [] });
    const several = { applications: [app('a', 'uipath'), app('b', 'uipath')], restricted };
    expect(read(several, { packageName: 'c' })).toEqual({
      declarations: [],
      statements,
      problems: [{
        file: '/app/oauth-scopes.json',
        line: 1,
        column: 63,
        message: 'has 2 applications of provider "uipath" ("a", "b"): choose one by its name, or give the one that is meant the name in package.json',
      }],
    });
    expect(read(several, { application: 'c' }).problems).toEqual([
      { file: '/app/oauth-scopes.json', line: 1, column: 17, message: 'has no single application "c" of provider "uipath", only "a", "b"' },
    ]);
  });

  it('what the one says is told, and nothing that it does not say', () => {
    const robot = { name: 'robot', provider: 'uipath', grant: 'client_credentials', needs: { widgets: ['PIMS'] } };
    expect(read({ applications: [robot] })).toStrictEqual({
      declarations: [],
      statements: {
        reasons: [],
        needs: [{ name: 'widgets', scopes: ['PIMS'], place: { file: '/app/oauth-scopes.json', line: 1, column: 92, endLine: 1, endColumn: 101 } }],
        restricted: [],
        grantType: 'client_credentials',
      },
      problems: [],
    });
    expect(read({ applications: [{ name: 'robot', provider: 'uipath', scopes: [] }] }).statements).toStrictEqual({ reasons: [], needs: [], restricted: [] });
  });
});

it('the text of an .env file declares what its wanted variables hold, if it has such a name', () => {
  const catalog = builtInCatalog('uipath') as Catalog;
  const told = (text: string, file: string, keys: readonly string[] = []): readonly unknown[] =>
    declarationsInEnvironmentFile(text, file, catalog, keys).map(({ provider, kind, key, environment, text: value }) => [provider, kind, key, environment, value]);
  const text = 'UIPATH_SCOPE=PIMS\nMINE=OR.Jobs\nVITE_UIPATH_SCOPE=$BASE';
  expect(told(text, '/app/.env')).toEqual([['uipath', '.env', 'UIPATH_SCOPE', null, 'PIMS']]);
  expect(told(text, '/app/.env.production.local', ['MINE'])).toEqual([
    ['uipath', '.env', 'UIPATH_SCOPE', 'production', 'PIMS'], ['uipath', '.env', 'MINE', 'production', 'OR.Jobs'],
  ]);
  expect(told(text, '/app/.env.example')).toEqual([['uipath', '.env.example', 'UIPATH_SCOPE', null, 'PIMS']]);
  expect(told(text, '/app/.environment')).toEqual([]);
  expect(told('UIPATH_SCOPE PIMS', '/app/.env')).toEqual([]);
});
