import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace, projectDirectory, runTsc } from '../support/workspace.ts';
import { taskApplication, tsconfig } from './applications.ts';
import { clear, installBeside } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });
const registration = 'src/oauth-scopes.gen.d.ts';

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

async function sync(...words: string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  const { status, stdout, stderr } = await runHere(workspace, ['sync', ...words]);
  expect(stderr).toBe('');
  return { status, output: stdout };
}

/** What a registration file makes of the declared scopes. */
function registered(file = registration): string | undefined {
  return /uipath: '(.*)';/.exec(workspace.read(file))?.[1];
}

describe('sync', () => {
  it('writes the file that makes the compiler check every call', async () => {
    expect(oauthScopes(workspace, ['sync'])).toEqual({ status: 0, stdout: `Wrote ${registration}. Registers the scopes of uipath.json:3.\n`, stderr: '' });
    expect(workspace.read(registration)).toMatchInlineSnapshot(`
      "/* eslint-disable */
      // Written by \`oauth-scopes sync\`, which replaces it: change the declaration that it was made from, and run the command again.
      // Registers the scopes of ../uipath.json:3.
      /// <reference types="eslint-plugin-oauth-scopes/uipath" />

      declare module 'eslint-plugin-oauth-scopes/types' {
        interface Registered {
          uipath: 'OR.Assets OR.Tasks.Read';
        }
      }

      export {};
      "
    `);
    expect((await runTsc('6.0', workspace.directory)).errors).toMatchObject([{ file: 'src/tasks.ts', line: 12, code: 'TS2349' }]);
  });

  it('leaves a file alone that is as it should be', async () => {
    await sync();
    const before = statSync(join(workspace.directory, registration)).mtimeMs;
    expect(await sync()).toEqual({ status: 0, output: `Unchanged: ${registration}. Registers the scopes of uipath.json:3.\n` });
    expect(statSync(join(workspace.directory, registration)).mtimeMs).toBe(before);
  });

  it('puts the file into the directory of the application, if the program reaches there, else into a folder that it includes', async () => {
    workspace.write({ 'tsconfig.json': { ...tsconfig, include: ['**/*'] } });
    expect((await sync()).output).toMatch(/^Wrote oauth-scopes\.gen\.d\.ts\./);
    clear(workspace);
    workspace.write({ ...taskApplication, 'tsconfig.json': { ...tsconfig, include: ['generated/**/*.d.ts', 'src/**/*.ts', 'lib/*.tsx'] } });
    expect((await sync()).output).toMatch(/^Wrote src\/oauth-scopes\.gen\.d\.ts\./);
  });

  it('writes a file for each project of an application, where they have no folder in common', async () => {
    workspace.write({
      'tsconfig.json': {
        files: [],
        references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.worker.json' }, { path: './tsconfig.node.json' }],
      },
      'tsconfig.app.json': tsconfig,
      'tsconfig.worker.json': { ...tsconfig, include: ['worker'] },
      'tsconfig.node.json': { ...tsconfig, include: ['vite.config.ts'] },
      'worker/main.ts': taskApplication['src/tasks.ts'],
      'vite.config.ts': "export default { optimizeDeps: { include: ['@uipath/uipath-typescript'] } };\n",
    });
    expect(
      (await sync())
        .output.split('\n')
        .map((line) => line.split('. ')[0]),
    ).toEqual([`Wrote ${registration}`, 'Wrote worker/oauth-scopes.gen.d.ts', '']);
    expect((await sync('--check')).output).toBe('Up to date.\n');
    for (const project of ['tsconfig.app.json', 'tsconfig.worker.json']) {
      expect((await runTsc('6.0', workspace.directory, ['-p', project])).errors).toMatchObject([{ line: 12, code: 'TS2349' }]);
    }
  });

  it('says what to include when no directory will do, and writes nothing', async () => {
    workspace.write({ 'tsconfig.json': { ...tsconfig, include: undefined, files: ['src/tasks.ts'] } });
    const { status, stdout, stderr } = await runHere(workspace, ['sync']);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'oauth-scopes: tsconfig.json:1:1: would not load oauth-scopes.gen.d.ts; add "oauth-scopes.gen.d.ts" to its "include", then run oauth-scopes sync\n',
    });
    expect(existsSync(join(workspace.directory, 'oauth-scopes.gen.d.ts'))).toBe(false);
  });

  it('refuses two registration files in one program', async () => {
    workspace.write({ [registration]: 'export {};\n', 'src/more/oauth-scopes.gen.d.ts': 'export {};\n' });
    expect(await runHere(workspace, ['sync'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^oauth-scopes: src\/\S*oauth-scopes\.gen\.d\.ts:1:1: registers scopes in the same program as src\/[^\n]+\n$/,
      ) as unknown,
    });
  });

  it('writes a file for each of several applications, each with its own scopes', async () => {
    clear(workspace);
    workspace.write({
      'package-lock.json': {},
      'tsconfig.json': { files: [], references: [{ path: 'first' }, { path: 'second' }] },
      'first/tsconfig.json': tsconfig,
      'first/uipath.json': { scope: 'OR.Tasks' },
      'first/src/tasks.ts': taskApplication['src/tasks.ts'],
      'second/tsconfig.json': tsconfig,
      'second/uipath.json': { scope: 'OR.Assets' },
      'second/src/tasks.ts': taskApplication['src/tasks.ts'],
    });
    expect((await sync()).status).toBe(0);
    expect([registered(`first/${registration}`), registered(`second/${registration}`)]).toEqual(['OR.Tasks', 'OR.Assets']);
  });

  it('writes nothing at all when one of several applications is broken', async () => {
    clear(workspace);
    workspace.write({
      'package-lock.json': {},
      'tsconfig.json': { files: [], references: [{ path: 'first' }, { path: 'second' }] },
      'first/tsconfig.json': tsconfig,
      'first/uipath.json': { scope: 'OR.Tasks' },
      'first/src/tasks.ts': taskApplication['src/tasks.ts'],
      'second/tsconfig.json': tsconfig,
      'second/uipath.json': '{ "scope": ',
      'second/src/tasks.ts': taskApplication['src/tasks.ts'],
    });
    expect(await runHere(workspace, ['sync'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^oauth-scopes: second\/uipath\.json:1:/) as unknown,
    });
    expect(existsSync(join(workspace.directory, `first/${registration}`))).toBe(false);
  });
});

