import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/project-root.mjs';
import { printCalls, printFunction } from './print-function.mjs';
import { pick } from './random-numbers.mjs';

/** @import { GeneratedFunction } from './generate-application.mjs' */

export const genesysSdk = 'purecloud-platform-client-v2';

/** Api classes that real applications use. */
const classNames = [
  'AnalyticsApi', 'ArchitectApi', 'AuthorizationApi', 'ConversationsApi', 'GroupsApi', 'KnowledgeApi', 'NotificationsApi', 'OrganizationApi',
  'OutboundApi', 'PresenceApi', 'QualityApi', 'RecordingApi', 'RoutingApi', 'SearchApi', 'StationsApi', 'TelephonyProvidersEdgeApi', 'UsersApi',
];
const apiClasses = classNames.map((name) => ({ name, calls: readCalls(name) }));

/**
 * A function that calls one Api class of the Genesys SDK, handed in or made on the spot.
 *
 * @param {string} name
 * @param {() => number} random
 * @param {number} count calls
 * @returns {GeneratedFunction}
 */
export function makeGenesysFunction(name, random, count) {
  const api = pick(apiClasses, random);
  const imports = [[genesysSdk, 'default as platformClient']];
  const calls = () => printCalls('service', api.calls, random, count);
  return random() < 0.5
    ? { imports, text: printFunction(name, `service: platformClient.${api.name}`, calls()) }
    : { imports, text: printFunction(name, '', [`const service = new platformClient.${api.name}();`, ...calls()]) };
}

/** The methods of a class that want nothing but strings and numbers: what they are called with follows from their declaration. */
function readCalls(className) {
  const text = readFileSync(join(projectRoot, 'node_modules', genesysSdk, 'index.d.ts'), 'utf8');
  const start = text.indexOf(`declare class ${className} {`);
  const declared = text.slice(start, text.indexOf('\n}', start)).matchAll(/^\s*(\w+)\(([^)]*)\): Promise<([\w.]+)>/gm);
  return [...declared].flatMap(([, member, parameters, result]) => {
    const required = parameters.split(', ').filter((parameter) => parameter !== '' && !parameter.includes('?:'));
    const values = required.map((parameter) => (parameter.endsWith(': string') ? "'x'" : parameter.endsWith(': number') ? '1' : undefined));
    return values.includes(undefined) ? [] : [{ text: `${member}(${values.join(', ')})`, use: result === 'void' ? '' : '.toString()' }];
  });
}
