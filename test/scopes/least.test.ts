import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastScopes } from '../../src/scopes/least.ts';
import type { Requirement, Scope } from '../../src/scopes/requirement.ts';
import { satisfies } from '../../src/scopes/satisfy.ts';
import { compareScopes, createVocabulary, type Vocabulary } from '../../src/scopes/vocabulary.ts';
import { runs } from '../support/property-runs.ts';
import { ALL_GRANTS, anyEntriesWithAvoided, anyRequirements } from './small-world.ts';
import { reading, vocabulary, writing } from './uipath-like.ts';

/** By definition: the best of all subsets without a scope to avoid that no requirement names. */
function bruteForce(requirements: readonly Requirement[], world: Vocabulary): Scope[] {
  const inOrder = compareScopes(world);
  const named = new Set(requirements.flat(2));
  const isCandidate = (scope: Scope): boolean => named.has(scope) || world.entry(scope)?.suspect !== true;
  const key = (grant: readonly Scope[]): number[] => [
    grant.filter((scope) => world.entry(scope)?.suspect === true).length,
    world.closure(grant).size,
    grant.length,
    grant.filter((scope) => !named.has(scope)).length,
    ...grant.map((scope) => world.order(scope)),
  ];
  const compare = (left: readonly number[], right: readonly number[]): number => {
    const position = left.findIndex((value, index) => value !== right[index]);
    return position === -1 ? 0 : (left[position] ?? 0) - (right[position] ?? 0);
  };
  return ALL_GRANTS.map((grant) => [...grant].sort(inOrder))
    .filter((grant) => grant.every(isCandidate) && satisfies(grant, requirements.flat(), world))
    .reduce((left, right) => (compare(key(right), key(left)) < 0 ? right : left));
}

describe('leastScopes', () => {
  it('takes the narrow alternative', () => {
    expect(leastScopes([[reading('Jobs')], [['PIMS']]], vocabulary)).toEqual({ scopes: ['OR.Jobs.Read', 'PIMS'], provenLeast: true });
  });

  it('case 58: takes a pair of narrow scopes where a broad one would do', () => {
    expect(leastScopes([[reading('Tasks')], [writing('Tasks')]], vocabulary).scopes).toEqual(['OR.Tasks.Read', 'OR.Tasks.Write']);
  });

  it('takes the broad scope alone where a call accepts nothing else', () => {
    expect(leastScopes([[reading('Tasks')], [['OR.Tasks']], [['OR.Tasks.Write']]], vocabulary).scopes).toEqual(['OR.Tasks']);
  });

  it('prefers one scope that serves two calls', () => {
    expect(leastScopes([[['PIMS', 'Traces.Api']], [['Traces.Api', 'DataFabric.Data.Read']]], vocabulary).scopes).toEqual(['Traces.Api']);
  });

  it('takes a suspect scope, or one of the provider itself, only where there is no other', () => {
    expect(leastScopes([[['OR.Roles.Read', 'OR.Tasks']]], vocabulary).scopes).toEqual(['OR.Tasks']);
    expect(leastScopes([[['StudioWebBackend', 'OR.Tasks']]], vocabulary).scopes).toEqual(['OR.Tasks']);
    expect(leastScopes([[['OR.Roles', 'OR.Roles.Read']]], vocabulary).scopes).toEqual(['OR.Roles.Read']);
  });

  it('needs no scope for no requirement', () => {
    expect(leastScopes([[], []], vocabulary)).toEqual({ scopes: [], provenLeast: true });
  });

  it('takes a scope that the vocabulary does not know, last', () => {
    expect(leastScopes([[['Brand.New']], [['PIMS']]], vocabulary).scopes).toEqual(['PIMS', 'Brand.New']);
  });

  it('takes no suspect scope that no call names, not even for two that are suspect as well', () => {
    const world = createVocabulary([
      { name: 'both', implies: ['one', 'other'], suspect: true },
      { name: 'one', suspect: true },
      { name: 'other', suspect: true },
    ]);
    expect(leastScopes([[['other']], [['one']]], world)).toEqual({ scopes: ['one', 'other'], provenLeast: true });
  });

  it('takes one suspect scope that a call names for two that are suspect as well', () => {
    const world = createVocabulary([
      { name: 'both', implies: ['one', 'other'], suspect: true },
      { name: 'one', suspect: true },
      { name: 'other', suspect: true },
    ]);
    expect(leastScopes([[['other', 'both']], [['one', 'both']]], world).scopes).toEqual(['both']);
  });

  it('is sufficient and least, against all subsets', () => {
    fc.assert(
      fc.property(anyEntriesWithAvoided, anyRequirements, (entries, requirements) => {
        const world = createVocabulary(entries);
        const least = leastScopes(requirements, world);
        expect(least).toEqual({ scopes: bruteForce(requirements, world), provenLeast: true });
      }),
      { numRuns: runs(3000) },
    );
  });

  it('does not depend on the order of the requirements', () => {
    fc.assert(
      fc.property(anyEntriesWithAvoided, anyRequirements, (entries, requirements) => {
        const world = createVocabulary(entries);
        expect(leastScopes([...requirements].reverse(), world)).toEqual(leastScopes(requirements, world));
      }),
    );
  });

  it('suffices above its bound, and says that it is not proven least', () => {
    const names = Array.from({ length: 24 }, (_, position) => `s${position}`);
    const world = createVocabulary(names.map((name) => ({ name })));
    const requirements = names.flatMap((one, position) => names.slice(position + 1).map((other) => [[one, other]]));
    const cut = leastScopes(requirements, world, { bound: 3 });
    expect(cut.provenLeast).toBe(false);
    expect(satisfies(cut.scopes, requirements.flat(), world)).toBe(true);
    expect(leastScopes(requirements.slice(0, 3), world, { bound: 50 }).provenLeast).toBe(true);
  });
});
