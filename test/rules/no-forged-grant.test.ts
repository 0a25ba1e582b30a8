import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-forged-grant.ts';
import { clientWith } from './support/client-source.ts';
import { configuration, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const registration = `/// <reference types="eslint-plugin-oauth-scopes/uipath" />
declare module 'eslint-plugin-oauth-scopes/types' { interface Registered { uipath: 'OR.Tasks.Read' } }\nexport {};\n`;

const source = (code: string): string => `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import type { Grant, GrantGuard, Unscoped } from 'eslint-plugin-oauth-scopes/types';
declare const carries: GrantGuard<[]>;
const tasks = new Tasks(new UiPath());
${code}
`;

const forged = (code: string) => {
  const files = { ...configuration('OR.Tasks.Read'), 'src/oauth-scopes.gen.d.ts': registration, 'src/use.ts': source(code) };
  return reportsOf('no-forged-grant', files);
};

describe('no-forged-grant', () => {
  it('case 51: a cast that widens the registered grant, at its type', async () => {
    expect(await forged("export const wide = tasks as unknown as Tasks<Grant<'OR.Tasks'>>;")).toEqual([
      {
        at: 'src/use.ts:6:41',
        rule: 'oauth-scopes/no-forged-grant',
        message: 'This cast claims OR.Tasks, which the client does not hold: calls that need it will fail. '
          + 'Take the cast away, or declare it.',
      },
    ]);
  });

  it('case 51, near misses; case 52: what a check at run time has shown', async () => {
    expect(await forged(`export const casts = [tasks as Tasks<Grant<'OR.Tasks.Read'>>, tasks as Tasks<Unscoped>, tasks as any, { tasks } as const];
export const other = {} as Tasks<Grant<'OR.Tasks'>>;
export const add = () => (carries(tasks, ['OR.Tasks']) ? (tasks as Tasks<Grant<'OR.Tasks'>>).create({ title: '' }, 1) : undefined);`))
      .toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: `${clientWith("'OR.Jobs'")}\nsdk as UiPath<Grant<'PIMS'>>;` }],
  invalid: [],
});
