import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-unused-scope.ts';
import { clientWith } from './support/client-source.ts';
import { lintApplication, type Report } from './support/lint-application.ts';
import { configuration, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

function unused(files: Readonly<Record<string, string>>): Promise<readonly Report[]> {
  return reportsOf('no-unused-scope', files, { preset: 'recommended' });
}

const reading = `import { UiPath } from '@uipath/uipath-typescript';
export const sdk = new UiPath();
export const all = async () => [await sdk.assets.getAll(), await sdk.tasks.getAll()];
`;

describe('no-unused-scope', () => {
  it('reports a scope of uipath.json where the client is made', async () => {
    expect(await unused({ ...configuration('OR.Assets.Read OR.Machines.Read OR.Tasks.Read'), 'src/use.ts': reading })).toEqual([
      {
        at: 'src/use.ts:2:20',
        rule: 'oauth-scopes/no-unused-scope',
        message: 'No call needs OR.Machines.Read. Remove it. Declared in uipath.json, line 3.',
      },
    ]);
  });

  it('reports a scope of .env where the client is made, and no other value of the file', async () => {
    const [report, ...others] = await unused({
      '.env': 'SECRET=do-not-print\nUIPATH_SCOPE=OR.Assets.Read OR.Machines.Read OR.Tasks.Read\n',
      'src/use.ts': reading.replace(
        'new UiPath()',
        "new UiPath({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: process.env.UIPATH_SCOPE })",
      ),
      'src/env.d.ts': 'declare const process: { readonly env: { readonly UIPATH_SCOPE: string } };\n',
    });
    expect(others).toEqual([]);
    expect(report).toEqual({
      at: 'src/use.ts:2:20',
      rule: 'oauth-scopes/no-unused-scope',
      message: 'No call needs OR.Machines.Read. Remove it. Declared in .env, line 2.',
    });
  });

  it('case 40: in code at the scope itself, with a suggestion that keeps the form', async () => {
    const options = "baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: ''";
    const client = (scope: string): string => reading.replace('new UiPath()', `new UiPath({ ${options}, scope: ${scope} })`);
    const reports = await unused({ 'src/use.ts': client('"OR.Assets.Read OR.Machines.Read OR.Tasks.Read"') });
    expect(reports).toEqual([
      {
        at: 'src/use.ts:2:129',
        rule: 'oauth-scopes/no-unused-scope',
        message: 'No call needs OR.Machines.Read. Remove it.',
        suggestions: [{ desc: 'Remove OR.Machines.Read.', output: client('"OR.Assets.Read OR.Tasks.Read"') }],
      },
    ]);
    const list = (scopes: string): string => `const scopes = [${scopes}] as const;\n${client("scopes.join(' ')")}`;
    const [ofList] = await unused({ 'src/use.ts': list("'OR.Machines.Read', 'OR.Assets.Read', 'OR.Tasks.Read'") });
    expect(ofList).toMatchObject({ at: 'src/use.ts:1:18', suggestions: [{ output: list("'OR.Assets.Read', 'OR.Tasks.Read'") }] });
  });

  it('case 40: of a map with flags the whole property goes, of an array the only element', async () => {
    const options = "baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: ''";
    const source = (map: string): string => `const SCOPES = ${map};\n${reading.replace(
      'new UiPath()',
      `new UiPath({ ${options}, scope: Object.keys(SCOPES).join(' ') })`,
    )}`;
    const unusedName = "{ 'OR.Assets.Read': true, 'OR.Machines.Read': true, 'OR.Tasks.Read': false }";
    const [ofMap, ...others] = await unused({ 'src/use.ts': source(unusedName) });
    expect(others).toEqual([]);
    expect(ofMap?.suggestions).toEqual([
      { desc: 'Remove OR.Machines.Read.', output: source("{ 'OR.Assets.Read': true, 'OR.Tasks.Read': false }") },
    ]);
    const [unquoted] = await unused({ 'src/use.ts': source("{ 'OR.Assets.Read': 1, 'OR.Tasks.Read': 1, PIMS: 1 }") });
    expect(unquoted?.suggestions?.[0]?.output).toBe(source("{ 'OR.Assets.Read': 1, 'OR.Tasks.Read': 1 }"));
  });

  it('settings: what a package needs that receives the client is used', async () => {
    const files = {
      ...configuration('OR.Assets.Read OR.Tasks.Read OR.Machines.Read OR.Jobs.Read'),
      'src/use.ts': `${reading}import { mount } from 'some-widgets';\nmount(sdk);\n`,
      'node_modules/some-widgets/index.d.ts': 'export declare function mount(client: unknown): void;\n',
    };
    expect(await unused(files)).toEqual([]);
    const needs = { 'some-widgets': ['OR.Machines.Read'] };
    const { reports } = await lintApplication(files, { settings: { 'oauth-scopes': { needs } } });
    expect(reports.map(({ message }) => message)).toEqual(['No call needs OR.Jobs.Read. Remove it. Declared in uipath.json, line 3.']);
  });

  it('in a file of its own, when that file is linted', async () => {
    const options = "baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: ''";
    const reports = await unused({
      'src/scopes.ts': 'export const scopes = `OR.Assets.Read OR.Tasks.Read\n  OR.Machines.Read`;\n',
      'src/use.ts': `import { scopes } from './scopes.js';\n${reading.replace('new UiPath()', `new UiPath({ ${options}, scope: scopes })`)}`,
    });
    expect(reports).toEqual([
      {
        at: 'src/scopes.ts:2:3',
        rule: 'oauth-scopes/no-unused-scope',
        message: 'No call needs OR.Machines.Read. Remove it.',
        suggestions: [{ desc: 'Remove OR.Machines.Read.', output: 'export const scopes = `OR.Assets.Read OR.Tasks.Read`;\n' }],
      },
    ]);
  });

  it('case 42: what only tests use', async () => {
    const [report] = await unused({
      ...configuration('OR.Assets.Read OR.Tasks.Read OR.Queues.Read'),
      'src/use.ts': reading,
      'src/use.test.ts': "import { sdk } from './use.js';\nawait sdk.queues.getAll();\n",
    });
    expect(report).toMatchObject({ at: 'src/use.ts:2:20', message: expect.stringContaining('Only tests use OR.Queues.Read') as string });
  });

  it('cases 41, 44, 54, 56, 62: abstains wherever it is not certain', async () => {
    const abstains = async (scope: string, source: string): Promise<void> => {
      expect(await unused({ ...configuration(scope), 'src/use.ts': source })).toEqual([]);
    };
    await abstains('OR.Assets.Read OR.Tasks.Read openid profile email offline_access', reading);
    await abstains('OR.Machines.Read', 'export {};\n');
    await abstains('OR.Default OR.Assets.Read OR.Tasks.Read', reading);
    await abstains('OR.Machines.Read', `${reading}export const token = sdk.getToken();\n`);
    await abstains('OR.Machines.Read', `${reading}export const hidden = (sdk as any)[String(1)]();\n`);
    await abstains('OR.Machines.Read', `${reading}export const load = (path: string) => fetch(\`https://cloud.uipath.com/\${path}\`);\n`);
  });

  it('leaves a project that others are built on to the command line: their calls are not at hand', async () => {
    const files = { ...configuration('OR.Assets.Read OR.Tasks.Read OR.Machines.Read'), 'src/use.ts': reading };
    const compilerOptions = { target: 'es2022', module: 'nodenext', moduleResolution: 'nodenext', strict: true };
    const configured = (composite: boolean): string => JSON.stringify({ compilerOptions: { ...compilerOptions, composite }, include: ['src'] });
    expect(await unused({ ...files, 'tsconfig.json': configured(false) })).toHaveLength(1);
    expect(await unused({ ...files, 'tsconfig.json': configured(true) })).toEqual([]);
  });

  it('several declarations that differ: nobody knows which one is in effect', async () => {
    expect(
      await unused({
        '.env': 'UIPATH_SCOPE=OR.Assets.Read OR.Tasks.Read OR.Machines.Read\n',
        'oauth-scopes.json': JSON.stringify({
          applications: [{ name: 'a', provider: 'uipath', scopes: ['OR.Assets.Read', 'OR.Tasks.Read', 'OR.Jobs'] }],
        }),
        'src/use.ts': reading,
      }),
    ).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: clientWith("'OR.Jobs OR.Machines'") }],
  invalid: [],
});
