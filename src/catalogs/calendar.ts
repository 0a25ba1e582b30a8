import type { IsoDate } from './catalog.ts';

/** A day of the calendar, written YYYY-MM-DD; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The last day of a day (`2026-03-31`) or of a month (`2026-03`); `undefined` for a text that is neither. */
export function lastDayOf(text: string): IsoDate | undefined {
  if (isDay(text)) {
    return text;
  }
  return ['31', '30', '29', '28'].map((day) => `${text}-${day}`).find(isDay);
}

/** The day that it is where the program runs. */
export function today(): IsoDate {
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

/** The same day of a later month, or its last day where the month is shorter. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const target = [String(Math.floor(count / 12)).padStart(4, '0'), String((count % 12) + 1).padStart(2, '0')].join('-');
  const same = `${target}-${day.slice(8)}`;
  return isDay(same) ? same : (lastDayOf(target) ?? same);
}
