import { describe, expect, it } from 'vitest';
import rule from '../../rules/no-unmapped-call.ts';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { builtInFile } from '../support/built-in-file.ts';
import { clientWith } from './support/client-source.ts';
import { configuration, reportsOf } from './support/reports-of.ts';
import { testRule } from './support/test-rule.ts';

const sdk = `import { UiPath } from '@uipath/uipath-typescript';
export const sdk = new UiPath();
`;
const uipath = `The catalog (UiPath, ${builtInFile('uipath').date})`;
const unchecked = 'The call is not checked.';

async function told(files: Readonly<Record<string, string>>, settings: Record<string, unknown> = {}): Promise<readonly string[]> {
  const reports = await reportsOf('no-unmapped-call', files, { settings });
  return reports.map(({ at, message }) => `${at} ${message}`);
}

describe('no-unmapped-call', () => {
  it('case 34: a method that the SDK declares and the catalog does not have', async () => {
    const catalog = { ...acmeCatalog, methods: acmeCatalog.methods.filter(({ label }) => label !== 'Contacts.create') };
    const files = {
      ...acmeSdk,
      'catalogs/acme.json': JSON.stringify(catalog),
      'src/contacts.ts': `import { Acme, Contacts } from '@acme/crm';
const contacts = new Contacts(new Acme({ clientId: 'a1', scopes: ['contacts.read'] }));
export const use = () => [contacts.list(), contacts.create('Ada')];
`,
    };
    expect(await told(files, { 'oauth-scopes': { catalogs: ['catalogs/acme.json'] } })).toEqual([
      `src/contacts.ts:3:53 The catalog (Acme CRM, 2026-11-01) does not say which scopes Contacts.create needs. ${unchecked}`,
    ]);
  });

  it('case 34: a request to the provider that no endpoint matches', async () => {
    const code = "export const load = () => fetch('https://cloud.uipath.com/org/tenant/orchestrator_/odata/NoSuchThings');\n";
    expect(await told({ ...configuration('PIMS'), 'src/use.ts': sdk + code })).toEqual([
      `src/use.ts:3:27 ${uipath} does not say which scopes GET /odata/NoSuchThings needs. ${unchecked}`,
    ]);
  });

  it('says nothing of a call with a known requirement, and of another host', async () => {
    const code = "export const load = () => [sdk.assets.getAll(), fetch('https://example.com/odata/NoSuchThings')];\n";
    expect(await told({ ...configuration('PIMS'), 'src/use.ts': sdk + code })).toEqual([]);
  });
});

testRule(rule, {
  valid: [{ name: 'without type information', code: clientWith("'OR.Jobs OR.Machines'") }],
  invalid: [],
});
