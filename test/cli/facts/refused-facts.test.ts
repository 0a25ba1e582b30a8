import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/cli/facts/digest.ts';
import type { PackageFacts } from '../../../src/cli/facts/package-facts.ts';
import { makeWorkspace } from '../../support/workspace.ts';
import { tsconfig } from '../applications.ts';
import { oauthScopes } from '../command-line.ts';
import { runHere } from '../in-process.ts';

const source = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
export const tasks = new Tasks(new UiPath()).getAll();
`;
const files = {
  'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
  'package-lock.json': {},
  'packages/desk/package.json': { name: '@acme/desk' },
  'packages/desk/tsconfig.json': { ...tsconfig, references: [{ path: '../other' }] },
  'packages/desk/.env': 'UIPATH_SECRET=hush-hush\nVITE_UIPATH_SCOPE=OR.Tasks.Read\n',
  'packages/desk/src/index.ts': source,
  'packages/other/package.json': { name: '@acme/other' },
  'packages/other/tsconfig.json': { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, noEmit: false, composite: true, outDir: 'dist' } },
  'packages/other/src/index.ts': 'export {};\n',
};
const workspace = makeWorkspace({ plugin: 'built', files });
afterAll(workspace.remove);

const desk = 'packages/desk/oauth-scopes.facts.json';
const other = 'packages/other/oauth-scopes.facts.json';

describe('oauth-scopes merge', () => {
  let made: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    expect(await runHere(workspace, ['facts'], { from: 'packages/other' })).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout } = oauthScopes(workspace, ['facts', 'packages/desk']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `Wrote ${desk}: 1 call in 1 project.\n` });
    made = { [desk]: workspace.read(desk), [other]: workspace.read(other) };
  });

  beforeEach(() => {
    workspace.write({ ...files, ...made });
  });

  it('takes facts that name no directory of this machine, and no secret', () => {
    const { status, stdout } = oauthScopes(workspace, ['merge']);
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({ status: 0, last: 'No findings.' });
    expect(made[desk]).toContain('Tasks.getAll');
    expect(made[desk]).not.toContain(workspace.directory);
    expect(made[desk]).not.toContain('hush');
  });

  it.each([
    ['a text that has changed', { 'packages/desk/src/index.ts': `${source}\n` }, `${desk}: is older than packages/desk/src/index.ts; run oauth-scopes facts there again`],
    [
      'other scopes in an .env file', { 'packages/desk/.env': 'VITE_UIPATH_SCOPE=OR.Jobs\n' },
      'packages/desk/tsconfig.json: was read with other scopes than packages/desk declares now; run oauth-scopes facts there again',
    ],
    ['half a file', { [desk]: '{"version":1,' }, `${desk}: holds no facts of this version; run oauth-scopes facts there again`],
    [
      'facts of another version', { [desk]: JSON.stringify({ version: 1, madeBy: '0.0.1', catalogs: {}, projects: [], references: [], files: {} }) },
      `${desk}: was made by version 0.0.1, and this is `,
    ],
  ])('refuses %s', async (_, changed, message) => {
    workspace.write(changed);
    const { status, stdout, stderr } = await runHere(workspace, ['merge']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`oauth-scopes: ${message}`);
  });

  it('reads nothing outside of the workspace, whatever a file of facts names', async () => {
    const outside = relative(workspace.directory, import.meta.filename);
    const facts = JSON.parse(workspace.read(desk)) as PackageFacts;
    workspace.write({ [desk]: JSON.stringify({ ...facts, files: { ...facts.files, [outside]: digestOf(readFileSync(import.meta.filename, 'utf8')) } }) });
    expect((await runHere(workspace, ['merge'])).stderr).toContain(`oauth-scopes: ${desk}: is older than ${outside}; `);
  });

  it('refuses a package without facts that another one refers to, and a directory without any', async () => {
    rmSync(join(workspace.directory, other));
    expect((await runHere(workspace, ['merge'])).stderr).toBe(
      `oauth-scopes: ${desk}: refers to packages/other/tsconfig.json, of which no facts tell; run oauth-scopes facts in packages/other\n`,
    );
    expect((await runHere(workspace, ['merge', 'packages/other'])).stderr).toBe(
      'oauth-scopes: packages/other: holds no oauth-scopes.facts.json, nor does any directory below it; run oauth-scopes facts in each package\n',
    );
  });
});