describe('what sync registers', () => {
  it('is the scopes of the declaration in effect, in the order of the catalog, without what no catalog knows', async () => {
    workspace.write({
      'uipath.json': { scope: 'PIMS, OR.Tasks  OR.Foldrs OR.Tasks Jobs.Create openid' },
      '.env': 'VITE_UIPATH_SCOPE=PIMS\n',
    });
    expect((await sync()).output).toContain('Registers the scopes of uipath.json:2.');
    expect(registered()).toBe('OR.Tasks PIMS openid');
  });

  it('is all scopes of several declarations, each of which may be in effect', async () => {
    clear(workspace);
    workspace.write({
      ...taskApplication,
      'uipath.json': {},
      '.env': 'VITE_UIPATH_SCOPE=OR.Tasks\n',
      '.env.production': 'VITE_UIPATH_SCOPE=OR.Assets\n',
    });
    workspace.write({
      'src/tasks.ts': taskApplication['src/tasks.ts'].replace('new UiPath()', 'new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE })'),
    });
    workspace.write({ 'src/env.d.ts': 'interface ImportMeta { readonly env: Record<string, string> }\n' });
    expect((await sync()).output).toMatch(/Registers the scopes of \.env:1, and those of \.env\.production:1, which may be in effect instead/);
    expect(registered()).toBe('OR.Assets OR.Tasks');
  });

  it.each([
    ['nothing is declared', { 'uipath.json': {} }, 'no declaration of scopes was found'],
    [
      'a role wildcard is asked for',
      { 'uipath.json': { scope: 'OR.Default' } },
      'uipath.json:2 asks for OR.Default, which covers whatever the role of the application allows',
    ],
    ['the scopes are still to be filled in', { 'uipath.json': { scope: '' } }, 'uipath.json:2 holds no scopes yet'],
    ['no scope is known', { 'uipath.json': { scope: 'OR.Foo' } }, 'uipath.json:2 names no scope that the catalog knows'],
  ])('is nothing where %s', async (_, files, reason) => {
    workspace.write(files);
    expect(await sync()).toEqual({ status: 0, output: `Wrote ${registration}. Registers nothing, so that calls stay unchecked: ${reason}.\n` });
    expect(registered()).toBeUndefined();
    expect(workspace.read(registration)).toContain('/// <reference types="eslint-plugin-oauth-scopes/uipath" />');
  });

  it('case 55: is nothing where the client is made with a secret', async () => {
    workspace.write({
      'src/tasks.ts': taskApplication['src/tasks.ts'].replace(
        'new UiPath()',
        "new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: 's' })",
      ),
    });
    expect((await sync()).output).toContain('src/tasks.ts:4 makes a client with a secret or a token, which has no scopes');
    expect(registered()).toBeUndefined();
  });
});

