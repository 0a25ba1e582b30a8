import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../src/grants/declaration.ts';
import type { ChainLink, MethodUse, UsageFacts } from '../../src/usage/facts.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { judge, type JudgeInput } from '../../src/verdict/judge.ts';
import { catalogOf, declaration, exact, facts, placeAt, use } from './example.ts';

const index = catalogOf({
  read: [exact(['things', 'things:read'])],
  write: [exact(['things', 'things:write'], ['audit'])],
  guess: [{ requires: [['audit']], source: 's', confidence: 'inferred' }],
  either: [exact(['things:read', 'either'])],
  free: [exact()],
  grown: [{ ...exact(['audit']), until: '2026-05-01' }, { ...exact(['audit'], ['other']), since: '2026-05-01' }],
  moved: [{ ...exact(['audit']), until: '2026-05-01' }, { ...exact(['other']), since: '2026-05-01' }],
});

interface Circumstances {
  readonly facts?: Partial<UsageFacts>;
  readonly asOf?: string;
  readonly kind?: Declaration['kind'];
  /** Position of the declaration in effect. */
  readonly effective?: number | null;
}

function report(texts: readonly string[], uses: readonly MethodUse[], more: Circumstances = {}): ApplicationReport {
  const declarations = texts.map((text, position) => declaration(text, position + 1, more.kind === undefined ? {} : { kind: more.kind }));
  const { effective = texts.length === 1 ? 0 : null } = more;
  const input: JudgeInput = {
    index,
    name: 'app',
    directory: '/app',
    declarations,
    grant: { alternatives: declarations, effective: effective === null ? null : (declarations[effective] ?? null), undecided: [] },
    usage: facts({ uses, ...more.facts }),
    ...(more.asOf === undefined ? {} : { asOf: more.asOf }),
  };
  return judge(input);
}

/** Without conflicts: what the declarations have against each other is not what they have against the calls. */
function kinds({ findings }: ApplicationReport): string[] {
  return findings.filter(({ kind }) => kind !== 'conflict').map(({ kind, scope }) => `${kind} ${scope}`);
}

describe('missing', () => {
  it('case 6: says exactly what is left of both parts, with all alternatives', () => {
    const { findings } = report(['other'], [use('write')]);
    expect(findings.filter(({ kind }) => kind === 'missing')).toEqual([
      expect.objectContaining({
        scope: 'things or things:write, and audit',
        suggestion: 'things:write audit',
        message: 'Things.write needs things or things:write, and audit, which the client does not hold. Declare things:write and audit. Source: Page, 2026-05-31.',
      }),
    ]);
  });

  it('case 5: only the part that is missing', () => {
    expect(kinds(report(['things:write'], [use('write')]))).toEqual(['missing audit']);
  });

  it('case 57: an inferred row never accuses, but shows a use', () => {
    const lacking = report(['things:read'], [use('guess'), use('read')]);
    expect(kinds(lacking)).toEqual([]);
    const reason = 'Things.guess seems to need audit, which no source says outright';
    expect(lacking.undecided).toEqual([expect.objectContaining({ reason, holdsBack: ['audit'] })]);
    expect(kinds(report(['things:read audit'], [use('guess'), use('read')]))).toEqual([]);
  });

  it('case 39: only where every alternative lacks it', () => {
    expect(kinds(report(['audit', 'other'], [use('read')]))).toEqual(['missing things or things:read']);
    const differing = report(['audit', 'things'], [use('read')]);
    expect(kinds(differing)).toEqual([]);
    expect(differing.undecided.map(({ reason }) => reason)).toEqual([
      'scopes are declared in several places, and which one is in effect is not known',
      'Things.read needs things or things:read, which only some of the declarations hold that may be in effect',
    ]);
  });

  it('case 56: two dated rows, and a day that picks one of them', () => {
    expect(kinds(report(['audit'], [use('moved')]))).toEqual([]);
    expect(kinds(report(['audit'], [use('moved')], { asOf: '2026-04-01' }))).toEqual([]);
    expect(kinds(report(['audit'], [use('moved')], { asOf: '2026-06-01' }))).toEqual(['unused audit', 'missing other']);
    expect(kinds(report(['things'], [use('moved'), use('read')]))).toEqual(['narrow things', 'missing other']);
  });

  it('case 56: what only one of two rows asks for is not said to be missing, where both ask for more', () => {
    expect(kinds(report(['things'], [use('grown'), use('read')]))).toEqual(['narrow things', 'missing audit']);
    const { findings, undecided } = report(['audit'], [use('grown')]);
    expect(findings).toEqual([]);
    expect(undecided.map(({ holdsBack }) => holdsBack)).toEqual([['other']]);
  });

  it('case 10: names the wrappers on the way to the call', () => {
    const link = (name: string, line: number): ChainLink => ({ name, place: placeAt(line, '/app/src/use.ts') });
    const message = (...chain: readonly ChainLink[]): string | undefined =>
      report(['audit'], [use('read', 1, { chain })]).findings.find(({ kind }) => kind === 'missing')?.message;
    expect(message(link('load', 12))).toMatch(/^Things\.read, called through load \(src\/use\.ts:12\), needs things or things:read, which/);
    expect(message(link('a', 1), link('b', 2), link('c', 3), link('d', 4), link('e', 5))).toMatch(
      /^Things\.read, called through a \(src\/use\.ts:1\), b \(src\/use\.ts:2\), c \(src\/use\.ts:3\) and 2 more, needs/,
    );
  });

  it('a call in a test, on an unscoped client or without a type accuses nobody', () => {
    const uses = [use('read', 1, { inTest: true }), use('read', 2, { grant: { kind: 'unscoped' } }), use('read', 3, { typed: false })];
    expect(kinds(report(['audit'], uses))).toEqual([]);
  });
});

