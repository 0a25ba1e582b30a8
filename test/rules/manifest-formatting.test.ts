import json from '@eslint/json';
import { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import consistentScopes from '../../rules/consistent-scopes.ts';
import noDuplicateScope from '../../rules/no-duplicate-scope.ts';
import noUnknownScope from '../../rules/no-unknown-scope.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { asRule, ruleTester } from './support/language-rule-tester.ts';

const filename = 'packages/desk/oauth-scopes.json';

/** As somebody's formatter left it: two entries on a line, one a line, white space of all kinds. */
const written = (list: string): string => `{
\t"applications": [
\t\t{ "name": "desk",
\t\t  "provider" : "uipath",
\t\t  "scopes": [${list}]   }
\t]
}\r\n`;

/** Everything but the list stays as it is, to the last tab. */
describe.each(['json/json', 'json/jsonc'] as const)('a manifest that @eslint/json reads as %s', (language) => {
  const tester = ruleTester({ plugins: { json }, language });

  tester.run('no-duplicate-scope', asRule(noDuplicateScope), {
    valid: [{ filename, code: written('"OR.Jobs",\r\n\t\t\t"PIMS"') }],
    invalid: [
      {
        name: 'the last of several lines',
        filename,
        code: written('\n\t\t\t"OR.Jobs", "PIMS",\n\t\t\t"OR.Jobs"\n\t\t  '),
        output: written('\n\t\t\t"OR.Jobs", "PIMS"\n\t\t  '),
        errors: [{ messageId: 'repeated', line: 7, column: 5, endLine: 7, endColumn: 12 }],
      },
      {
        name: 'one in the middle',
        filename,
        code: written('"OR.Jobs",\n\t\t\t"OR.Jobs",\n\t\t\t"PIMS"'),
        output: written('"OR.Jobs",\n\t\t\t"PIMS"'),
        errors: [{ messageId: 'repeated' }],
      },
    ],
  });

  tester.run('no-unknown-scope', asRule(noUnknownScope), {
    valid: [],
    invalid: [
      {
        filename,
        code: written('\n\t\t\t{ "usedFor": "robots",\n\t\t\t  "scope" : "OR.Machine" }'),
        errors: [{
          messageId: 'unknown',
          suggestions: [{ messageId: 'replace', output: written('\n\t\t\t{ "usedFor": "robots",\n\t\t\t  "scope" : "OR.Machines" }') }],
        }],
      },
    ],
  });

  describe('beside another declaration', () => {
    const workspace = makeWorkspace({ sdk: null, plugin: 'none', files: { 'package-lock.json': {}, 'uipath.json': { scope: 'OR.Jobs PIMS' }, 'oauth-scopes.json': written('') } });
    afterAll(workspace.remove);
    const lint = (list: string): string[] =>
      new Linter({ cwd: workspace.directory })
        .verify(written(list), [{ files: ['**/*.json'], plugins: { json, scopes: { rules: { consistent: asRule(consistentScopes) } } }, language, rules: { 'scopes/consistent': 'error' } }], {
          filename: `${workspace.directory}/oauth-scopes.json`,
        })
        .map(({ line, column, message }) => `${line}:${column} ${message}`);

    it('consistent-scopes tells where they differ, of the text that is linted', () => {
      expect(lint('"PIMS", "OR.Jobs"')).toEqual([]);
      expect(lint('\n\t\t\t"PIMS", { "scope": "OR.Assets" }')).toEqual([
        '5:15 oauth-scopes.json:5 and uipath.json:2 declare different scopes: only oauth-scopes.json:5 has OR.Assets, only uipath.json:2 has OR.Jobs. Declare the same in both.',
      ]);
    });
  });
});

describe('a manifest with comments, which @eslint/json reads as json/jsonc', () => {
  ruleTester({ plugins: { json }, language: 'json/jsonc' }).run('no-duplicate-scope', asRule(noDuplicateScope), {
    valid: [],
    invalid: [
      {
        name: 'comments elsewhere stay',
        filename,
        code: written('\n\t\t\t"OR.Jobs", // robots\n\t\t\t/* cases */ "PIMS", "OR.Jobs" // once more\n'),
        output: written('\n\t\t\t"OR.Jobs", // robots\n\t\t\t/* cases */ "PIMS" // once more\n'),
        errors: [{ messageId: 'repeated' }],
      },
      {
        name: 'one that would go as well leaves it to a person',
        filename,
        code: written('\n\t\t\t"OR.Jobs", // robots\n\t\t\t"OR.Jobs"\n'),
        errors: [{ messageId: 'repeated' }],
      },
    ],
  });
});
