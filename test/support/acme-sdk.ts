/**
 * The SDK of a provider that the package does not know, laid out as compilers leave it: a module a file, linked by relative imports, a default
 * export, a namespace import, an object with methods among the results.
 */
export const acmeSdk: Readonly<Record<string, string>> = {
  'node_modules/@acme/crm/package.json': JSON.stringify({
    name: '@acme/crm',
    version: '3.1.0',
    type: 'module',
    exports: { '.': { types: './lib/index.d.ts', import: './lib/index.js' } },
  }),
  'node_modules/@acme/crm/lib/index.js': 'export class Acme {}\nexport class Contacts {}\n',
  'node_modules/@acme/crm/lib/index.d.ts': "export * from './acme';\nexport { default as Contacts } from './contacts';\nexport type { Contact } from './contact';\n",
  'node_modules/@acme/crm/lib/acme.d.ts': `import * as services from './services';
export interface AcmeOptions {
  clientId: string;
  scopes?: string[];
  apiKey?: string;
}
export declare class Acme {
  constructor(options: AcmeOptions);
  static connect(token: string): Promise<Acme>;
  readonly invoices: services.Invoices;
}
`,
  'node_modules/@acme/crm/lib/services.d.ts': "export * from './invoices';\nexport { default as Contacts } from './contacts';\n",
  'node_modules/@acme/crm/lib/invoices.d.ts': `export interface Invoice {
  id: string;
}
export declare class Invoices {
  private constructor();
  list(): Promise<Invoice[]>;
  send(id: string): Promise<void>;
}
`,
  'node_modules/@acme/crm/lib/contacts.d.ts': `import type { Acme } from './acme';
import type { Contact } from './contact';
export default class Contacts {
  constructor(client: Acme);
  list(): Promise<Contact[]>;
  create(name: string): Promise<Contact>;
}
`,
  'node_modules/@acme/crm/lib/contact.d.ts': `export interface Contact {
  readonly id: string;
  readonly name: string;
  archive(): Promise<void>;
}
`,
};

/** What that provider would say of itself: data, and nothing else. */
export const acmeCatalog = {
  version: 1,
  provider: 'acme',
  title: 'Acme CRM',
  date: '2026-11-01',
  sources: { page: { title: 'Scopes', locator: 'https://developers.acme.example/scopes', date: '2026-11-01' } },
  sdk: { package: '@acme/crm', testedVersions: ['3.1.0'] },
  grammar: { token: '^[a-z.]+$' },
  alwaysAllowed: ['openid'],
  scopes: [
    { name: 'contacts', category: 'Contacts', implies: ['contacts.read'], sources: ['page'] },
    { name: 'contacts.read', category: 'Contacts', sources: ['page'] },
    // A name that another provider has as well, with another meaning.
    { name: 'users', category: 'Invoices', sources: ['page'] },
    { name: 'invoices.send', category: 'Invoices', sources: ['page'] },
  ],
  methods: [
    method('Contacts.list', [['contacts', 'contacts.read']]),
    method('Contacts.create', [['contacts']]),
    method('Contact.archive', [['contacts']]),
    method('Invoices.list', [['users', 'invoices.send']]),
    method('Invoices.send', [['invoices.send']]),
  ],
  permissions: [],
  combinations: [],
  clients: [
    { modules: ['@acme/crm'], className: 'Acme', scopeOption: 'scopes', scopeForm: 'list', unscopedOptions: ['apiKey'], tokenMembers: [] },
  ],
  declarations: { files: [{ name: 'acme.json', pointer: '/oauth/scopes' }], environmentKeys: ['ACME_SCOPES'] },
  requests: { segments: [], hosts: ['api.acme.example'], unscopedSegments: [], tokenEndpoints: ['login.acme.example/token'] },
};

function method(label: string, requires: readonly (readonly string[])[]) {
  const [container = '', member = ''] = label.split('.');
  return { label, modules: ['@acme/crm'], container, member, rows: [{ requires, source: 'page', confidence: 'exact' }] };
}
