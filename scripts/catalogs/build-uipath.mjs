// Builds the UiPath catalog from the facts that were collected about the SDK, the endpoints, the scopes and the role
// permissions, and from the method table that the user saved.
//   node scripts/catalogs/build-uipath.mjs <directory of the facts> <method table as text> [<output>]
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { oneRowPerLine } from './format-json.mjs';
import { readUipathSeed } from './read-uipath-seed.mjs';
import { catalogEndpoints, SERVICES } from './uipath-endpoints.mjs';
import { catalogMethods } from './uipath-methods.mjs';
import { alwaysAllowedScopes, catalogPermissions, catalogScopes } from './uipath-scopes.mjs';
import { sources } from './uipath-sources.mjs';
import { writeHeaders } from './write-headers.mjs';

const [, , directory, table, output = fileURLToPath(new URL('../../src/catalogs/data/uipath.json', import.meta.url))] = argv;
if (directory === undefined || table === undefined) {
  throw new Error('Name the facts and the table: node scripts/catalogs/build-uipath.mjs <directory of the facts> <method table as text>');
}

const PACKAGE = '@uipath/uipath-typescript';
const sdk = readFacts('uipath-sdk-methods.json');
const scopes = catalogScopes(readFacts('uipath-scopes.json').scopes);
const alwaysAllowed = alwaysAllowedScopes(scopes);
const endpoints = catalogEndpoints(readFacts('orchestrator-endpoints.json'), sdk.rows);
const { methods, containerAliases } = catalogMethods(sdk, readUipathSeed(readFileSync(table, 'utf8')), endpoints);
const grammar = readFacts('oauth-grammar.json').providers.uipath;

const catalog = {
  version: 1,
  provider: 'uipath',
  title: 'UiPath',
  date: '2026-08-22',
  sources,
  sdk: { package: PACKAGE, testedVersions: ['1.3.8'] },
  grammar: { token: tokenExpression(), permission: grammar.permissionRegex },
  alwaysAllowed,
  scopes,
  methods,
  endpoints,
  containerAliases,
  permissions: catalogPermissions(readFacts('uipath-permissions-to-scopes.json').permissions),
  combinations: combinations(),
  clients: [
    {
      modules: [`${PACKAGE}/core`, PACKAGE],
      className: 'UiPath',
      scopeOption: 'scope',
      unscopedOptions: ['secret'],
      tokenMembers: ['getToken'],
      // Its configuration takes a secret, or what the authorization code flow needs (clientId, redirectUri, scope).
      grantType: 'authorization_code',
      tokenSetters: ['updateToken'],
    },
  ],
  declarations: {
    files: [{ name: 'uipath.json', pointer: '/scope' }],
    environmentKeys: [
      'VITE_UIPATH_SCOPE',
      'VITE_UIPATH_SCOPES',
      'UIPATH_SCOPE',
      'UIPATH_SCOPES',
      'UIPATH_OAUTH_SCOPE',
      'UIPATH_AUTH_SCOPE',
    ],
  },
  requests: {
    segments: serviceSegments(),
    hosts: ['cloud.uipath.com', 'api.uipath.com', 'staging.uipath.com', 'alpha.uipath.com'],
    unscopedSegments: ['identity_/connect', 'portal_'],
    services: SERVICES,
    tokenEndpoints: ['identity_/connect/token', 'identity_/connect/authorize', 'account.uipath.com/oauth/token'],
  },
};
writeFileSync(output, oneRowPerLine(catalog));
writeHeaders();
const counted = Object.entries({ methods, endpoints, scopes, permissions: catalog.permissions });
stderr.write(`${counted.map(([what, rows]) => `${rows.length} ${what}`).join(', ')}\n`);

function readFacts(name) {
  return JSON.parse(readFileSync(path.join(directory, name), 'utf8'));
}

/** The form of the provider's own scopes, or exactly one of those that do not have it. */
function tokenExpression() {
  const irregular = scopes.map((scope) => scope.name).filter((name) => !new RegExp(grammar.regex).test(name));
  return `^(?:${grammar.regex.slice(1, -1)}|${irregular.join('|')})$`;
}

function combinations() {
  const { section, seed, current } = sdk.combined[0];
  return [
    { name: section, scopes: seed, source: 'seed', until: '2026-08-11' },
    { name: section, scopes: current, source: 'sdk-docs' },
  ];
}

/** First path segments of the endpoints that the SDK calls, and of the services that have scopes of their own. */
function serviceSegments() {
  const endpoints = readFacts('orchestrator-endpoints.json');
  const calls = [
    ...sdk.rows.flatMap((row) => [...(row.sdk.endpoints138 ?? []), ...(row.sdk.endpointsHead ?? [])]),
    ...endpoints.documentUnderstandingEndpoints,
    ...endpoints.testManagerEndpoints,
  ];
  const segments = calls.map(({ path: address }) => /[a-z]+_(?=\/|$)/.exec(address)?.[0]);
  return [...new Set(segments.filter((segment) => segment !== undefined))].sort();
}
