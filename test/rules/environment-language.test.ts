import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import noDuplicateScope from '../../rules/no-duplicate-scope.ts';
import noMalformedScope from '../../rules/no-malformed-scope.ts';
import noMissingScope from '../../rules/no-missing-scope.ts';
import noUnknownScope from '../../rules/no-unknown-scope.ts';
import { asRule, ruleTester } from './support/language-rule-tester.ts';
import { lintApplication } from './support/lint-application.ts';

const tester = ruleTester({ plugins: { 'oauth-scopes': plugin }, language: 'oauth-scopes/dotenv' });

tester.run('no-malformed-scope', asRule(noMalformedScope), {
  valid: [
    { filename: '.env', code: 'SECRET=a,b\nUIPATH_SCOPE="OR.Jobs OR.Tasks" # what it holds\n' },
    { name: 'another name', filename: 'settings.env', code: 'UIPATH_SCOPE=OR.Jobs,OR.Tasks\n' },
    { name: 'a template that is to be filled in', filename: '.env.example', code: 'UIPATH_SCOPE=<your scopes>\nVITE_UIPATH_SCOPE=\n' },
    { name: 'what is made of other variables', filename: '.env', code: 'UIPATH_SCOPE=$A,$B\n' },
    { name: 'the name of the SDK in a value', filename: '.env', code: 'PACKAGE=@uipath/uipath-typescript\n' },
  ],
  invalid: [
    {
      name: 'keeps quotes and whatever else stands there',
      filename: '.env.production',
      code: 'TOKEN=hunter2\nexport UIPATH_SCOPE="OR.Jobs,OR.Tasks" # two\n',
      output: 'TOKEN=hunter2\nexport UIPATH_SCOPE="OR.Jobs OR.Tasks" # two\n',
      errors: [
        { message: 'A comma stands after OR.Jobs. Separate scopes by single spaces.', line: 2, column: 29, endLine: 2, endColumn: 30 },
      ],
    },
  ],
});

tester.run('no-duplicate-scope', asRule(noDuplicateScope), {
  valid: [{ filename: '.env', code: 'UIPATH_SCOPE=OR.Jobs OR.Tasks\n' }],
  invalid: [
    {
      filename: '.env',
      code: 'UIPATH_SCOPE=OR.Jobs OR.Jobs PIMS\r\nA=1\r\n',
      output: 'UIPATH_SCOPE=OR.Jobs PIMS\r\nA=1\r\n',
      errors: [{ messageId: 'repeated', line: 1, column: 22 }],
    },
  ],
});

tester.run('no-unknown-scope', asRule(noUnknownScope), {
  valid: [],
  invalid: [
    {
      filename: '.env.local',
      code: 'UIPATH_SCOPE=OR.Machine\n',
      errors: [{ messageId: 'unknown', suggestions: [{ desc: 'Write OR.Machines instead.', output: 'UIPATH_SCOPE=OR.Machines\n' }] }],
    },
  ],
});

tester.run('no-missing-scope', asRule(noMissingScope), { valid: [{ filename: '.env', code: 'UIPATH_SCOPE=OR.Jobs\n' }], invalid: [] });

describe('.env files', () => {
  const files = { '.env': 'SECRET=hunter2\nUIPATH_SCOPE=OR.Jobs,OR.Tasks\nMY_SCOPES=PIMS,OR.Jobs\n' };

  it('are in no shared config', async () => {
    const { reports } = await lintApplication({ ...files, 'a.js': '' }, { config: plugin.configs.strict });
    expect(reports).toEqual([]);
  });

  it('are linted where a config names the language, with the keys of the settings, and no value is told', async () => {
    const config = [...plugin.configs.recommended, { files: ['**/.env*'], language: 'oauth-scopes/dotenv' }];
    // Behind scopes that are at fault, and in lines of which nothing is read.
    const secrets = {
      '.env.beside': 'UIPATH_SCOPE=OR.Machine,PIMS # hunter2\n',
      '.env.local': 'UIPATH_SCOPE=PIMS,OR.Jobs SECRET=hunter2\n',
      '.env.test': 'UIPATH_SCOPE="hunter2,PIMS\n',
    };
    const { reports } = await lintApplication({ ...files, ...secrets }, { config, settings: { 'oauth-scopes': { environmentKeys: ['MY_SCOPES'] } } });
    expect(reports.map(({ at, rule, message }) => `${at} ${rule} ${message}`)).toEqual([
      '.env:2:21 oauth-scopes/no-malformed-scope A comma stands after OR.Jobs. Separate scopes by single spaces.',
      '.env:3:15 oauth-scopes/no-malformed-scope A comma stands after PIMS. Separate scopes by single spaces.',
      ".env.beside:1:14 oauth-scopes/no-unknown-scope UiPath has no scope 'OR.Machine'. Did you mean OR.Machines?",
      '.env.beside:1:24 oauth-scopes/no-malformed-scope A comma stands after OR.Machine. Separate scopes by single spaces.',
    ]);
  });
});
