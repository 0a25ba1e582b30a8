import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace, runTsc } from '../support/workspace.ts';
import { tsconfig } from './applications.ts';
import { remove } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const application = `import platformClient from 'purecloud-platform-client-v2';
import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';

const tasks = new Tasks(new UiPath());
const users = new platformClient.UsersApi();
export const load = () => Promise.all([tasks.getAll(), users.getUsers()]);
export const remove = (id: string) => users.deleteUser(id);
`;
const manifest = {
  applications: [
    { name: 'both', provider: 'genesys', scopes: ['users:readonly', 'routing:readonly'] },
    { name: 'both', provider: 'uipath', scopes: ['OR.Tasks.Read', 'PIMS'] },
  ],
};
const workspace = makeWorkspace({ plugin: 'built', packages: ['purecloud-platform-client-v2'], files: { 'src/app.ts': application, 'tsconfig.json': tsconfig } });
afterAll(workspace.remove);

describe('a program that uses the SDKs of two providers', () => {
  beforeEach(() => {
    remove(workspace, 'src/oauth-scopes.gen.d.ts');
    workspace.write({ 'oauth-scopes.json': manifest });
  });

  it('gets a verdict for each', () => {
    const { status, stdout } = oauthScopes(workspace, ['check', '--format', 'json']);
    const { applications } = JSON.parse(stdout) as { applications: { provider: string; findings: { kind: string; scope: string }[] }[] };
    const found = applications.map(({ provider, findings }) => [provider, ...findings.map(({ kind, scope }) => `${kind} ${scope}`)]);
    expect(status).toBe(1);
    expect(Object.fromEntries(found.map(([provider = '', ...findings]) => [provider, findings.sort()]))).toEqual({
      uipath: ['unused PIMS'],
      genesys: ['missing users', 'unused routing:readonly'],
    });
  });

  it('has one registration file, which registers both', async () => {
    const { stdout, stderr } = await runHere(workspace, ['sync']);
    expect({ stdout, stderr }).toEqual({
      stdout:
        'Wrote src/oauth-scopes.gen.d.ts. ' +
        'Genesys Cloud: Registers the scopes of oauth-scopes.json:6. UiPath: Registers the scopes of oauth-scopes.json:14.\n',
      stderr: '',
    });
    const text = workspace.read('src/oauth-scopes.gen.d.ts');
    expect(text).toContain("    genesys: 'routing:readonly users:readonly';\n    uipath: 'OR.Tasks.Read PIMS';\n");
    expect(text).toContain('<reference types="eslint-plugin-oauth-scopes/genesys" />');
    expect((await runTsc('6.0', workspace.directory)).errors).toMatchObject([{ file: 'src/app.ts', line: 8, code: 'TS2349' }]);
    expect(await runHere(workspace, ['sync', '--check'])).toMatchObject({ status: 0, stdout: 'Up to date.\n' });
  });

  it('is told what one of them lacks', async () => {
    expect(await runHere(workspace, ['sync'])).toMatchObject({ status: 0 });
    workspace.write({ 'oauth-scopes.json': JSON.stringify(manifest, null, 2).replace('"users:readonly"', '"users"') });
    const { status, stdout } = await runHere(workspace, ['sync', '--check']);
    expect({ status, stdout }).toMatchObject({ status: 1 });
    expect(stdout).toMatch(/^src\/oauth-scopes\.gen\.d\.ts is stale: .*users.*; run oauth-scopes sync\n$/);
  });
});

describe('a provider without an SDK', () => {
  const talkdesk = makeWorkspace({
    plugin: 'built',
    sdk: null,
    files: {
      'src/app.ts': `declare const headers: Record<string, string>;
export const load = () => fetch('https://api.talkdeskapp.com/users', { headers });
export const call = () => fetch('https://api.talkdeskapp.com/calls/callback', { method: 'POST', headers });
`,
      'tsconfig.json': { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, lib: ['es2022', 'dom'] } },
      'oauth-scopes.json': { applications: [{ name: 'desk', provider: 'talkdesk', scopes: ['users:read', 'recordings:read'] }] },
    },
  });
  afterAll(talkdesk.remove);

  it('has its requests checked', async () => {
    const { stdout } = await runHere(talkdesk, ['minimal']);
    expect(stdout.split('\n')[0]).toBe('callback:write users:read');
  });

  it('says with a missing scope what follows when it is added', async () => {
    const { stdout } = await runHere(talkdesk, ['check']);
    expect(stdout).toContain(
      'POST /calls/callback needs callback:write, which the client does not hold. Declare callback:write. '
      + 'Once added: takes minutes, until then a token request is refused with 401. Source: ',
    );
  });

  it('is registered without anything that stands in for an SDK', async () => {
    expect(await runHere(talkdesk, ['sync'])).toMatchObject({ status: 0, stderr: '' });
    const text = talkdesk.read('src/oauth-scopes.gen.d.ts');
    expect(text).toContain('/// <reference types="eslint-plugin-oauth-scopes/types" />');
    expect(text).toContain("    talkdesk: 'recordings:read users:read';");
    expect((await runTsc('6.0', talkdesk.directory)).errors).toEqual([]);
  });
});
