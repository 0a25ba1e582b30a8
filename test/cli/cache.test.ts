import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { isUnchanged, type InputRecord } from '../../src/cli/cache/input-record.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication, tsconfig } from './applications.ts';
import { clear, remove } from './change-workspace.ts';
import { oauthScopes, type Run } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });
const folder = join(workspace.directory, 'node_modules/.cache/oauth-scopes');

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

/** Every answer that is kept is replaced by one that nobody would compute. */
function markKeptAnswers(): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"task-desk"', '"from the cache"'));
  }
}

function isFromCache({ stdout }: Run): boolean {
  return stdout.includes('from the cache');
}

const check = (...words: readonly string[]): Promise<Run> => runHere(workspace, ['check', '--cache', ...words]);

describe('an answer of the last run', () => {
  it('is the same, with its exit code', () => {
    const first = oauthScopes(workspace, ['check', '--cache']);
    expect(first.status).toBe(1);
    expect(oauthScopes(workspace, ['check', '--cache'])).toEqual(first);
  });

  it('is given again while nothing changes, in each form', async () => {
    await check();
    markKeptAnswers();
    expect([await check(), await check('--format', 'json'), await check()].map(isFromCache)).toEqual([true, true, true]);
  });

  it('is given again after a checkout, which sets all times anew', async () => {
    await check();
    markKeptAnswers();
    const now = new Date();
    for (const file of ['src/tasks.ts', 'uipath.json', 'tsconfig.json', 'package.json']) {
      utimesSync(join(workspace.directory, file), now, now);
    }
    expect(isFromCache(await check())).toBe(true);
  });

  it('is not, once something has changed that it was read from', async () => {
    workspace.write({ 'src/index.ts': "export * from './tasks';\n" });
    await check();
    markKeptAnswers();
    workspace.write({ 'src/tasks.ts': `${taskApplication['src/tasks.ts']}\n` });
    expect(isFromCache(await check())).toBe(false);
  });

  it('is not that of another question', async () => {
    await check();
    await runHere(workspace, ['minimal', '--cache']);
    markKeptAnswers();
    expect([await check('--as-of', '2026-01-01'), await runHere(workspace, ['check'])].map(isFromCache)).toEqual([false, false]);
  });

  it('is not that of a cache that somebody broke', async () => {
    const first = await check();
    for (const name of readdirSync(folder)) {
      writeFileSync(join(folder, name), '{"inputs":{"files":{"');
    }
    expect(await check()).toEqual(first);
  });

  it('holds nothing of an .env file, and no digest of it', async () => {
    workspace.write({ '.env': 'VITE_UIPATH_SCOPE=OR.Tasks\nPASSWORD=hunter2\n' });
    await check();
    const [kept = ''] = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const { inputs } = JSON.parse(kept) as { inputs: { files: Record<string, unknown[]> } };
    expect(kept).not.toContain('hunter2');
    expect(Object.entries(inputs.files).find(([file]) => file.endsWith('/.env'))?.[1][2]).toBeNull();
  });
});

describe('what an answer was read from', () => {
  const types = 'node_modules/@uipath/uipath-typescript/tasks/index.d.ts';

  it.each<readonly [what: string, file: string, content: string | object]>([
    ['a new file of the program', 'src/more/deeper/other.ts', 'export {};\n'],
    ['what the application declares', 'uipath.json', { clientId: 'b0a1', scope: 'OR.Tasks.Read' }],
    ['another place that declares something', '.env', 'VITE_UIPATH_SCOPE=OR.Tasks\n'],
    ['the manifest', 'oauth-scopes.json', { applications: [{ name: 'a', provider: 'uipath', scopes: [] }] }],
    ['the configuration', 'tsconfig.json', { ...tsconfig, include: ['src/tasks.ts'] }],
    ['a file of a package that the compiler looked for', types, 'export {};\n'],
    ['the registration', 'src/oauth-scopes.gen.d.ts', 'export {};\n'],
  ])('includes %s', async (_, file, content) => {
    const before = await recordOfRun();
    const isSame = isUnchanged(before);
    workspace.write({ [file]: content });
    expect([isSame, isUnchanged(before)]).toEqual([true, false]);
    remove(workspace, 'node_modules/@uipath/uipath-typescript/tasks');
  });

  it('includes a file that is removed', async () => {
    const before = await recordOfRun();
    remove(workspace, 'src/tasks.ts');
    expect(isUnchanged(before)).toBe(false);
  });
});

/** The same for every test: the application is written anew with other times, and the same texts. */
let record: InputRecord | undefined;

async function recordOfRun(): Promise<InputRecord> {
  if (record === undefined) {
    await check();
    const [kept = ''] = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    record = (JSON.parse(kept) as { inputs: InputRecord }).inputs;
  }
  return record;
}
