import { expect, it } from 'vitest';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { isChosen } from '../../src/grants/chosen-account.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const provider = (name: string, accountOf?: string): Catalog => ({ provider: name, ...(accountOf === undefined ? {} : { accountOf }) }) as Catalog;
const own = provider('uipath');
const account = provider('uipath-robots', 'uipath');
const another = provider('genesys');
const all = [own, account, another];

const manifestOf = (...providers: string[]): string =>
  JSON.stringify({ applications: providers.map((name, index) => ({ name: `app${index}`, provider: name, scopes: [] })) });
const chosen = (path: string, files: Readonly<Record<string, string>>, catalogs = all): string[] =>
  catalogs.filter((catalog) => isChosen(path, '/root', catalog, catalogs, memoryFileSystem({ '/root/app/src/main.ts': '', ...files }))).map((one) => one.provider);

it('without a manifest the catalog of the API’s own provider judges, and every API that has one account', () => {
  expect(chosen('/root/app/src', {})).toEqual(['uipath', 'genesys']);
  expect(chosen('/root/app/src', {}, [account, another])).toEqual(['uipath-robots', 'genesys']);
});

it('the manifest chooses the account that it names, and both if it names both', () => {
  expect(chosen('/root/app/src', { '/root/app/oauth-scopes.json': manifestOf('uipath-robots') })).toEqual(['uipath-robots', 'genesys']);
  expect(chosen('/root/app/src', { '/root/app/oauth-scopes.json': manifestOf('uipath', 'uipath-robots') })).toEqual(['uipath', 'uipath-robots', 'genesys']);
});

it('the nearest manifest decides that names an account of the API; others are passed over', () => {
  expect(chosen('/root/app/src', { '/root/app/oauth-scopes.json': manifestOf('uipath'), '/root/oauth-scopes.json': manifestOf('uipath-robots') })).toEqual(['uipath', 'genesys']);
  expect(chosen('/root/app/src', { '/root/app/oauth-scopes.json': manifestOf('genesys'), '/root/oauth-scopes.json': manifestOf('uipath-robots') })).toEqual(['uipath-robots', 'genesys']);
  expect(chosen('/root/app/src', { '/root/other/oauth-scopes.json': manifestOf('uipath-robots') })).toEqual(['uipath', 'genesys']);
});
