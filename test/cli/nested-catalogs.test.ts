import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { tsconfig } from './applications.ts';
import { clear } from './change-workspace.ts';
import { runHere } from './in-process.ts';

const calls = `import { Acme, Contacts } from '@acme/crm';
const acme = new Acme({ clientId: 'b0a1' });
export const names = async () => (await new Contacts(acme).list()).map((contact) => contact.name);
`;

/** One package whose manifest names a catalog of its own, and one that has nothing to do with it. */
const files = {
  ...acmeSdk,
  'package.json': { name: 'root', private: true, type: 'module', workspaces: ['packages/*'] },
  'package-lock.json': {},
  'tsconfig.json': { files: [], references: [{ path: './packages/desk' }, { path: './packages/plain' }] },
  'packages/desk/package.json': { name: 'desk', type: 'module' },
  'packages/desk/tsconfig.json': tsconfig,
  'packages/desk/catalogs/acme.json': acmeCatalog,
  'packages/desk/oauth-scopes.json': {
    catalogs: ['./catalogs/acme.json'],
    applications: [{ name: 'desk', provider: 'acme', scopes: ['contacts.read', { scope: 'users', usedFor: 'invoices' }] }],
  },
  'packages/desk/src/contacts.ts': calls,
  'packages/plain/package.json': { name: 'plain', type: 'module' },
  'packages/plain/tsconfig.json': tsconfig,
  'packages/plain/src/contacts.ts': calls,
};
const workspace = makeWorkspace({ plugin: 'built', sdk: null });
afterAll(workspace.remove);
beforeEach(() => {
  clear(workspace);
  workspace.write(files);
});

async function makeFacts(): Promise<void> {
  for (const from of ['packages/desk', 'packages/plain']) {
    expect(await runHere(workspace, ['facts'], { from })).toMatchObject({ status: 0 });
  }
}

