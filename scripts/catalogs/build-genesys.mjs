// Builds the catalog of the Genesys Cloud platform from the facts that were collected about its SDK and its API, and from the SDK itself.
//   node scripts/catalogs/build-genesys.mjs <directory of the facts> <directory of purecloud-platform-client-v2> [<output>]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { oneRowPerLine } from './format-json.mjs';
import { catalogEndpoints } from './genesys-endpoints.mjs';
import { writeHeaders } from './write-headers.mjs';

const [, , directory, sdk, output = fileURLToPath(new URL('../../src/catalogs/data/genesys.json', import.meta.url))] = argv;
if (directory === undefined || sdk === undefined) {
  throw new Error('Name the facts and the SDK: node scripts/catalogs/build-genesys.mjs <directory of the facts> <directory of the SDK>');
}

const PACKAGE = 'purecloud-platform-client-v2';
const facts = readFacts('genesys-platform.json');
const { version } = JSON.parse(readFileSync(path.join(sdk, 'package.json'), 'utf8'));
const grammar = readFacts('oauth-grammar.json').providers.genesysPlatform;
const definition = facts.source['openapi-2026-07'];
const regions = await regionHosts();

const catalog = {
  version: 1,
  provider: 'genesys',
  title: 'Genesys Cloud',
  date: '2026-08-15',
  sources: sources(),
  sdk: { package: PACKAGE, testedVersions: [version], everyReleaseIsMajor: true, globals: ['platformClient'] },
  // A few permissions have a digit in their names, which the scopes never have.
  grammar: { token: grammar.regex, permission: '^[A-Za-z]+:[A-Za-z0-9*]+:[A-Za-z*]+$' },
  alwaysAllowed: ['openid', 'profile', 'email', 'offline_access'],
  scopes: scopes(),
  methods: clientMethods(),
  endpoints: catalogEndpoints(facts.methods, facts.snapshotConflicts),
  permissions: [],
  combinations: [],
  clients: [],
  declarations: { files: [], environmentKeys: [] },
  requests: {
    segments: [],
    hosts: regions.map((region) => `api.${region}`),
    unscopedSegments: [],
    tokenEndpoints: regions.map((region) => `login.${region}/oauth/token`),
  },
};
writeFileSync(output, oneRowPerLine(catalog));
writeHeaders();
stderr.write(`${facts.methods.length} methods, ${catalog.endpoints.length} endpoints, ${catalog.scopes.length} scopes\n`);

function readFacts(name) {
  return JSON.parse(readFileSync(path.join(directory, name), 'utf8'));
}

/** The SDK's own list, of which a copy with the extension of a module is read: the package itself says of none of its files what it is. */
async function regionHosts() {
  const text = readFileSync(path.join(sdk, `src/${PACKAGE}/PureCloudRegionHosts.js`), 'utf8');
  const { default: hosts } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return Object.values(hosts);
}

function sources() {
  const { 'openapi-2026-02': earlier, sdkDocs } = facts.source;
  return {
    'openapi-2026-07': {
      title: 'Genesys Cloud Platform API v2, definition',
      locator: `${definition.repository} openapi @ ${definition.commit}`,
      date: definition.lastChange.slice(0, 10),
    },
    'openapi-2026-02': {
      title: 'Genesys Cloud Platform API v2, definition',
      locator: `${earlier.repository} generated/operations.json @ ${earlier.commit}`,
      date: earlier.date.slice(0, 10),
    },
    neighbours: {
      title: 'Inferred: the scope on which all known endpoints below the same path agree',
      locator: `${definition.repository} openapi @ ${definition.commit}`,
      date: definition.lastChange.slice(0, 10),
    },
    'sdk-docs': {
      title: `Genesys Cloud JavaScript SDK ${sdkDocs.version}, documentation`,
      locator: `${sdkDocs.repository} build/docs @ ${sdkDocs.commit}`,
      date: sdkDocs.date.slice(0, 10),
    },
    'rfc-6749': {
      title: 'RFC 6749, The OAuth 2.0 Authorization Framework',
      locator: 'https://www.rfc-editor.org/rfc/rfc6749',
      date: '2012-10-01',
    },
  };
}

/** `all` is described as all the scopes. */
function scopes() {
  const names = facts.scopes.map(({ name }) => name).filter((name) => name !== 'all');
  return facts.scopes.map(({ name, domain, implies }) => ({
    name,
    category: domain,
    implies: name === 'all' ? names : implies,
    sources: ['openapi-2026-07'],
  }));
}

/** The client of the SDK: it signs in, for which RFC 6749 needs no scope, and it can call any endpoint, of which nothing is known. */
function clientMethods() {
  const text = readFileSync(path.join(sdk, 'index.d.ts'), 'utf8');
  const [, body] = /declare class ApiClientClass \{([\s\S]*?)\n\}/.exec(text);
  const members = [...body.matchAll(/^\t(\w+)(?:: )?\(/gm)].map(([, name]) => name);
  return members.map((member) => ({
    label: `ApiClient.${member}`,
    modules: [PACKAGE],
    container: 'ApiClientClass',
    member,
    rows: /^(?:login|refresh|authorize)/.test(member) ? [{ requires: [], source: 'rfc-6749', confidence: 'exact' }] : [],
    local: /^(?:login|refresh|authorize|callApi)/.test(member) ? undefined : true,
  }));
}
