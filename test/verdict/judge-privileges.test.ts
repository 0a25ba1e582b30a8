import { describe, expect, it } from 'vitest';
import type { MethodUse, UsageFacts } from '../../src/usage/facts.ts';
import type { JudgeInput } from '../../src/verdict/judge.ts';
import { catalogOf, clientWith, declaration, exact, located, placeAt, reportOf, use } from './example.ts';

const names = [{ name: 'big', implies: ['middle', 'small', 'far'] }, { name: 'middle', implies: ['small'] }, { name: 'small' }, { name: 'far' }, { name: 'audit' }, { name: 'other' }];
const index = catalogOf(
  {
    small: [exact(['big', 'middle', 'small'])],
    middle: [exact(['big', 'middle'])],
    far: [exact(['big', 'far'])],
    both: [exact(['big', 'far'], ['audit'])],
    audit: [exact(['audit'])],
    either: [exact(['audit', 'other'])],
    moved: [exact(['other']), { ...exact(['audit']), source: 'newer' }],
    free: [exact()],
  },
  {
    scopes: names.map((scope) => ({ category: 'x', sources: ['s'], ...scope })),
    sources: { s: { title: 'Page', locator: 'x' }, newer: { title: 'Guide', locator: 'y' } },
  },
);

const byName = { grant: { kind: 'undecided', reason: 'no type' }, typed: false } as const;

/** What is said of the scopes of a declaration, and what holds more back. */
function judged(text: string, uses: readonly MethodUse[], usage: Partial<UsageFacts> = {}, more: Partial<JudgeInput> = {}) {
  const { findings, undecided } = reportOf(index, [located(text)], { uses, ...usage }, more);
  return {
    findings: findings.filter(({ kind }) => ['unused', 'narrow', 'redundant'].includes(kind)).map(({ kind, scope, suggestion }) => [kind, scope, ...(suggestion === undefined ? [] : [suggestion])].join(' ')),
    heldBack: undecided.filter(({ holdsBack }) => holdsBack.length > 0).map(({ place, holdsBack }) => [place.line, ...holdsBack].join(' ')),
  };
}

describe('a verdict on a scope is held back by a call that may be there and', () => {
  it.each<[string, string, MethodUse, string[], string[]]>([
    ['needs it', 'small audit', use('audit', 9, byName), [], ['9 audit']],
    ['does not need it', 'small audit', use('far', 9, byName), ['unused audit'], []],
    ['may need another one that is held', 'audit other', use('either', 9, byName), [], ['9 other']],
    ['needs a narrower one that is broader than the one to be declared', 'big', use('middle', 9, byName), [], ['9 big']],
    ['needs all of it', 'big', use('far', 9, byName), [], ['9 big']],
    ['needs what the narrower one covers', 'big', use('small', 9, byName), ['narrow big small'], []],
  ])('%s', (_, text, possible, findings, heldBack) => {
    const certain = text === 'audit other' ? use('audit') : use('small');
    expect(judged(text, [certain, possible])).toEqual({ findings, heldBack });
  });

  it('is one of several, each of which does so', () => {
    const narrowing = [use('small', 1), use('far', 8, byName), use('middle', 9, byName)];
    expect(judged('big', narrowing)).toEqual({ findings: [], heldBack: ['8 big', '9 big'] });
  });
});

describe('what only tests need', () => {
  const inTest = { inTest: true } as const;

  it.each<[string, string, readonly MethodUse[], string[]]>([
    ['is unused, by the name of the calls that need it', 'small audit', [use('small'), use('audit', 2, inTest), use('far', 3, inTest)], [
      'Only tests use audit (Things.audit). Remove it here, and give the tests a grant of their own.',
    ]],
    ['is a reason to keep a broader one', 'big', [use('small'), use('far', 2, inTest)], []],
    ['is what calls need as well', 'small', [use('small'), use('small', 2, inTest)], []],
    ['may be needed by several', 'small audit', [use('small'), use('audit', 2, inTest), use('both', 3, inTest)], [
      'Only tests use audit (Things.audit and Things.both). Remove it here, and give the tests a grant of their own.',
    ]],
  ])('%s', (_, text, uses, messages) => {
    expect(reportOf(index, [located(text)], { uses }).findings.filter(({ kind }) => kind !== 'missing').map(({ message }) => message)).toEqual(messages);
  });
});

describe('the calls that a scope is there for', () => {
  it('are those of which it satisfies a part, with the newest statement that it satisfies', () => {
    const uses = [use('both', 1), use('far', 2), use('small', 3), use('unheard-of', 4, { inTest: true })];
    const { findings } = reportOf(index, [located('far audit big')], { uses });
    expect(findings.map(({ kind, scope, message }) => [kind, scope, message])).toEqual([
      ['duplicate', 'far', 'far is implied by big, which stands in the same string. One of them is enough.'],
    ]);
    const redundant = reportOf(index, [located('audit other')], { uses: [use('both', 1), use('moved', 2), use('either', 3)] }).findings;
    expect(redundant.map(({ message }) => message)).toEqual(['Things.both needs big or far, which the client does not hold. Declare far. Source: Page.']);
  });

  it('name the statement by which they need it', () => {
    const narrow = (text: string, ...uses: readonly MethodUse[]) => reportOf(index, [located(text)], { uses }).findings.filter(({ kind }) => kind !== 'missing');
    expect(narrow('audit other', use('either', 1))).toStrictEqual([{
      rule: 'no-unused-scope', kind: 'redundant', scope: 'other', place: { file: '/app/config.json', line: 1, column: 7, endLine: 1, endColumn: 12 },
      message: 'The other scopes cover every call that other is there for (Things.either). Remove it. Source: Page.',
    }]);
    expect(narrow('big small', use('small', 1), use('audit', 2))).toStrictEqual([{
      rule: 'prefer-narrow-scope', kind: 'narrow', scope: 'big', suggestion: 'small', place: { file: '/app/config.json', line: 1, column: 1, endLine: 1, endColumn: 4 },
      message: 'small, which is declared as well, covers every call that big is there for (Things.small). Remove big. Source: Page.',
    }]);
    expect(narrow('big audit', use('both', 1)).map(({ message }) => message)).toEqual([
      'far covers every call that big is there for (Things.both). Register far with the provider first, then declare it in place of big. Source: Page.',
    ]);
  });
});

