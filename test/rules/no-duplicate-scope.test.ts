import { expect, it } from 'vitest';
import rule from '../../rules/no-duplicate-scope.ts';
import { clientWith, importClient, scopeColumn } from './support/client-source.ts';
import { lintApplication } from './support/lint-application.ts';
import { testRule } from './support/test-rule.ts';

it('case 59: a scope that another one implies and that no call needs is unused, and nothing else', async () => {
  const { reports } = await lintApplication({
    'src/use.ts': `${importClient}
const sdk = new UiPath({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: 'PIMS OR.Tasks OR.Tasks.Read' });
export const all = async () => await sdk.maestro.processes.getAll();
`,
  });
  expect(reports.map(({ rule: id, message }) => `${id ?? ''} ${message}`)).toEqual([
    'oauth-scopes/no-unused-scope No call needs OR.Tasks. Remove it.',
    'oauth-scopes/no-unused-scope No call needs OR.Tasks.Read. Remove it.',
  ]);
});

it('case 40: in the manifest a repetition goes with its object, unless that says more', async () => {
  const manifest = (...scopes: unknown[]): string => JSON.stringify({ applications: [{ name: 'a', provider: 'uipath', scopes }] });
  const fixed = async (...scopes: unknown[]): Promise<string | undefined> =>
    (await lintApplication({ 'oauth-scopes.json': manifest(...scopes) })).fixed['oauth-scopes.json'];
  expect(await fixed('OR.Jobs', { scope: 'OR.Jobs' }, 'PIMS')).toBe(manifest('OR.Jobs', 'PIMS'));
  expect(await fixed({ scope: 'OR.Jobs', usedFor: 'all' }, 'OR.Jobs')).toBe(manifest({ scope: 'OR.Jobs', usedFor: 'all' }));
  expect(await fixed('OR.Jobs', { scope: 'OR.Jobs', usedFor: 'more' })).toBeUndefined();
});

testRule(rule, {
  valid: [
    clientWith("'OR.Jobs.Read OR.Jobs.Write'"),
    {
      name: 'implication comes from the catalog, not from the spelling',
      code: clientWith("'DataFabric.Data.Read DataFabric.Data.Write DataFabric.Schema.Read'"),
    },
    { name: 'two alternatives are two strings', code: clientWith("isAdmin ? 'OR.Jobs' : 'OR.Jobs.Read'") },
    { name: 'two clients are two strings', code: `${clientWith("'OR.Jobs'")}\nnew UiPath({ scope: 'OR.Jobs' });` },
    { name: 'case 60: nobody’s scopes', code: "new Client({ scope: 'OR.Jobs OR.Jobs' });" },
  ],
  invalid: [
    {
      name: 'case 47: an exact repeat',
      code: clientWith("'OR.Jobs OR.Tasks OR.Jobs'"),
      output: clientWith("'OR.Jobs OR.Tasks'"),
      errors: [
        {
          message: 'OR.Jobs stands in this string more than once. Remove the repetition.',
          line: 2,
          column: scopeColumn + 18,
          endLine: 2,
          endColumn: scopeColumn + 25,
        },
      ],
    },
    {
      name: 'case 47: an exact repeat beside a scope that is not in the catalog is not fixed',
      code: clientWith("'OR.Jobs OR.Nonsense OR.Jobs'"),
      output: null,
      errors: [{ messageId: 'repeated', suggestions: [{ messageId: 'remove', output: clientWith("'OR.Jobs OR.Nonsense'") }] }],
    },
    {
      name: 'case 40: a repeat in an array goes with its comma',
      code: `const scopes = [\n  'OR.Jobs',\n  'OR.Jobs',\n  "OR.Tasks",\n] as const;\n${clientWith("scopes.join(' ')")}`,
      output: `const scopes = [\n  'OR.Jobs',\n  "OR.Tasks",\n] as const;\n${clientWith("scopes.join(' ')")}`,
      errors: [{ messageId: 'repeated', line: 3, column: 4 }],
    },
    {
      name: 'case 40: the last element goes with the comma before it',
      code: clientWith("['OR.Jobs', 'OR.Jobs'].join(' ')"),
      output: clientWith("['OR.Jobs'].join(' ')"),
      errors: [{ messageId: 'repeated' }],
    },
    {
      name: 'a comment beside an element is not taken away',
      code: clientWith("['OR.Jobs', 'OR.Jobs', /* for reading */ 'PIMS'].join(' ')"),
      output: null,
      errors: [{ messageId: 'repeated', suggestions: [] }],
    },
    {
      name: 'a repeat that two consts make: the one place that is the repetition',
      code: `const read = 'OR.Jobs OR.Tasks';\n${clientWith('`OR.Jobs PIMS ${read}`')}`,
      output: null,
      errors: [{ messageId: 'repeated', line: 1, column: 15, suggestions: [] }],
    },
    {
      name: 'case 59: without types nobody knows which of the two is to go',
      code: clientWith("'OR.Execution OR.Execution.Read'"),
      output: null,
      errors: [
        {
          message: 'OR.Execution.Read is implied by OR.Execution, which stands in the same string. One of them is enough.',
          line: 2,
          column: scopeColumn + 14,
          endLine: 2,
          endColumn: scopeColumn + 31,
          suggestions: [],
        },
      ],
    },
  ],
});
