import { median, medianRatio } from './statistics.mjs';

/** Print one number of each kind. */
export const formats = {
  seconds: (value) => `${value.toFixed(2)} s`,
  milliseconds: (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`,
  megabytes: (value) => `${value.toFixed(0)} MB`,
  count: (value) => value.toLocaleString('en'),
};

/**
 * A Markdown table.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function printTable(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Three cells: the medians of two series that were measured in turn, and the median of their ratios, run by run; none to next to nothing.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @param {(value: number) => string} format
 */
export function compare(a, b, format) {
  return [format(median(a)), format(median(b)), median(a) === 1 && format === formats.count ? '' : medianRatio(a, b).toFixed(2)];
}

/** Time and memory of two processes that were run in turn: two rows that begin with a name and a figure. */
export function compareProcesses(name, { a, b }) {
  return [
    [name, 'time', ...compare(a.map((run) => run.seconds), b.map((run) => run.seconds), formats.seconds)],
    [name, 'memory', ...compare(a.map((run) => run.megabytes), b.map((run) => run.megabytes), formats.megabytes)],
  ];
}
