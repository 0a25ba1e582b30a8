import { describe, expect, it } from 'vitest';
import rule from '../../rules/prefer-narrow-scope.ts';
import { clientWith } from './support/client-source.ts';
import { configuration, readingTasks, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const advice = 'OR.Tasks.Read covers every call that OR.Tasks is there for (Tasks.getAll). '
  + 'Register OR.Tasks.Read with the provider first, then declare it in place of OR.Tasks. '
  + 'Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.';

const plain = "import { UiPath } from '@uipath/uipath-typescript';\nexport const all = () => new UiPath().tasks.getAll();\n";

/** What the one suggestion makes of a file. */
async function narrowed(source: string): Promise<string | undefined> {
  const [report, ...others] = await reportsOf('prefer-narrow-scope', { 'src/use.ts': source });
  expect(others).toEqual([]);
  expect(report?.message).toBe(advice);
  expect(report?.suggestions?.map(({ desc }) => desc)).toEqual(['Write OR.Tasks.Read in place of OR.Tasks.']);
  return report?.suggestions?.[0]?.output;
}

describe('prefer-narrow-scope', () => {
  it('case 7: reports a scope of uipath.json where the client is made', async () => {
    expect(await reportsOf('prefer-narrow-scope', { ...configuration('OR.Tasks openid'), 'src/use.ts': plain })).toEqual([
      { at: 'src/use.ts:2:26', rule: 'oauth-scopes/prefer-narrow-scope', message: `${advice} Declared in uipath.json, line 3.` },
    ]);
  });

  it('case 40: suggests the narrower scope in the form that the declaration has', async () => {
    const environment = 'declare const process: { env: { UIPATH_SCOPE?: string } };\n';
    const flagged = "Object.entries(S).filter(([, isOn]) => isOn).map(([name]) => name).join(' ')";
    const forms: readonly ((scope: string) => string)[] = [
      (scope) => readingTasks(`'openid ${scope}'`),
      (scope) => readingTasks(`["${scope}", 'openid'].join(' ')`),
      (scope) => `const scope = '${scope}';\n${readingTasks('`openid ${scope}`')}`,
      (scope) => `const S = { '${scope}': true, PIMS: false };\n${readingTasks(flagged)}`,
      (scope) => environment + readingTasks(`process.env.UIPATH_SCOPE ?? '${scope} openid'`),
    ];
    for (const form of forms) {
      expect(await narrowed(form('OR.Tasks'))).toBe(form('OR.Tasks.Read'));
    }
  });

  it('case 59: the broad one goes where the narrow one is declared as well', async () => {
    const [report, ...others] = await reportsOf('prefer-narrow-scope', { 'src/use.ts': readingTasks("'OR.Tasks OR.Tasks.Read'") });
    expect(others).toEqual([]);
    expect(report?.message).toMatch(/^OR\.Tasks\.Read, which is declared as well, covers every call .* Remove OR\.Tasks\. Source: /);
    expect(report?.suggestions).toEqual([{ desc: 'Remove OR.Tasks.', output: readingTasks("'OR.Tasks.Read'") }]);
  });

  it('says nothing where the broad one is needed, or a call is not seen', async () => {
    const writing = `${plain}export const add = (title: string) => new UiPath().tasks.create({ title }, 1);\n`;
    const hidden = `${plain}export const token = new UiPath().getToken();\n`;
    expect(await reportsOf('prefer-narrow-scope', { ...configuration('OR.Tasks'), 'src/use.ts': writing })).toEqual([]);
    expect(await reportsOf('prefer-narrow-scope', { ...configuration('OR.Tasks'), 'src/use.ts': hidden })).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: clientWith("'OR.Jobs OR.Machines'") }],
  invalid: [],
});
