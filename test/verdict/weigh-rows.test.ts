import { describe, expect, it } from 'vitest';
import type { RequirementRow } from '../../src/catalogs/catalog.ts';
import { knownRequirement } from '../../src/verdict/known-requirements.ts';
import { weighRows, type Weighed } from '../../src/verdict/weigh-rows.ts';
import { present } from '../usage/virtual-application.ts';
import { catalogOf, exact } from './example.ts';

/** What is said of a call with these rows, where each of the texts may be the grant. */
function weigh(rows: readonly RequirementRow[], ...grants: readonly string[]): Weighed {
  const { vocabulary } = catalogOf({}, {
    scopes: ['A', 'B', 'C', 'X', 'ROLE'].map((name) => ({ name, category: 'x', sources: [], ...(name === 'ROLE' ? { roleWildcard: true as const } : {}) })),
  });
  const requirement = present(knownRequirement({ label: 'call', verb: 'GET', path: '/call', rows }));
  return weighRows(requirement, grants.map((text) => text.split(' ')), vocabulary);
}

const [older, newer] = [exact(['A']), exact(['B'])];
const inferred = { ...exact(['A']), confidence: 'inferred' } as const;

describe('a call with one statement of what it needs', () => {
  it.each<[string, RequirementRow, readonly string[], Weighed]>([
    ['held', exact(['A', 'B'], ['C']), ['B C'], { kind: 'covered' }],
    ['held by every grant', older, ['A', 'A X'], { kind: 'covered' }],
    ['nothing', exact(), ['X'], { kind: 'covered' }],
    ['lacking', exact(['A', 'B'], ['C']), ['X'], { kind: 'missing', lacks: [['A', 'B'], ['C']] }],
    ['lacking in part', exact(['A', 'B'], ['C']), ['A'], { kind: 'missing', lacks: [['C']] }],
    ['lacking in every grant, of which each has a part', exact(['A'], ['B'], ['C']), ['A', 'B'], { kind: 'missing', lacks: [['C']] }],
    ['lacking in every grant, of which each has another part', exact(['A'], ['B']), ['A', 'B'], { kind: 'missing', lacks: [['A'], ['B']] }],
    ['lacking in every grant, of which each has another part, and one that all have', exact(['X'], ['A'], ['C'], ['B']), ['X B', 'X C B', 'A C X'], { kind: 'missing', lacks: [['A'], ['C'], ['B']] }],
    ['lacking in one grant', exact(['A'], ['B']), ['A B', 'A'], { kind: 'alternatives', lacks: [['B']] }],
    ['lacking in one grant, which comes first', exact(['A'], ['B']), ['B', 'A B'], { kind: 'alternatives', lacks: [['A']] }],
    ['inferred and lacking', inferred, ['X'], { kind: 'inferred', lacks: [['A']] }],
    ['inferred and lacking in one grant', inferred, ['A', 'X'], { kind: 'inferred', lacks: [['A']] }],
    ['inferred and held', inferred, ['A'], { kind: 'covered' }],
    ['lacking, as far as a role may not allow it', older, ['X ROLE'], { kind: 'wildcard', lacks: [['A']], wildcard: 'ROLE' }],
    ['lacking, as far as a role of one grant may not allow it', older, ['X', 'ROLE'], { kind: 'wildcard', lacks: [['A']], wildcard: 'ROLE' }],
    ['inferred, and up to a role', inferred, ['ROLE'], { kind: 'wildcard', lacks: [['A']], wildcard: 'ROLE' }],
  ])('%s', (_, row, grants, weighed) => {
    expect(weigh([row], ...grants)).toStrictEqual(weighed);
  });
});

describe('a call of which sources differ', () => {
  it.each<[string, readonly RequirementRow[], readonly string[], Weighed]>([
    ['both held', [older, newer], ['A B'], { kind: 'covered' }],
    ['none held: what the newer one asks for', [older, newer], ['X'], { kind: 'missing', lacks: [['B']] }],
    ['none held: what both ask for', [exact(['A'], ['C']), exact(['B'], ['C'])], ['X'], { kind: 'missing', lacks: [['C']] }],
    ['none held, as far as a role may not allow it: what the newer one asks for', [older, newer], ['ROLE'], { kind: 'wildcard', lacks: [['B']], wildcard: 'ROLE' }],
    ['only the older one held', [older, newer], ['A'], { kind: 'dated', lacks: [['B']], satisfied: older, failed: newer }],
    ['only the newer one held', [older, newer], ['B'], { kind: 'dated', lacks: [['A']], satisfied: newer, failed: older }],
    ['one held by one grant, none by the other', [older, newer], ['X', 'B'], { kind: 'dated', lacks: [['A']], satisfied: newer, failed: older }],
    ['both held by one grant, none by the other', [older, newer], ['X', 'A B'], { kind: 'alternatives', lacks: [['A']] }],
    ['the inferred one lacking', [inferred, newer], ['B'], { kind: 'inferred', lacks: [['A']] }],
    ['the inferred one held, and the other lacking', [inferred, newer], ['A'], { kind: 'dated', lacks: [['B']], satisfied: inferred, failed: newer }],
  ])('%s', (_, rows, grants, weighed) => {
    expect(weigh(rows, ...grants)).toStrictEqual(weighed);
  });
});
