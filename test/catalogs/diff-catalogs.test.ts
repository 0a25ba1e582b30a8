import { describe, expect, it } from 'vitest';
import type { Catalog, CatalogScope } from '../../src/catalogs/catalog.ts';
import { diffCatalogs } from '../../src/catalogs/diff-catalogs.ts';
import type { Requirement } from '../../src/scopes/requirement.ts';

const scopes: readonly CatalogScope[] = [
  { name: 'jobs', category: 'Jobs', implies: ['jobs.read'], sources: [] },
  { name: 'jobs.read', category: 'Jobs', sources: [] },
  { name: 'logs', category: 'Logs', sources: [] },
];

/** A catalog in which each method has the requirement given; `undefined` is a method without a row. */
function catalog(methods: Readonly<Record<string, Requirement | null | undefined>>, changed: Partial<Catalog> = {}): Catalog {
  return {
    version: 1,
    provider: 'acme',
    title: 'Acme',
    date: '2026-11-22',
    sources: {},
    grammar: { token: '' },
    alwaysAllowed: [],
    scopes,
    methods: Object.entries(methods).map(([label, requires]) => ({
      label,
      modules: ['acme'],
      container: label,
      member: 'x',
      rows: requires === undefined ? [] : [{ requires, source: 'page', confidence: 'exact' }],
    })),
    permissions: [],
    combinations: [],
    clients: [],
    declarations: { files: [], environmentKeys: [] },
    requests: { segments: [], hosts: [], unscopedSegments: [] },
    ...changed,
  };
}

type Stated = Requirement | null | undefined;

function effect(before: Stated, after: Stated): string {
  return diffCatalogs(catalog({ call: before }), catalog({ call: after })).changed[0]?.effect ?? 'none';
}

describe('what a newer catalog says of a call', () => {
  it.each([
    [[['jobs', 'jobs.read']], [['jobs']], 'stricter'],
    [[['jobs.read']], [['jobs']], 'stricter'],
    [[['jobs']], [['jobs'], ['logs']], 'stricter'],
    [[], [['logs']], 'stricter'],
    [[['jobs']], [['jobs.read']], 'looser'],
    [[['jobs'], ['logs']], [['logs']], 'looser'],
    [[['jobs']], [['logs']], 'other'],
    [[['jobs', 'logs']], [['logs', 'jobs']], 'none'],
    [[['jobs.read']], [['jobs', 'jobs.read']], 'none'],
    [[['jobs'], ['jobs.read']], [['jobs']], 'none'],
    [[['jobs']], null, 'unknown'],
    [undefined, [], 'known'],
    [undefined, null, 'none'],
  ] satisfies readonly (readonly [Stated, Stated, string])[])('%j → %j: %s', (before, after, expected) => {
    expect(effect(before, after)).toBe(expected);
  });

  it('and of its scopes and operations', () => {
    const retired: CatalogScope = { name: 'jobs', category: '', replacedBy: 'x', sources: [] };
    const newer = catalog({ b: null, c: [] }, { scopes: [retired, { name: 'x', category: '', sources: [] }] });
    expect(diffCatalogs(catalog({ a: [], b: null }), newer)).toEqual({
      scopes: { added: ['x'], removed: ['jobs.read', 'logs'], retired: ['jobs'] },
      added: ['c'],
      removed: ['a'],
      changed: [],
    });
  });
});
