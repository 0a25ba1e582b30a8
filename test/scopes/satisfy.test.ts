import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lacking, satisfies } from '../../src/scopes/satisfy.ts';
import { createVocabulary } from '../../src/scopes/vocabulary.ts';
import { anyEntries, anyGrant, anyRequirement, suffices } from './small-world.ts';
import { reading, vocabulary } from './uipath-like.ts';

describe('satisfies, lacking', () => {
  it('case 3: one of two alternatives is enough', () => {
    expect(satisfies(['OR.Jobs.Read'], [reading('Jobs')], vocabulary)).toBe(true);
    expect(satisfies(['OR.Jobs.Write'], [reading('Jobs')], vocabulary)).toBe(false);
  });

  it('case 4: where no alternative is held, all of them are named', () => {
    expect(lacking(['PIMS'], [reading('Jobs')], vocabulary)).toEqual([['OR.Jobs', 'OR.Jobs.Read']]);
  });

  it('case 5: of two scopes that are both needed only the missing one is left', () => {
    expect(lacking(['PIMS'], [['PIMS'], ['OR.Execution.Read']], vocabulary)).toEqual([['OR.Execution.Read']]);
  });

  it('case 6: the residual of (a or b) and c keeps both parts and both alternatives', () => {
    expect(lacking([], [reading('Execution'), ['Traces.Api']], vocabulary)).toEqual([
      ['OR.Execution', 'OR.Execution.Read'],
      ['Traces.Api'],
    ]);
  });

  it('case 7: a broad scope satisfies what needs a narrow one, where the provider says so', () => {
    expect(satisfies(['OR.Execution'], [['OR.Execution.Read']], vocabulary)).toBe(true);
    expect(satisfies(['OR.Execution.Read'], [['OR.Execution']], vocabulary)).toBe(false);
  });

  it('case 8: a broad-looking scope satisfies nothing else where the provider does not say so', () => {
    const silent = createVocabulary([{ name: 'OR.Execution' }, { name: 'OR.Execution.Read' }]);
    expect(satisfies(['OR.Execution'], [['OR.Execution.Read']], silent)).toBe(false);
  });

  it('case 54: a role-based wildcard is a scope like any other here; what it may cover is for the verdict', () => {
    expect(satisfies(['OR.Default'], [['OR.Default']], vocabulary)).toBe(true);
    expect(satisfies(['OR.Default'], [reading('Jobs')], vocabulary)).toBe(false);
  });

  it('needs nothing for a requirement without clauses', () => {
    expect(satisfies([], [], vocabulary)).toBe(true);
  });

  it('is what the definitions say', () => {
    fc.assert(
      fc.property(anyEntries, anyGrant, anyRequirement, (entries, held, requirement) => {
        expect(satisfies(held, requirement, createVocabulary(entries))).toBe(suffices(entries, held, requirement));
      }),
    );
  });

  it('is monotone: more scopes never lack more', () => {
    fc.assert(
      fc.property(anyEntries, anyGrant, anyGrant, anyRequirement, (entries, held, more, requirement) => {
        const world = createVocabulary(entries);
        const before = lacking(held, requirement, world);
        expect(lacking([...held, ...more], requirement, world).every((clause) => before.includes(clause))).toBe(true);
      }),
    );
  });

  it('lacks exactly what is left: with it the requirement is satisfied, with less of it not', () => {
    fc.assert(
      fc.property(anyEntries, anyGrant, anyRequirement, anyGrant, (entries, held, requirement, more) => {
        const world = createVocabulary(entries);
        const residual = lacking(held, requirement, world);
        expect(satisfies([...held, ...more], requirement, world)).toBe(satisfies([...held, ...more], residual, world));
        expect(residual.every((clause) => !satisfies(held, [clause], world))).toBe(true);
      }),
    );
  });
});
