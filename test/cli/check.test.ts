import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication, tsconfig } from './applications.ts';
import { clear, remove } from './change-workspace.ts';
import { environment, oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

interface Report {
  readonly applications: readonly {
    readonly name: string;
    readonly declared: readonly { readonly file: string; readonly kind: string; readonly effective: boolean }[];
    readonly findings: readonly { readonly kind: string; readonly scope: string; readonly file: string }[];
    readonly minimal: readonly string[];
  }[];
}

async function report(words: readonly string[] = [], from?: string): Promise<Report> {
  const { stdout, stderr } = await runHere(workspace, ['check', '--format', 'json', ...words], from === undefined ? {} : { from });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report;
}

describe('what check prints', () => {
  it('is findings, what they rest on, and one line that sums up; exit code 1', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['check']);
    expect(stdout).toMatchInlineSnapshot(`
      "task-desk (uipath)

        src/tasks.ts:12:15  no-missing-scope  Tasks.create needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write. Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.
        uipath.json:3:27    no-unused-scope   No call needs OR.Assets. Remove it.

        Declared  OR.Tasks.Read OR.Assets (uipath.json:3:12)
        Least     OR.Tasks.Read OR.Tasks.Write
        Roles     Tasks.Create (needed besides the scopes)
        Coverage  2 calls, all with a known requirement

      2 findings.
      "
    `);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it('is one object with --format json', async () => {
    const { status, stdout } = await runHere(workspace, ['check', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "applications": [
          {
            "coverage": {
              "calls": 2,
              "resolved": 2,
              "unmapped": 0,
              "untyped": 0,
            },
            "declared": [
              {
                "effective": true,
                "file": "uipath.json",
                "kind": "uipath.json",
                "line": 3,
                "scopes": [
                  "OR.Tasks.Read",
                  "OR.Assets",
                ],
              },
            ],
            "findings": [
              {
                "column": 15,
                "file": "src/tasks.ts",
                "kind": "missing",
                "line": 12,
                "message": "Tasks.create needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write. Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.",
                "rule": "no-missing-scope",
                "scope": "OR.Tasks or OR.Tasks.Write",
                "suggestion": "OR.Tasks.Write",
              },
              {
                "column": 27,
                "file": "uipath.json",
                "kind": "unused",
                "line": 3,
                "message": "No call needs OR.Assets. Remove it.",
                "rule": "no-unused-scope",
                "scope": "OR.Assets",
              },
            ],
            "minimal": [
              "OR.Tasks.Read",
              "OR.Tasks.Write",
            ],
            "name": "task-desk",
            "needed": [
              {
                "anyOf": [
                  "OR.Tasks",
                  "OR.Tasks.Read",
                ],
                "by": [
                  {
                    "call": "Tasks.getAll",
                    "column": 28,
                    "file": "src/tasks.ts",
                    "line": 7,
                  },
                ],
              },
              {
                "anyOf": [
                  "OR.Tasks",
                  "OR.Tasks.Write",
                ],
                "by": [
                  {
                    "call": "Tasks.create",
                    "column": 15,
                    "file": "src/tasks.ts",
                    "line": 12,
                  },
                ],
              },
            ],
            "permissions": [
              {
                "anyOf": [
                  "Tasks.Create",
                ],
                "by": [
                  {
                    "call": "Tasks.create",
                    "column": 15,
                    "file": "src/tasks.ts",
                    "line": 12,
                  },
                ],
              },
            ],
            "provider": "uipath",
            "undecided": [],
          },
        ],
        "version": 1,
      }
    `);
    expect(status).toBe(1);
  });

  it('is short where nothing is wrong; exit code 0', async () => {
    workspace.write({ 'uipath.json': { scope: 'OR.Tasks.Read OR.Tasks.Write' } });
    const { status, stdout } = await runHere(workspace, ['check']);
    expect(stdout).toMatchInlineSnapshot(`
      "task-desk (uipath)

        Declared  OR.Tasks.Read OR.Tasks.Write (uipath.json:2:12)
        Least     OR.Tasks.Read OR.Tasks.Write
        Roles     Tasks.Create (needed besides the scopes)
        Coverage  2 calls, all with a known requirement

      No findings.
      "
    `);
    expect(status).toBe(0);
  });

  it('says what is undecided, and why', async () => {
    workspace.write({
      'src/legacy.ts': "import { tasks } from './tasks.js';\n\nexport const list = () => (tasks as any).getAll();\n",
    });
    const { status, stdout } = await runHere(workspace, ['check']);
    expect(stdout).toMatchInlineSnapshot(`
      "task-desk (uipath)

        src/tasks.ts:12:15  no-missing-scope  Tasks.create needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write. Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.

        Undecided
        src/legacy.ts:3:28  a TaskService becomes any (holds back OR.Assets)

        Declared  OR.Tasks.Read OR.Assets (uipath.json:3:12)
        Least     OR.Tasks.Read OR.Tasks.Write, and what is undecided may need more
        Roles     Tasks.Create (needed besides the scopes)
        Coverage  2 calls, all with a known requirement

      1 finding, 1 undecided.
      "
    `);
    expect(status).toBe(1);
  });

  it('names files relative to the working directory, with forward slashes', async () => {
    expect((await report(['..'], 'src')).applications[0]?.findings.map(({ file }) => file)).toEqual(['tasks.ts', '../uipath.json']);
    expect((await report(['--project', '../tsconfig.json'], 'src')).applications[0]?.findings.map(({ file }) => file)).toEqual([
      'tasks.ts',
      '../uipath.json',
    ]);
  });

  it('has no colours in a pipe, unless they are forced', () => {
    expect(oauthScopes(workspace, ['check'], { env: { NO_COLOR: undefined } }).stdout).not.toContain('\u001b');
    expect(oauthScopes(workspace, ['check'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[1mtask-desk\u001b[22m');
  });

  it('ends quietly when the reader has seen enough', () => {
    const main = join(workspace.directory, 'node_modules/eslint-plugin-oauth-scopes/dist/src/cli/main.js');
    // A reader that reads some would let the rest into the pipe before it is gone: this one is gone when the first line comes.
    const command = `{ "${process.execPath}" "${main}" check; echo "exit code $?" >&2; } | :`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: workspace.directory, env: environment(), encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'exit code 0\n' });
  });

  it('never shows another value of an .env file', async () => {
    workspace.write({ '.env': 'CLIENT_SECRET=hunter2hunter2\nVITE_UIPATH_SCOPE=OR.Tasks.Read,OR.Assets\nAPI_KEY="sk-verysecret"\n' });
    let everything = '';
    for (const words of [['check'], ['check', '--format', 'json'], ['minimal'], ['sync'], ['sync', '--check']]) {
      const { stdout, stderr } = await runHere(workspace, words);
      everything += stdout + stderr;
    }
    expect(everything).toContain('.env');
    expect(everything).not.toMatch(/hunter2|verysecret|CLIENT_SECRET|API_KEY/);
  });
});

describe('which program check analyses', () => {
  const worker = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';

export const readAssets = (sdk: UiPath) => new Assets(sdk).getAll();
`;

  it('follows the references of a root without files of its own', async () => {
    workspace.write({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.node.json' }] },
      'tsconfig.app.json': tsconfig,
      'tsconfig.node.json': { ...tsconfig, include: ['vite.config.ts'] },
      'vite.config.ts': 'export default {};\n',
    });
    expect((await report()).applications.map(({ name, findings }) => [name, findings.length])).toEqual([['task-desk', 2]]);
  });

  it('passes over a reference that has no files yet', async () => {
    workspace.write({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.worker.json' }, { path: './tsconfig.app.json' }] },
      'tsconfig.app.json': tsconfig,
      'tsconfig.worker.json': { ...tsconfig, include: ['worker'] },
    });
    expect((await report()).applications.map(({ name, findings }) => [name, findings.length])).toEqual([['task-desk', 2]]);
  });

  it('counts the calls of every project of an application: what only the worker uses is not unused', async () => {
    workspace.write({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.worker.json' }] },
      'tsconfig.app.json': tsconfig,
      'tsconfig.worker.json': { ...tsconfig, include: ['worker'] },
      'worker/main.ts': worker,
    });
    expect((await report()).applications.map(({ findings }) => findings.map(({ kind }) => kind))).toEqual([['missing', 'narrow']]);
  });

  it('sees into a referenced library by its source: it is part of the application, and none of its own', async () => {
    workspace.write({
      'tsconfig.json': { files: [], references: [{ path: 'packages/app' }, { path: 'packages/library' }] },
      'uipath.json': {},
      'packages/app/package.json': { name: 'app' },
      'packages/app/uipath.json': { scope: 'OR.Assets.Read' },
      'packages/app/tsconfig.json': {
        ...tsconfig,
        compilerOptions: { ...tsconfig.compilerOptions, paths: { library: ['../library/dist/main.d.ts'] } },
        references: [{ path: '../library' }],
      },
      'packages/app/src/main.ts':
        "import { readAssets } from 'library';\nimport { UiPath } from '@uipath/uipath-typescript/core';\n\nvoid readAssets(new UiPath());\n",
      'packages/library/package.json': { name: 'library' },
      'packages/library/tsconfig.json': {
        compilerOptions: { ...tsconfig.compilerOptions, noEmit: false, composite: true, rootDir: 'src', outDir: 'dist' },
        include: ['src'],
      },
      'packages/library/src/main.ts': worker,
    });
    expect((await report()).applications).toMatchObject([{ name: 'app', findings: [], minimal: ['OR.Assets.Read'] }]);
  });

  it('reads jsconfig.json, and shows a use in JavaScript without accusing', async () => {
    remove(workspace, 'tsconfig.json', 'src');
    workspace.write({
      'jsconfig.json': tsconfig,
      'src/tasks.js': "import { Tasks } from '@uipath/uipath-typescript/tasks';\n\nexport const titles = (sdk) => new Tasks(sdk).getAll();\nexport const create = (tasks) => tasks.create({ title: 'A' }, 7);\n",
    });
    const { status, stdout } = await runHere(workspace, ['check']);
    expect(stdout).toMatchInlineSnapshot(`
      "task-desk (uipath)

        uipath.json:3:27  no-unused-scope  No call needs OR.Assets. Remove it.

        Undecided
        src/tasks.js:4:40  the receiver has no type: this may be Attachments.create or one of 6 other methods of that name

        Declared  OR.Tasks.Read OR.Assets (uipath.json:3:12)
        Least     OR.Tasks.Read, and what is undecided may need more
        Coverage  2 calls, 1 with a known requirement, 1 untyped

      1 finding, 1 undecided.
      "
    `);
    expect(status).toBe(1);
  });

  it('case 44: says nothing of unused scopes where no file calls the SDK', async () => {
    remove(workspace, 'src');
    workspace.write({ 'src/empty.ts': 'export {};\n' });
    expect((await report()).applications).toMatchObject([{ name: 'task-desk', findings: [] }]);
  });
});

describe('the registration file', () => {
  it('changes nothing in what check finds', async () => {
    const before = await report();
    expect((await runHere(workspace, ['sync'])).status).toBe(0);
    expect(await report()).toEqual(before);
  });

  it('is a conflict when the declaration has changed since', async () => {
    await runHere(workspace, ['sync']);
    workspace.write({ 'uipath.json': { scope: 'OR.Tasks' } });
    const { status, stdout } = await runHere(workspace, ['check']);
    expect(stdout).toContain(
      'src/oauth-scopes.gen.d.ts:8:5  consistent-scopes  This registration is stale, so that the compiler checks other scopes than are ' +
        'declared: it lacks OR.Tasks and still has OR.Assets OR.Tasks.Read. Run oauth-scopes sync.\n',
    );
    expect(status).toBe(1);
  });

  it('is an error when no program loads it', async () => {
    workspace.write({ 'oauth-scopes.gen.d.ts': 'export {};\n' });
    expect(await runHere(workspace, ['check'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'oauth-scopes: oauth-scopes.gen.d.ts:1:1: no program loads this file, so that the compiler checks no call; ' +
        'add it to "include" of tsconfig.json, or delete it and run oauth-scopes sync\n',
    });
  });
});
