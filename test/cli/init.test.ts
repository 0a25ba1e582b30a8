import { existsSync } from 'node:fs';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication } from './applications.ts';
import { clear } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

it('does not write without being told to, or asked', () => {
  expect(oauthScopes(workspace, ['init'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'oauth-scopes: init asks before it writes, and there is no terminal to ask on; run oauth-scopes init --yes\n',
  });
});

it.each([['n\n'], ['\n'], ['yesterday\n'], [null]])('asks on a terminal, and takes %j for no', async (typed) => {
  const { status, stdout, stderr } = await runHere(workspace, ['init'], { typed });
  expect([status, stdout]).toEqual([0, 'Nothing was written.\n']);
  expect(stderr).toMatch(/oauth-scopes\.json would be:\n\{\n {2}"\$schema".*"task-desk" \(UiPath\): the scopes of uipath\.json:3\n.*Write oauth-scopes\.json\? \[y\/N\] /s);
  expect(existsSync(`${workspace.directory}/oauth-scopes.json`)).toBe(false);
});

it('writes when the answer is yes', async () => {
  const { status, stdout } = await runHere(workspace, ['init'], { typed: ' YES\n' });
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'Wrote oauth-scopes.json.']);
  expect(existsSync(`${workspace.directory}/oauth-scopes.json`)).toBe(true);
});

it('writes what is declared and called, after which everything is as it was', async () => {
  const findings = async (): Promise<unknown> => {
    const { applications } = JSON.parse((await runHere(workspace, ['check', '--format', 'json'])).stdout) as {
      applications: { findings: unknown; undecided: unknown; minimal: unknown }[];
    };
    return applications.map((application) => [application.findings, application.undecided, application.minimal]);
  };
  await runHere(workspace, ['sync']);
  const before = await findings();
  expect(oauthScopes(workspace, ['init', '--yes'])).toEqual({
    status: 0,
    stdout:
      'Wrote oauth-scopes.json.\n'
      + '  "task-desk" (UiPath): the scopes of uipath.json:3\n'
      + 'Next: say in "usedFor" or "rationale" why each scope is held, then commit the file.\n',
    stderr: '',
  });
  expect(JSON.parse(workspace.read('oauth-scopes.json'))).toEqual({
    $schema: './node_modules/eslint-plugin-oauth-scopes/schemas/manifest.json',
    version: 1,
    applications: [
      {
        name: 'task-desk',
        provider: 'uipath',
        grant: 'authorization_code',
        scopes: [{ scope: 'OR.Tasks.Read', methods: ['Tasks.getAll'] }, 'OR.Assets'],
      },
    ],
  });
  expect(await findings()).toEqual(before);
  expect((await runHere(workspace, ['sync', '--check'])).stdout).toBe('Up to date.\n');
});

it('never writes over a manifest', async () => {
  const text = '{ "applications": [] }\n';
  workspace.write({ 'oauth-scopes.json': text });
  expect(await runHere(workspace, ['init', '--yes'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'oauth-scopes: oauth-scopes.json: is there already, and init never writes over one\n',
  });
  expect(workspace.read('oauth-scopes.json')).toBe(text);
});
