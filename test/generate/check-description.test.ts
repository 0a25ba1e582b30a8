import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { errorInCatalog, parseCatalog } from '../../src/catalogs/parse-catalog.ts';
import { checkDescription } from '../../src/generate/check-description.ts';
import { linkedMembers } from '../../src/generate/linked-members.ts';
import { readSdkPackage } from '../../src/generate/sdk-package.ts';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';

const sdk = readSdkPackage((file) => acmeSdk[`node_modules/@acme/crm/${file}`]);
const [client] = acmeCatalog.clients;
const [list] = acmeCatalog.methods;

function problems(change: object): string[] {
  const catalog = parseCatalog(JSON.stringify({ ...acmeCatalog, ...change }, null, 1), 'acme.json');
  return checkDescription(ts, indexCatalog(catalog), sdk).map(({ path, message }) => {
    const at = errorInCatalog(catalog, path, message);
    return `${path.join('.')} ${at === undefined ? 'nowhere' : 'placed'}: ${message}`;
  });
}

describe('what a catalog says of an SDK', () => {
  it('holds, through files, namespaces and default exports', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ clients: [{ ...client, modules: ['@acme/crm/core'] }] }, 'clients.0.modules.0 placed: @acme/crm 3.1.0 has no module "@acme/crm/core"; there are @acme/crm'],
    [{ clients: [{ ...client, className: 'Acmee' }] }, 'clients.0.className placed: @acme/crm 3.1.0 exports no "Acmee" from @acme/crm; did you mean Acme?'],
    [{ clients: [{ ...client, scopeOption: 'scope' }] }, 'clients.0.scopeOption placed: @acme/crm 3.1.0 takes no option "scope" where Acme is made; did you mean scopes?'],
    [
      { clients: [{ ...client, unscopedOptions: ['apiKey', 'secret'] }] },
      'clients.0.unscopedOptions.1 placed: @acme/crm 3.1.0 takes no option "secret" where Acme is made; there are clientId, scopes, apiKey',
    ],
    [{ methods: [{ ...list, member: 'lists' }] }, 'methods.0.member placed: @acme/crm 3.1.0 has no member "lists" of Contacts; did you mean list?'],
    [{ methods: [{ ...list, container: 'Contatcs' }] }, 'methods.0.container placed: @acme/crm 3.1.0 declares no "Contatcs"; did you mean Contacts?'],
    [
      { endpoints: [{ verb: 'GET', path: '/v1/x', rows: [], sdk: ['Invoices.list', 'Invoices.get'] }], methods: [] },
      'endpoints.0.sdk.1 placed: @acme/crm 3.1.0 has no member "get" of Invoices; there are list, send',
    ],
  ])('does not: %#', (change, problem) => {
    expect(problems(change)).toEqual([problem]);
  });

  it('may be said of another version', () => {
    expect(problems({ methods: [{ ...list, member: 'search', introducedIn: '3.2.0' }] })).toEqual([]);
  });
});

it('the members of an SDK of many files are those that its module passes on', () => {
  const [entry] = sdk.entries;
  const members = entry === undefined ? [] : linkedMembers(ts, sdk, entry);
  expect(members.map(({ container, member }) => `${container}.${member}`).sort()).toEqual([
    'Contact.archive', 'Contacts.create', 'Contacts.list', 'Invoices.list', 'Invoices.send',
  ]);
});
