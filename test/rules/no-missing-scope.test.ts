import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-missing-scope.ts';
import { lintApplication, type LintSetup, type Report } from './support/lint-application.ts';
import { configuration, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';
import { clientWith } from './support/client-source.ts';

function missing(files: Readonly<Record<string, string>>, setup: LintSetup = {}): Promise<readonly Report[]> {
  return reportsOf('no-missing-scope', files, { preset: 'recommended', ...setup });
}

/** Lines are numbered by the comment `// MISS` behind them. */
function linesMarked(source: string): number[] {
  return source.split('\n').flatMap((line, index) => (line.includes('// MISS') ? [index + 1] : []));
}

describe('no-missing-scope', () => {
  it('cases 1 to 7, 19, 20, 26: calls on a client that the application declares scopes for', async () => {
    const source = `
import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Jobs } from '@uipath/uipath-typescript/jobs';
import { Tasks } from '@uipath/uipath-typescript/tasks';

const sdk = new UiPath();
const assets = new Assets(sdk);
const tasks = new Tasks(sdk);
const jobs: Jobs | null = Math.random() > 1 ? new Jobs(sdk) : null;
const other = { create: (title: string) => title };

export async function run(): Promise<void> {
  await assets.getAll();
  await tasks.getAll();
  await tasks.create({ title: 'a' }, 1); // MISS
  await tasks['create']({ title: 'a' }, 1); // MISS
  await tasks?.create({ title: 'a' }, 1); // MISS
  await tasks!.create({ title: 'a' }, 1); // MISS
  await jobs?.getAll(); // MISS
  other.create('case 26');
}
`;
    const reports = await missing({ ...configuration('OR.Assets OR.Tasks.Read'), 'src/run.ts': source });
    expect(reports.map(({ at }) => Number(at.split(':')[1]))).toEqual(linesMarked(source));
    expect(reports[0]).toEqual({
      at: 'src/run.ts:16:15',
      rule: 'oauth-scopes/no-missing-scope',
      message: 'Tasks.create needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write. Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.',
    });
  });

  it('cases 12, 49, 55: each client by its own grant, and none for a client with a secret', async () => {
    const source = `
import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';

const connection = { baseUrl: 'https://api.uipath.com', orgName: 'o', tenantName: 't' };
const oauth = { ...connection, clientId: 'id', redirectUri: 'https://localhost' };
const reading = new Assets(new UiPath({ ...oauth, scope: 'OR.Assets.Read' }));
const starting = new Assets(new UiPath({ ...oauth, scope: 'OR.Jobs' }));
const secret = new Assets(new UiPath({ ...connection, secret: 'x' }));

export async function run(): Promise<void> {
  await reading.getAll();
  await starting.getAll(); // MISS
  await secret.getAll();
}
`;
    const reports = await missing({ 'src/run.ts': source });
    expect(reports.map(({ at }) => Number(at.split(':')[1]))).toEqual(linesMarked(source));
  });

  it('cases 10, 18, 30, 50: other files, a module singleton, an aliased import, a returned object', async () => {
    const reports = await missing({
      '.env': 'VITE_UIPATH_SCOPE=OR.Tasks.Read\n',
      'src/client.ts':
        "import { UiPath as Client } from '@uipath/uipath-typescript';\nexport const sdk = new Client({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: import.meta.env.VITE_UIPATH_SCOPE });\n",
      'src/env.d.ts': 'interface ImportMeta { readonly env: { readonly VITE_UIPATH_SCOPE: string } }\n',
      'src/index.ts': "export { sdk } from './client.js';\n",
      'src/use.ts': `import { sdk } from './index.js';
export async function complete(): Promise<void> {
  const page = await sdk.tasks.getAll();
  for (const task of page.items) {
    await task.assign({ userId: 1 });
  }
}
`,
    });
    expect(reports).toEqual([expect.objectContaining({ at: 'src/use.ts:5:16' })]);
  });

  it('cases 38, 39, 54, 56, 57: abstains where the grant, or what a call needs, is not certain', async () => {
    const use = `import { UiPath } from '@uipath/uipath-typescript';
export const sdk = new UiPath();
export const all = async () => [await sdk.assets.getAll(), await sdk.buckets.getAll({ folderId: 1 })];
`;
    expect(await missing({ 'src/use.ts': use }), 'nothing declares scopes').toEqual([]);
    expect(await missing({ 'src/use.ts': use, ...configuration('OR.Default') }), 'a role-based wildcard').toEqual([]);
    expect(
      await missing({ 'src/use.ts': use, ...configuration('OR.Assets OR.Administration') }),
      'the older of two dated rows',
    ).toEqual([]);
  });

  it('a broken uipath.json is a parsing error of that file, and disturbs no other', async () => {
    const { reports } = await lintApplication({
      'uipath.json': '{\n  "scope": OR.Jobs\n}',
      'src/use.ts': "import { UiPath } from '@uipath/uipath-typescript';\nexport const all = async () => new UiPath().assets.getAll();\n",
    });
    expect(reports).toEqual([
      { at: 'uipath.json:2:12', rule: null, message: 'Parsing error: This file is not valid JSON: invalid symbol' },
    ]);
  });

  it('settings: asOf takes the requirements of a day', async () => {
    const files = {
      ...configuration('OR.Assets OR.Administration'),
      'src/use.ts':
        "import { UiPath } from '@uipath/uipath-typescript';\nexport const all = async () => new UiPath().buckets.getAll({ folderId: 1 });\n",
    };
    expect(await missing(files, { settings: { 'oauth-scopes': { asOf: '2026-06-01' } } })).toHaveLength(1);
    expect(await missing(files, { settings: { 'oauth-scopes': { asOf: '2026-01-01' } } })).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: `${clientWith("'OR.Jobs'")}\nsdk.assets.getAll();` }],
  invalid: [],
});
