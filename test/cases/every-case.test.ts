import { expect, it } from 'vitest';
import { cases } from './tables/index.ts';

it('every analysis case is in a table, and each entry is tested as stated, as a near miss and renamed', () => {
  const numbers = [...Array.from({ length: 63 }, (_, index) => String(index + 1)), '47b', '47c'];
  expect([...new Set(cases.map(({ number }) => number))].sort()).toEqual(numbers.sort());
});
