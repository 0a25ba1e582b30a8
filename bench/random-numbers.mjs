/**
 * @template T
 * @param {readonly T[]} values at least one
 * @param {() => number} random
 * @returns {T}
 */
export function pick(values, random) {
  return values[Math.floor(random() * values.length)];
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32, a public-domain generator). */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