describe('what is too much', () => {
  it('is said of the declaration in effect only', () => {
    const uses = [use('read'), use('write')];
    expect(kinds(report(['things other audit', 'things:read things:write audit other'], uses, { effective: 0 }))).toEqual(['unused other']);
    expect(kinds(report(['things other audit', 'things audit'], uses, { effective: null }))).toEqual([]);
  });

  it('case 44: not where no call that needs a scope was seen', () => {
    expect(kinds(report(['audit'], [use('free')]))).toEqual([]);
    expect(kinds(report(['audit'], []))).toEqual([]);
    expect(kinds(report(['audit'], [use('read', 1, { inTest: true })]))).toEqual([]);
    const nothing = { reason: 'no call that needs a scope was seen for certain, so that there is nothing to compare these scopes with' };
    expect(report(['audit offline_access'], []).undecided).toEqual([expect.objectContaining({ ...nothing, holdsBack: ['audit'] })]);
    expect(report(['offline_access'], []).undecided).toEqual([]);
  });

  it('case 42: a scope that only tests use, and a broader one that tests need', () => {
    const { findings } = report(['things:read audit'], [use('read'), use('guess', 2, { inTest: true })]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Only tests use audit (Things.guess). Remove it here, and give the tests a grant of their own.',
    ]);
    expect(kinds(report(['things audit'], [use('read'), use('guess'), use('write', 3, { inTest: true })]))).toEqual([]);
  });

  it('case 59: narrowing keeps the narrow one, and says what to do', () => {
    const { findings } = report(['things things:read'], [use('read')]);
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'narrow',
        'things:read, which is declared as well, covers every call that things is there for (Things.read). Remove things. '
        + 'Source: Page, 2026-05-31.',
      ],
    ]);
    const [advice] = report(['things'], [use('read')]).findings;
    expect(advice?.message).toContain('things:read covers every call that things is there for (Things.read).');
    expect(advice?.message).toContain('Register things:read with the provider first, then declare it in place of things.');
  });

  it('each suspect holds back what it could overturn, and nothing else', () => {
    const facts = { unmapped: [], escapes: [] };
    const one = report(['things:read audit other'], [use('read'), use('guess', 7, { typed: false })], { facts });
    expect(kinds(one)).toEqual(['unused other']);
    expect(one.undecided.map(({ place, holdsBack }) => [place.line, holdsBack])).toEqual([[7, ['audit']]]);
    const escapes = [{ place: placeAt(9), reason: 'a token is read' }];
    const all = report(['things:read audit other'], [use('read')], { facts: { escapes } });
    expect(kinds(all)).toEqual([]);
    expect(all.undecided).toEqual([{ place: placeAt(9), reason: 'a token is read', holdsBack: ['audit', 'other'] }]);
  });

  it('why the client of a call is not known is said once a file', () => {
    const unknown = { grant: { kind: 'undecided', reason: 'nobody knows' } } as const;
    const { undecided } = report(['things:read'], [use('read'), use('write', 4, unknown), use('moved', 5, unknown)]);
    expect(undecided).toMatchObject([
      { place: placeAt(4), reason: 'nobody knows', holdsBack: [], reported: { rule: 'no-unresolved-scope', kind: 'unresolved' } },
    ]);
  });
});

