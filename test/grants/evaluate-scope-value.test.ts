import { describe, expect, it } from 'vitest';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import type { DeclaredEnvironment, EnvironmentVariable } from '../../src/grants/declared-environment.ts';
import { evaluateScopeValue } from '../../src/grants/evaluate-scope-value.ts';
import { unlocatedText } from '../../src/grants/located-text.ts';
import type { ScopeValue } from '../../src/grants/scope-value.ts';

const at = (line: number): Place => ({ file: '/app/sdk.ts', line, column: 1, endLine: line, endColumn: 2 });
const text = (written: string, line = 1): ScopeValue => ({ kind: 'text', text: unlocatedText(written), place: at(line) });
const absent: ScopeValue = { kind: 'absent', place: at(1) };
const unknown = (reason: string, line = 1): ScopeValue => ({ kind: 'unknown', reason, place: at(line) });
const variable = (key: string, line = 1): ScopeValue => ({ kind: 'environment', key, written: `process.env.${key}`, place: at(line) });
const list = (...items: ScopeValue[]): ScopeValue => ({ kind: 'list', items, place: at(1) });
const spread = (inner: ScopeValue): ScopeValue => ({ kind: 'spread', list: inner, place: at(1) });
const join = (inner: ScopeValue, separator = ' '): ScopeValue => ({ kind: 'join', list: inner, separator, place: at(1) });
const sum = (...parts: ScopeValue[]): ScopeValue => ({ kind: 'concatenation', parts, place: at(1) });
const choice = (...options: ScopeValue[]): ScopeValue => ({ kind: 'choice', options, place: at(9) });
const words = (inner: ScopeValue): ScopeValue => ({ kind: 'words', text: inner, place: at(1) });
const or = (first: ScopeValue, second: ScopeValue, operator: '??' | '||' = '??'): ScopeValue =>
  ({ kind: 'fallback', operator, first, second, place: at(9) });
const trim = (value: ScopeValue): ScopeValue => ({ kind: 'trim', value, place: at(1) });
const filled = (inner: ScopeValue): ScopeValue => ({ kind: 'filled', list: inner, place: at(1) });
const unique = (inner: ScopeValue): ScopeValue => ({ kind: 'unique', list: inner, place: at(1) });

const declaration = (written: string, kind: Declaration['kind'], line: number): Declaration => (
  { provider: 'acme', kind, text: written, key: 'KEY', environment: null, scopes: [], place: { ...at(line), file: '/app/.env' } }
);
const set = (written: string, line = 1): EnvironmentVariable => ({ kind: 'set', declaration: declaration(written, '.env', line) });
const suggested = (written: string): EnvironmentVariable => ({ kind: 'suggested', declaration: declaration(written, '.env.example', 1) });

/** @param modes what variables hold in each mode; the first is where none is chosen */
function environment(...modes: readonly Readonly<Record<string, EnvironmentVariable>>[]): DeclaredEnvironment {
  return {
    environments: modes.length === 0 ? [null] : modes.map((_, index) => (index === 0 ? null : `mode${index}`)),
    find: (key, mode) => modes[mode === null ? 0 : Number(mode.slice('mode'.length))]?.[key] ?? { kind: 'unset' },
  };
}

/** `* OR.Jobs` for the text in effect, `-` for nothing, `? reason` for what is not known. */
function told(value: ScopeValue, of: DeclaredEnvironment = environment()): readonly string[] {
  const { texts, effective, mayBeAbsent, undecided } = evaluateScopeValue(value, of);
  return [
    ...texts.map((one) => `${one === effective ? '* ' : ''}${one.text.text}`),
    ...(effective !== null && !texts.includes(effective) ? [`not among them: ${effective.text.text}`] : []),
    ...(mayBeAbsent ? ['-'] : []),
    ...(undecided === null ? [] : [`? ${undecided.reason}`]),
  ];
}

