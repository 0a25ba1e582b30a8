import { pick } from './random-numbers.mjs';

/** @import { Call } from './services.mjs' */

/** Calls of one generated function, unless told. */
export const callsPerFunction = 5;

/**
 * A line for each call; every other result is used, as a screen uses it.
 *
 * @param {string} receiver
 * @param {readonly Call[]} calls
 * @param {() => number} random
 * @param {number} [count]
 */
export function printCalls(receiver, calls, random, count = callsPerFunction) {
  return Array.from({ length: count }, (_, index) => {
    const call = pick(calls, random);
    const result = `(await ${receiver}.${call.text})`;
    return call.use && index % 2 === 0 ? `show(${result}${call.use});` : `await ${receiver}.${call.text};`;
  });
}

/**
 * @param {string} name
 * @param {string} parameter
 * @param {readonly string[]} lines
 */
export function printFunction(name, parameter, lines) {
  return [`export async function ${name}(${parameter}): Promise<void> {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}
