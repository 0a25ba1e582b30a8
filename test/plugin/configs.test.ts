import js from '@eslint/js';
import json from '@eslint/json';
import * as parser from '@typescript-eslint/parser';
import { ESLint, Linter } from 'eslint';
import { ESLint as ESLint9, Linter as Linter9 } from 'eslint-9';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import { registrationFileName } from '../../src/grants/registration-file.ts';
import { lintApplication } from '../rules/support/lint-application.ts';

const versions = [
  { version: Linter.version, Chosen: ESLint },
  { version: Linter9.version, Chosen: ESLint9 as unknown as typeof ESLint },
];

const configuration = '{\n  "scope": "OR.Jobs,OR.Jobs OR.Machine"\n}\n';

/** What the string rules say of `configuration`, in the order of their places. */
const faultsOfConfiguration = [
  'uipath.json:2:20 oauth-scopes/no-malformed-scope',
  'uipath.json:2:21 oauth-scopes/no-duplicate-scope',
  'uipath.json:2:29 oauth-scopes/no-unknown-scope',
];

const application = {
  'uipath.json': configuration,
  'src/use.ts': "import { UiPath } from '@uipath/uipath-typescript';\nexport const all = async () => new UiPath().assets.getAll();\n",
};

async function lint(files: Readonly<Record<string, string>>, Chosen: typeof ESLint, config?: Linter.Config[]): Promise<readonly string[]> {
  const { reports } = await lintApplication(files, { ESLint: Chosen, ...(config === undefined ? {} : { config }) });
  return reports.map(({ at, rule, message }) => (rule === null ? `${at} ${message}` : `${at} ${rule}`));
}

it('tests ESLint 9 and ESLint 10', () => {
  expect(versions.map(({ version }) => version.split('.')[0])).toEqual(['10', '9']);
});

describe.each(versions)('ESLint $version', ({ Chosen }) => {
  it('finds what is wrong in code and JSON with one line in a config with type information', async () => {
    expect(await lint(application, Chosen)).toEqual([
      'src/use.ts:2:32 oauth-scopes/no-unused-scope',
      'src/use.ts:2:52 oauth-scopes/no-missing-scope',
      ...faultsOfConfiguration,
    ]);
  });

  it('needs nothing else in the config', async () => {
    const files = {
      ...application,
      'src/client.js': "import { UiPath } from '@uipath/uipath-typescript';\nnew UiPath({ scope: 'OR.Machine' });\n",
    };
    expect(await lint(files, Chosen, plugin.configs.recommended)).toEqual([
      'src/client.js:2:22 oauth-scopes/no-unknown-scope',
      ...faultsOfConfiguration,
    ]);
  });

  it('keeps the rules of configs without `files` away from JSON, wherever our line stands', async () => {
    const everything = [
      js.configs.all,
      ...tseslint.configs.all,
      { languageOptions: { parserOptions: { projectService: true } } },
    ] as Linter.Config[];
    const onlyOurs = async (config: Linter.Config[]): Promise<readonly string[]> =>
      await lint({ 'uipath.json': configuration }, Chosen, [{ ignores: ['**/*.ts'] }, ...config]);
    expect(await onlyOurs([...everything, ...plugin.configs.recommended])).toEqual(faultsOfConfiguration);
    expect(await onlyOurs([...plugin.configs.recommended, js.configs.recommended])).toEqual(faultsOfConfiguration);
  });

  it('gets on with a plugin that declares JSON to be a language', async () => {
    const language: Linter.Config = {
      files: ['**/*.json'],
      plugins: { json },
      language: 'json/json',
      rules: { 'json/no-duplicate-keys': 'error' },
    };
    const files = { 'uipath.json': configuration, 'other.json': '{ "scope": "a,b" }' };
    expect(await lint(files, Chosen, [language, ...plugin.configs.recommended])).toEqual(faultsOfConfiguration);
    expect(await lint(files, Chosen, [...plugin.configs.recommended, language])).toEqual(faultsOfConfiguration);
  });

  it('lints no file that the config around it does not lint', async () => {
    const files = { 'src/use.ts': 'const a: string = 1;', 'style.css': 'a {', 'data.json': '{', 'clean.js': '' };
    expect(await lint(files, Chosen, plugin.configs.recommended)).toEqual([]);
  });

  it('does not lint what sync writes', async () => {
    const files = { 'src/oauth-scopes.gen.d.ts': '/* eslint-disable */\nexport {};\n', 'src/clean.ts': 'export {};\n' };
    expect(await lint(files, Chosen)).toEqual([]);
  });

  it('reports nothing without type information that needs it, with the parser or without', async () => {
    const untyped: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: parser } };
    const { 'src/use.ts': source } = application;
    expect(
      await lint({ 'src/use.ts': source, 'uipath.json': '{ "scope": "OR.Jobs" }' }, Chosen, [untyped, ...plugin.configs.recommended]),
    ).toEqual([]);
  });
});