describe('what a value can be', () => {
  it('a text is itself, and a variable the declaration of its file', () => {
    const written = text('OR.Jobs', 3);
    expect(evaluateScopeValue(written, environment())).toStrictEqual({
      texts: [{ text: unlocatedText('OR.Jobs'), place: at(3), from: [], isDeclaration: false }],
      effective: { text: unlocatedText('OR.Jobs'), place: at(3), from: [], isDeclaration: false },
      mayBeAbsent: false,
      undecided: null,
    });
    const jobs = declaration('OR.Jobs', '.env', 5);
    const value = { text: { text: 'OR.Jobs', stretches: [] }, place: jobs.place, from: [jobs], isDeclaration: true };
    expect(evaluateScopeValue(variable('KEY'), environment({ KEY: { kind: 'set', declaration: jobs } }))).toStrictEqual({
      texts: [value], effective: value, mayBeAbsent: false, undecided: null,
    });
  });

  it('a text with a variable in it is from its declaration, and is not one', () => {
    const { texts } = evaluateScopeValue(sum(variable('KEY'), text(' PIMS '), variable('KEY'), absent), environment({ KEY: set('OR.Jobs') }));
    expect(texts).toMatchObject([{ from: [{ text: 'OR.Jobs' }], isDeclaration: false, text: { text: 'OR.Jobs PIMS OR.Jobsundefined' } }]);
    expect(texts[0]?.from).toHaveLength(1);
  });

  it.each<[string, ScopeValue, readonly string[]]>([
    ['nothing', absent, ['-']],
    ['no way through the code', choice(), []],
    ['a sum with nothing in it', sum(text('PIMS '), absent), ['* PIMS undefined']],
    ['a joined list', join(list(text('a'), absent, text('b')), '|'), ['* a||b']],
    ['a list where a text is expected', list(text('a'), text('b'), absent), ['* a,b,']],
    ['words that are joined again', join(words(text('a  b'))), ['* a  b']],
    ['words that are joined by something else', join(words(text('a b')), ','), ['? a text is taken apart']],
    ['words where a text is expected', words(text('a b')), ['? a text is taken apart']],
    ['a spread list', join(list(spread(list(text('a'), text('b'))), text('c'))), ['* a b c']],
    ['a spread of nothing', join(list(spread(absent), text('c'))), ['* c']],
    ['a spread of what is not known', join(list(spread(unknown('x')), text('c'))), ['? x']],
    ['a spread text', join(list(spread(text('abc')))), ['? a text stands where a list is expected']],
    ['a joined text', join(sum(text('abc'))), ['? a text stands where a list is expected']],
    ['a joined text without white space', join(trim(text('abc'))), ['? a text stands where a list is expected']],
    ['joined text that is joined again', join(join(list(text('a')))), ['? a text stands where a list is expected']],
    ['a joined variable that nothing sets', join(variable('KEY')), ['? the scopes come from process.env.KEY, which no .env file sets']],
    ['a joined address', join({ kind: 'address', reference: absent, base: absent, place: at(1) }), ['? an address stands where scopes belong']],
    ['an address', { kind: 'address', reference: text('a'), base: absent, place: at(1) }, ['? an address stands where scopes belong']],
    ['nothing that is joined', join(absent), ['-']],
    ['what is not known, joined', join(unknown('x')), ['? x']],
    ['a list or nothing', join(or(absent, list(text('a')))), ['* a']],
    ['a list before its fallback', join(or(list(text('b')), list(text('a')))), ['* b']],
    ['a list that is not known, before its fallback', join(or(unknown('x'), list(text('a')))), ['? x']],
    ['one of two lists', join(choice(list(text('a')), list(text('b')))), ['a', 'b']],
    ['filled items', join(filled(list(text('a'), text(''), absent, text('b'))), ','), ['* a,b']],
    ['filled items where a text is expected', filled(list(absent, text('a'))), ['* a']],
    ['items once each', join(unique(list(text('a'), absent, text('b'), text('a'), absent)), ','), ['* a,,b']],
    ['items once each where a text is expected', unique(list(text('a'), text('a'))), ['* a']],
    ['without white space', trim(text(' a b\n')), ['* a b']],
    ['nothing without white space', trim(absent), ['-']],
    ['what is not known without white space', trim(unknown('x')), ['? x']],
    ['one of two texts', choice(text('a'), text('b'), absent), ['a', 'b', '-']],
    ['the same text at two places', choice(text('a', 1), text('a', 2)), ['a', 'a']],
    ['the same text at one place', choice(text('a'), text('a'), absent, absent), ['a', '-']],
    ['two reasons at one place', choice(unknown('x'), unknown('y')), ['? x']],
    ['one of what is not known', choice(unknown('x'), text('a')), ['a', '? x']],
    ['an item that is not known', join(list(text('a'), unknown('x'))), ['? x']],
    ['an item before one that is not known', join(list(choice(unknown('x'), text('a')), text('b'))), ['a b', '? x']],
  ])('%s', (_name, value, expected) => {
    expect(told(value)).toEqual(expected);
  });

  it('what is not known is told with its place', () => {
    const places = [
      join(text('a', 4)), words(text('a', 4)), unknown('x', 7), choice(unknown('x', 7), unknown('x', 8)), variable('KEY', 6),
    ].map((value) => evaluateScopeValue(value, environment()).undecided);
    expect(places).toStrictEqual([
      { place: at(4), reason: 'a text stands where a list is expected' },
      { place: at(1), reason: 'a text is taken apart' },
      { place: at(7), reason: 'x' },
      { place: at(7), reason: 'x' },
      { place: at(6), reason: 'the scopes come from process.env.KEY, which no .env file sets', unsetKey: 'KEY' },
    ]);
  });

  it('is sixteen texts at most', () => {
    const many = (count: number, prefix = ''): ScopeValue[] => Array.from({ length: count }, (_, index) => text(`${prefix}${index}`, index));
    const tooMany = ['? the scopes can be more than 16 different texts'];
    const two = choice(text('a', 1), text('b', 2));
    expect(told(choice(...many(16)))).toHaveLength(16);
    expect(told(choice(...many(17)))).toEqual(tooMany);
    expect(told(sum(two, two, two, two))).toHaveLength(16);
    expect(told(sum(two, two, two, two, two))).toEqual(tooMany);
    expect(told(join(choice(...many(17).map((one) => list(one)))))).toEqual(tooMany);
    expect(told(or(choice(absent, ...many(15)), choice(...many(2, 'x'))))).toEqual(tooMany);
    expect(told(join(or(choice(absent, ...many(15).map((one) => list(one))), choice(...many(2, 'x').map((one) => list(one))))))).toEqual(tooMany);
    const { undecided } = evaluateScopeValue(choice(...many(17)), environment());
    expect(undecided?.place).toEqual(at(9));
  });

  it('has a hundred thousand characters at most', () => {
    const half = text('x'.repeat(50_000));
    expect(told(sum(half, half))).toEqual([`* ${'x'.repeat(100_000)}`]);
    expect(told(sum(half, half, text('x')))).toEqual(['? the scopes are put together from too many parts']);
  });
});

