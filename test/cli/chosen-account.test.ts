import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace, runTsc } from '../support/workspace.ts';
import { tsconfig } from './applications.ts';
import { clear } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const application = `import platformClient from 'purecloud-platform-client-v2';
declare const headers: Record<string, string>;

const users = new platformClient.UsersApi();
export const load = (id: string) => users.getUser(id);
export const me = () => fetch('https://api.mypurecloud.com/api/v2/users/me', { headers });
export const create = (body: platformClient.Models.CreateUser) => users.postUsers(body);
`;
const files = (provider: string, ...scopes: readonly string[]) => ({
  'src/app.ts': application,
  'tsconfig.json': { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, lib: ['es2022', 'dom'] } },
  'oauth-scopes.json': { applications: [{ name: 'desk', provider, scopes }] },
});
const workspace = makeWorkspace({ plugin: 'built', sdk: null, packages: ['purecloud-platform-client-v2'] });
afterAll(workspace.remove);
beforeEach(() => clear(workspace));

interface Checked {
  readonly applications: readonly {
    readonly provider: string;
    readonly minimal: readonly string[];
    readonly permissions?: unknown;
    readonly findings: readonly { readonly kind: string; readonly scope: string; readonly line: number }[];
    readonly undecided: readonly { readonly line: number; readonly kind?: string }[];
  }[];
}

async function check(): Promise<Checked['applications']> {
  return (JSON.parse((await runHere(workspace, ['check', '--format', 'json'])).stdout) as Checked).applications;
}

describe('the manifest chooses genesys-guide', () => {
  it('SDK calls and requests need what the guide says, and nothing that the platform says', async () => {
    workspace.write(files('genesys-guide', 'users:readonly', 'presence:manage'));
    const applications = await check();
    expect(applications.map(({ provider, minimal }) => ({ provider, minimal }))).toEqual([
      { provider: 'genesys-guide', minimal: ['users:readonly', 'users:manage'] },
    ]);
    expect(applications[0]?.findings.map(({ kind, scope, line }) => `${line} ${kind} ${scope}`)).toEqual([
      '8 unused presence:manage', '7 missing users:manage',
    ]);
    expect(applications[0]?.permissions).toBeUndefined();
  });

  it('a call that the guide does not tell of is not known', async () => {
    workspace.write({ ...files('genesys-guide', 'users:readonly', 'presence:manage') });
    workspace.write({ 'src/remove.ts': "import { UsersApi } from 'purecloud-platform-client-v2';\nexport const remove = (id: string) => new UsersApi().deleteUser(id);\n" });
    const [report] = await check();
    expect(report?.undecided).toMatchObject([{ line: 2, kind: 'unmapped' }]);
    expect(report?.findings.map(({ kind }) => kind)).toEqual(['missing']);
  });

  it('the registration has the scope types alone, since the types of the SDK are those of the platform', async () => {
    workspace.write(files('genesys-guide', 'users:readonly', 'users:manage'));
    expect(oauthScopes(workspace, ['sync'])).toMatchObject({ status: 0, stderr: '' });
    expect(workspace.read('src/oauth-scopes.gen.d.ts')).toContain("    'genesys-guide': 'users:readonly users:manage';");
    expect((await runTsc('6.0', workspace.directory)).errors).toEqual([]);
    expect((await check())[0]?.findings).toEqual([]);
  });
});

describe('the manifest chooses genesys', () => {
  it('the guide has no say', async () => {
    workspace.write(files('genesys', 'users', 'user-basic-info'));
    expect((await check()).map(({ provider, minimal }) => ({ provider, minimal }))).toEqual([{ provider: 'genesys', minimal: ['user-basic-info', 'users'] }]);
  });
});

describe('the manifest chooses both', () => {
  it('each has its verdict', async () => {
    const manifest = { applications: ['genesys', 'genesys-guide'].map((provider) => ({ name: 'desk', provider, scopes: ['users:readonly'] })) };
    workspace.write({ ...files('genesys'), 'oauth-scopes.json': manifest });
    expect((await check()).map(({ provider }) => provider).sort()).toEqual(['genesys', 'genesys-guide']);
  });
});