describe('the declaration itself', () => {
  it('an implied scope that no call needs is reported as that, once', () => {
    expect(kinds(report(['things things:read audit'], [use('guess')]))).toEqual(['unused things', 'unused things:read']);
  });

  it('a repetition, and that the other scopes would do, are two findings in two places', () => {
    expect(kinds(report(['things:write things:read things:read audit'], [use('write')]))).toEqual([
      'duplicate things:read', 'unused things:read',
    ]);
  });

  it('names the calls that the other scopes cover', () => {
    const { findings } = report(['things things:read audit'], [use('read'), use('write')]);
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual([
      ['duplicate', 'things:read is implied by things, which stands in the same string. One of them is enough.'],
    ]);
    const [redundant] = report(['things:read either'], [use('either'), use('read')]).findings;
    expect(redundant?.message).toBe(
      'The other scopes cover every call that either is there for (Things.either). Remove it. Source: Page, 2026-05-31.',
    );
  });

  it('an empty list of the manifest says that nothing is held; an empty string says nothing', () => {
    expect(kinds(report([''], [use('read')], { kind: 'manifest' }))).toEqual(['missing things or things:read']);
    expect(kinds(report([''], [use('read')]))).toEqual(['malformed ']);
  });
});

describe('the least set', () => {
  it('takes the newest row of each method, and says so', () => {
    const { minimal, needed } = report(['audit'], [use('moved'), use('read'), use('read', 2)]);
    expect(minimal).toMatchObject({ scopes: ['things:read', 'other'], complete: true, provenLeast: true });
    expect(minimal.reasons).toEqual({ 'things:read': ['Things.read'], other: ['Things.moved'] });
    expect(minimal.newestUsedFor).toEqual(['Things.moved: other (since 2026-05-01) instead of audit (until 2026-05-01)']);
    expect(needed.map(({ anyOf, by }) => [anyOf, by.length])).toEqual([[['things', 'things:read'], 2], [['other'], 1]]);
    expect(report(['audit'], [use('moved')], { asOf: '2026-04-30' }).minimal).toMatchObject({ scopes: ['audit'], newestUsedFor: [] });
  });

  it('is incomplete while a call has no known requirement, on a given day or at all', () => {
    const incomplete = (facts: Partial<UsageFacts>, asOf?: string): boolean =>
      !report(['audit'], facts.uses ?? [use('read')], { facts, ...(asOf === undefined ? {} : { asOf }) }).minimal.complete;
    expect(incomplete({})).toBe(false);
    expect(incomplete({ unmapped: [{ provider: 'example', call: 'Things.new', place: placeAt(1) }] })).toBe(true);
    expect(incomplete({ escapes: [{ place: placeAt(1), reason: 'x' }] })).toBe(true);
    expect(incomplete({ uses: [use('read'), use('read', 2, { typed: false })] })).toBe(true);
    expect(incomplete({ uses: [] })).toBe(true);
    expect(incomplete({ uses: [use('unheard-of')] })).toBe(true);
  });

  it('keeps what is always allowed and declared', () => {
    expect(report(['offline_access audit'], [use('read')]).minimal.scopes).toEqual(['things:read', 'offline_access']);
  });

  it('does not depend on the order of the facts', () => {
    const uses = [use('write', 3), use('read', 1), use('moved', 2)];
    const [one, other] = [report(['things audit'], uses), report(['things audit'], [...uses].reverse())];
    expect(other.findings).toEqual(one.findings);
    expect(other.minimal).toEqual(one.minimal);
    expect(other.needed.map(({ anyOf }) => anyOf)).toEqual(one.needed.map(({ anyOf }) => anyOf));
  });
});
