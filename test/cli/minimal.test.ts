import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication, tsconfig } from './applications.ts';
import { clear } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

describe('minimal', () => {
  it('prints the scope string to paste, then the calls that need each scope', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['minimal']);
    expect(stdout).toMatchInlineSnapshot(`
      "OR.Tasks.Read OR.Tasks.Write

        OR.Tasks.Read   Tasks.getAll  src/tasks.ts:7:28
        OR.Tasks.Write  Tasks.create  src/tasks.ts:12:15

        Not declared so far: OR.Tasks.Write. Register it with the provider before you ask for it.

        Besides the scopes, calls need these role permissions: Tasks.Create.
      "
    `);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('prints the string alone with --quiet', async () => {
    expect(await runHere(workspace, ['minimal', '--quiet'])).toEqual({ status: 0, stdout: 'OR.Tasks.Read OR.Tasks.Write\n', stderr: '' });
  });

  it('keeps scopes that are always allowed, if they are declared', async () => {
    workspace.write({ 'uipath.json': { scope: 'offline_access OR.Tasks openid' } });
    const [first, ...rest] = (await runHere(workspace, ['minimal'])).stdout.split('\n');
    expect(first?.split(' ').sort()).toEqual(['OR.Tasks.Read', 'OR.Tasks.Write', 'offline_access', 'openid']);
    expect(rest).toContain('  openid          declared in uipath.json, and always allowed');
  });

  it('says that it may lack a scope where a call cannot be seen; with --quiet on standard error', async () => {
    workspace.write({ 'src/export.ts': "import { tasks } from './tasks.js';\n\nexport const untyped: any = tasks;\n" });
    expect((await runHere(workspace, ['minimal'])).stdout).toMatchInlineSnapshot(`
      "OR.Tasks.Read OR.Tasks.Write

        OR.Tasks.Read   Tasks.getAll  src/tasks.ts:7:28
        OR.Tasks.Write  Tasks.create  src/tasks.ts:12:15

        Not declared so far: OR.Tasks.Write. Register it with the provider before you ask for it.

        Besides the scopes, calls need these role permissions: Tasks.Create.

        Incomplete: 1 place may need more scopes.
        src/export.ts:3:29  a TaskService becomes any
      "
    `);
    expect(await runHere(workspace, ['minimal', '--quiet'])).toEqual({
      status: 0,
      stdout: 'OR.Tasks.Read OR.Tasks.Write\n',
      stderr: 'Incomplete: 1 place may need more scopes. See oauth-scopes minimal.\n',
    });
  });

  it('uses the newest of several dated requirements, and says so; --as-of takes those of a day', async () => {
    workspace.write({
      'src/tasks.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Buckets } from '@uipath/uipath-typescript/buckets';

export const names = async () => (await new Buckets(new UiPath()).getAll()).items.map(({ name }) => name);
`,
    });
    expect((await runHere(workspace, ['minimal'])).stdout).toMatchInlineSnapshot(`
      "OR.Buckets.Read

        OR.Buckets.Read  Buckets.getAll  src/tasks.ts:4:67

        Not declared so far: OR.Buckets.Read. Register it with the provider before you ask for it.

        Sources of different dates differ, and the newest was used; --as-of <date> takes what held on a day.
        Buckets.getAll: OR.Buckets or OR.Buckets.Read (since 2026-05-13) instead of OR.Administration or OR.Administration.Read (until 2026-05-13)
      "
    `);
    expect((await runHere(workspace, ['minimal', '--as-of', '2026-05-12'])).stdout).toMatchInlineSnapshot(`
      "OR.Administration.Read

        OR.Administration.Read  Buckets.getAll  src/tasks.ts:4:67

        Not declared so far: OR.Administration.Read. Register it with the provider before you ask for it.
      "
    `);
  });

  it('gives scopes and reasons as JSON', async () => {
    expect(JSON.parse((await runHere(workspace, ['minimal', '--format', 'json'])).stdout)).toMatchInlineSnapshot(`
      {
        "applications": [
          {
            "complete": true,
            "name": "task-desk",
            "newestUsedFor": [],
            "permissions": [
              [
                "Tasks.Create",
              ],
            ],
            "provenLeast": true,
            "provider": "uipath",
            "reasons": {
              "OR.Tasks.Read": [
                "Tasks.getAll",
              ],
              "OR.Tasks.Write": [
                "Tasks.create",
              ],
            },
            "scope": "OR.Tasks.Read OR.Tasks.Write",
            "scopes": [
              "OR.Tasks.Read",
              "OR.Tasks.Write",
            ],
            "undecided": [],
          },
        ],
        "version": 1,
      }
    `);
  });

  it('names each of several applications, and prints no bare string for them', async () => {
    clear(workspace);
    workspace.write({
      'package-lock.json': {},
      'tsconfig.json': { files: [], references: [{ path: 'first' }, { path: 'second' }] },
      'first/tsconfig.json': tsconfig,
      'first/package.json': { name: 'first' },
      'first/uipath.json': { scope: 'OR.Tasks' },
      'first/src/tasks.ts': taskApplication['src/tasks.ts'],
      'second/tsconfig.json': tsconfig,
      'second/package.json': { name: 'second' },
      'second/uipath.json': { scope: 'OR.Assets' },
      'second/src/tasks.ts': taskApplication['src/tasks.ts'],
    });
    expect((await runHere(workspace, ['minimal'])).stdout).toMatchInlineSnapshot(`
      "first
      OR.Tasks.Read OR.Tasks.Write

        OR.Tasks.Read   Tasks.getAll  first/src/tasks.ts:7:28
        OR.Tasks.Write  Tasks.create  first/src/tasks.ts:12:15

        Not declared so far: OR.Tasks.Read OR.Tasks.Write. Register them with the provider before you ask for them.

        Besides the scopes, calls need these role permissions: Tasks.Create.

      second
      OR.Tasks.Read OR.Tasks.Write

        OR.Tasks.Read   Tasks.getAll  second/src/tasks.ts:7:28
        OR.Tasks.Write  Tasks.create  second/src/tasks.ts:12:15

        Not declared so far: OR.Tasks.Read OR.Tasks.Write. Register them with the provider before you ask for them.

        Besides the scopes, calls need these role permissions: Tasks.Create.
      "
    `);
    expect(await runHere(workspace, ['minimal', '--quiet'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'oauth-scopes: there are applications in first, second; name one of the directories, or use --format json\n',
    });
    expect((await runHere(workspace, ['minimal', 'second', '--quiet'])).stdout).toBe('OR.Tasks.Read OR.Tasks.Write\n');
  });
});