describe('what stands behind ?? and ||', () => {
  const unset = '? the scopes come from process.env.KEY, which no .env file sets';
  it.each<[string, ScopeValue, Readonly<Record<string, EnvironmentVariable>>, readonly string[]]>([
    ['is not reached from a text', or(text('a'), text('b')), {}, ['* a']],
    ['is not reached from an empty text by ??', or(text(''), text('b')), {}, ['* ']],
    ['is reached from an empty text by ||', or(text(''), text('b'), '||'), {}, ['* b']],
    ['is not reached from a blank text by ||', or(text(' '), text('b'), '||'), {}, ['*  ']],
    ['is reached from nothing', or(absent, text('b')), {}, ['* b']],
    ['is reached from nothing, also if it grants nothing', or(absent, text(' ')), {}, ['*  ']],
    ['may be nothing, too', or(absent, absent), {}, ['-']],
    ['does not decide what is not known', or(unknown('x'), text('b')), {}, ['? x']],
    ['holds where nothing sets the variable', or(variable('KEY'), text('b')), {}, ['* b']],
    ['does not hold if it grants nothing', or(variable('KEY'), text(' ')), {}, [unset]],
    ['holds if one of its ways grants something', or(variable('KEY'), choice(text('', 1), text('b', 2))), {}, ['', 'b']],
    ['may not be known', or(variable('KEY'), unknown('x')), {}, ['? x']],
    ['does not hold beside what is set', or(variable('KEY'), text('b')), { KEY: set('a') }, ['* a']],
    ['may hold beside what a template suggests', or(variable('KEY'), text('b')), { KEY: suggested('a') }, ['a', 'b']],
    ['holds in place of an empty suggestion', or(variable('KEY'), text('b'), '||'), { KEY: suggested('') }, ['* b']],
    ['does not hold beside a suggestion if it grants nothing', or(variable('KEY'), choice(text(' '), absent)), { KEY: suggested('a') }, ['a', '-']],
    ['does not hold beside what is made of others', or(variable('KEY'), text('b')), {
      KEY: { kind: 'open', undecided: { place: at(2), reason: 'KEY is made of other variables' } },
    }, ['? KEY is made of other variables']],
    ['does not hold beside what is not read', or(variable('KEY'), text('b')), { KEY: { kind: 'unread' } }, [
      '? the scopes come from process.env.KEY, which is not among the variables that are read from .env files',
    ]],
  ])('%s', (_name, value, variables, expected) => {
    expect(told(value, environment(variables))).toEqual(expected);
  });
});

describe('what a variable holds in several modes', () => {
  const unset = '? the scopes come from process.env.KEY, which no .env file sets';
  it.each<[string, ScopeValue, DeclaredEnvironment, readonly string[]]>([
    ['each is possible, the one without a mode in effect', variable('KEY'), environment({ KEY: set('a', 1) }, { KEY: set('b', 2) }), ['* a', 'b']],
    ['the same is one', variable('KEY'), environment({ KEY: set('a') }, { KEY: set('a') }, {}), ['* a']],
    ['what only modes set is used with one of them', variable('KEY'), environment({}, { KEY: set('a', 1) }, { KEY: set('b', 2) }), ['a', 'b']],
    ['what none sets is not known', variable('KEY'), environment({}, {}), [unset]],
    ['a way that needs no variable counts in each of them', choice(variable('KEY'), text('c')), environment({}, { KEY: set('a') }), ['c', 'a', unset]],
    ['a mode in which another reason holds counts as well', choice(unknown('x'), variable('KEY')), environment({}, { KEY: set('a') }), ['a', '? x']],
  ])('%s', (_name, value, of, expected) => {
    expect(told(value, of)).toEqual(expected);
  });
});
