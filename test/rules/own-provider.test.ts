import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { startOfName } from '../support/directories-of-runs.ts';
import { lintApplication, workspaces } from './support/lint-application.ts';

const catalog = JSON.stringify(acmeCatalog);
const application = {
  ...acmeSdk,
  'src/contacts.ts': `import { Acme, Contacts } from '@acme/crm';

const contacts = new Contacts(new Acme({ clientId: 'a1', scopes: ['contacts.read', 'contacts.read'] }));
export const names = async () => (await contacts.list()).map(({ name }) => name);
export const add = (name: string) => contacts.create(name);
`,
};
const manifest = (catalogs: readonly string[]) =>
  JSON.stringify({ catalogs, applications: [{ name: 'desk', provider: 'acme', scopes: ['contacts.read'] }] }, null, 2);

describe('a provider whose catalog the user has', () => {
  const found = [
    'src/contacts.ts:3:85 oauth-scopes/no-duplicate-scope',
    'src/contacts.ts:5:47 oauth-scopes/no-missing-scope',
  ];
  const faults = async (files: Readonly<Record<string, string>>, settings: object = {}) => {
    const { reports } = await lintApplication({ ...application, ...files }, { settings: { 'oauth-scopes': settings } });
    return reports.filter(({ rule }) => rule !== 'oauth-scopes/consistent-scopes').map(({ at, rule }) => `${at} ${rule}`);
  };

  it('is linted as a built-in one where the manifest names the catalog', async () => {
    expect(await faults({ 'catalogs/acme.json': catalog, 'oauth-scopes.json': manifest(['./catalogs/acme.json']) })).toEqual(found);
  });

  it('is linted as a built-in one where the settings do', async () => {
    expect(await faults({ 'catalogs/acme.json': catalog }, { catalogs: ['catalogs/acme.json'] })).toEqual(found);
  });

  it('is nobody’s business where nothing does', async () => {
    expect(await faults({ 'catalogs/acme.json': catalog })).toEqual([]);
  });

  it.each([
    ['does not exist', './catalogs/acme.json', {}, 'oauth-scopes.json:3:5: names the catalog "./catalogs/acme.json", which is not to be found inside the project'],
    ['is invalid', './acme.catalog.json', { 'acme.catalog.json': '{\n  "version": 2\n}' }, 'acme.catalog.json:2:14: version: Expected 1, got 2'],
    [
      'is of a provider that the package has',
      './uipath.json5.json',
      { 'uipath.json5.json': JSON.stringify({ ...acmeCatalog, provider: 'uipath' }) },
      'oauth-scopes.json:3:5: names the catalog "./uipath.json5.json", whose provider is uipath, of which the package has a catalog; give yours another name',
    ],
  ])('is an error of the configuration where the catalog %s', async (_, path, files, message) => {
    await expect(faults({ ...files, 'oauth-scopes.json': manifest([path]) })).rejects.toThrow(message);
  });

  it('is an error of the configuration where the catalog lies outside of the project', async () => {
    // Beside the directory that is linted, whose lockfile makes it a project of its own.
    mkdirSync(workspaces, { recursive: true });
    const outside = mkdtempSync(join(workspaces, startOfName('project', false)));
    try {
      writeFileSync(join(outside, 'acme.json'), catalog);
      const path = `../${basename(outside)}/acme.json`;
      await expect(faults({ 'package-lock.json': '{}', 'oauth-scopes.json': manifest([path]) })).rejects.toThrow(
        `oauth-scopes.json:3:5: names the catalog "${path}", which is not to be found inside the project`,
      );
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  it('has one catalog', async () => {
    const files = { 'a.json': catalog, 'b/a.json': catalog, 'oauth-scopes.json': manifest(['a.json', './a.json', 'b/a.json']) };
    await expect(faults(files)).rejects.toThrow('oauth-scopes.json:5:5: names the catalog "b/a.json", whose provider is acme, as is that of "a.json"; name one of them');
  });
});
