import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/grants/declaration.ts';
import type { ClientSite, HeldGrant, UsageFacts } from '../../src/usage/facts.ts';
import { groupByGrant, type GrantGroup, type JudgedGrant } from '../../src/verdict/grant-group.ts';
import { catalogOf, client, clientWith, declaration, facts, placeAt, statedBy, use } from './example.ts';

const index = catalogOf({});
const configuration = declaration('audit');

function grantOf(alternatives: readonly Declaration[], effective: Declaration | null = alternatives[0] ?? null): JudgedGrant {
  return { alternatives, effective, undecided: [] };
}

const literal = (...texts: readonly string[]): HeldGrant => ({ kind: 'literal', alternatives: texts.map((text) => text.split(' ')) });

/** Shortly: what may be held, where it is in effect, why not, and the lines of calls that are and that may be made with it. */
function told(usage: Partial<UsageFacts>, grant: JudgedGrant = grantOf([configuration])): unknown[] {
  return groupByGrant(facts(usage), grant, index).map(({ alternatives, inEffect, undecided, uses, possible }: GrantGroup) => [
    alternatives.map(({ scopes, place }) => `${scopes.join(' ')} at ${place?.line ?? 'nowhere'}`),
    inEffect.map(({ place }) => place.line),
    undecided.map(({ reason }) => reason),
    uses.map(({ place }) => place.line),
    possible.map(({ place }) => place.line),
  ]);
}

describe('calls with the grant of the application', () => {
  it('are those on clients that leave it open, tests included, not those by name, on clients without scopes, or on clients that nobody knows', () => {
    const uses = [
      use('a', 1), use('a', 2, { inTest: true }), use('a', 3, { typed: false }), use('a', 4, { grant: { kind: 'unscoped' } }),
      use('a', 5, { grant: { kind: 'undecided', reason: 'why' } }),
    ];
    expect(told({ uses, clients: [client(9)] })).toEqual([[['audit at 1'], [1], [], [1, 2], []]]);
  });

  it('are those on clients that state scopes of their own, where all clients do, and the same', () => {
    const clients = [clientWith(11, ['things:read other']), clientWith(12, ['other things:read']), clientWith(13, ['either'], { inTest: true })];
    const stated = grantOf([declaration('things:read other', 11)], null);
    expect(told({ clients, uses: [use('a', 1, { grant: literal('other things:read') }), use('a', 2)] }, stated))
      .toEqual([[['things:read other at 11'], [], [], [1, 2], []]]);
  });

  it('are in effect at each client that states it', () => {
    const clients = [clientWith(11, ['other']), clientWith(12, ['other'])];
    const alternatives = clients.flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []));
    expect(told({ clients }, grantOf(alternatives))[0]).toEqual([['other at 11', 'other at 12'], [11, 12], [], [], []]);
    expect(told({ clients }, grantOf(alternatives.slice(1)))[0]).toEqual([['other at 12'], [12], [], [], []]);
  });

  it('are in effect where they are declared, where it is a type that says what the only client holds', () => {
    expect(told({ clients: [client(1, { grant: literal('audit') })], uses: [use('a', 2, { grant: literal('audit') })] })).toEqual([[['audit at 1'], [1], [], [2], []]]);
  });

  it('are not known where nothing is filled in, which is said beside what else is not known', () => {
    const why = { place: placeAt(5), reason: 'why' };
    const [placeholder, empty] = [declaration('<your-scopes>', 2), declaration('', 3)];
    expect(told({}, { ...grantOf([placeholder, configuration, empty]), undecided: [why] })).toEqual([
      [['audit at 1'], [], ['why', 'a placeholder stands where scopes belong', 'an empty text stands where scopes belong'], [], []],
    ]);
    expect(groupByGrant(facts(), grantOf([placeholder]), index)[0].undecided).toEqual([
      { place: placeholder.place, reason: 'a placeholder stands where scopes belong', isUnfilled: true },
    ]);
    expect(told({}, grantOf([configuration, placeholder]))).toEqual([[['audit at 1'], [1], ['a placeholder stands where scopes belong'], [], []]]);
  });
});

describe('calls with a grant that clients state themselves, beside others', () => {
  const clients = [client(10), clientWith(11, ['things']), clientWith(12, ['things things:read']), clientWith(13, ['other', 'either']), clientWith(14, ['audit'], { inTest: true })];

  it('are judged by each grant, at each client that states it', () => {
    const uses = [
      use('a', 1), use('a', 2, { grant: literal('things') }), use('a', 3, { grant: literal('either', 'other') }),
      use('a', 4, { grant: literal('things') }), use('a', 5, { grant: literal('audit'), inTest: true }), use('a', 6, { grant: literal('things'), typed: false }),
    ];
    expect(told({ clients, uses })).toEqual([
      [['audit at 1'], [1], [], [1], [2, 3, 4, 5]],
      [['things at 11'], [11, 12], [], [2, 4], [1, 3, 5]],
      [['either at 13', 'other at 13'], [], [], [3], [1, 2, 4, 5]],
      [['audit at nowhere'], [], [], [5], [1, 2, 3, 4]],
    ]);
  });

  it('are in effect nowhere as long as one of the clients may hold either', () => {
    const unsure = clientWith(13, ['other', 'either']);
    const sure = { ...unsure, place: placeAt(15), stated: { ...statedBy(unsure), effective: statedBy(unsure).alternatives[0] ?? null } };
    const inEffect = (...two: readonly ClientSite[]) => groupByGrant(facts({ clients: [client(10), ...two], uses: [use('a', 1, { grant: unsure.grant })] }), grantOf([configuration]), index)[1]?.inEffect;
    expect([inEffect(sure), inEffect(unsure, sure)]).toEqual([[statedBy(unsure).alternatives[0]], []]);
  });

  it('may be calls with another grant, unless the way back to the client is plain or its grant is not known', () => {
    const uses = [
      use('a', 1), use('a', 2, { grant: literal('things') }), use('a', 3, { grant: { kind: 'declared', followed: true } }),
      use('a', 4, { grant: { ...literal('things'), followed: true } as HeldGrant }), use('a', 5, { grant: { kind: 'unscoped' } }),
      use('a', 6, { grant: { kind: 'undecided', reason: 'why' } }), use('a', 7, { grant: literal('other'), typed: false }),
    ];
    expect(told({ clients, uses })).toEqual([
      [['audit at 1'], [1], [], [1, 3], [2]],
      [['things at 11'], [11, 12], [], [2, 4], [1]],
    ]);
  });
});
