import { describe, expect, it } from 'vitest';
import type { CatalogEndpoint } from '../../src/catalogs/catalog.ts';
import { datedRequirement, list, listSome, namePlacesFrom, sourceSentence } from '../../src/verdict/phrases.ts';
import { atTheClient, missingScope, narrowerScope, redundantScope, restrictedScope, scopeUsedByTestsOnly } from '../../src/verdict/messages.ts';
import {
  callWithOtherClient, idleNeed, needOfUnknown, newestUsed, placeholderDeclared, uncheckedCall, undecidedByAlternatives, undecidedByDate,
  undecidedByInference, undecidedByWildcard, unmappedCall, unresolvedGrant, untypedCall,
} from '../../src/verdict/undecided-messages.ts';
import { catalogOf, exact, placeAt } from './example.ts';

describe('a list in a sentence', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('%j', (items, text) => {
    expect(list(items)).toBe(text);
  });

  it('of alternatives says "or"', () => {
    expect(list(['A', 'B', 'C'], 'or')).toBe('A, B or C');
  });

  it.each([
    [['A', 'B', 'A'], 'A and B'],
    [['A', 'B', 'C', 'D'], 'A, B, C and D'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 more'],
    [['A', 'B', 'A', 'C', 'D', 'E', 'F', 'F'], 'A, B, C and 3 more'],
  ])('that may be long names each once, and counts rather than leave one out: %j', (items, text) => {
    expect(listSome(items)).toBe(text);
  });
});

describe('where a requirement stands', () => {
  const index = catalogOf({}, {
    sources: { page: { title: 'Page', locator: 'x', date: '2026-05-31' }, guide: { title: 'Guide', locator: 'y' }, code: { title: 'Code', locator: 'z' } },
  });
  const sentence = (...sources: string[]): string => sourceSentence(sources.map((source) => ({ source })), index);

  it.each([
    [[], ''],
    [['page'], ' Source: Page, 2026-05-31.'],
    [['guide'], ' Source: Guide.'],
    [['page', 'guide', 'page'], ' Source: Page, 2026-05-31; Guide.'],
    [['guide', 'code', 'page'], ' Source: Guide; Code; and others.'],
    [['"needs" in oauth-scopes.json, line 3'], ' Source: "needs" in oauth-scopes.json, line 3.'],
  ])('%j', (sources, text) => {
    expect(sentence(...sources)).toBe(text);
  });

  it.each([
    [exact(['A', 'B']), 'A or B'],
    [exact(['A'], ['B']), 'A, and B'],
    [exact(), 'no scope'],
    [{ ...exact(['A']), requires: null }, 'no scope'],
    [{ ...exact(['A']), since: '2026-05-13' }, 'A (since 2026-05-13)'],
    [{ ...exact(['A']), until: '2026-06-13' }, 'A (until 2026-06-13)'],
    [{ ...exact(['A']), since: '2026-05-13', until: '2026-06-13' }, 'A (since 2026-05-13, until 2026-06-13)'],
  ])('%j has the days on which it holds', (row, text) => {
    expect(datedRequirement(row)).toBe(text);
  });

  it('is named from the directory of the application on', () => {
    expect(namePlacesFrom('/app')(placeAt(12, '/app/src/main.ts'))).toBe('src/main.ts:12');
    expect(namePlacesFrom('/app/a')(placeAt(1, '/app/b/main.ts'))).toBe('../b/main.ts:1');
  });
});

