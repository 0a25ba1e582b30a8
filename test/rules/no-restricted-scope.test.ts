import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-restricted-scope.ts';
import { clientWith, scopeColumn } from './support/client-source.ts';
import { configuration, readingTasks, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const manifest = (...scopes: unknown[]) => ({
  'oauth-scopes.json': JSON.stringify({
    restricted: [{ scope: 'OR.Jobs.Write', reason: 'robots do that' }, { scope: 'PIMS', allowWithReason: true }],
    applications: [{ name: 'a', provider: 'uipath', scopes }, { name: 'b', provider: 'genesys', scopes: ['users'] }],
  }),
});

describe('no-restricted-scope', () => {
  it('reports what the manifest restricts in code, uipath.json and the manifest itself', async () => {
    const files = { ...manifest('PIMS'), ...configuration('OR.Jobs openid'), 'src/use.ts': readingTasks("'OR.Tasks.Read PIMS'") };
    const wanted = 'PIMS is only allowed with a reason. Say in oauth-scopes.json what PIMS is used for ("usedFor").';
    expect((await reportsOf('no-restricted-scope', files)).map(({ at, message }) => `${at} ${message}`)).toEqual([
      `oauth-scopes.json:1:${files['oauth-scopes.json'].indexOf('"scopes":["PIMS"]') + 12} ${wanted}`,
      `src/use.ts:2:128 ${wanted}`,
      'uipath.json:3:13 OR.Jobs covers OR.Jobs.Write, which is not allowed here: robots do that.',
    ]);
  });

  it('is content with a reason in the manifest', async () => {
    const files = { ...manifest({ scope: 'PIMS', usedFor: 'cases' }), 'src/use.ts': readingTasks("'OR.Tasks.Read PIMS'") };
    expect(await reportsOf('no-restricted-scope', files)).toEqual([]);
  });

  it('reports what stands in .env where the client is made', async () => {
    const files = { ...manifest(), '.env': 'UIPATH_SCOPE=PIMS\n', 'src/use.ts': readingTasks('process.env.UIPATH_SCOPE') };
    const [report] = await reportsOf('no-restricted-scope', {
      ...files, 'src/env.d.ts': 'declare const process: { env: { UIPATH_SCOPE: string } };\n',
    });
    expect(report).toMatchObject({ at: 'src/use.ts:2:20', message: expect.stringMatching(/ Declared in \.env, line 1\.$/) as string });
  });
});

testRule(rule, {
  valid: [
    clientWith("'OR.Jobs OR.Machines'"),
    { name: 'a broader one is restricted', code: clientWith("'OR.Jobs.Read'"), options: ['OR.Jobs'] },
    { name: 'case 60: nobody’s scopes', code: "new Client({ scope: 'OR.Jobs' });", options: ['OR.Jobs'] },
  ],
  invalid: [
    {
      name: 'options: a scope, and one with a reason',
      code: clientWith("'OR.Jobs PIMS OR.Jobs'"),
      options: ['PIMS', { scope: 'OR.Jobs', reason: 'ask first.' }],
      errors: [
        { message: 'OR.Jobs is not allowed here: ask first.', line: 2, column: scopeColumn + 1, endColumn: scopeColumn + 8 },
        { message: 'PIMS is not allowed here.', line: 2, column: scopeColumn + 9 },
        { message: 'OR.Jobs is not allowed here: ask first.', line: 2, column: scopeColumn + 14 },
      ],
    },
    {
      name: 'options: only with a reason',
      code: clientWith("'PIMS'"),
      options: [{ scope: 'PIMS', reason: 'it is costly', allowWithReason: true }],
      errors: [
        { message: 'PIMS is only allowed with a reason: it is costly. Say in oauth-scopes.json what PIMS is used for ("usedFor").' },
      ],
    },
  ],
});
