import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-unmapped-call.ts';
import { clientWith } from './support/client-source.ts';
import { configuration, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const newer = `import { UiPath } from '@uipath/uipath-typescript';
declare module '@uipath/uipath-typescript' { interface AssetService { archiveEverything(): void } }
export const sdk = new UiPath();
`;

describe('no-unmapped-call', () => {
  it('case 34: a request to the provider that no endpoint matches', async () => {
    const code = "export const load = () => fetch('https://cloud.uipath.com/org/tenant/orchestrator_/odata/NoSuchThings');\n";
    const [report, ...others] = await reportsOf('no-unmapped-call', { ...configuration('PIMS'), 'src/use.ts': newer + code });
    expect(others).toEqual([]);
    expect(report?.at).toBe('src/use.ts:4:27');
    expect(report?.message).toMatch(/^The catalog \(UiPath, \d{4}-\d\d-\d\d\) does not say which scopes GET .*NoSuchThings needs\. /);
  });

  it('says nothing of a call with a known requirement, and of another host', async () => {
    const code = "export const load = () => [sdk.assets.getAll(), fetch('https://example.com/odata/NoSuchThings')];\n";
    expect(await reportsOf('no-unmapped-call', { ...configuration('PIMS'), 'src/use.ts': newer + code })).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: clientWith("'OR.Jobs OR.Machines'") }],
  invalid: [],
});
