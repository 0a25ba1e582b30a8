import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog, CatalogMethod, RequirementRow } from '../../src/catalogs/catalog.ts';
import { newestRow, rowsInForce, weakestRequirement } from '../../src/catalogs/rows-in-force.ts';
import type { Requirement } from '../../src/scopes/requirement.ts';

const index = indexCatalog(builtInCatalog('uipath') as Catalog);
const method = (label: string): CatalogMethod => index.methodByLabel(label) as CatalogMethod;
const requirements = (rows: readonly RequirementRow[]): unknown => rows.map((row) => row.requires);
const row = (requires: Requirement | null, facets: Partial<RequirementRow> = {}): RequirementRow => ({
  requires,
  source: 'test',
  confidence: 'exact',
  ...facets,
});

describe('rowsInForce', () => {
  it('case 56: keeps both requirements of a method that changed', () => {
    expect(requirements(rowsInForce(method('Buckets.getAll')))).toEqual([
      [['OR.Administration', 'OR.Administration.Read']],
      [['OR.Buckets', 'OR.Buckets.Read']],
    ]);
  });

  it('pins a day: the change takes effect on its own day', () => {
    expect(requirements(rowsInForce(method('Buckets.getAll'), '2026-05-12'))).toEqual([[['OR.Administration', 'OR.Administration.Read']]]);
    expect(requirements(rowsInForce(method('Buckets.getAll'), '2026-05-13'))).toEqual([[['OR.Buckets', 'OR.Buckets.Read']]]);
    expect(newestRow(method('Buckets.getAll'), '2026-05-12')?.source).toBe('seed');
    expect(newestRow(method('Buckets.getAll'))?.since).toBe('2026-05-13');
  });

  it('says a requirement once, and nothing for a method that is not mapped', () => {
    const repeated = { ...method('Jobs.getAll'), rows: [row([['a']]), row([['b']]), row([['a']])] };
    expect(requirements(rowsInForce(repeated))).toEqual([[['a']], [['b']]]);
    expect(rowsInForce(method('ProcessIncidents.getAll'))).toEqual([]);
    expect(newestRow(method('ProcessIncidents.getAll'))).toBeUndefined();
  });
});

describe('weakestRequirement', () => {
  it('asks for either of two scopes where the documentation moved from one to the other', () => {
    expect(weakestRequirement(rowsInForce(method('Buckets.uploadFile')))).toEqual([
      ['OR.Buckets', 'OR.Administration', 'OR.Administration.Read'],
    ]);
  });

  it('asks for what both rows have in common where a scope was added', () => {
    expect(weakestRequirement(rowsInForce(method('processInstance.getExecutionHistory')))).toEqual([['PIMS']]);
    expect(weakestRequirement(rowsInForce(method('job.getOutput')))).toEqual([['OR.Jobs', 'OR.Jobs.Read']]);
  });

  it('case 57: demands nothing on the word of an inferred row, of an unknown one, or of none', () => {
    expect(weakestRequirement([row([['a']], { confidence: 'inferred' })])).toEqual([]);
    expect(weakestRequirement([row(null)])).toEqual([]);
    expect(weakestRequirement([])).toEqual([]);
    expect(weakestRequirement([row([['a']]), row([['b']], { confidence: 'inferred' })])).toEqual([['b', 'a']]);
    expect(weakestRequirement([row([['a']]), row(null)])).toEqual([['a']]);
  });

  it('demands nothing where one of the rows needs no scope', () => {
    expect(weakestRequirement([row([['a']]), row([])])).toEqual([]);
  });

  it('is satisfied by exactly the grants that satisfy one of the rows, and has no clause too many', () => {
    const clause = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    const satisfied = (held: readonly string[], requires: Requirement): boolean =>
      requires.every((alternatives) => alternatives.some((scope) => held.includes(scope)));
    const requirement = fc.array(clause, { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(requirement, { minLength: 1, maxLength: 3 }), fc.subarray(['a', 'b', 'c', 'd']), (stated, held) => {
        const weakest = weakestRequirement(stated.map((requires) => row(requires)));
        expect(satisfied(held, weakest)).toBe(stated.some((requires) => satisfied(held, requires)));
        for (const [position, one] of weakest.entries()) {
          expect(weakest.some((other, place) => place !== position && other.every((scope) => one.includes(scope)))).toBe(false);
        }
      }),
    );
  });
});
