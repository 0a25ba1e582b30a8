import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { taskApplication } from '../cli/applications.ts';
import { runLine } from '../docs/run-line.ts';
import { lintApplication } from '../rules/support/lint-application.ts';
import { makeWorkspace } from '../support/workspace.ts';

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as providers give it out, with its own scopes; what is secret of it are its three parts. */
const jsonWebToken = (scope: string): string => `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded({ scope, sub: 'planted-subject', exp: 4102444800 })}.cGxhbnRlZC1zaWduYXR1cmU`;

const pasted = jsonWebToken('OR.Tasks.Read');
const piped = jsonWebToken('OR.Tasks.Read OR.Jobs.Read');

/** What must stand in no output: values, and parts of them that would do. */
const planted = ['planted', encoded({ alg: 'RS256', typ: 'JWT' }), ...[pasted, piped].flatMap((token) => token.split('.').slice(1)), 'cGxhbnRlZC1zaWduYXR1cmU'];

/** An application that has secrets wherever people leave them, beside faults of each kind whose messages might repeat them. */
const application = {
  ...taskApplication,
  'package.json': { ...taskApplication['package.json'], dependencies: { '@uipath/uipath-typescript': '1.3.8' } },
  'uipath.json': `{
  "clientId": "b0a1",
  "clientSecret": "planted-client-secret",
  "scope": "OR.Tasks.Read, OR.Assets OR.Folder.Read OR.Tasks.Read",
  "accessToken": "${pasted}"
}
`,
  '.env': `CLIENT_SECRET=planted-secret-of-env
UIPATH_ACCESS_TOKEN=${pasted}
VITE_UIPATH_SCOPE="OR.Tasks.Read OR.Asets" # planted-comment
VITE_UIPATH_SCOPES=${pasted}
DATABASE_URL=postgres://desk:planted-password@localhost/desk
`,
  'src/requests.ts': `declare const process: { env: Record<string, string | undefined> };
const token = 'planted-token-of-code';
const secret = 'planted-secret-of-code';

export const authorize = () => fetch('https://cloud.uipath.com/identity_/connect/token', {
  method: 'POST',
  headers: { Authorization: 'Basic planted-basic' },
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'b0a1', client_secret: secret, scope: 'OR.Jobs.Read OR.Machine' }),
});
export const asText = () => fetch('https://cloud.uipath.com/identity_/connect/token', {
  method: 'POST',
  body: 'grant_type=client_credentials&client_secret=planted-in-text&scope=OR.Jobs.Read OR.Robot',
});
export const jobs = () => fetch('https://cloud.uipath.com/acme/main/orchestrator_/odata/Jobs?access_token=planted-query', {
  headers: { Authorization: \`Bearer \${token}\` },
});
export const unknown = () => fetch('https://cloud.uipath.com/acme/main/orchestrator_/odata/Nothing?access_token=planted-query');
export const unresolved = (path: string) => fetch('https://user:planted-user@cloud.uipath.com/acme/main/orchestrator_/' + path + '?key=planted-key');
export const fromEnvironment = () => fetch('https://cloud.uipath.com/acme/main/orchestrator_/odata/Assets', {
  headers: { Authorization: \`Bearer \${process.env.UIPATH_ACCESS_TOKEN}\` },
});
`,
  'src/token-client.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';

export const pasted = new UiPath({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: '${pasted}' });
export const assets = new Assets(new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: 'planted-secret-of-client' }));
export const all = () => assets.getAll();
`,
};

const workspace = makeWorkspace({ plugin: 'built', files: { ...application, 'token.txt': piped, 'broken.txt': `${piped.slice(0, -4)} ${pasted}` } });
afterAll(() => workspace.remove());

/** Every command; those that print the verdicts in all forms, from one analysis. */
const runs: Readonly<Record<string, readonly string[]>> = {
  check: ['', '--format json', '--format sarif', '--format github', '--format markdown'].map((words) => `--cache ${words}`.trim()),
  report: ['--cache'],
  minimal: ['--cache', '--cache --format json'],
  explain: ['OR.Assets --format json', '--status 403 Tasks.create'],
  scopes: ['tasks', 'tasks --format json'],
  token: ['< token.txt', '< broken.txt'],
  facts: [''],
  merge: ['', '--format json', '--format sarif', '--format github', '--format markdown'],
  sync: [''],
  init: [''],
  diff: ['oauth-scopes.json uipath.json', 'oauth-scopes.json oauth-scopes.json --format json'],
  generate: [''],
  'catalog coverage': [''],
  'catalog validate': ['uipath.json', '.env'],
  'catalog diff': ['uipath.json .env'],
  'catalog import': ['.env --provider acme --out acme.json', 'uipath.json --provider acme --out acme.json'],
};

/** Those of the runs that cannot do their work, since what they are given is of another kind: the rest has to get as far as its output. */
const refused: readonly string[] = [
  'oauth-scopes token < broken.txt',
  'oauth-scopes diff oauth-scopes.json uipath.json',
  'oauth-scopes catalog diff uipath.json .env',
  'oauth-scopes catalog import .env --provider acme --out acme.json',
  'oauth-scopes catalog import uipath.json --provider acme --out acme.json',
];

it('no command prints a secret or writes it to a file', async () => {
  expect(Object.keys(runs).sort()).toEqual(commands.map(({ name }) => name).sort());
  const found: string[] = [];
  const look = (place: string, text: string): void => {
    const lines = text.split('\n').filter((line) => planted.some((secret) => line.includes(secret)));
    found.push(...lines.map((line) => `${place}: ${line.slice(0, 200)}`));
  };
  const failing: string[] = [];
  let printed = '';
  for (const [command, variants] of Object.entries(runs)) {
    for (const words of variants) {
      const line = `oauth-scopes ${command} ${words}`.trim();
      const { failed, output } = await runLine(line, workspace.directory);
      look(line, output);
      if (failed) {
        failing.push(line);
      }
      printed += output;
    }
  }
  for (const file of writtenFiles()) {
    look(file, readFileSync(join(workspace.directory, file), 'utf8').replaceAll(',"', ',\n"'));
  }
  expect(found).toEqual([]);
  expect(failing).toEqual(refused);
  // What stands beside the secrets was told.
  for (const told of ['OR.Folder.Read', 'OR.Asets', 'OR.Machine', 'the types of @uipath/uipath-typescript']) {
    expect(printed).toContain(told);
  }
}, 180_000);

it('no rule repeats a secret', async () => {
  const texts = Object.entries(application).map(([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)] as const);
  const { reports } = await lintApplication(Object.fromEntries(texts), { preset: 'strict' });
  const told = reports.flatMap(({ message, suggestions = [] }) => [message, ...suggestions.map(({ desc }) => desc)]);
  expect(told.length).toBeGreaterThan(8);
  expect(told.filter((text) => planted.some((secret) => text.includes(secret)))).toEqual([]);
});

/** Files that the commands have written, and not we. */
function writtenFiles(): readonly string[] {
  const ours = new Set([...Object.keys(application), 'token.txt', 'broken.txt', 'package.json']);
  return readdirSync(workspace.directory, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(workspace.directory.length + 1).replaceAll('\\', '/'))
    .filter((file) => !ours.has(file) && (!file.startsWith('node_modules/') || /^node_modules\/\.(?:cache|oauth-scopes)/.test(file)));
}
