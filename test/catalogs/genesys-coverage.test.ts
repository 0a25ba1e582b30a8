import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { catalogCoverage } from '../../src/catalogs/coverage.ts';
import { readDeclaredMembers } from '../../src/catalogs/declared-members.ts';
import { projectDirectory } from '../support/workspace.ts';

const index = indexCatalog(builtInCatalog('genesys') as Catalog);
const name = 'purecloud-platform-client-v2';
const text = readFileSync(join(projectDirectory, 'node_modules', name, 'index.d.ts'), 'utf8');

describe('the declarations of the installed SDK', () => {
  const { mapped, unmapped, local, newer, absent, unknownContainers } = catalogCoverage(index, readDeclaredMembers(ts, text, name));

  it('have no method of an Api class that the catalog lacks, and lack none of the catalog', () => {
    expect({ newer, absent }).toEqual({ newer: [], absent: [] });
    expect(unknownContainers.filter((container) => container.endsWith('Api'))).toEqual([]);
    const isOfApi = (label: string): boolean => label.includes('Api.');
    expect(mapped.filter(isOfApi).length + unmapped.filter(isOfApi).length).toBe(3468);
  });

  it('are unmapped where nothing is known, or where the definition only names no scope', () => {
    expect(unmapped).toContain('ApiClient.callApi');
    expect(unmapped).toContain('UtilitiesApi.getTimezones');
    expect(unmapped).toHaveLength(68 + 8 + 1);
    expect(local).toContain('ApiClient.setEnvironment');
  });
});
