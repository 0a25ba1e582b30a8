import { expect, it } from 'vitest';
import { catalogPathsOf, manifestsAbove, readNamedCatalogs, type CatalogPath } from '../../src/grants/named-catalogs.ts';
import { acmeCatalog } from '../support/acme-sdk.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const acme = JSON.stringify(acmeCatalog);
const named = (provider: string): string => JSON.stringify({ ...acmeCatalog, provider });
const place = { file: '/app/oauth-scopes.json', line: 1, column: 15 };
const path = (text: string, from = '/app'): CatalogPath => ({ text, from, place });
const read = (files: Readonly<Record<string, string>>, ...paths: CatalogPath[]): unknown => {
  const { catalogs, problems } = readNamedCatalogs(paths, memoryFileSystem(files));
  return { providers: catalogs.map(({ provider }) => provider), problems };
};

it('manifests hold for the directories below them, up to the root, and each counts once', () => {
  const files = { '/app/oauth-scopes.json': '', '/app/a/oauth-scopes.json': '', '/app/b/main.ts': '', '/oauth-scopes.json': '' };
  expect([...manifestsAbove(['/app/a', '/app/b', '/app/a'], '/app', memoryFileSystem(files))].sort()).toEqual(['/app/a/oauth-scopes.json', '/app/oauth-scopes.json']);
});

it('the paths of a manifest count from its directory; one that cannot be read names none', () => {
  const manifest = '{ "catalogs": ["./acme.json", "b.json"], "applications": [] }';
  expect(catalogPathsOf('/app/oauth-scopes.json', memoryFileSystem({ '/app/oauth-scopes.json': manifest }))).toMatchObject([
    { text: './acme.json', from: '/app', place: { file: '/app/oauth-scopes.json', line: 1 } },
    { text: 'b.json', from: '/app' },
  ]);
  expect(catalogPathsOf('/oauth-scopes.json', memoryFileSystem({ '/oauth-scopes.json': manifest }))[0]?.from).toBe('/');
  expect(catalogPathsOf('/app/oauth-scopes.json', memoryFileSystem({ '/app/oauth-scopes.json': '{ "catalogs": ' }))).toEqual([]);
  expect(catalogPathsOf('/app/oauth-scopes.json', memoryFileSystem({}))).toEqual([]);
  expect(catalogPathsOf('/app/oauth-scopes.json', memoryFileSystem({ '/app/oauth-scopes.json': '{ "applications": [] }' }))).toEqual([]);
});

it('catalogs are read once each, in the order in which they are named', () => {
  const files = { '/app/acme.json': acme, '/app/sub/b.json': named('other') };
  expect(read(files, path('./sub/b.json'), path('acme.json'), path('../acme.json', '/app/sub'))).toEqual({ providers: ['other', 'acme'], problems: [] });
});

it('a catalog stays the same object as long as its text does', () => {
  const one = (text: string): unknown => readNamedCatalogs([path('acme.json')], memoryFileSystem({ '/app/acme.json': text })).catalogs[0];
  expect(one(acme)).toBe(one(acme));
  expect(one(acme)).not.toBe(one(`${acme}\n`));
});

it.each([
  ['is not there', {}, 'missing.json', 'names the catalog "missing.json", which is not to be found inside the project'],
  ['is a directory', { '/app/folder/a.ts': '' }, 'folder', 'names the catalog "folder", which cannot be read; it must be a file of at most 16 megabytes'],
  ['is of the package', { '/app/mine.json': named('uipath') }, 'mine.json', 'names the catalog "mine.json", whose provider is uipath, of which the package has a catalog; give yours another name'],
])('one that %s is refused at the place that names it', (_, files, text, message) => {
  expect(read(files, path(text))).toEqual({ providers: [], problems: [{ ...place, message }] });
});

it('of two files of one provider the second is refused, and the first stays', () => {
  expect(read({ '/app/a.json': acme, '/app/b.json': `${acme}\n` }, path('a.json'), path('b.json'))).toEqual({
    providers: ['acme'],
    problems: [{ ...place, message: 'names the catalog "b.json", whose provider is acme, as is that of "a.json"; name one of them' }],
  });
});

it('what is wrong inside of a catalog has its place there, and a setting of ESLint has none', () => {
  expect(read({ '/app/a.json': '{ "version": 1 ' }, path('a.json'))).toMatchObject({ problems: [{ file: '/app/a.json', line: 1 }] });
  expect(readNamedCatalogs([{ text: 'x.json', from: '/app', place: undefined }], memoryFileSystem({})).problems).toEqual([
    { message: 'names the catalog "x.json", which is not to be found inside the project' },
  ]);
});
