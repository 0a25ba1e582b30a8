import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import rule from '../../rules/consistent-scopes.ts';
import { clientWith } from './support/client-source.ts';
import { configuration, readingTasks, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const plain = "import { UiPath } from '@uipath/uipath-typescript';\nexport const all = () => new UiPath().tasks.getAll();\n";

describe('consistent-scopes', () => {
  it('case 39: names both places, where the client is made', async () => {
    const files = { ...configuration('OR.Tasks.Read'), '.env': '\nUIPATH_SCOPE=OR.Tasks.Read OR.Jobs\n', 'src/use.ts': plain };
    expect(await reportsOf('consistent-scopes', files)).toEqual([
      {
        at: 'src/use.ts:2:26',
        rule: 'oauth-scopes/consistent-scopes',
        message: '.env:2 and uipath.json:3 declare different scopes: only .env:2 has OR.Jobs. Declare the same in both.',
      },
    ]);
  });

  it('case 39: what stands in code', async () => {
    const files = { ...configuration('OR.Tasks.Read PIMS'), 'src/use.ts': readingTasks("'OR.Tasks.Read'") };
    expect(await reportsOf('consistent-scopes', files)).toMatchObject([
      {
        at: 'src/use.ts:2:20',
        message: 'uipath.json:3 and src/use.ts:2 declare different scopes: only uipath.json:3 has PIMS. Declare the same in both.',
      },
    ]);
  });

  it('says that a registration is stale', async () => {
    const registration = `/// <reference types="eslint-plugin-oauth-scopes/uipath" />
declare module 'eslint-plugin-oauth-scopes/types' {\n  interface Registered {\n    uipath: 'OR.Jobs';\n  }\n}\nexport {};\n`;
    const files = { 'uipath.json': '{\n  "scope": "OR.Tasks.Read"\n}', 'src/oauth-scopes.gen.d.ts': registration, 'src/use.ts': plain };
    expect(await reportsOf('consistent-scopes', files)).toEqual([
      {
        at: 'src/use.ts:2:26',
        rule: 'oauth-scopes/consistent-scopes',
        message: 'This registration is stale, so that the compiler checks other scopes than are declared: '
          + 'it lacks OR.Tasks.Read and still has OR.Jobs. Run oauth-scopes sync. Declared in src/oauth-scopes.gen.d.ts, line 4.',
      },
    ]);
    const fresh = { ...files, 'src/oauth-scopes.gen.d.ts': registration.replace('OR.Jobs', 'OR.Tasks.Read') };
    expect(await reportsOf('consistent-scopes', fresh)).toEqual([]);
    // What a client of another program states is registered as well, and this program does not show it.
    const inCode = { 'src/oauth-scopes.gen.d.ts': registration, 'src/use.ts': readingTasks("'OR.Tasks.Read'") };
    expect(await reportsOf('consistent-scopes', inCode)).toEqual([]);
  });

  it('says in the manifest, once and without types, that it differs from the files beside it', async () => {
    const files = {
      ...configuration('OR.Tasks.Read'),
      '.env.production': 'UIPATH_SCOPE=PIMS\n',
      'oauth-scopes.json': `{ "applications": [{ "name": "a", "provider": "uipath", "scopes": ["OR.Tasks"],
  "environments": { "production": { "scopes": [{ "scope": "PIMS", "usedFor": "cases" }] } } }] }`,
      'src/use.ts': plain,
    };
    const expected = [
      {
        at: 'oauth-scopes.json:1:67',
        rule: 'oauth-scopes/consistent-scopes',
        message:
          'oauth-scopes.json:1 and uipath.json:3 declare different scopes: '
          + 'only oauth-scopes.json:1 has OR.Tasks, only uipath.json:3 has OR.Tasks.Read. Declare the same in both.',
      },
    ];
    expect(await reportsOf('consistent-scopes', files)).toEqual(expected);
    expect(await reportsOf('consistent-scopes', files, { config: plugin.configs.strict })).toEqual(expected);
  });

  it('says nothing of other environments and of templates', async () => {
    const files = { ...configuration('OR.Tasks.Read'), '.env.production': 'UIPATH_SCOPE=PIMS\n', '.env.example': 'UIPATH_SCOPE=PIMS\n' };
    expect(await reportsOf('consistent-scopes', { ...files, 'src/use.ts': plain })).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: clientWith("'OR.Jobs OR.Machines'") }],
  invalid: [],
});