describe('the shared configs', () => {
  const rulesOf = (name: keyof typeof plugin.configs): Linter.RulesRecord =>
    Object.assign({}, ...plugin.configs[name].map((block) => block.rules ?? {})) as Linter.RulesRecord;

  it.each(['recommended', 'strict', 'untyped'] as const)('%s has `files` wherever it sets something', (name) => {
    const config = plugin.configs[name];
    expect(config.filter(({ files }) => files === undefined)).toEqual([
      { name: `oauth-scopes/${name}/generated`, ignores: [`**/${registrationFileName}`] },
    ]);
  });

  it('differ in how sure one wants to be', () => {
    expect(rulesOf('recommended')).toEqual({
      'oauth-scopes/consistent-scopes': 'warn',
      'oauth-scopes/no-duplicate-scope': 'error',
      'oauth-scopes/no-forged-grant': 'error',
      'oauth-scopes/no-malformed-scope': 'error',
      'oauth-scopes/no-missing-scope': 'error',
      'oauth-scopes/no-overdue-review': 'warn',
      'oauth-scopes/no-restricted-scope': 'error',
      'oauth-scopes/no-unknown-scope': 'error',
      'oauth-scopes/no-unused-scope': 'warn',
      'oauth-scopes/prefer-narrow-scope': 'warn',
      'oauth-scopes/valid-manifest': 'error',
    });
    const all = Object.keys(plugin.rules ?? {}).map((rule) => [`oauth-scopes/${rule}`, 'error']);
    expect(rulesOf('strict')).toEqual(Object.fromEntries(all));
    expect(rulesOf('untyped')).toEqual({
      'oauth-scopes/no-duplicate-scope': 'error',
      'oauth-scopes/no-malformed-scope': 'error',
      'oauth-scopes/no-overdue-review': 'warn',
      'oauth-scopes/no-restricted-scope': 'error',
      'oauth-scopes/no-unknown-scope': 'error',
      'oauth-scopes/valid-manifest': 'error',
    });
  });

  it('can be printed and cached: the parser says who it is', async () => {
    const printed = (await new ESLint({ overrideConfigFile: true, overrideConfig: plugin.configs.recommended }).calculateConfigForFile(
      'uipath.json',
    )) as Linter.Config;
    expect(printed.languageOptions?.parser).toMatchObject({ meta: { name: 'eslint-plugin-oauth-scopes/scope-file-parser' } });
  });

  it('leave the parser and its options to the config around them', () => {
    expect(plugin.configs.recommended.filter(({ languageOptions }) => languageOptions !== undefined).map(({ files }) => files)).toEqual([
      ['**/uipath.json', '**/oauth-scopes.json'],
    ]);
  });
});

describe('settings', () => {
  it.each([
    [{ asOf: '2026-02-30' }, `settings['oauth-scopes'].asOf is "2026-02-30"; it must be a date such as "2026-05-13"`],
    [
      { environmentKeys: 'MY_SCOPES' },
      `settings['oauth-scopes'].environmentKeys is "MY_SCOPES"; it must be an array of names such as ["VITE_MY_SCOPES"]`,
    ],
    [{ asof: '2026-01-01' }, `settings['oauth-scopes'] has no setting 'asof'; there are 'asOf', 'environmentKeys', 'needs' and 'catalogs'`],
    [
      { needs: ['some-widgets'] },
      `settings['oauth-scopes'].needs is ["some-widgets"]; it must be an object such as { "some-widgets": ["OR.Tasks"] }`,
    ],
    [
      { needs: { 'some-widgets': 'OR.Tasks OR.Jobs' } },
      `settings['oauth-scopes'].needs is {"some-widgets":"OR.Tasks OR.Jobs"}; it must be an object such as { "some-widgets": ["OR.Tasks"] }`,
    ],
    [[], `settings['oauth-scopes'] is []; it must be an object`],
  ])('%j is refused with a message that says what to write', async (settings, message) => {
    await expect(lintApplication(application, { settings: { 'oauth-scopes': settings } })).rejects.toThrow(message);
  });

  it('environmentKeys names a further key of .env', async () => {
    const files = {
      '.env': 'MY_SCOPES=OR.Assets.Read\n',
      'src/use.ts': application['src/use.ts']
        .replace('new UiPath()', 'new UiPath({ scope: process.env.MY_SCOPES } as never)')
        .replace('assets', 'tasks'),
      'src/env.d.ts': 'declare const process: { env: Record<string, string> };\n',
    };
    expect((await lintApplication(files)).reports).toEqual([]);
    const { reports } = await lintApplication(files, { settings: { 'oauth-scopes': { environmentKeys: ['MY_SCOPES'] } } });
    expect(reports.map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      'src/use.ts:2:32 oauth-scopes/no-unused-scope',
      'src/use.ts:2:92 oauth-scopes/no-missing-scope',
    ]);
  });
});