describe('a catalog that the manifest of a package names, seen from the root', () => {
  it('check holds it against what stands beside and below the manifest, as ESLint does', async () => {
    const checked = (await runHere(workspace, ['check'])).stdout;
    expect(checked).toMatch(/^desk \(acme\)\n\n {2}packages\/desk\/oauth-scopes\.json:\d+:\d+ {2}no-unused-scope {2}No call needs users\. Remove it\.\n/);
    expect(checked).not.toContain('plain');
  });

  it('merge says the same, although only one package has facts of the provider', async () => {
    await makeFacts();
    const checked = await runHere(workspace, ['check']);
    expect(checked).toMatchObject({ status: 1, stderr: '' });
    expect(await runHere(workspace, ['merge'])).toEqual(checked);
  });

  it('merge refuses facts that were made before the catalog was named', async () => {
    await makeFacts();
    const facts = workspace.read('packages/desk/oauth-scopes.facts.json');
    workspace.write({ 'packages/desk/oauth-scopes.facts.json': facts.replace(/,"acme":"[^"]*"/, '') });
    expect(await runHere(workspace, ['merge'])).toMatchObject({ status: 2, stderr: expect.stringContaining('was made with another catalog of acme') as string });
  });

  it('facts and merge take the application that is meant, as check does', async () => {
    await makeFacts();
    const { applications: [desk], ...rest } = files['packages/desk/oauth-scopes.json'];
    workspace.write({ 'packages/desk/oauth-scopes.json': { ...rest, applications: [desk, { ...desk, name: 'night', scopes: [] }] } });
    const night = ['--application', 'night'];
    expect(await runHere(workspace, ['facts', ...night], { from: 'packages/desk' })).toMatchObject({ status: 0 });
    const merged = await runHere(workspace, ['merge', ...night]);
    expect(merged).toMatchObject({ status: 1, stdout: expect.stringMatching(/^night \(acme\)\n\n.* {2}no-missing-scope {2}Contacts\.list needs/) as string });
    expect(merged).toEqual(await runHere(workspace, ['check', ...night]));
    expect(await runHere(workspace, ['merge'])).toMatchObject({ status: 2, stderr: expect.stringContaining('was read with other scopes') as string });
  });

  it('an account of its API, which takes its calls from there, is held against it as well', async () => {
    const endpoint = { label: 'GET /contacts', verb: 'GET', path: '/contacts' };
    const rows = [{ requires: [['users']], source: 'page', confidence: 'exact' }];
    const { version, date, title, sources, grammar, alwaysAllowed, scopes, permissions, combinations, requests, methods } = acmeCatalog;
    const rest = { version, date, title, sources, grammar, alwaysAllowed, scopes, permissions, combinations, requests };
    workspace.write({
      'packages/desk/catalogs/acme.json': { ...acmeCatalog, methods: methods.map((one) => (one.label === 'Contacts.list' ? { ...one, endpoint: endpoint.label } : one)), endpoints: [{ ...endpoint, rows }] },
      'packages/desk/catalogs/guide.json': { ...rest, provider: 'acme-guide', accountOf: 'acme', methods: [], clients: [], declarations: { files: [], environmentKeys: [] }, endpoints: [{ ...endpoint, rows }] },
      'packages/desk/oauth-scopes.json': {
        catalogs: ['./catalogs/acme.json', './catalogs/guide.json'],
        applications: [{ name: 'desk', provider: 'acme-guide', scopes: ['contacts.read'] }],
      },
    });
    expect((await runHere(workspace, ['check'])).stdout).toMatch(/^desk \(acme-guide\)\n\n[^]*no-missing-scope {2}Contacts\.list needs users, which the client does not hold/);
  });

  it('explain and scopes know what it says', async () => {
    expect((await runHere(workspace, ['explain', 'Contacts.list'])).stdout).toContain('  In desk\n  Used        Contacts.list at packages/desk/src/contacts.ts:3:60');
    expect((await runHere(workspace, ['scopes', '--provider', 'acme'])).stdout).toContain('contacts.read');
  });

  it('report knows what its scopes cover', async () => {
    expect(await runHere(workspace, ['report'])).toMatchObject({ status: 1, stderr: '' });
    expect(workspace.read('oauth-scopes-report.html')).toContain('<code>contacts.read</code>');
  });

  it('generate and sync put the types beside the package', async () => {
    expect((await runHere(workspace, ['generate'])).stdout).toMatch(/^Wrote packages\/desk\/node_modules\/\.oauth-scopes\/acme\. /);
    expect((await runHere(workspace, ['sync'])).stdout).toContain('packages/desk/src/oauth-scopes.gen.d.ts');
    expect(await runHere(workspace, ['generate', '--check'])).toMatchObject({ status: 0, stdout: 'Up to date.\n' });
  });

  it('explain answers all the same where a manifest has errors, and says once what follows from them', async () => {
    const manifest = workspace.read('packages/desk/oauth-scopes.json');
    workspace.write({ 'packages/desk/oauth-scopes.json': manifest.replace('"users"', '"users", "users": 1') });
    const { status, stdout, stderr } = await runHere(workspace, ['explain', 'OR.Jobs']);
    expect([status, stdout.split('\n')[0], stderr.trim().split('\n').length]).toEqual([0, 'OR.Jobs (uipath, scope, Orchestrator)', 1]);
    expect(stderr).toMatch(/is not known.*; only the catalog answers\n$/);
    workspace.write({ 'packages/desk/oauth-scopes.json': manifest.replace('"users"', '"users", "a": 1, "b": 2') });
    expect((await runHere(workspace, ['explain', 'OR.Jobs'])).stderr).toMatch(/^oauth-scopes: .*"a".*\noauth-scopes: .*"b".*\noauth-scopes: only the catalog answers\n$/);
  });

  it('a manifest that neither stands below it nor names one does not know the provider', async () => {
    workspace.write({ 'packages/plain/oauth-scopes.json': { applications: [{ name: 'plain', provider: 'acme' }] } });
    expect(await runHere(workspace, ['check'])).toEqual({
      status: 2, stdout: '',
      stderr: 'oauth-scopes: packages/plain/oauth-scopes.json:5:19: application "plain" names the provider "acme", of which there is no catalog; there are genesys, genesys-guide, talkdesk, uipath\n',
    });
  });
});