describe('a finding as a sentence', () => {

  it.each([
    [
      'Things.read needs A or B, and C, which the client does not hold. Declare A and C. Once.',
      () => missingScope({ method: 'Things.read' }, [['A', 'B'], ['C']], ['A', 'C'], ' Once.', namePlacesFrom('/app')),
    ],
    ['Things.read needs A, which the client does not hold.', () => missingScope({ method: 'Things.read' }, [['A']], [], '', namePlacesFrom('/app'))],
    [
      'Things.read, called through load (main.ts:3), needs A, which the client does not hold. Declare A.',
      () => missingScope({ method: 'Things.read', chain: [{ name: 'load', place: placeAt(3) }] }, [['A']], ['A'], '', namePlacesFrom('/app')),
    ],
    ['Only tests use A (x and y). Remove it here, and give the tests a grant of their own.', () => scopeUsedByTestsOnly('A', ['x', 'y', 'x'])],
    ['The other scopes cover every call that A is there for (x). Remove it. Source.', () => redundantScope('A', ['x'], ' Source.')],
    ['A.R, which is declared as well, covers every call that A is there for (x). Remove A. Source.', () => narrowerScope('A', 'A.R', true, ['x'], ' Source.')],
    [
      'A.R covers every call that A is there for (x). Register A.R with the provider first, then declare it in place of A. Source.',
      () => narrowerScope('A', 'A.R', false, ['x'], ' Source.'),
    ],
    ['A is not allowed here.', () => restrictedScope('A', { scope: 'A' })],
    ['A covers A.R, which is not allowed here: the robots do. that.', () => restrictedScope('A', { scope: 'A.R', reason: 'the robots do. that.' })],
    [
      'A is only allowed with a reason: it deletes. Say in oauth-scopes.json what A is used for ("usedFor").',
      () => restrictedScope('A', { scope: 'A', allowWithReason: true, reason: 'it deletes' }),
    ],
    ['Something is wrong. Declared in uipath.json, line 3.', () => atTheClient('Something is wrong.', 'uipath.json', 3)],
  ])('%s', (expected, sentence) => {
    expect(sentence()).toBe(expected);
  });
});

describe('why a verdict is held back', () => {
  const method: CatalogEndpoint = { label: 'GET /things', verb: 'GET', path: '/things', rows: [] };
  const [older, newer] = [{ ...exact(['A']), until: '2026-05-01' }, { ...exact(['B']), since: '2026-05-01' }];

  it.each([
    ['sources differ about GET /things: the declared scopes satisfy A (until 2026-05-01), and not B (since 2026-05-01)', () => undecidedByDate(method, older, newer)],
    ['GET /things seems to need A, and B, which no source says outright', () => undecidedByInference(method, [['A'], ['B']])],
    ['x needs A, and whether OR.Default covers it depends on the role of the application', () => undecidedByWildcard('OR.Default', 'x', [['A']])],
    ['x needs A or B, which only some of the declarations hold that may be in effect', () => undecidedByAlternatives('x', [['A', 'B']])],
    ['an empty text stands where scopes belong', () => placeholderDeclared(' \t')],
    ['a placeholder stands where scopes belong', () => placeholderDeclared('<scopes>')],
    ['the catalog does not say which scopes x needs', () => unmappedCall('x')],
    ['the receiver has no type: this may be a', () => untypedCall('the receiver has no type', ['a'])],
    ['the receiver has no type: this may be a or b', () => untypedCall('the receiver has no type', ['a', 'b'])],
    ['the receiver has no type: this may be a or one of 2 other methods of that name', () => untypedCall('the receiver has no type', ['a', 'b', 'c'])],
    ['x may be called with a client that holds more than its type says', () => callWithOtherClient('x')],
    ['nothing is undecided in this file, so that nothing shows whether ./a.ts needs what is stated here', () => idleNeed('./a.ts')],
    ['nothing is undecided in any such file, so that nothing shows whether ./*.ts needs what is stated here', () => idleNeed('./*.ts')],
    ['this package receives no client, so that nothing shows whether widgets needs what is stated here', () => idleNeed('widgets')],
    ['Example has no scope A, so that what widgets needs is not known', () => needOfUnknown('widgets', 'A', 'Example', undefined)],
    ['Example has no scope A (did you mean AA?), so that what widgets needs is not known', () => needOfUnknown('widgets', 'A', 'Example', 'AA')],
    ['GET /things: B (since 2026-05-01) instead of A (until 2026-05-01) and C', () => newestUsed(method, newer, [older, exact(['C'])])],
    ['It cannot be known which scopes the client holds: why. Its calls are not checked.', () => unresolvedGrant('why')],
    ['The catalog (Example, 2026-06-01) does not say which scopes x needs. The call is not checked.', () => uncheckedCall('x', 'Example, 2026-06-01')],
  ])('%s', (expected, reason) => {
    expect(reason()).toBe(expected);
  });
});
