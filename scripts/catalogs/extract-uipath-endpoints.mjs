// Writes the facts of UiPath's HTTP APIs, as their definitions and help pages state them, as the fixture that a test holds the catalog
// against: verb, service, path as the source writes it, requirement, and whether the source is a definition.
//   node scripts/catalogs/extract-uipath-endpoints.mjs <facts of the endpoints as JSON>
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, stderr } from 'node:process';
import { oneRowPerLine } from './format-json.mjs';

const [, , file] = argv;
if (file === undefined) {
  throw new Error('Name the facts: node scripts/catalogs/extract-uipath-endpoints.mjs <facts of the endpoints as JSON>');
}
const facts = JSON.parse(readFileSync(file, 'utf8'));
const rows = [
  ...facts.endpoints.map((fact) => row('orchestrator_', fact, { permissions: outright(fact.permissions) })),
  ...facts.versionConflicts.map(({ method, path, otherScopes }) => row('orchestrator_', { method, path, scopes: otherScopes })),
  ...facts.identityEndpoints.map((fact) => row('identity_', fact)),
  ...facts.documentUnderstandingEndpoints.map((fact) => row('du_', fact)),
  ...facts.testManagerEndpoints.map((fact) => row('testmanager_', fact, { byHand: true })),
];
writeFileSync(new URL('../../test/fixtures/endpoints/uipath.json', import.meta.url), oneRowPerLine({ rows }));
stderr.write(`${rows.length} endpoints\n`);

function outright({ parsed, conditional }) {
  return conditional ? undefined : parsed;
}

function row(service, { method, path, scopes, oauthSupported }, { permissions, byHand } = {}) {
  return {
    verb: method,
    service,
    path: path.replace(`/${service}/`, '/'),
    requires: scopes,
    refusesOAuth: oauthSupported === false || undefined,
    permissions: permissions ?? undefined,
    byHand,
  };
}
