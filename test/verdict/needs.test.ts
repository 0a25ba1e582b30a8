import { describe, expect, it } from 'vitest';
import type { MethodUse } from '../../src/usage/facts.ts';
import { declaredNeeds } from '../../src/verdict/declared-needs.ts';
import { requirementLookup } from '../../src/verdict/known-requirements.ts';
import { collectNeeds, leastFor } from '../../src/verdict/needs.ts';
import { catalogOf, exact, placeAt, use } from './example.ts';

const index = catalogOf({
  read: [exact(['things', 'things:read'])],
  narrow: [exact(['things:read'])],
  turned: [exact(['things:read', 'things'])],
  broad: [exact(['things'])],
  two: [exact(['audit'], ['things'])],
  strange: [exact(['unheard:of']), exact(['things', 'unheard:of'])],
  moved: [
    { ...exact(['audit']), until: '2026-01-01' },
    { ...exact(['either']), since: '2026-01-01', until: '2026-05-01' },
    { ...exact(['other']), since: '2026-05-01' },
  ],
  grown: [exact(['audit']), { ...exact(), requires: null }, exact(['audit'], ['other'])],
  silent: [{ ...exact(), requires: null }],
  free: [exact()],
});
const needs = declaredNeeds([{ name: 'widgets', scopes: ['audit'], place: placeAt(7, '/app/oauth-scopes.json') }]);
const lookup = requirementLookup(index, undefined, needs);

/** `A B: the calls, by line`. */
function needed(...uses: readonly MethodUse[]): string[] {
  return collectNeeds(uses, lookup, index).map(({ anyOf, by }) => `${anyOf.join(' ')}: ${by.map(({ call, place }) => `${call} ${place.line}`).join(', ')}`);
}

describe('what a program needs', () => {
  it('stands in the order of the catalog, whatever the order of the calls, and what nobody knows at the end', () => {
    const uses = [use('strange', 1), use('moved', 2), use('two', 3), use('read', 4), use('free', 5), use('silent', 6), use('unknown', 7)];
    const expected = ['things: Things.two 3', 'things things:read: Things.read 4', 'things unheard:of: Things.strange 1', 'audit: Things.two 3', 'other: Things.moved 2'];
    expect(needed(...uses)).toEqual(expected);
    expect(needed(...uses.toReversed())).toEqual(expected);
    const prefix = ['things:read: Things.narrow 2', 'things:read things: Things.turned 1'];
    expect([needed(use('turned', 1), use('narrow', 2)), needed(use('narrow', 2), use('turned', 1))]).toEqual([prefix, prefix]);
  });

  it('is one need for calls that accept the same, written in whatever order', () => {
    expect(needed(use('turned', 1), use('read', 2), use('turned', 3))).toEqual(['things:read things: Things.turned 1, Things.read 2, Things.turned 3']);
  });

  it('says where it is stated, of what no catalog tells', () => {
    expect(collectNeeds([use('widgets', 3, { method: 'widgets' }), use('two', 4)], lookup, index)).toStrictEqual([
      { anyOf: ['things'], by: [{ place: placeAt(4), call: 'Things.two' }] },
      { anyOf: ['audit'], by: [{ place: placeAt(3), call: 'widgets', stated: placeAt(7, '/app/oauth-scopes.json') }, { place: placeAt(4), call: 'Things.two' }] },
    ]);
  });
});

describe('the least that a program needs', () => {
  it('is told with the calls that each scope is there for, by the alphabet, and with the newest of what sources say', () => {
    const uses = [use('two', 1), use('turned', 2), use('read', 3), use('moved', 4), use('grown', 5), use('moved', 6), use('unknown', 7)];
    expect(leastFor(collectNeeds(uses, lookup, index), uses, ['offline_access', 'either'], true, lookup, index)).toStrictEqual({
      scopes: ['things', 'audit', 'other', 'either', 'offline_access'],
      complete: true,
      provenLeast: true,
      reasons: {
        things: ['Things.read', 'Things.turned', 'Things.two'],
        audit: ['Things.grown', 'Things.two'],
        other: ['Things.grown', 'Things.moved'],
        either: [],
        offline_access: [],
      },
      newestUsedFor: [
        'Things.grown: audit, and other instead of audit',
        'Things.moved: other (since 2026-05-01) instead of audit (until 2026-01-01) and either (since 2026-01-01, until 2026-05-01)',
      ],
    });
  });

  it('depends on the day, and on nothing that no source says', () => {
    const on = (asOf: string) => leastFor(collectNeeds([use('moved')], requirementLookup(index, asOf), index), [use('moved')], [], false, requirementLookup(index, asOf), index);
    expect(on('2025-12-31')).toMatchObject({ scopes: ['audit'], newestUsedFor: [], complete: false });
    expect(on('2026-01-01')).toMatchObject({ scopes: ['either'], newestUsedFor: [] });
    expect(requirementLookup(index)(use('silent'))).toBeUndefined();
  });
});
