import rule from '../../rules/no-unknown-scope.ts';
import { clientWith, scopeColumn } from './support/client-source.ts';
import { testRule } from './support/test-rule.ts';

testRule(rule, {
  valid: [
    clientWith("'OR.Jobs OR.Folders.Read DataFabric.Data.Read PIMS'"),
    { name: 'case 41: always allowed', code: clientWith("'openid profile email offline_access'") },
    { name: 'case 54: a role-based wildcard is known', code: clientWith("'OR.Default'") },
    { name: 'malformed scopes are reported by no-malformed-scope alone', code: clientWith("'Traces.API OR.Folders... ,'") },
    {
      name: 'case 60: a scope of another provider',
      code: "import { PublicClientApplication } from '@azure/msal-browser';\nnew PublicClientApplication({ scope: 'User.Read' });",
    },
    { name: 'case 60: TextMate scopes', code: "export const rule = { scope: 'string.quoted', name: 'string' };" },
    { name: 'case 38: a variable that nothing pins', code: clientWith('process.env.MY_SCOPES') },
  ],
  invalid: [
    {
      name: 'case 45: close to a known scope',
      code: clientWith("'OR.Jobs OR.Folder.Read'"),
      errors: [
        {
          message: "UiPath has no scope 'OR.Folder.Read'. Did you mean OR.Folders.Read?",
          line: 2,
          column: scopeColumn + 9,
          endLine: 2,
          endColumn: scopeColumn + 23,
          suggestions: [{ messageId: 'replace', data: { scope: 'OR.Folders.Read' }, output: clientWith("'OR.Jobs OR.Folders.Read'") }],
        },
      ],
    },
    {
      name: 'close to none',
      code: clientWith('`AC.Nonsense`'),
      errors: [{ message: "UiPath has no scope 'AC.Nonsense'. Check its spelling in the provider's documentation.", suggestions: [] }],
    },
    {
      name: 'case 46: a permission of a role',
      code: clientWith("'OR.Jobs Processes.View'"),
      errors: [
        {
          message:
            "'Processes.View' is a permission of a role, not a scope. Declare OR.Execution.Read" +
            ' (some calls that demand the permission accept OR.Robots.Read instead).',
          line: 2,
          column: scopeColumn + 9,
          suggestions: [
            { messageId: 'replace', data: { scope: 'OR.Execution.Read' }, output: clientWith("'OR.Jobs OR.Execution.Read'") },
            { messageId: 'replace', data: { scope: 'OR.Robots.Read' }, output: clientWith("'OR.Jobs OR.Robots.Read'") },
          ],
        },
      ],
    },
    {
      name: 'case 40: an element of a const array keeps its quotes',
      code: `const scopes = ["OR.Jobs", 'OR.Machine', \`PIMS\`] as const;\n${clientWith("scopes.join(' ')")}`,
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          column: 29,
          endLine: 1,
          endColumn: 39,
          suggestions: [
            {
              messageId: 'replace',
              data: { scope: 'OR.Machines' },
              output: `const scopes = ["OR.Jobs", 'OR.Machines', \`PIMS\`] as const;\n${clientWith("scopes.join(' ')")}`,
            },
          ],
        },
      ],
    },
    {
      name: 'case 36: a spread of a const array, a concatenation',
      code: `const read = ['OR.Machine'];\n${clientWith("[...read, 'OR.' + 'Jobs'].join(' ')")}`,
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          suggestions: [
            {
              messageId: 'replace',
              data: { scope: 'OR.Machines' },
              output: `const read = ['OR.Machines'];\n${clientWith("[...read, 'OR.' + 'Jobs'].join(' ')")}`,
            },
          ],
        },
      ],
    },
    {
      name: 'both sides of a condition',
      code: clientWith("isAdmin ? 'OR.Folder.Read' : 'AC.Nonsense'"),
      errors: [
        {
          messageId: 'unknown',
          column: scopeColumn + 11,
          suggestions: [
            { messageId: 'replace', data: { scope: 'OR.Folders.Read' }, output: clientWith("isAdmin ? 'OR.Folders.Read' : 'AC.Nonsense'") },
          ],
        },
        { messageId: 'unknown', column: scopeColumn + 30 },
      ],
    },
  ],
});
