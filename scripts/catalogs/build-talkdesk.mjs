// Builds the Talkdesk catalog from the facts that were collected about its API, and from the table that the user saved.
//   node scripts/catalogs/build-talkdesk.mjs <directory of the facts> <table as text> [<output>]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { oneRowPerLine } from './format-json.mjs';
import { readTalkdeskSeed } from './read-talkdesk-seed.mjs';
import { writeHeaders } from './write-headers.mjs';

const [, , directory, table, output = fileURLToPath(new URL('../../src/catalogs/data/talkdesk.json', import.meta.url))] = argv;
if (directory === undefined || table === undefined) {
  throw new Error('Name the facts and the table: node scripts/catalogs/build-talkdesk.mjs <directory of the facts> <table as text>');
}

/** The line of the table's page that says what happens when a scope is added. */
const ADDING_LINE = 3;
const SOURCES = {
  'seed-002': 'seed',
  'reference-pages': 'reference',
  'queues-migration-page': 'queues-migration',
  'scopes-page-newer': 'scopes-page',
  'awell-enum': 'awell-enum',
};
/** "Supported Regions and Base URLs": the hosts of the APIs, and those of the accounts. */
const REGIONS = {
  'api.talkdeskapp.com': 'talkdeskid.com',
  'api.talkdeskapp.eu': 'talkdeskid.eu',
  'api.talkdeskappca.com': 'talkdeskidca.com',
};

const facts = JSON.parse(readFileSync(path.join(directory, 'talkdesk.json'), 'utf8'));
const grammar = JSON.parse(readFileSync(path.join(directory, 'oauth-grammar.json'), 'utf8')).providers.talkdesk;
const rows = readTalkdeskSeed(readFileSync(table, 'utf8'));
const irregular = facts.scopes.map(({ name }) => name).filter((name) => !new RegExp(grammar.regex).test(name));

const catalog = {
  version: 1,
  provider: 'talkdesk',
  title: 'Talkdesk',
  date: '2026-03-01',
  sources: sources(),
  grammar: { token: `^(?:${grammar.regex.slice(1, -1)}|${irregular.map((name) => name.replaceAll('.', '\\.')).join('|')})$` },
  alwaysAllowed: ['openid', 'profile', 'email', 'offline_access'],
  scopes: facts.scopes.map(({ name, apis = [], suspect, sources: from }) => ({
    name,
    category: apis[0] ?? 'Other APIs',
    suspect: suspect === undefined ? undefined : true,
    irregular: irregular.includes(name) ? true : undefined,
    sources: from.map((source) => SOURCES[source]),
  })),
  methods: [],
  endpoints: facts.endpoints.filter(({ path: address }) => address !== undefined && address !== null).map(endpoint),
  permissions: [],
  combinations: [],
  apis: rows.map(({ api, scopes, line }) => ({ name: api, scopes, source: 'seed', line })),
  scopeChanges: [{ change: 'added', refusedForMinutes: 401, source: 'seed', line: ADDING_LINE }],
  clients: [],
  declarations: { files: [], environmentKeys: [] },
  requests: {
    segments: [],
    hosts: Object.keys(REGIONS),
    unscopedSegments: [],
    tokenEndpoints: Object.values(REGIONS).map((host) => `.${host}/oauth/token`),
  },
};
writeFileSync(output, oneRowPerLine(catalog));
writeHeaders();
stderr.write(`${catalog.apis.length} APIs, ${catalog.endpoints.length} endpoints, ${catalog.scopes.length} scopes\n`);

/** Where a page contradicts the table, both statements stay, and which of them holds is not decided. */
function endpoint({ method, path: address, scopes, likely }) {
  const stated = { requires: scopes, source: 'reference', confidence: 'exact' };
  const { line } = rows.find((row) => row.scopes.includes(likely?.[0]?.[0])) ?? {};
  return {
    verb: method,
    path: address,
    rows: likely === undefined ? [stated] : [{ requires: likely, source: 'seed', line, confidence: 'exact' }, stated],
  };
}

function sources() {
  return {
    seed: { title: 'Talkdesk: Scopes, an undated copy', locator: 'https://docs.talkdesk.com/docs/scopes' },
    reference: { title: 'Talkdesk: API reference', locator: 'https://docs.talkdesk.com/reference' },
    'queues-migration': {
      title: 'Talkdesk: migrating from Ring Groups to the Queues API',
      locator: 'https://docs.talkdesk.com/docs/migrating-from-ring-groups-to-queues-api',
    },
    'scopes-page': { title: 'Talkdesk: Scopes, a newer copy', locator: 'https://docs.talkdesk.com/docs/scopes' },
    'awell-enum': { title: 'Scopes that a public integration names', locator: 'enumeration TalkdeskScope' },
    regions: {
      title: 'Talkdesk: regions and base URLs',
      locator: 'https://docs.talkdesk.com/docs/how-to-guarantee-your-app-works-in-all-regions',
    },
  };
}