describe('a scope that the other scopes make needless', () => {
  const told = (text: string, place = located) => reportOf(index, [place(text)], { uses: [use('either'), use('middle'), use('far')] })
    .findings.map(({ kind, scope, place: { column } }) => [kind, scope, column].join(' '));

  it('is told beside what is wrong with the text there, and beside a repetition elsewhere', () => {
    expect(told('big audit Other')).toEqual(['malformed other 11', 'redundant other 11']);
    expect(told('big audit other other')).toEqual(['redundant other 11', 'duplicate other 17']);
  });

  it('is told beside another one that is implied, also where no more than the place of the whole text is known', () => {
    expect(told('big far audit other')).toEqual(['duplicate far 5', 'redundant other 15']);
    expect(told('big far audit other', declaration)).toEqual(['duplicate far 1', 'redundant other 1']);
  });
});

describe('nothing is said of a declaration', () => {
  it.each<[string, string, readonly MethodUse[], string[]]>([
    ['with which no call can be compared, but for what is always allowed', 'audit offline_access strange', [use('free')], ['1 audit']],
    ['that asks only for what is always allowed', 'offline_access', [use('free')], []],
    ['that asks for what no catalog knows', 'strange small', [use('small')], []],
  ])('%s', (_, text, uses, heldBack) => {
    expect(judged(text, uses)).toEqual({ findings: [], heldBack });
  });

  it('that is not shown to be in effect: where several differ, and calls are made', () => {
    const several = (first: string, second: string, uses: readonly MethodUse[] = [use('small')]) => {
      const declarations = [declaration(first, 1), declaration(second, 2)];
      const { findings, undecided } = reportOf(index, declarations, { uses }, { grant: { alternatives: declarations, effective: null, undecided: [] } });
      return [findings.filter(({ kind }) => kind !== 'conflict'), undecided];
    };
    const reason = 'scopes are declared in several places, and which one is in effect is not known';
    expect(several('small audit', 'middle far')).toStrictEqual([[], [
      { place: placeAt(2, '/app/config.json'), reason, holdsBack: ['small', 'audit', 'middle', 'far'] },
    ]]);
    expect(several('small audit', 'audit small')).toEqual([[], []]);
    expect(several('small audit', 'small', [])).toEqual([[], []]);
    const declarations = [declaration('small', 1), declaration('middle', 2)];
    const inEffect = { grant: { alternatives: declarations, effective: declarations[0] ?? null, undecided: [] } };
    expect(reportOf(index, declarations, { uses: [use('small')] }, inEffect).undecided).toEqual([]);
  });

  it('of which something is not known', () => {
    const why = { place: placeAt(7), reason: 'why' };
    const grant = { alternatives: [declaration('small audit')], effective: declaration('small audit'), undecided: [why] };
    const { findings, undecided } = reportOf(index, [declaration('small audit')], { uses: [use('small')], escapes: [{ place: placeAt(8), reason: 'read' }] }, { grant });
    expect(findings).toEqual([]);
    expect(undecided).toStrictEqual([
      {
        place: placeAt(7), reason: 'why', holdsBack: ['small', 'audit'],
        reported: { rule: 'no-unresolved-scope', kind: 'unresolved', message: 'It cannot be known which scopes the client holds: why. Its calls are not checked.' },
      },
      { place: placeAt(8), reason: 'read', holdsBack: [] },
    ]);
  });

  it('of a client that takes one of several texts, unless they say the same', () => {
    const clients = (...texts: readonly string[]) => [clientWith(5, texts), clientWith(6, ['far'])];
    const undecidedFor = (...texts: readonly string[]) => {
      const uses = [use('small', 1, { grant: { kind: 'literal', alternatives: texts.map((text) => text.split(' ')), followed: true } })];
      return reportOf(index, [], { clients: clients(...texts), uses }).undecided.map(({ place, holdsBack }) => [place.line, ...holdsBack]);
    };
    expect(undecidedFor('small audit', 'small')).toEqual([[5, 'small', 'audit']]);
    expect(undecidedFor('small audit', 'audit small')).toEqual([]);
    const nowhere = use('small', 1, { grant: { kind: 'literal', alternatives: [['small', 'audit'], ['small']] } });
    expect(reportOf(index, [], { uses: [nowhere] }).undecided).toEqual([]);
  });

  it('holds back each scope once, in whichever of several places it is declared', () => {
    const clients = [clientWith(5, ['small audit']), clientWith(6, ['audit small'])];
    const grant = { kind: 'literal', alternatives: [['small', 'audit']] } as const;
    const declarations = clients.flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []));
    const { undecided } = reportOf(
      index, declarations, { clients, uses: [use('small', 1, { grant })], escapes: [{ place: placeAt(8), reason: 'read' }] },
      { grant: { alternatives: declarations, effective: declarations[0] ?? null, undecided: [] } },
    );
    expect(undecided).toStrictEqual([{ place: placeAt(8), reason: 'read', holdsBack: ['audit'] }]);
  });
});
