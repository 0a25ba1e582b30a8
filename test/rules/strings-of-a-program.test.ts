import { describe, expect, it } from 'vitest';
import { lintApplication, type Report } from './support/lint-application.ts';

const connection = "baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: ''";

const configuration = (scope: string): string => JSON.stringify({ clientId: 'id', scope }, null, 2);

const reading = `import { UiPath } from '@uipath/uipath-typescript';
export const sdk = new UiPath();
export const all = async () => [await sdk.assets.getAll(), await sdk.tasks.getAll()];
`;

describe('strings that only the program shows', () => {
  it('case 36: a const of another file is reported, and fixed, in that file', async () => {
    const { reports, fixed } = await lintApplication({
      'src/scopes.ts': "export const scopes = ['OR.Assets.Read', 'OR.Tasks.Read', 'OR.Assets.Read'] as const;\n",
      'src/client.ts': `import { UiPath } from '@uipath/uipath-typescript';
import { scopes } from './scopes.js';
export const sdk = new UiPath({ ${connection}, scope: scopes.join(' ') });
export const all = async () => [await sdk.assets.getAll(), await sdk.tasks.getAll()];
`,
    });
    expect(reports.map(({ at, rule }) => `${at} ${rule}`)).toEqual(['src/scopes.ts:1:60 oauth-scopes/no-duplicate-scope']);
    expect(fixed).toEqual({ 'src/scopes.ts': "export const scopes = ['OR.Assets.Read', 'OR.Tasks.Read'] as const;\n" });
  });

  it('case 30: a client that a barrel re-exports, and a subclass', async () => {
    const { reports } = await lintApplication({
      'src/sdk.ts': "import { UiPath } from '@uipath/uipath-typescript';\nexport class Client extends UiPath {}\nexport { UiPath };\n",
      'src/client.ts': `import { Client, UiPath } from './sdk.js';
export const first = new UiPath({ ${connection}, scope: 'OR.Machine' });
export const second = new Client({ ${connection}, scope: 'OR.Folder' });
`,
    });
    expect(reports.map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      'src/client.ts:2:116 oauth-scopes/no-unknown-scope',
      'src/client.ts:3:117 oauth-scopes/no-unknown-scope',
    ]);
  });

  it('case 60: an object with the shape of the options that reaches no client', async () => {
    const { reports } = await lintApplication({
      'src/msal.ts': "export const request = { clientId: 'id', scope: 'User.Read, Mail.Read' };\n",
      'src/client.ts': `${reading}export const other = fetch('https://login.example.com', { body: new URLSearchParams({ scope: 'a,b' }) as never });\n`,
    });
    expect(reports).toEqual([]);
  });
});

describe('scopes that one string holds twice', () => {
  it('case 59: what narrowing keeps is not reported, what it drops is', async () => {
    const lint = async (scope: string, call: string): Promise<readonly Report[]> => {
      const { reports } = await lintApplication({
        'src/use.ts': `import { UiPath } from '@uipath/uipath-typescript';\nexport const sdk = new UiPath({ ${connection}, scope: '${scope}' });\nexport const run = async () => [${call}];\n`,
      });
      return reports;
    };
    const narrowed = await lint('OR.Execution OR.Execution.Read', 'await sdk.processes.getAll()');
    expect(narrowed.map(({ rule: id }) => id)).toEqual(['oauth-scopes/prefer-narrow-scope']);
    const both = await lint('OR.Tasks OR.Tasks.Write', 'await sdk.tasks.getAll(), await sdk.tasks.create({ title: "" }, 1)');
    expect(both).toEqual([
      expect.objectContaining({
        rule: 'oauth-scopes/no-duplicate-scope',
        message: 'OR.Tasks.Write is implied by OR.Tasks, which stands in the same string. One of them is enough.',
        suggestions: [expect.objectContaining({ desc: 'Remove it.', output: expect.stringContaining("scope: 'OR.Tasks' }") as string })],
      }),
    ]);
  });
});

describe('strings of .env', () => {
  it('case 47c: what is wrong with the one in effect is told where the client is made', async () => {
    const { reports } = await lintApplication({
      '.env': 'SECRET=do-not-print\nUIPATH_SCOPE=UIPATH_SCOPE=OR.Assets.Read,OR.Tasks.Read OR.Folder.Read\n',
      'src/use.ts': reading,
    });
    expect(reports.map(({ at, rule: id, message }) => `${at} ${id} ${message}`)).toEqual([
      "src/use.ts:2:20 oauth-scopes/no-malformed-scope 'UIPATH_SCOPE=' repeats the name of the variable inside its value. Take it out. Declared in .env, line 2.",
      'src/use.ts:2:20 oauth-scopes/no-malformed-scope A comma stands after UIPATH_SCOPE=OR.Assets.Read. Separate scopes by single spaces. Declared in .env, line 2.',
      "src/use.ts:2:20 oauth-scopes/no-unknown-scope UiPath has no scope 'OR.Folder.Read'. Did you mean OR.Folders.Read? Declared in .env, line 2.",
    ]);
  });

  it('not of one that is overridden by uipath.json, and none of uipath.json a second time', async () => {
    const { reports } = await lintApplication({
      '.env': 'UIPATH_SCOPE=OR.Nonsense\n',
      'uipath.json': configuration('OR.Assets.Read OR.Tasks.Read OR.Folder.Read'),
      'src/use.ts': reading,
    });
    expect(reports.map(({ at, rule: id }) => `${at} ${id}`)).toEqual([
      'src/use.ts:2:20 oauth-scopes/consistent-scopes',
      'uipath.json:3:42 oauth-scopes/no-unknown-scope',
    ]);
  });
});