describe('sync --check', () => {
  it('is content with a file that is up to date; exit code 0', async () => {
    await sync();
    expect(await sync('--check')).toEqual({ status: 0, output: 'Up to date.\n' });
  });

  it('is content when only comments differ: the declaration has moved to another line', async () => {
    await sync();
    workspace.write({ 'uipath.json': '{\n\n\n  "scope": "OR.Tasks.Read OR.Assets"\n}\n' });
    expect((await sync('--check')).status).toBe(0);
  });

  it('complains when there is no file, and makes none; exit code 1', async () => {
    expect(await sync('--check')).toEqual({ status: 1, output: `${registration} is missing; run oauth-scopes sync\n` });
    expect(existsSync(join(workspace.directory, registration))).toBe(false);
  });

  it('says what changed, and changes nothing; exit code 1', async () => {
    await sync();
    const before = workspace.read(registration);
    workspace.write({ 'uipath.json': { scope: 'OR.Tasks PIMS OR.Assets' } });
    expect(await sync('--check')).toEqual({
      status: 1,
      output: `${registration} is stale: it lacks OR.Tasks PIMS and still has OR.Tasks.Read; run oauth-scopes sync\n`,
    });
    expect(workspace.read(registration)).toBe(before);
  });

  it('is not to be combined with --watch', async () => {
    expect(await runHere(workspace, ['sync', '--check', '--watch'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'oauth-scopes: --check looks once and --watch goes on; choose one of them\n',
    });
  });
});

describe('an SDK that the shipped overlay does not fit', () => {
  const sdk = join(projectDirectory, 'node_modules/@uipath/uipath-typescript');

  it('of another version: the overlay is generated below node_modules', async () => {
    const other = makeWorkspace({ plugin: 'built', files: taskApplication });
    const description = join(other.directory, 'node_modules/@uipath/uipath-typescript/package.json');
    writeFileSync(description, readFileSync(description, 'utf8').replace('"version": "1.3.8"', '"version": "1.99.0"'));
    const { status, stdout } = await runHere(other, ['sync']);
    expect(stdout).toBe(
      'Wrote node_modules/.oauth-scopes/uipath for @uipath/uipath-typescript 1.99.0; run oauth-scopes generate after each installation.\n' +
        `Wrote ${registration}. Registers the scopes of uipath.json:3.\n`,
    );
    expect(status).toBe(0);
    expect(other.read(registration)).toContain('/// <reference path="../node_modules/.oauth-scopes/uipath/index.d.ts" />');
    expect((await runTsc('6.0', other.directory)).errors).toMatchObject([{ file: 'src/tasks.ts', line: 12, code: 'TS2349' }]);
    expect((await runHere(other, ['sync', '--check'])).status).toBe(0);
    rmSync(join(other.directory, 'node_modules/.oauth-scopes'), { recursive: true });
    expect(await runHere(other, ['sync', '--check'])).toMatchObject({
      status: 1,
      stdout: 'node_modules/.oauth-scopes/uipath is not made of the installed @uipath/uipath-typescript 1.99.0 and the uipath catalog of 2026-08-22; run oauth-scopes generate\n',
    });
    other.remove();
  });

  it('installed elsewhere than beside the package: the same', async () => {
    const nested = makeWorkspace({ plugin: 'built', sdk: null });
    nested.write({ 'package-lock.json': {} });
    for (const [path, text] of Object.entries(taskApplication)) {
      nested.write({ [`app/${path}`]: text });
    }
    cpSync(sdk, join(nested.directory, 'app/node_modules/@uipath/uipath-typescript'), {
      recursive: true,
      filter: (path) => !/\.[cm]?js$/.test(path),
    });
    expect((await runHere(nested, ['sync', 'app'])).stdout).toContain(
      'Wrote app/node_modules/.oauth-scopes/uipath for @uipath/uipath-typescript 1.3.8;',
    );
    expect((await runTsc('6.0', nested.directory, ['-p', 'app'])).errors).toMatchObject([
      { file: 'app/src/tasks.ts', line: 12, code: 'TS2349' },
    ]);
    nested.remove();
  });

  it('without this package beside it: one line, and nothing is written', async () => {
    const bare = makeWorkspace({ place: 'temporary', plugin: 'none', files: taskApplication });
    installBeside(bare, ['typescript']);
    const { status, stderr } = await runHere(workspace, ['sync', bare.directory]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^oauth-scopes: \S+: needs eslint-plugin-oauth-scopes beside its SDK; run npm install --save-dev eslint-plugin-oauth-scopes\n$/,
    );
    expect(existsSync(join(bare.directory, registration))).toBe(false);
    bare.remove();
  });
});
