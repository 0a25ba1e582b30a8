import { describe, expect, it } from 'vitest';
import type { Undecided } from '../../src/grants/declaration.ts';
import type { HeldGrant } from '../../src/usage/facts.ts';
import type { GrantGroup } from '../../src/verdict/grant-group.ts';
import { judgeClaims } from '../../src/verdict/judge-claims.ts';
import { catalogOf, placeAt } from './example.ts';

const names = [{ name: 'things', implies: ['things:read'] }, { name: 'things:read' }, { name: 'audit' }, { name: 'other' }, { name: 'role', roleWildcard: true as const }];
const index = catalogOf({}, { scopes: names.map((scope) => ({ category: 'x', sources: ['s'], ...scope })) });

/** The scopes that a cast is said to forge, where the application declares one of the texts. */
function forged(claimed: string, held: HeldGrant, texts: readonly string[] = ['audit'], undecided: readonly Undecided[] = []): string[] {
  const alternatives = texts.map((text) => ({ scopes: text.split(' '), place: null }));
  const declared: GrantGroup = { alternatives, inEffect: [], undecided, uses: [], possible: [] };
  return judgeClaims([{ provider: 'example', place: placeAt(1), scopes: claimed.split(' '), held }], declared, index).map(({ scope }) => scope);
}

const literal = (...texts: readonly string[]): HeldGrant => ({ kind: 'literal', alternatives: texts.map((text) => text.split(' ')) });

describe('a cast that claims', () => {
  it.each<[string, string, HeldGrant, readonly string[]]>([
    ['what is declared', 'audit', { kind: 'declared' }, []],
    ['what is implied by what is declared, and what is always allowed', 'things:read offline_access', { kind: 'declared' }, []],
    ['what is not declared, by the scope that implies the rest', 'things things:read audit', { kind: 'declared' }, ['things']],
    ['several, none of which implies the other', 'other things:read', literal('audit'), ['other things:read']],
    ['what the client states itself', 'other', literal('other'), []],
    ['what the client may state, in either way', 'other audit', literal('other', 'audit'), []],
    ['what the client does not state', 'audit', literal('other', 'things'), ['audit']],
    ['what a role may allow', 'other', literal('role audit'), []],
    ['anything, where it has no scopes', 'other', { kind: 'unscoped' }, []],
    ['anything, where nobody knows what it holds', 'other', { kind: 'undecided', reason: 'why' }, []],
  ])('%s', (_, claimed, held, expected) => {
    const texts = claimed.startsWith('things:read off') ? ['things'] : ['audit'];
    expect(forged(claimed, held, texts)).toEqual(expected);
  });

  it('anything is believed where what is declared is not known, or may be either', () => {
    expect(forged('other', { kind: 'declared' }, [])).toEqual([]);
    expect(forged('other', { kind: 'declared' }, ['audit', 'other'])).toEqual([]);
    expect(forged('other', { kind: 'declared' }, ['audit', 'things'])).toEqual(['other']);
    expect(forged('other', { kind: 'declared' }, ['audit'], [{ place: placeAt(1), reason: 'why' }])).toEqual([]);
  });

  it('what is not held is a finding in its place', () => {
    const declared: GrantGroup = { alternatives: [{ scopes: ['audit'], place: null }], inEffect: [], undecided: [], uses: [], possible: [] };
    expect(judgeClaims([{ provider: 'example', place: placeAt(3), scopes: ['other', 'things:read'], held: { kind: 'declared' } }], declared, index)).toStrictEqual([{
      rule: 'no-forged-grant', kind: 'forged', scope: 'other things:read', place: placeAt(3),
      message: 'This cast claims other and things:read, which the client does not hold: calls that need them will fail. Take the cast away, or declare them.',
    }]);
  });
});
