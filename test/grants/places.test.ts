import { expect, it } from 'vitest';
import { comparePlaces, isSamePlace } from '../../src/grants/compare-places.ts';
import type { Place } from '../../src/grants/declaration.ts';

const at = (file: string, line: number, column: number, endColumn = column + 1): Place => ({ file, line, column, endLine: line, endColumn });

it('places are sorted by file, line and column', () => {
  const sorted = [at('a.ts', 1, 9), at('a.ts', 2, 1), at('a.ts', 2, 5), at('a.ts', 10, 1), at('b.ts', 1, 1)];
  for (const one of sorted) {
    for (const other of sorted) {
      expect(Math.sign(comparePlaces(one, other))).toBe(Math.sign(sorted.indexOf(one) - sorted.indexOf(other)));
    }
  }
});

it('two places are the same where they begin at the same character, however far they reach', () => {
  expect(isSamePlace(at('a.ts', 1, 2), at('a.ts', 1, 2, 9))).toBe(true);
  expect(isSamePlace(at('a.ts', 1, 2), at('b.ts', 1, 2))).toBe(false);
  expect(isSamePlace(at('a.ts', 1, 2), at('a.ts', 3, 2))).toBe(false);
  expect(isSamePlace(at('a.ts', 1, 2), at('a.ts', 1, 3))).toBe(false);
});
