import { describe } from 'vitest';
import noDuplicateScope from '../../rules/no-duplicate-scope.ts';
import noMalformedScope from '../../rules/no-malformed-scope.ts';
import noMissingScope from '../../rules/no-missing-scope.ts';
import noUnknownScope from '../../rules/no-unknown-scope.ts';
import noUnusedScope from '../../rules/no-unused-scope.ts';
import { asRule, jsonSetups, ruleTester } from './support/language-rule-tester.ts';

/** A file named uipath.json that holds this text, and one other property. */
const configuration = (scope: string): string => `{\n  "clientId": "id",\n  "scope": ${scope}\n}\n`;

const manifest = (scopes: string, provider = 'uipath'): string =>
  JSON.stringify({
    applications: [
      { name: 'other', provider: 'uipath', scopes: [] },
      { name: 'app', provider, scopes: ['SCOPES'] },
    ],
  }).replace('"SCOPES"', scopes);

describe.each(Object.entries(jsonSetups))('JSON %s', (_name, setup) => {
  const tester = ruleTester(setup);

  tester.run('no-malformed-scope', asRule(noMalformedScope), {
    valid: [
      { filename: 'uipath.json', code: configuration('"OR.Jobs OR.Tasks"') },
      { name: 'no scope at all', filename: 'uipath.json', code: '{ "clientId": "id" }' },
      { name: 'a scope that is no string', filename: 'uipath.json', code: configuration('{ "of": "OR.Jobs,OR.Tasks" }') },
      { name: 'a scope deeper in the file', filename: 'uipath.json', code: '{ "other": { "scope": "a,b" } }' },
      { name: 'case 60: a web manifest', filename: 'manifest.json', code: '{ "scope": " / ", "start_url": "/" }' },
      { name: 'case 60: a file whose name ends the same', filename: 'my-uipath.json', code: configuration('"a,b"') },
      { name: 'a provider that we do not know', filename: 'oauth-scopes.json', code: manifest('"a,b"', 'contoso') },
    ],
    invalid: [
      {
        name: 'case 47: commas and white space',
        filename: 'packages/app/uipath.json',
        code: configuration('"OR.Jobs,OR.Tasks "'),
        output: configuration('"OR.Jobs OR.Tasks"'),
        errors: [
          { message: 'A comma stands after OR.Jobs. Separate scopes by single spaces.', line: 3, column: 20, endLine: 3, endColumn: 21 },
          { messageId: 'surplus-space', line: 3, column: 29, endLine: 3, endColumn: 30 },
        ],
      },
      {
        name: 'case 40: an escape of JSON stays',
        filename: 'uipath.json',
        code: configuration(String.raw`"OR\u002eJobs\u0020\tOR.Tasks"`),
        output: configuration(String.raw`"OR\u002eJobs OR.Tasks"`),
        errors: [{ messageId: 'surplus-space', line: 3, column: 25, endLine: 3, endColumn: 33 }],
      },
      {
        name: 'case 47c: an empty string',
        filename: 'uipath.json',
        code: configuration('""'),
        errors: [{ messageId: 'empty', line: 3, column: 12, endLine: 3, endColumn: 14 }],
      },
      {
        name: 'of two properties with one name the last holds',
        filename: 'uipath.json',
        code: '{ "scope": "a,b", "scope": "Traces.API" }',
        errors: [
          {
            messageId: 'wrong-case',
            suggestions: [{ messageId: 'replace', data: { scope: 'Traces.Api' }, output: '{ "scope": "a,b", "scope": "Traces.Api" }' }],
          },
        ],
      },
      {
        name: 'the manifest, a scope with a reason',
        filename: 'oauth-scopes.json',
        code: manifest('{ "scope": "Traces.API", "usedFor": "spans" }'),
        errors: [
          {
            messageId: 'wrong-case',
            suggestions: [
              { messageId: 'replace', data: { scope: 'Traces.Api' }, output: manifest('{ "scope": "Traces.Api", "usedFor": "spans" }') },
            ],
          },
        ],
      },
    ],
  });

  tester.run('no-unknown-scope', asRule(noUnknownScope), {
    valid: [{ filename: 'uipath.json', code: configuration('"OR.Default openid offline_access"') }],
    invalid: [
      {
        name: 'case 45',
        filename: 'uipath.json',
        code: configuration('"OR.Jobs OR.Machine"'),
        errors: [
          {
            messageId: 'unknown',
            line: 3,
            column: 21,
            endLine: 3,
            endColumn: 31,
            suggestions: [{ messageId: 'replace', data: { scope: 'OR.Machines' }, output: configuration('"OR.Jobs OR.Machines"') }],
          },
        ],
      },
    ],
  });

  tester.run('no-duplicate-scope', asRule(noDuplicateScope), {
    valid: [{ filename: 'uipath.json', code: configuration('"OR.Jobs.Read OR.Jobs.Write"') }],
    invalid: [
      {
        name: 'case 47: an exact repeat',
        filename: 'uipath.json',
        code: configuration('"OR.Jobs OR.Jobs"'),
        output: configuration('"OR.Jobs"'),
        errors: [{ messageId: 'repeated', line: 3, column: 21, endLine: 3, endColumn: 28 }],
      },
      {
        name: 'case 40: an element of the manifest goes with its comma',
        filename: 'oauth-scopes.json',
        code: manifest('"OR.Jobs", "OR.Jobs"'),
        output: manifest('"OR.Jobs"'),
        errors: [{ messageId: 'repeated' }],
      },
      {
        name: 'an element with a reason is left to a person',
        filename: 'oauth-scopes.json',
        code: manifest('"OR.Jobs", { "scope": "OR.Jobs", "usedFor": "…" }'),
        errors: [{ messageId: 'repeated' }],
      },
      {
        name: 'case 59: which of the two is to go, only the calls tell',
        filename: 'uipath.json',
        code: configuration('"OR.Execution OR.Execution.Read"'),
        errors: [{ messageId: 'implied', line: 3, column: 26 }],
      },
    ],
  });

  tester.run('no-missing-scope', asRule(noMissingScope), {
    valid: [{ filename: 'uipath.json', code: configuration('"OR.Jobs"') }],
    invalid: [],
  });
  tester.run('no-unused-scope', asRule(noUnusedScope), {
    valid: [{ filename: 'uipath.json', code: configuration('"OR.Jobs"') }],
    invalid: [],
  });
});
