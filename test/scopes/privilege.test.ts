import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePrivilege, type PrivilegeVerdict } from '../../src/scopes/privilege.ts';
import type { Scope } from '../../src/scopes/requirement.ts';
import { satisfies } from '../../src/scopes/satisfy.ts';
import { createVocabulary, type VocabularyEntry } from '../../src/scopes/vocabulary.ts';
import { runs } from '../support/property-runs.ts';
import { anyEntriesWithAvoided, anyGrant, anyRequirements } from './small-world.ts';
import { reading, vocabulary, writing } from './uipath-like.ts';

/** The grant after a user has followed every verdict. */
function follow(held: readonly Scope[], verdicts: readonly PrivilegeVerdict[]): Scope[] {
  return held.flatMap((scope) => {
    const verdict = verdicts.find((candidate) => candidate.scope === scope);
    return verdict === undefined ? [scope] : verdict.kind === 'narrow' ? [verdict.narrower as Scope] : [];
  });
}

describe('judgePrivilege', () => {
  it('calls a scope unused that satisfies no clause', () => {
    expect(judgePrivilege(['OR.Jobs.Read', 'PIMS'], [[reading('Jobs')]], vocabulary)).toEqual([{ kind: 'unused', scope: 'PIMS' }]);
  });

  it('case 7: narrows a broad scope of which only the reading is used', () => {
    expect(judgePrivilege(['OR.Jobs'], [[reading('Jobs')]], vocabulary)).toEqual([
      { kind: 'narrow', scope: 'OR.Jobs', narrower: 'OR.Jobs.Read' },
    ]);
  });

  it('does not narrow where a call accepts the broad scope only', () => {
    expect(judgePrivilege(['OR.Jobs'], [[reading('Jobs')], [['OR.Jobs']]], vocabulary)).toEqual([]);
  });

  it('case 58: does not narrow to a pair, because the swap is not one for one', () => {
    expect(judgePrivilege(['OR.Tasks'], [[reading('Tasks')], [writing('Tasks')]], vocabulary)).toEqual([]);
  });

  it('case 59: narrows the broad scope of a pair of which only the reading is used, and keeps the narrow one', () => {
    expect(judgePrivilege(['OR.Execution', 'OR.Execution.Read'], [[reading('Execution')]], vocabulary)).toEqual([
      { kind: 'narrow', scope: 'OR.Execution', narrower: 'OR.Execution.Read' },
    ]);
  });

  it('calls the narrow scope of a pair redundant where the broad one is needed', () => {
    const uses = [[reading('Tasks')], [writing('Tasks')]];
    const expected = [{ kind: 'redundant', scope: 'OR.Tasks.Write' }];
    expect(judgePrivilege(['OR.Tasks', 'OR.Tasks.Write'], uses, vocabulary)).toEqual(expected);
    expect(judgePrivilege(['OR.Tasks.Write', 'OR.Tasks'], uses, vocabulary)).toEqual(expected);
  });

  it('case 41: says nothing of scopes that are always allowed', () => {
    expect(judgePrivilege(['openid', 'profile', 'email', 'offline_access'], [], vocabulary)).toEqual([]);
  });

  it('case 54: says nothing of a role-based wildcard', () => {
    expect(judgePrivilege(['OR.Default', 'PIMS'], [[['PIMS']]], vocabulary)).toEqual([]);
  });

  it('judges a repeated scope once', () => {
    expect(judgePrivilege(['PIMS', 'PIMS'], [], vocabulary)).toEqual([{ kind: 'unused', scope: 'PIMS' }]);
  });

  it('is not held back by a call that the grant does not satisfy anyway', () => {
    expect(judgePrivilege(['OR.Jobs'], [[reading('Jobs')], [['PIMS']]], vocabulary)).toEqual([
      { kind: 'narrow', scope: 'OR.Jobs', narrower: 'OR.Jobs.Read' },
    ]);
  });

  it('never proposes a suspect scope', () => {
    expect(judgePrivilege(['OR.Roles'], [[['OR.Roles', 'OR.Roles.Read']]], vocabulary)).toEqual([]);
  });

  describe('which of several', () => {
    const verdicts = (held: Scope[], uses: Scope[][][], entries: VocabularyEntry[]): string[] =>
      judgePrivilege(held, uses, createVocabulary(entries)).map(({ kind, scope, narrower = '' }) => `${kind} ${scope} ${narrower}`.trim());

    it('the narrowest takes the place of a broad scope', () => {
      const entries = [{ name: 'all', implies: ['write'] }, { name: 'write', implies: ['read'] }, { name: 'read' }];
      expect(verdicts(['all'], [[['read']]], entries)).toEqual(['narrow all read']);
      expect(verdicts(['all'], [[['write']]], entries)).toEqual(['narrow all write']);
    });

    it('of two that are as narrow, the first of the vocabulary', () => {
      const entries = [{ name: 'all', implies: ['second', 'first'] }, { name: 'first' }, { name: 'second' }];
      expect(verdicts(['all'], [[['second', 'first']]], entries)).toEqual(['narrow all first']);
      expect(verdicts(['all'], [[['second', 'first']]], [entries[0] ?? { name: '' }, { name: 'second' }, { name: 'first' }])).toEqual(['narrow all second']);
    });

    it('what another scope implies goes before a broad scope that the rest could stand in for', () => {
      const entries = [{ name: 'x', implies: ['p', 'q'] }, { name: 'p' }, { name: 'q' }, { name: 'other' }];
      const uses = [[['p']], [['q', 'other']]];
      expect(verdicts(['x', 'p', 'other'], uses, entries)).toEqual(['redundant p', 'redundant other']);
      expect(verdicts(['other', 'p', 'x'], uses, entries)).toEqual(['redundant other', 'redundant p']);
    });

    it('the broader of two that serve the same calls', () => {
      const entries = [{ name: 'small' }, { name: 'large', implies: ['one', 'two'] }, { name: 'one' }, { name: 'two' }];
      const uses = [[['one', 'small']], [['two', 'small']]];
      expect(verdicts(['large', 'small'], uses, entries)).toEqual(['redundant large']);
      expect(verdicts(['small', 'large'], uses, entries)).toEqual(['redundant large']);
    });

    it('of two that are as broad, the later one of the vocabulary', () => {
      const entries = [{ name: 'first' }, { name: 'second' }];
      expect(verdicts(['first', 'second'], [[['first', 'second']]], entries)).toEqual(['redundant second']);
      expect(verdicts(['second', 'first'], [[['first', 'second']]], entries)).toEqual(['redundant second']);
    });

    it('two that imply each other: one of them', () => {
      const entries = [{ name: 'one', implies: ['other'] }, { name: 'other', implies: ['one'] }];
      expect(verdicts(['one', 'other'], [[['one']]], entries)).toEqual(['redundant other']);
    });
  });

  it('leaves every clause satisfied that was, when all verdicts are followed at once', () => {
    fc.assert(
      fc.property(anyEntriesWithAvoided, anyGrant, anyRequirements, (entries, held, requirements) => {
        const world = createVocabulary(entries);
        const after = follow(held, judgePrivilege(held, requirements, world));
        for (const clause of requirements.flat()) {
          expect(satisfies(after, [clause], world)).toBe(satisfies(held, [clause], world));
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is true of each scope by itself', () => {
    fc.assert(
      fc.property(anyEntriesWithAvoided, anyGrant, anyRequirements, (entries, held, requirements) => {
        const world = createVocabulary(entries);
        const clauses = requirements.flat().filter((clause) => satisfies(held, [clause], world));
        for (const { kind, scope, narrower } of judgePrivilege(held, requirements, world)) {
          const work = clauses.filter((clause) => satisfies([scope], [clause], world));
          expect(work.length === 0).toBe(kind === 'unused');
          if (kind === 'redundant') {
            expect(satisfies(held.filter((other) => other !== scope), clauses, world)).toBe(true);
          }
          if (kind === 'narrow') {
            expect(world.implied(scope).has(narrower as Scope)).toBe(true);
            expect(world.implied(narrower as Scope).has(scope)).toBe(false);
            expect(satisfies([narrower as Scope], work, world)).toBe(true);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('finds nothing redundant or unused in what is left, once its verdicts are followed', () => {
    fc.assert(
      fc.property(anyEntriesWithAvoided, anyGrant, anyRequirements, (entries, held, requirements) => {
        const world = createVocabulary(entries);
        const after = [...new Set(follow(held, judgePrivilege(held, requirements, world)))];
        const kinds = judgePrivilege(after, requirements, world).map((verdict) => verdict.kind);
        expect(kinds.filter((kind) => kind !== 'narrow')).toEqual([]);
      }),
      { numRuns: runs(2000) },
    );
  });
});
