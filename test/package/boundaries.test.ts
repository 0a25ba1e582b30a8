import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { taskApplication } from '../cli/applications.ts';
import type { Answer } from '../docs/run-command.ts';
import { runLine } from '../docs/run-line.ts';
import { makeWorkspace } from '../support/workspace.ts';

interface Report {
  readonly applications: readonly { readonly findings: readonly { readonly scope: string; readonly kind: string }[]; readonly declared: readonly { readonly file: string }[] }[];
}

const { 'package-lock.json': lock, ...sources } = taskApplication;
const below = (folder: string, files: Readonly<Record<string, string | object>>): Readonly<Record<string, string | object>> =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

const workspace = makeWorkspace({
  plugin: 'built',
  files: {
    // The root of the project is `inside`, where the lockfile stands.
    ...below('inside', { ...sources, 'package-lock.json': lock, 'uipath.json': { clientId: 'b0a1' } }),
    ...below('outside', { '.env': 'VITE_UIPATH_SCOPE=OR.Planted\n', 'uipath.json': { scope: 'OR.Planted' }, 'catalog.json': '{ "planted": true' }),
    'uipath.json': { scope: 'OR.Planted' },
    '.env': 'VITE_UIPATH_SCOPE=OR.Planted\n',
    'oauth-scopes.json': { applications: [{ name: 'task-desk', provider: 'uipath', scopes: ['OR.Planted'] }] },
    ...below('named', { ...sources, 'package-lock.json': lock, 'uipath.json': { clientId: 'b0a1', scope: '__proto__ constructor toString OR.Tasks.Read hasOwnProperty __proto__' } }),
    'named/.env.__proto__': 'VITE_UIPATH_SCOPE=OR.Tasks.Read\n',
    'named/.env.constructor': '__proto__=OR.Tasks.Read\nconstructor=OR.Tasks.Read\n',
    'named/oauth-scopes.json': '{ "applications": [], "restricted": ["constructor", "__proto__"] }',
  },
});
afterAll(() => workspace.remove());

const runIn = (folder: string, command: string): Promise<Answer> => runLine(`oauth-scopes ${command}`, join(workspace.directory, folder).replaceAll('\\', '/'));
const run = async (folder: string, command: string): Promise<string> => (await runIn(folder, command)).output;

it('nothing outside of the project is read: above it, behind a link, or where its files point', async () => {
  mkdirSync(join(workspace.directory, 'inside/src/more'), { recursive: true });
  symlinkSync(join(workspace.directory, 'outside/.env'), join(workspace.directory, 'inside/.env'));
  symlinkSync(join(workspace.directory, 'outside'), join(workspace.directory, 'inside/linked'), 'junction');
  for (const command of ['check --cache --format json', 'minimal --cache', 'sync']) {
    const { failed, output } = await runIn('inside', command);
    expect({ command, failed }).toEqual({ command, failed: false });
    expect(output).not.toMatch(/planted/i);
  }
  for (const path of ['../outside/catalog.json', 'linked/catalog.json', join(workspace.directory, 'outside/catalog.json')]) {
    workspace.write({ 'inside/oauth-scopes.json': { catalogs: [path], applications: [] } });
    expect(await run('inside', 'check')).toMatch(/^oauth-scopes: oauth-scopes\.json:\d+:\d+: names the catalog "[^\n]*", which is not to be found inside the project\n$/);
  }
  // What is named on the command line is read wherever it is.
  expect(await run('inside', 'catalog validate ../outside/catalog.json')).toMatch(/outside\/catalog\.json:1/);
});

it('names that every object has are names like others', async () => {
  const report = JSON.parse(await run('named', 'check --format json')) as Report;
  const found = report.applications.flatMap(({ findings }) => findings.map(({ kind, scope }) => `${kind} ${scope}`)).sort();
  expect(found).toEqual([
    'malformed __proto__', 'malformed __proto__', 'malformed constructor', 'malformed hasOwnProperty', 'malformed toString', 'missing OR.Tasks or OR.Tasks.Write',
    'restricted __proto__', 'restricted __proto__', 'restricted constructor',
  ]);
  for (const word of ['__proto__', 'constructor']) {
    expect(await run('named', `explain ${word}`)).toMatch(new RegExp(`^oauth-scopes: .*${word}`));
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
