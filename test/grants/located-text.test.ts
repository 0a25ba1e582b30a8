import { describe, expect, it } from 'vitest';
import type { Place, TextStretch } from '../../src/grants/declaration.ts';
import { indexLines } from '../../src/grants/line-index.ts';
import {
  declaredText, escapedText, joinTexts, placeInText, sliceText, trimText, unlocatedText, type LocatedText,
} from '../../src/grants/located-text.ts';
import { printPlace } from './print-place.ts';

/** The text of a literal whose inside stands in the second line, behind `x = '`. */
function literal(raw: string, text: string): LocatedText {
  return escapedText(raw, text, 6, indexLines('/a.ts', `\nx = '${raw}'`));
}

/** `OR.Jobs /a.ts:2:6-13`; with ~ where the file holds something else. */
function parts({ text, stretches }: { readonly text: string; readonly stretches?: readonly TextStretch[] }): readonly string[] {
  return (stretches ?? []).map(({ start, end, place, verbatim }) => `${text.slice(start, end)} ${verbatim ? '' : '~'}${printPlace(place)}`);
}

describe('the places of what a literal means', () => {
  it.each([
    ['OR.Jobs', 'OR.Jobs', ['OR.Jobs /a.ts:2:6-13']],
    ['', '', []],
    [String.raw`a\u0062c`, 'abc', ['a /a.ts:2:6-7', 'b ~/a.ts:2:7-13', 'c /a.ts:2:13-14']],
    [String.raw`\x41\u{1F600}`, 'A😀', ['A ~/a.ts:2:6-10', '😀 ~/a.ts:2:10-19']],
    [String.raw`a\u{10ffff}`, 'a\u{10ffff}', ['a /a.ts:2:6-7', '\u{10ffff} ~/a.ts:2:7-17']],
    [String.raw`\b\f\n\r\t\v\0`, '\b\f\n\r\t\v\0', [
      '\b ~/a.ts:2:6-8', '\f ~/a.ts:2:8-10', '\n ~/a.ts:2:10-12', '\r ~/a.ts:2:12-14', '\t ~/a.ts:2:14-16', '\v ~/a.ts:2:16-18', '\0 ~/a.ts:2:18-20',
    ]],
    [String.raw`\'\q\\`, String.raw`'q\\`.slice(0, 3), ["' ~/a.ts:2:6-8", 'q ~/a.ts:2:8-10', '\\ ~/a.ts:2:10-12']],
    ['a\\\nb', 'ab', ['a /a.ts:2:6-7', 'b /a.ts:3:1-2']],
    ['a\\\r\nb', 'ab', ['a /a.ts:2:6-7', 'b /a.ts:3:1-2']],
    ['a\\\u2028b', 'ab', ['a /a.ts:2:6-7', 'b /a.ts:2:9-10']],
    ['a\r\nb', 'a\nb', ['a /a.ts:2:6-7', '\n ~/a.ts:2:7-3:1', 'b /a.ts:3:1-2']],
    ['a\rb', 'a\nb', ['a /a.ts:2:6-7', '\n ~/a.ts:2:7-3:1', 'b /a.ts:3:1-2']],
    ['a\nb', 'a\nb', ['a /a.ts:2:6-7', 'b /a.ts:3:1-2']],
    // What means itself is verbatim, whatever it would mean elsewhere.
    [String.raw`a\tb`, String.raw`a\tb`, [String.raw`a\tb /a.ts:2:6-10`]],
    // What does not amount to the text is known as a whole.
    [String.raw`a\tb`, 'ab', ['ab ~/a.ts:2:6-10']],
    [String.raw`\u{110000}`, 'x', ['x ~/a.ts:2:6-16']],
    ['a\\', 'a', ['a /a.ts:2:6-7']],
  ])('%j', (raw, text, expected) => {
    const located = literal(raw, text);
    expect(located.text).toBe(text);
    expect(parts(located)).toEqual(expected);
  });

  it('are those of each escape in a hundred thousand characters, and not in more', () => {
    const plain = 'a'.repeat(99_996);
    expect(literal(`\\x41${plain}`, `A${plain}`).stretches).toHaveLength(2);
    expect(literal(`\\x41a${plain}`, `Aa${plain}`).stretches).toMatchObject([{ start: 0, end: 99_998, verbatim: false }]);
  });
});

