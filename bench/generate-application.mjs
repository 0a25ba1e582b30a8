import { services } from './services.mjs';

/** @import { Call, Service } from './services.mjs' */

const sdk = '@uipath/uipath-typescript';
const callsPerFunction = 5;
const functionsPerFile = 2;

/**
 * The source files of an application with the given number of SDK call sites. The same arguments give the same text on every machine.
 *
 * A file has two functions of five calls each; a function reaches its service in one of the ways that real applications do: through a
 * parameter, a local `new Service(sdk)`, a chain on the root class, or an object that the SDK returned.
 *
 * @param {{ callSites: number, seed: number }} options `callSites` is a multiple of 10
 * @returns {ReadonlyMap<string, string>} path → text
 */
export function generateApplication({ callSites, seed }) {
  const perFile = callsPerFunction * functionsPerFile;
  if (callSites % perFile !== 0) throw new RangeError(`callSites must be a multiple of ${perFile}, and is ${callSites}`);
  const random = randomNumbers(seed);
  const files = new Map();
  for (let file = 0; file < callSites / perFile; file += 1) {
    const functions = Array.from({ length: functionsPerFile }, (_, index) => makeFunction(`feature${file}x${index}`, random));
    files.set(`src/feature-${file}.ts`, printFile(functions));
  }
  return files;
}

/**
 * @typedef {object} GeneratedFunction
 * @property {readonly (readonly [module: string, name: string])[]} imports
 * @property {string} text
 */

/** @returns {GeneratedFunction} */
function makeFunction(name, random) {
  const service = pick(services, random);
  const ways = [throughParameter, throughLocal];
  if (service.chain) ways.push(throughChain);
  if (service.returned) ways.push(throughReturned);
  return pick(ways, random)(name, service, random);
}

function throughParameter(name, service, random) {
  return {
    imports: [[`${sdk}/${service.subPath}`, service.name]],
    text: printFunction(name, `service: ${service.name}`, printCalls('service', service.calls, random)),
  };
}

function throughLocal(name, service, random) {
  return {
    imports: [[`${sdk}/core`, 'UiPath'], [`${sdk}/${service.subPath}`, service.name]],
    text: printFunction(name, 'sdk: UiPath | null', [
      'if (!sdk) return;',
      `const service = new ${service.name}(sdk);`,
      ...printCalls('service', service.calls, random),
    ]),
  };
}

function throughChain(name, service, random) {
  return {
    imports: [[sdk, 'UiPath as UiPathRoot']],
    text: printFunction(name, 'sdk: UiPathRoot', printCalls(`sdk.${service.chain}`, service.calls, random)),
  };
}

function throughReturned(name, service, random) {
  const { type, calls } = service.returned;
  return {
    imports: [[`${sdk}/${service.subPath}`, `type ${type}`]],
    text: printFunction(name, `items: ${type}[]`, [
      'for (const item of items) {',
      ...printCalls('item', calls, random).map((line) => `  ${line}`),
      '}',
    ]),
  };
}

/** Five lines; every other result is used, as a screen uses it. */
function printCalls(receiver, calls, random) {
  return Array.from({ length: callsPerFunction }, (_, index) => {
    const call = pick(calls, random);
    const result = `(await ${receiver}.${call.text})`;
    return call.use && index % 2 === 0 ? `show(${result}${call.use});` : `await ${receiver}.${call.text};`;
  });
}

function printFunction(name, parameter, lines) {
  return [`export async function ${name}(${parameter}): Promise<void> {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function printFile(functions) {
  const named = new Map([['./show.js', new Set(['show'])]]);
  for (const [module, name] of functions.flatMap((made) => made.imports)) {
    named.set(module, (named.get(module) ?? new Set()).add(name));
  }
  const imports = [...named].map(([module, names]) => `import { ${[...names].join(', ')} } from '${module}';`);
  return `${[...imports, ...functions.map((made) => `\n${made.text}`)].join('\n')}\n`;
}

function pick(values, random) {
  return values[Math.floor(random() * values.length)];
}

/** Numbers in [0, 1) that depend on the seed alone (mulberry32, a public-domain generator). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
