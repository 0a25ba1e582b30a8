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
