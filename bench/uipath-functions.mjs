import { printCalls, printFunction } from './print-function.mjs';
import { pick } from './random-numbers.mjs';
import { services } from './services.mjs';

/** @import { GeneratedFunction } from './generate-application.mjs' */

const sdk = '@uipath/uipath-typescript';

/**
 * A function that calls one service of the UiPath SDK. It reaches the service in one of the ways that real applications do: through a
 * parameter, a local `new Service(sdk)`, a chain on the root class, or an object that the SDK returned.
 *
 * @param {string} name
 * @param {() => number} random
 * @param {number} calls
 * @returns {GeneratedFunction}
 */
export function makeUiPathFunction(name, random, calls) {
  const service = pick(services, random);
  const ways = [throughParameter, throughLocal];
  if (service.chain) ways.push(throughChain);
  if (service.returned) ways.push(throughReturned);
  return pick(ways, random)(name, service, random, calls);
}

function throughParameter(name, service, random, count) {
  return {
    imports: [[`${sdk}/${service.subPath}`, service.name]],
    text: printFunction(name, `service: ${service.name}`, printCalls('service', service.calls, random, count)),
  };
}

function throughLocal(name, service, random, count) {
  return {
    imports: [[`${sdk}/core`, 'UiPath'], [`${sdk}/${service.subPath}`, service.name]],
    text: printFunction(name, 'sdk: UiPath | null', [
      'if (!sdk) return;',
      `const service = new ${service.name}(sdk);`,
      ...printCalls('service', service.calls, random, count),
    ]),
  };
}

function throughChain(name, service, random, count) {
  return {
    imports: [[sdk, 'UiPath as UiPathRoot']],
    text: printFunction(name, 'sdk: UiPathRoot', printCalls(`sdk.${service.chain}`, service.calls, random, count)),
  };
}

function throughReturned(name, service, random, count) {
  const { type, calls } = service.returned;
  return {
    imports: [[`${sdk}/${service.subPath}`, `type ${type}`]],
    text: printFunction(name, `items: ${type}[]`, [
      'for (const item of items) {',
      ...printCalls('item', calls, random, count).map((line) => `  ${line}`),
      '}',
    ]),
  };
}
