import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctBy } from '../../src/scopes/distinct-by.ts';
import { groupBy } from '../../src/scopes/group-by.ts';
import { isRecord } from '../../src/scopes/is-record.ts';
import { quote } from '../../src/scopes/quote.ts';
import { splitScopes } from '../../src/scopes/scope-string.ts';

it.each([
  [{}, true],
  [{ key: 1 }, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ['text', false],
  [1, false],
  [() => 1, false],
])('isRecord: %j is an object with keys of its own: %s', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});

it('distinctBy keeps the first of each key, in order', () => {
  fc.assert(fc.property(fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', '__proto__'), value: fc.nat() })), (items) => {
    const kept = distinctBy(items, ({ key }) => key);
    expect(kept).toEqual(items.filter((item, position) => items.findIndex(({ key }) => key === item.key) === position));
  }));
});

it('groupBy keeps items and keys in the order in which they come', () => {
  expect([...groupBy(['b1', 'a1', 'b2', 'a2', 'c1'], ([key = '']) => key)]).toEqual([['b', ['b1', 'b2']], ['a', ['a1', 'a2']], ['c', ['c1']]]);
  expect(groupBy([], () => '').size).toBe(0);
});

it('quote: a text of the user stays in one line, whatever it holds', () => {
  expect(quote('a "b"\n')).toBe(String.raw`"a \"b\"\n"`);
});

it('splitScopes takes any white space for one separator, and none for a scope', () => {
  expect(splitScopes('  PIMS \n\t OR.Jobs ')).toEqual(['PIMS', 'OR.Jobs']);
  expect(splitScopes(' ')).toEqual([]);
});
