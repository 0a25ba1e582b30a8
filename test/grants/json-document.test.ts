import { describe, expect, it } from 'vitest';
import { atPointer, parseJson, propertyOf, type JsonDocument } from '../../src/grants/json-document.ts';

const parse = (text: string): ReturnType<typeof parseJson> => parseJson(text, '/app/x.json');

describe('a JSON text', () => {
  it('may be nested a hundred levels deep, and have any number of brackets beside each other or in texts', () => {
    const problem = { file: '/app/x.json', line: 1, column: 1, message: 'is nested more than 100 levels deep' };
    expect(parse(`${'['.repeat(100)}${']'.repeat(100)}`)).not.toHaveProperty('message');
    expect(parse(`${'['.repeat(101)}${']'.repeat(101)}`)).toEqual(problem);
    expect(parse(`${'{"a":'.repeat(101)}0${'}'.repeat(101)}`)).toEqual(problem);
    expect(parse(`[${'[],'.repeat(200)}${'{},'.repeat(200)}"${'[{'.repeat(200)}"]`)).not.toHaveProperty('message');
    expect(parse(`["\\"${'['.repeat(200)}"]`)).not.toHaveProperty('message');
  });

  it('loses a byte order mark only where it begins', () => {
    const document = parse('\uFEFF["\uFEFFa"]') as JsonDocument;
    const [item] = document.root.children ?? [];
    expect(item && document.textOf(item).text).toBe('\uFEFFa');
    expect(item && document.placeOf(item)).toEqual({ file: '/app/x.json', line: 1, column: 2, endLine: 1, endColumn: 6 });
  });
});

describe('a JSON pointer', () => {
  it.each([
    ['', 'object'],
    ['/list', 'array'],
    ['/list/0', 'first'],
    ['/list/10', 'eleventh'],
    ['/list/01', undefined],
    ['/list/-', undefined],
    ['/list/1x', undefined],
    ['/list/x1', undefined],
    ['/list/99', undefined],
    ['/list/length', undefined],
    ['/a~1b', 'slash'],
    ['/m~0n', 'tilde'],
    ['/~01', 'both'],
    ['/twice', 'last'],
    ['/text/0', undefined],
    ['/missing/more', undefined],
    ['/pairs/key', undefined],
    ['/__proto__', undefined],
  ])('%j', (pointer, expected) => {
    const { root } = parse(`{ "list": ["first", 1, 2, 3, 4, 5, 6, 7, 8, 9, "eleventh"], "a/b": "slash", "m~n": "tilde", "~1": "both",
      "twice": "first", "twice": "last", "text": "abc", "pairs": [["key", "value"]] }`) as JsonDocument;
    const node = atPointer(root, pointer);
    expect(node?.value ?? node?.type).toBe(expected);
  });

  it('a list of pairs has no properties', () => {
    const { root } = parse('[["key", "value"]]') as JsonDocument;
    expect(propertyOf(root, 'key')).toBeUndefined();
  });
});
