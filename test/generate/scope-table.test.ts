import { describe, expect, it } from 'vitest';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { generateScopeTable } from '../../src/generate/scope-table.ts';
import { acmeCatalog } from './small-sdk.ts';

const catalog = acmeCatalog({ 'ItemService.getAll': [['items', 'items:read']], 'ItemService.remove': [['items'], ['openid']] });
const table = generateScopeTable(indexCatalog(catalog), 'a test');

describe('the table of scopes', () => {
  it('says what each scope proves: itself, what it implies, and the clauses that these satisfy', () => {
    expect(table).toContain("  items: 'items' | 'items:read' | 'items or items:read';\n");
    expect(table).toContain("  'items:read': 'items:read' | 'items or items:read';\n");
  });

  it('has the scopes that are always allowed, and says of a role wildcard that it is one (case 54)', () => {
    expect(table).toContain("  openid: 'openid';\n");
    expect(table).toContain("  everything: '*';\n");
  });
});

describe('the table of a catalog of one’s own', () => {
  const [client] = catalog.clients;
  const own = generateScopeTable(indexCatalog({ ...catalog, clients: client === undefined ? [] : [{ ...client, scopeForm: 'list' }] }), 'a test', true);

  it('stands apart from the tables of the package, and is known to the scope types', () => {
    expect(own).toContain("export type Granted = OwnGrantOfRegistration<'acme', Proofs>;\n");
    expect(own).toContain('  interface OwnTables {\n    acme: Proofs;\n  }\n');
  });

  it('tells what a list of scopes grants', () => {
    expect(own).toContain("export type GrantOfList<S extends string> = OwnGrantOfList<NoInfer<S>, 'acme', Proofs>;\n");
  });
});
