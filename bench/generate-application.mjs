import { callsPerFunction } from './print-function.mjs';
import { randomNumbers } from './random-numbers.mjs';

const functionsPerFile = 2;
const perFile = callsPerFunction * functionsPerFile;

/**
 * The source files of an application with the given number of SDK call sites. The same arguments give the same text on every machine.
 *
 * A file has two functions of five calls each, the last file what is left.
 *
 * @param {{ callSites: number, seed: number, makeFunction: (name: string, random: () => number, calls: number) => GeneratedFunction }} options
 * @returns {ReadonlyMap<string, string>} path → text
 */
export function generateApplication({ callSites, seed, makeFunction }) {
  const random = randomNumbers(seed);
  const files = new Map();
  for (let file = 0; file < callSites / perFile; file += 1) {
    const left = Math.min(callSites - file * perFile, perFile);
    const functions = Array.from({ length: Math.ceil(left / callsPerFunction) }, (_, index) =>
      makeFunction(`feature${file}x${index}`, random, Math.min(left - index * callsPerFunction, callsPerFunction)));
    files.set(`src/feature-${file}.ts`, printFile(functions));
  }
  return files;
}

/**
 * @typedef {object} GeneratedFunction
 * @property {readonly (readonly [module: string, name: string])[]} imports
 * @property {string} text
 */

function printFile(functions) {
  const named = new Map([['./show.js', new Set(['show'])]]);
  for (const [module, name] of functions.flatMap((made) => made.imports)) {
    named.set(module, (named.get(module) ?? new Set()).add(name));
  }
  const imports = [...named].map(([module, names]) => `import { ${[...names].join(', ')} } from '${module}';`);
  return `${[...imports, ...functions.map((made) => `\n${made.text}`)].join('\n')}\n`;
}
