/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs two measurements in turn, A B A B …, after one of each that is thrown away, so that a machine whose speed drifts slows both.
 *
 * @template T
 * @param {number} runs
 * @param {() => T} measureA
 * @param {() => T} measureB
 * @returns {{ a: T[], b: T[] }} by run
 */
export function interleave(runs, measureA, measureB) {
  measureA();
  measureB();
  const a = [];
  const b = [];
  for (let run = 0; run < runs; run += 1) {
    a.push(measureA());
    b.push(measureB());
  }
  return { a, b };
}

/**
 * The median of the ratios b/a, run by run: what is quoted when absolute times vary from minute to minute.
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 */
export function medianRatio(a, b) {
  return median(a.map((value, run) => b[run] / value));
}
