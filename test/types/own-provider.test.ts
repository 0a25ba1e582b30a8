import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { parseCatalog } from '../../src/catalogs/parse-catalog.ts';
import { generateOverlayFor } from '../../src/cli/generate-overlay-for.ts';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { compilerVersions, makeWorkspace, runTsc } from '../support/workspace.ts';
import { differences } from './marks.ts';
import { tsconfig } from './projects.ts';

const sources = {
  'desk.ts': `import { Acme, Contacts, type Contact } from '@acme/crm';
import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import type { Grant, Scope } from 'eslint-plugin-oauth-scopes/types';
const acme = new Acme({ clientId: 'a1' });
const contacts = new Contacts(acme);
void contacts.list();
contacts.create('Ada'); //ERR(Contacts.create needs contacts)
const first: Contact | undefined = (await contacts.list())[0];
first?.archive(); //ERR(Contact.archive needs contacts)
void acme.invoices.list();
acme.invoices.send('1'); //ERR(Invoices.send needs invoices.send)
void new Contacts(new Acme({ clientId: 'a', scopes: ['contacts', 'openid'] })).create('x');
new Contacts(new Acme({ clientId: 'a', scopes: ['contacts.read'] })).create('x'); //ERR(Contacts.create needs contacts)
void new Contacts(new Acme({ clientId: 'a', apiKey: 'k' })).create('x');
declare const names: string[];
new Contacts(new Acme({ clientId: 'a', scopes: names })).create('x'); //ERR(Contacts.create needs contacts)
(await Acme.connect('t')).invoices.send('1'); //ERR(Invoices.send needs invoices.send)
const wide: Contacts<Grant<'contacts'>> = new Contacts(new Acme({ clientId: 'a', scopes: ['contacts'] }));
void wide.create('x');
const known: Scope<'acme'> = 'invoices.send';
const unknown: Scope<'acme'> = 'invoices'; //ERR(is not assignable to type)
void [known, unknown];
// The scope "users" of another provider, and another provider's client beside it.
const tasks = new Tasks(new UiPath());
void tasks.getAll();
tasks.unassign(1); //ERR(Tasks.unassign needs OR.Tasks or OR.Tasks.Write)
export {};
`,
};
const registered = `/// <reference path="./node_modules/.oauth-scopes/acme/index.d.ts" />
/// <reference types="eslint-plugin-oauth-scopes/uipath" />
declare module 'eslint-plugin-oauth-scopes/types' {
  interface Registered {
    acme: 'contacts.read users';
    uipath: 'OR.Tasks.Read';
  }
}
export {};
`;

describe.concurrent.each([
  { title: 'registered, beside a provider of the package', files: sources, registration: registered },
  {
    title: 'nothing registered: nothing is checked',
    files: Object.fromEntries(Object.entries(sources).map(([name, text]) => [name, withoutMarks(text)])),
    registration: registered.replace(/ {4}\w+: '.*\n/g, ''),
  },
])('a provider of one’s own, $title', ({ files, registration }) => {
  const workspace = makeWorkspace({ files: { ...acmeSdk, ...files, 'tsconfig.json': tsconfig({ skipLibCheck: true }), 'oauth-scopes.gen.d.ts': registration } });
  const installed = { name: '@acme/crm', version: '3.1.0', directory: `${workspace.directory}/node_modules/@acme/crm` };
  const overlay = generateOverlayFor(ts, workspace.directory, indexCatalog(parseCatalog(JSON.stringify(acmeCatalog), 'acme.json')), installed);
  workspace.write(Object.fromEntries(overlay.files.map(({ path, text }) => [`node_modules/.oauth-scopes/acme/${path}`, text])));
  afterAll(workspace.remove);

  it.each(compilerVersions)('TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, workspace.directory);
    expect(differences(files, errors)).toEqual([]);
  });
});

/** What depends on the registered grant is no error; what a client states still is. */
function withoutMarks(text: string): string {
  const states = /scopes: \['contacts\.read'\]|Scope<'acme'> = 'invoices'/;
  return text.split('\n').map((line) => (states.test(line) ? line : line.replace(/ \/\/ERR\(.*$/, ''))).join('\n');
}
