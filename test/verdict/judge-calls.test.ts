import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/grants/declaration.ts';
import type { MethodUse } from '../../src/usage/facts.ts';
import type { JudgedGrant } from '../../src/verdict/grant-group.ts';
import { catalogOf, client, clientWith, declaration, exact, placeAt, reportOf, use } from './example.ts';

const names = [{ name: 'things', implies: ['things:read'] }, { name: 'things:read' }, { name: 'audit' }, { name: 'other' }, { name: 'role', roleWildcard: true as const }];
const index = catalogOf(
  {
    read: [exact(['things', 'things:read'])],
    turned: [exact(['other', 'audit', 'things:read'])],
    guessed: [{ ...exact(['audit']), confidence: 'inferred' }],
    moved: [{ ...exact(['audit']), until: '2026-05-01' }, { ...exact(['other']), since: '2026-05-01' }],
    grown: [exact(), exact(['audit'])],
    free: [exact()],
  },
  { scopes: names.map((scope) => ({ category: 'x', sources: ['s'], ...scope })) },
);

function judged(uses: readonly MethodUse[], grant: Partial<JudgedGrant>, declarations: readonly Declaration[] = []) {
  const { findings, undecided } = reportOf(index, declarations, { uses }, { grant: { alternatives: [], effective: null, undecided: [], ...grant } });
  return { findings: findings.filter(({ kind }) => kind === 'missing'), undecided };
}

describe('calls whose grant is not known', () => {
  const nothing = { place: placeAt(3), reason: 'no declaration of scopes was found for this client, so that nothing can be said to be missing', holdsBack: [] };

  it('are undecided where nothing is declared, at the first that needs a scope', () => {
    const uses = [use('unknown', 1), use('free', 2), use('read', 2, { inTest: true }), use('read', 3), use('read', 4)];
    expect(judged(uses, {}).undecided.filter(({ reported }) => reported === undefined)).toStrictEqual([nothing]);
    expect(judged([use('grown', 3)], {}).undecided).toStrictEqual([nothing]);
    expect(judged([use('free', 2)], {}).undecided).toStrictEqual([]);
  });

  it('are undecided for each reason, which holds back whatever may be declared', () => {
    const alternatives = [declaration('audit other', 1), declaration('other <your-scopes>', 2), declaration('<your-scopes>', 3), declaration('other', 4)];
    const undecided = [{ place: placeAt(8), reason: 'one' }, { place: placeAt(9), reason: 'two' }];
    expect(judged([use('read', 1)], { alternatives, undecided })).toStrictEqual({ findings: [], undecided: [
      { place: placeAt(2, '/app/config.json'), reason: 'a placeholder stands where scopes belong', holdsBack: ['audit', 'other'] },
      { place: placeAt(3, '/app/config.json'), reason: 'a placeholder stands where scopes belong', holdsBack: ['audit', 'other'] },
      ...undecided.map(({ place, reason }) => ({
        place, reason, holdsBack: ['audit', 'other'],
        reported: { rule: 'no-unresolved-scope', kind: 'unresolved', message: `It cannot be known which scopes the client holds: ${reason}. Its calls are not checked.` },
      })),
    ] });
    expect(judged([use('free', 1), use('read', 2, { inTest: true })], { alternatives: [], undecided })).toStrictEqual({ findings: [], undecided: [] });
  });
});

describe('calls whose grant is known', () => {
  it('are each missing, undecided or covered', () => {
    const alternatives = [declaration('things:read')];
    const uses = [use('read', 1), use('guessed', 2), use('grown', 4), use('turned', 5), use('unknown', 6), use('moved', 7)];
    const { findings, undecided } = judged(uses, { alternatives });
    expect(findings).toStrictEqual([{
      rule: 'no-missing-scope', kind: 'missing', scope: 'other', suggestion: 'other', place: placeAt(7), call: 'Things.moved',
      message: 'Things.moved needs other, which the client does not hold. Declare other. Source: Page, 2026-05-31.',
    }]);
    expect(undecided.filter(({ reported }) => reported === undefined)).toStrictEqual([
      { place: placeAt(2), reason: 'Things.guessed seems to need audit, which no source says outright', holdsBack: ['audit'] },
      { place: placeAt(4), reason: 'sources differ about Things.grown: the declared scopes satisfy no scope, and not audit', holdsBack: ['audit'] },
    ]);
  });

  it('are undecided as far as a role decides, and hold back what may be needed in the order of the catalog', () => {
    expect(judged([use('turned', 1), use('turned', 2)], { alternatives: [declaration('role')] }).undecided).toStrictEqual([1, 2].map((line) => ({
      place: placeAt(line), holdsBack: ['things:read', 'audit', 'other'],
      reason: 'Things.turned needs other or audit or things:read, and whether role covers it depends on the role of the application',
    })));
  });

  it('are undecided where only one of several declarations covers them', () => {
    expect(judged([use('read', 1)], { alternatives: [declaration('audit'), declaration('things')] }).undecided).toContainEqual({
      place: placeAt(1), holdsBack: ['things', 'things:read'],
      reason: 'Things.read needs things or things:read, which only some of the declarations hold that may be in effect',
    });
  });
});

describe('clients whose own grant is not known', () => {
  const open = (line: number, reason: string, inTest = false) =>
    client(line, { grant: { kind: 'undecided', reason }, stated: { kind: 'undecided', undecided: { place: placeAt(line), reason } }, inTest });

  it('are told beside others, each once, unless a call says it, or only a test makes them', () => {
    const reasons = (...clients: readonly ReturnType<typeof open>[]) =>
      reportOf(index, [declaration('things:read')], { clients, uses: [use('read', 1)] }).undecided.map(({ place, reason, holdsBack, reported }) => [place.line, reason, reported?.rule, ...holdsBack]);
    const other = clientWith(5, ['things:read']);
    expect(reasons(other, open(6, 'first'), open(7, 'second'))).toEqual([[6, 'first', 'no-unresolved-scope'], [7, 'second', 'no-unresolved-scope']]);
    expect(reasons(open(6, 'first'))).toEqual([]);
    expect(reasons(other, open(6, 'first', true))).toEqual([]);
    expect(reasons(other, clientWith(8, ['audit']), open(6, 'first', true))).toEqual([]);
    expect(reasons(clientWith(5, ['things:read'], { inTest: true }), open(6, 'first'))).toEqual([]);
  });

  it('are not told again where the grant of the application is undecided for the same reason', () => {
    const clients = [clientWith(5, ['things:read']), open(6, 'first'), open(7, 'second')];
    const grant = { alternatives: [], effective: null, undecided: [{ place: placeAt(6), reason: 'first' }] };
    const { undecided } = reportOf(index, [], { clients, uses: [use('read', 1)] }, { grant });
    expect(undecided.map(({ place, reason }) => [place.line, reason])).toEqual([[6, 'first'], [7, 'second']]);
  });
});
