import { expect, it } from 'vitest';
import type { CatalogFile } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { checkReferences } from '../../src/catalogs/check-references.ts';
import { expandCatalog } from '../../src/catalogs/expand-catalog.ts';

const row = { requires: [['users', 'users:readonly']], source: 'docs', confidence: 'exact' } as const;

const file: CatalogFile = {
  version: 1,
  provider: 'acme',
  title: 'Acme',
  date: '2026-01-01',
  sources: { docs: { title: 'Docs', locator: 'https://acme.test' } },
  sdk: { package: 'acme-sdk', testedVersions: ['1.0.0'] },
  grammar: { token: '^[a-z:]+$' },
  alwaysAllowed: [],
  scopes: [{ name: 'users', category: 'users', sources: [] }, { name: 'users:readonly', category: 'users', sources: [] }],
  methods: [{ label: 'Client.signOut', modules: ['acme-sdk'], container: 'Client', member: 'signOut', rows: [], local: true }],
  endpoints: [
    {
      verb: 'GET',
      path: '/users',
      sdk: ['UsersApi.list', 'AdminApi.list'],
      rows: [row],
      permissions: [['a', 'b']],
      refusedTo: ['client_credentials'],
    },
    { label: 'all users', verb: 'DELETE', path: '/users', rows: [] },
  ],
  permissions: [],
  combinations: [],
  clients: [],
  declarations: { files: [], environmentKeys: [] },
  requests: { segments: [], hosts: [], unscopedSegments: [] },
};

it('makes a method of every member of the SDK that an endpoint names, with what the endpoint needs', () => {
  const { methods } = expandCatalog(file);
  expect(methods.map(({ label }) => label)).toEqual(['Client.signOut', 'UsersApi.list', 'AdminApi.list']);
  expect(methods[2]).toEqual({
    label: 'AdminApi.list',
    modules: ['acme-sdk'],
    container: 'AdminApi',
    member: 'list',
    rows: [row],
    endpoint: 'GET /users',
    permissions: [['a', 'b']],
    refusedTo: ['client_credentials'],
  });
});

it('labels an endpoint with verb and path, unless the file says otherwise', () => {
  const catalog = expandCatalog(file);
  expect(catalog.endpoints?.map(({ label }) => label)).toEqual(['GET /users', 'all users']);
  expect(indexCatalog(catalog).operation('GET /users')?.rows).toEqual([row]);
});

it('leaves a catalog without endpoints as it is', () => {
  const plain = { ...file, endpoints: undefined };
  expect(expandCatalog(plain as unknown as CatalogFile)).toEqual({ ...plain });
});

it('a member that two endpoints name, or a method and an endpoint, is a fault of the file', () => {
  const third = { verb: 'PUT', path: '/users', sdk: ['UsersApi.list', 'Client.signOut'], rows: [] } as const;
  expect(checkReferences({ ...file, endpoints: [...(file.endpoints ?? []), third] })).toEqual([
    { path: ['endpoints', 2, 'sdk', 0], message: 'Expected each member once, got "UsersApi.list" again' },
    { path: ['endpoints', 2, 'sdk', 1], message: 'Expected each member once, got "Client.signOut" again' },
  ]);
});
