// Builds the catalog of the vocabulary in the Genesys Cloud guide that the user saved, which differs from that of the platform.
//   node scripts/catalogs/build-genesys-guide.mjs <directory of the facts> <guide as text> [<output>]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { oneRowPerLine } from './format-json.mjs';
import { readGenesysGuide } from './read-genesys-guide.mjs';
import { writeHeaders } from './write-headers.mjs';

const [, , directory, guide, output = fileURLToPath(new URL('../../src/catalogs/data/genesys-guide.json', import.meta.url))] = argv;
if (directory === undefined || guide === undefined) {
  throw new Error('Name the facts and the guide: node scripts/catalogs/build-genesys-guide.mjs <directory of the facts> <guide as text>');
}

/** Lines of the guide on what changes ask of users. */
const ADDING_LINE = 272;
const REMOVING_LINE = 302;

const facts = JSON.parse(readFileSync(path.join(directory, 'genesys-guide.json'), 'utf8'));
const { scopes, mappings, profiles, rejected, mistakes, rules } = readGenesysGuide(readFileSync(guide, 'utf8'));
const form = '[a-z]+:[A-Za-z]+(?::[A-Za-z]+)?';
const irregular = scopes.map(({ name }) => name).filter((name) => !new RegExp(`^${form}$`).test(name));
// Named where the guide tells what an endpoint needs, and in no list of it.
const unlisted = Object.keys(facts.otherScopesMentioned).map((name) => ({ name, category: 'Conversation Management', suspect: true }));
const inGuide = ({ line, ...row }) => ({ ...row, source: 'guide', line });

const catalog = {
  version: 1,
  provider: 'genesys-guide',
  title: 'Genesys Cloud, the vocabulary of a guide',
  accountOf: 'genesys',
  date: '2026-03-01',
  sources: {
    guide: { title: 'OAuth Scopes and Permissions, a guide', locator: 'chapter 5', date: '2026-03-01' },
  },
  grammar: { token: `^(?:${[form, ...irregular].join('|')})$` },
  alwaysAllowed: ['openid', 'profile', 'email', 'offline_access'],
  scopes: [...scopes, ...unlisted].map(({ name, category, suspect }) => ({
    name,
    category,
    suspect,
    irregular: irregular.includes(name) ? true : undefined,
    sources: ['guide'],
  })),
  methods: [],
  endpoints: endpoints(),
  permissions: [],
  combinations: profiles.map(inGuide),
  mistakes: mistakes.map(inGuide),
  tooPermissive: rejected.map(inGuide),
  advice: rules.map(inGuide),
  scopeChanges: [
    { change: 'added', grantType: 'authorization_code', consentAgain: true, source: 'guide', line: ADDING_LINE },
    { change: 'removed', consentAgain: false, source: 'guide', line: REMOVING_LINE },
  ],
  clients: [],
  declarations: { files: [], environmentKeys: [] },
  // Those of the platform: which of the two catalogs is meant is the user's choice, and no request decides it.
  requests: { segments: [], hosts: [], unscopedSegments: [] },
};
writeFileSync(output, oneRowPerLine(catalog));
writeHeaders();
stderr.write(`${catalog.scopes.length} scopes, ${catalog.endpoints.length} endpoints, ${profiles.length} profiles\n`);

/** The guide names an endpoint in several places, with and without its prefix: one row for each requirement, with the first line. */
function endpoints() {
  const found = new Map();
  for (const { verb, path: address, scope, line } of mappings) {
    // The facts know the verb of one that the guide shows in a request further up.
    const known = verb ?? facts.endpointMappings.find((mapping) => mapping.line === line)?.method ?? null;
    const key = `${known ?? 'GET'} /api/v2${address.replace(/^\/v2/, '')}`;
    const row = { requires: [[scope]], source: 'guide', line, confidence: known === null ? 'inferred' : 'exact' };
    const rows = (found.get(key) ?? []).filter((other) => other.requires[0][0] !== scope || other.confidence === 'exact');
    found.set(key, rows.some((other) => other.requires[0][0] === scope) ? rows : [...rows, row]);
  }
  return [...found].map(([label, rows]) => ({ verb: label.split(' ')[0], path: label.split(' ')[1], rows }));
}
