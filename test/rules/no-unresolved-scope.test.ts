import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-unresolved-scope.ts';
import { clientWith } from './support/client-source.ts';
import { configuration, readingTasks, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const declared = 'declare const process: { env: Record<string, string> };\n';

describe('no-unresolved-scope', () => {
  it('case 38: a variable that nothing pins, at the variable', async () => {
    expect(await reportsOf('no-unresolved-scope', { 'src/use.ts': declared + readingTasks('process.env.MINE') })).toEqual([
      {
        at: 'src/use.ts:3:113',
        rule: 'oauth-scopes/no-unresolved-scope',
        message: 'It cannot be known which scopes the client holds: the scopes come from process.env.MINE, which no .env file sets. '
          + 'Its calls are not checked.',
      },
    ]);
  });

  it('in the file where it is, and for .env where the client is made', async () => {
    const [elsewhere] = await reportsOf('no-unresolved-scope', {
      'src/scopes.ts': 'export const readScopes = (): string => String(Math.random());\n',
      'src/use.ts': `import { readScopes } from './scopes.js';\n${readingTasks('readScopes()')}`,
    });
    expect(elsewhere?.at).toMatch(/^src\/scopes\.ts:1:/);
    const [environment] = await reportsOf('no-unresolved-scope', {
      '.env': 'ALL=PIMS\nUIPATH_SCOPE=${ALL}\n',
      'src/use.ts': declared + readingTasks('process.env.UIPATH_SCOPE'),
    });
    expect(environment).toMatchObject({ at: 'src/use.ts:3:20', message: expect.stringMatching(/ Declared in \.env, line 2\.$/) as string });
  });

  it.each([
    [
      'case 37: a file pins it',
      { '.env': 'UIPATH_SCOPE=OR.Tasks.Read\n', 'src/use.ts': declared + readingTasks('process.env.UIPATH_SCOPE') },
    ],
    ['a fallback', { 'src/use.ts': declared + readingTasks("process.env.UIPATH_SCOPE ?? 'OR.Tasks.Read'") }],
    ['a placeholder, which is reported as that', { ...configuration('your-scopes'), 'src/use.ts': readingTasks('undefined') }],
    ['case 55: a secret', { 'src/use.ts': readingTasks('undefined').replace('scope: undefined', "secret: 'x'") }],
  ])('says nothing: %s', async (_title, files) => {
    expect(await reportsOf('no-unresolved-scope', files)).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: clientWith('process.env.MINE') }],
  invalid: [],
});
