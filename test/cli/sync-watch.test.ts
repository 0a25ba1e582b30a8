import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication } from './applications.ts';
import { clear } from './change-workspace.ts';
import { startOauthScopes } from './command-line.ts';

const workspace = makeWorkspace({ plugin: 'built' });
const registration = 'src/oauth-scopes.gen.d.ts';

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

describe('sync --watch', () => {
  it('follows the declarations until it is interrupted', async () => {
    const running = startWatching();
    await running.line(/^Watching the declarations of scopes/);
    expect(workspace.read(registration)).toContain("uipath: 'OR.Assets OR.Tasks.Read';");

    workspace.write({ 'uipath.json': { scope: 'OR.Tasks' } });
    await running.line(/^Wrote src\/oauth-scopes\.gen\.d\.ts\./);
    expect(workspace.read(registration)).toContain("uipath: 'OR.Tasks';");

    // Half of a file, as a person leaves it in the middle of an edit.
    workspace.write({ 'uipath.json': '{ "scope": "OR.Ta' });
    expect(await running.line(/^oauth-scopes: /)).toMatch(/^oauth-scopes: uipath\.json:1:/);
    expect(workspace.read(registration)).toContain("uipath: 'OR.Tasks';");

    // As editors save that put a new file in the place of the old one.
    workspace.write({ 'uipath.json.tmp': { scope: 'OR.Tasks PIMS' } });
    renameSync(join(workspace.directory, 'uipath.json.tmp'), join(workspace.directory, 'uipath.json'));
    await running.line(/^Wrote /);
    expect(workspace.read(registration)).toContain("uipath: 'OR.Tasks PIMS';");

    // A declaration in code, in a file that makes a client.
    workspace.write({ 'src/tasks.ts': taskApplication['src/tasks.ts'].replace('new UiPath()', "new UiPath({ scope: 'OR.Tasks.Read' })") });
    await running.line(/^Wrote /);
    expect(workspace.read(registration)).toContain("uipath: 'OR.Tasks.Read';");

    running.kill('SIGINT');
    expect(await running.ended).toBe(0);
  });

  it('does not begin where a declaration cannot be read', async () => {
    workspace.write({ 'uipath.json': '{' });
    const running = startWatching();
    expect(await running.line(/./)).toMatch(/^oauth-scopes: uipath\.json:1:/);
    expect(await running.ended).toBe(2);
  });
});

/** Until the test is over, however it ends. */
function startWatching(): ReturnType<typeof startOauthScopes> {
  const running = startOauthScopes(workspace, ['sync', '--watch']);
  onTestFinished(() => {
    running.kill('SIGKILL');
  });
  return running;
}
