import { expect, it } from 'vitest';
import { cases } from './tables/index.ts';

it('every analysis case is in a table', () => {
  const numbers = [...Array.from({ length: 63 }, (_, index) => String(index + 1)), '47b', '47c'];
  expect([...new Set(cases.map(({ number }) => number))].sort()).toEqual(numbers.sort());
});
