import rule from '../../rules/no-malformed-scope.ts';
import { clientWith, importClient, scopeColumn } from './support/client-source.ts';
import { testRule } from './support/test-rule.ts';

testRule(rule, {
  valid: [
    clientWith("'OR.Jobs OR.Tasks'"),
    clientWith('`OR.Jobs OR.Tasks`'),
    clientWith("['OR.Jobs', 'OR.Tasks'].join(' ')"),
    clientWith("import.meta.env.VITE_UIPATH_SCOPE ?? 'OR.Tasks offline_access'"),
    { name: 'a role permission is no malformed scope', code: clientWith("'Processes.View'") },
    { name: '`?? ""` says nothing about the scopes', code: clientWith("import.meta.env.VITE_UIPATH_SCOPE ?? ''") },
    { name: 'a template of which a part is not known', code: clientWith('`${process.env.FIRST} , OR.Tasks`') },
    { name: 'a variable that is assigned again', code: `let scope = 'OR.Jobs,OR.Tasks'; scope = 'OR.Jobs';\n${clientWith('scope')}` },
    { name: 'an option that a spread may replace', code: `${importClient}\nnew UiPath({ scope: 'OR.Jobs,OR.Tasks', ...options });` },
    { name: 'a const that leads back to itself', code: `const first = second; const second = first;\n${clientWith('first')}` },
    ...[
      'new UiPath',
      'new UiPath()',
      'new UiPath(...options)',
      'new UiPath(null)',
      "new UiPath({ get scope() { return 'a,b'; } })",
      'new UiPath({ scope() {} })',
      "new UiPath({ [name]: 'a,b' })",
      'new UiPath({ scope })',
      'new UiPath({ scope: undeclared.scopes })',
      "new UiPath({ scope: ['a', , 'b,c'].join(' ') })",
      "new UiPath({ scope: ['a,b'].join() })",
      "new UiPath({ scope: ['a,b'].join(separator) })",
      "new UiPath({ scope: ['a,b', ...more].join(' ') })",
      'new UiPath({ scope: String.raw`a,\\u` })',
      "new UiPath({ scope: 'a,' - 'b' })",
      'new UiPath({ scope: 1 })',
      'new UiPath({ scope: /a,b/ })',
      'new (UiPath())()',
      'UiPath.scope = UiPath;',
      'const { UiPath: Other = UiPath } = UiPath; new Other({ scope: await x });',
      'const deep = { deep }; new UiPath({ scope: deep.deep.deep });',
    ].map((statement) => ({ name: `not understood, and so not reported: ${statement}`, code: `${importClient}\n${statement}` })),
    { name: 'case 60: an object with a scope', code: "export const manifest = { scope: '/', start_url: ' / ' };" },
    { name: 'case 60: the client of another package', code: "import { UiPath } from 'another-sdk';\nnew UiPath({ scope: 'a,b' });" },
    {
      name: 'case 60: another class of the same package',
      code: "import { Jobs } from '@uipath/uipath-typescript';\nnew Jobs({ scope: 'a,b' });",
    },
    { name: 'case 60: another option of the client', code: `${importClient}\nnew UiPath({ clientId: 'a,b' });` },
    {
      name: 'case 25: a parameter with the name of the client',
      code: `${importClient}\nexport function make(UiPath) { return new UiPath({ scope: 'a,b' }); }`,
    },
    {
      name: 'case 29: a type of the same name',
      code: "import type { UiPath } from '@uipath/uipath-typescript';\nexport const a = (sdk: UiPath) => sdk;",
    },
  ],
  invalid: [
    {
      name: 'case 47: a comma list',
      code: clientWith("'OR.Jobs,OR.Tasks, PIMS'"),
      output: clientWith("'OR.Jobs OR.Tasks PIMS'"),
      errors: [
        {
          message: 'A comma stands after OR.Jobs. Separate scopes by single spaces.',
          line: 2,
          column: scopeColumn + 8,
          endLine: 2,
          endColumn: scopeColumn + 9,
        },
        {
          message: 'A comma stands after OR.Tasks. Separate scopes by single spaces.',
          line: 2,
          column: scopeColumn + 17,
          endLine: 2,
          endColumn: scopeColumn + 19,
        },
      ],
    },
    {
      name: 'case 47: surplus white space, in a template over several lines',
      code: clientWith('`OR.Jobs\n  OR.Tasks `'),
      output: clientWith('`OR.Jobs OR.Tasks`'),
      errors: [
        {
          message: 'Surplus white space stands after OR.Jobs. Separate scopes by single spaces, and put none at either end.',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 3,
        },
        { messageId: 'surplus-space', line: 3, column: 11, endLine: 3, endColumn: 12 },
      ],
    },
    {
      name: 'case 47: nothing is fixed where a token is not in the catalog',
      code: clientWith("'OR.Jobs,OR.Nonsense'"),
      output: null,
      errors: [{ messageId: 'comma', suggestions: [{ messageId: 'separate', output: clientWith("'OR.Jobs OR.Nonsense'") }] }],
    },
    {
      name: 'case 47b: wrong case',
      code: clientWith("'OR.Jobs Traces.API'"),
      errors: [
        {
          message: "'Traces.API' is not how the scope is written: upper and lower case matter. Did you mean Traces.Api?",
          line: 2,
          column: scopeColumn + 9,
          endLine: 2,
          endColumn: scopeColumn + 19,
          suggestions: [{ messageId: 'replace', data: { scope: 'Traces.Api' }, output: clientWith("'OR.Jobs Traces.Api'") }],
        },
      ],
    },
    {
      name: 'case 47b: another separator, a space inside',
      code: clientWith('"OR-Jobs OR. Tasks"'),
      errors: [
        {
          messageId: 'wrong-separator',
          suggestions: [{ messageId: 'replace', data: { scope: 'OR.Jobs' }, output: clientWith('"OR.Jobs OR. Tasks"') }],
        },
        {
          messageId: 'space-inside',
          suggestions: [{ messageId: 'replace', data: { scope: 'OR.Tasks' }, output: clientWith('"OR-Jobs OR.Tasks"') }],
        },
      ],
    },
    {
      name: 'case 47c: a placeholder',
      code: clientWith("'OR.Execution OR.Folders...'"),
      errors: [{ messageId: 'placeholder', data: { written: 'OR.Folders...' }, suggestions: [] }],
    },
    {
      name: 'case 47c: an empty string',
      code: clientWith("''"),
      errors: [
        {
          message: 'The scope string is empty. Name the scopes that the application needs.',
          line: 2,
          column: scopeColumn,
          endLine: 2,
          endColumn: scopeColumn + 2,
        },
      ],
    },
    {
      name: 'case 47c: a doubled key',
      code: clientWith("'UIPATH_SCOPE=OR.Jobs'"),
      errors: [
        {
          message: "'UIPATH_SCOPE=' repeats the name of the variable inside its value. Take it out.",
          line: 2,
          column: scopeColumn + 1,
          endLine: 2,
          endColumn: scopeColumn + 14,
        },
      ],
    },
    {
      name: 'case 40: the default of an environment variable',
      code: clientWith("import.meta.env.VITE_UIPATH_SCOPE || 'OR.Jobs,OR.Tasks'"),
      output: clientWith("import.meta.env.VITE_UIPATH_SCOPE || 'OR.Jobs OR.Tasks'"),
      errors: [{ messageId: 'comma' }],
    },
    {
      name: 'case 36: a const, and a property of a const object',
      code: `const defaults = { scopes: { read: 'OR.Jobs  OR.Tasks' } } as const;\n${clientWith('defaults.scopes.read')}`,
      output: `const defaults = { scopes: { read: 'OR.Jobs OR.Tasks' } } as const;\n${clientWith('defaults.scopes.read')}`,
      errors: [{ messageId: 'surplus-space', line: 1 }],
    },
    {
      name: 'case 36: a template of two consts, each fault where it stands',
      code: `const read = 'OR.Jobs ';\nconst write = 'Traces.API';\n${clientWith('`${read} ${write}`')}`,
      errors: [
        // The two spaces stand in two literals, so there is no one place that a fix could change.
        { messageId: 'surplus-space', line: 1, column: 22, suggestions: [] },
        {
          messageId: 'wrong-case',
          line: 2,
          column: 16,
          suggestions: [
            {
              messageId: 'replace',
              data: { scope: 'Traces.Api' },
              output: `const read = 'OR.Jobs ';\nconst write = 'Traces.Api';\n${clientWith('`${read} ${write}`')}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a const that two clients share is reported once',
      code: `${importClient}\nconst scope = 'OR.Jobs,PIMS';\nnew UiPath({ scope });\nnew UiPath({ scope });`,
      output: `${importClient}\nconst scope = 'OR.Jobs PIMS';\nnew UiPath({ scope });\nnew UiPath({ scope });`,
      errors: [{ messageId: 'comma', line: 2 }],
    },
    {
      name: 'case 30: an aliased import',
      code: "import { UiPath as Client } from '@uipath/uipath-typescript/core';\nnew Client({ scope: 'OR.Jobs,PIMS' });",
      output: "import { UiPath as Client } from '@uipath/uipath-typescript/core';\nnew Client({ scope: 'OR.Jobs PIMS' });",
      errors: [{ messageId: 'comma' }],
    },
    {
      name: 'case 30: a namespace import',
      code: "import * as sdk from '@uipath/uipath-typescript';\nnew sdk.UiPath({ 'scope': 'OR.Jobs,PIMS' });",
      output: "import * as sdk from '@uipath/uipath-typescript';\nnew sdk.UiPath({ 'scope': 'OR.Jobs PIMS' });",
      errors: [{ messageId: 'comma' }],
    },
    {
      name: 'case 30: require',
      code: "const { UiPath: Client } = require('@uipath/uipath-typescript');\nnew Client({ scope: 'OR.Jobs,PIMS' });",
      output: "const { UiPath: Client } = require('@uipath/uipath-typescript');\nnew Client({ scope: 'OR.Jobs PIMS' });",
      errors: [{ messageId: 'comma' }],
    },
    {
      name: 'case 30: await import()',
      code: "const sdk = await import('@uipath/uipath-typescript');\nconst options = { scope: 'OR.Jobs,PIMS' };\nnew sdk.UiPath(options);",
      output:
        "const sdk = await import('@uipath/uipath-typescript');\nconst options = { scope: 'OR.Jobs PIMS' };\nnew sdk.UiPath(options);",
      errors: [{ messageId: 'comma' }],
    },
    {
      name: 'an escape in the string stays what it is beside a fix, and goes where it is the fault',
      code: clientWith(String.raw`'OR\u002eJobs\u0020\u0020OR.Tasks'`),
      output: clientWith(String.raw`'OR\u002eJobs OR.Tasks'`),
      errors: [{ messageId: 'surplus-space', line: 2, column: scopeColumn + 13, endLine: 2, endColumn: scopeColumn + 25 }],
    },
  ],
});