describe('a text that is put together', () => {
  const other = escapedText('PIMS  OR.Tasks', 'PIMS  OR.Tasks', 2, indexLines('/b.ts', '  PIMS  OR.Tasks'));
  const joined = joinTexts([literal('OR.Jobs', 'OR.Jobs'), unlocatedText('-'), other], ' ');

  it('keeps the places of its parts', () => {
    expect(joined.text).toBe('OR.Jobs - PIMS  OR.Tasks');
    expect(parts(joined)).toEqual(['OR.Jobs /a.ts:2:6-13', 'PIMS  OR.Tasks /b.ts:1:3-17']);
    expect(joinTexts([])).toEqual({ text: '', stretches: [] });
    expect(joinTexts([other, other]).text).toBe('PIMS  OR.TasksPIMS  OR.Tasks');
  });

  it('may be cut', () => {
    expect(parts(sliceText(joined, 3, 12))).toEqual(['Jobs /a.ts:2:9-13', 'PI /b.ts:1:3-5']);
    expect(parts(sliceText(joined, 7, 10))).toEqual([]);
    expect(sliceText(joined, 10, 14)).toMatchObject({ text: 'PIMS', stretches: [{ start: 0, end: 4 }] });
    expect(parts(trimText(literal(' \\u0050IMS\t', ' PIMS\t')))).toEqual(['P ~/a.ts:2:7-13', 'IMS /a.ts:2:13-16']);
    expect(trimText(literal(' PIMS \n', ' PIMS \n')).text).toBe('PIMS');
    const escaped = literal(String.raw`a\u{62}`, 'ab');
    expect(parts(sliceText(escaped, 0, 2))).toEqual(['a /a.ts:2:6-7', 'b ~/a.ts:2:7-13']);
    const whole = literal(String.raw`\x41b`, 'Xy');
    expect(parts(sliceText(whole, 1, 2))).toEqual(['y ~/a.ts:2:6-11']);
  });

  it('has a place for a range of one file, in its order; the whole of it for any other', () => {
    const whole: Place = { file: '/whole.ts', line: 1, column: 1, endLine: 9, endColumn: 9 };
    const at = (text: LocatedText, start: number, end: number): string => printPlace(placeInText(text, start, end, whole));
    expect(at(joined, 3, 7)).toBe('/a.ts:2:9-13');
    expect(at(joined, 0, 9)).toBe('/a.ts:2:6-13');
    expect(at(joined, 10, 24)).toBe('/b.ts:1:3-17');
    expect(at(joined, 7, 10)).toBe('/whole.ts:1:1-9:9');
    expect(at(joined, 0, 11)).toBe('/whole.ts:1:1-9:9');
    const lines = literal('users\n  groups', 'users\n  groups');
    expect(at(lines, 0, 14)).toBe('/a.ts:2:6-3:9');
    const [first, second] = [sliceText(lines, 0, 5), sliceText(lines, 8, 14)];
    expect(at(joinTexts([second, first]), 0, 11)).toBe('/whole.ts:1:1-9:9');
    const word = literal('abcd', 'abcd');
    expect(at(joinTexts([sliceText(word, 2, 4), sliceText(word, 0, 2)]), 0, 4)).toBe('/whole.ts:1:1-9:9');
    expect(at(joinTexts([sliceText(word, 1, 3), sliceText(word, 0, 2)]), 0, 4)).toBe('/a.ts:2:7-8');
    expect(printPlace(placeInText({}, 0, 4, whole))).toBe('/whole.ts:1:1-9:9');
  });
});

it('the scopes of a text stand between white space and commas, without a doubled key', () => {
  const raw = 'A=B_1=users,groups\tx=A=y 1=z A= =b';
  const { scopes } = declaredText(literal(raw, raw), { file: '/a.ts', line: 1, column: 1, endLine: 1, endColumn: 1 });
  expect(scopes.map(({ scope, place }) => `${scope} ${printPlace(place)}`)).toEqual([
    'users /a.ts:2:12-17', 'groups /a.ts:2:18-24', 'y /a.ts:2:29-30', '1=z /a.ts:2:31-34', 'A= /a.ts:2:35-37', '=b /a.ts:2:38-40',
  ]);
});
