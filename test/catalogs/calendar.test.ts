import { describe, expect, it } from 'vitest';
import { lastDayOf, monthsAfter } from '../../src/catalogs/calendar.ts';

describe('the calendar', () => {
  it.each([['2026-02', '2026-02-28'], ['2028-02', '2028-02-29'], ['2026-04', '2026-04-30'], ['2026-04-07', '2026-04-07']])('%s ends on %s', (text, day) => {
    expect(lastDayOf(text)).toBe(day);
  });

  it.each(['2026-13', '2026-02-30', '2026', 'June 2026', ''])('does not have %s', (text) => {
    expect(lastDayOf(text)).toBeUndefined();
  });

  it.each([['2026-08-31', 3, '2026-11-30'], ['2026-12-15', 1, '2027-01-15'], ['2027-11-30', 3, '2028-02-29']])('%s and %i months are %s', (day, months, later) => {
    expect(monthsAfter(day, months)).toBe(later);
  });
});
