import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication } from './applications.ts';
import { clear, remove } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

describe('explain', () => {
  it('says what a method needs, who says so, and where it is called', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['explain', 'Tasks.create']);
    expect(stdout).toMatchInlineSnapshot(`
      "Tasks.create (uipath, method of the SDK)
        Needs         OR.Tasks or OR.Tasks.Write: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy, line 138
        Permission    Tasks.Create. Both are needed: the scope and the permission
        Granted by    OR.Tasks, OR.Tasks.Write
        In task-desk
        Used          Tasks.create at src/tasks.ts:12:15
      "
    `);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('says what a scope is for, and what would be lost without it', async () => {
    expect((await runHere(workspace, ['explain', 'or.tasks.read'])).stdout).toMatchInlineSnapshot(`
      "OR.Tasks.Read (uipath, scope, Orchestrator)
        Implied by    OR.Tasks
        Accepted by   CaseInstances.getActionTasks, Tasks.getAll, Tasks.getById and 33 more
        Source        UiPath.WebApi 20.0, 18.0 and 16.0 (2025-09-03), OAuth Scopes Reference of the UiPath TypeScript SDK (2026-08-19), OAuth Scopes Reference of the UiPath TypeScript SDK (2026-05-12) and 2 more
        In task-desk
        Declared      uipath.json:3:12
        Needed for    Tasks.getAll at src/tasks.ts:7:28
        Without it    Tasks.getAll would be refused
      "
    `);
  });

  it('takes an endpoint as two words, and with its whole address', async () => {
    remove(workspace, 'tsconfig.json');
    const template = (await runHere(workspace, ['explain', 'GET', '/odata/Jobs({key})'])).stdout;
    expect(template).toMatchInlineSnapshot(`
      "GET /odata/Jobs({key}) (uipath, endpoint)
        Needs       OR.Jobs or OR.Jobs.Read: UiPath.WebApi 20.0, 18.0 and 16.0 (2025-09-03)
        Permission  Jobs.View. Both are needed: the scope and the permission
        Granted by  OR.Jobs, OR.Jobs.Read
      "
    `);
    expect((await runHere(workspace, ['explain', 'GET https://cloud.uipath.com/acme/main/orchestrator_/odata/Jobs(5)?$top=1'])).stdout).toBe(template);
  });

  it('answers from the catalog where the application cannot be analysed, and says so', async () => {
    workspace.write({ 'tsconfig.json': '{' });
    const { status, stdout, stderr } = await runHere(workspace, ['explain', 'Jobs.getAll']);
    expect(stdout).toMatch(/^Jobs\.getAll \(uipath, method of the SDK\)\n {2}Needs/);
    expect(stderr).toMatch(/^oauth-scopes: tsconfig\.json:1:2: .*; only the catalog answers\n$/);
    expect(status).toBe(0);
  });

  it('shows both accounts of an endpoint, and a profile by the beginning of its name', async () => {
    remove(workspace, 'tsconfig.json');
    const endpoint = (await runHere(workspace, ['explain', 'GET', 'https://api.mypurecloud.com/api/v2/users/7'])).stdout;
    expect(endpoint.split('\n').filter((line) => /^\S|Differs/.test(line))).toEqual([
      'GET /api/v2/users/{userId} (genesys, endpoint)',
      '  Differs from  genesys-guide, which asks for users:readonly',
      'GET /api/v2/users/{id} (genesys-guide, endpoint)',
      '  Differs from  genesys, which asks for users or users:readonly',
    ]);
    expect((await runHere(workspace, ['explain', 'agent', 'desktop'])).stdout).toMatch(/^Agent Desktop Application \(genesys-guide, profile,/);
    const { stdout } = await runHere(workspace, ['explain', 'callback:write', '--format', 'json']);
    const { explanations } = JSON.parse(stdout) as { explanations: { remarks: { kind: string }[] }[] };
    expect(explanations[0]?.remarks.map(({ kind }) => kind)).toEqual(['api', 'change']);
  });

  it('is data with --format json', async () => {
    const { stdout } = await runHere(workspace, ['explain', 'OR.Assets', '--format', 'json']);
    const { explanations } = JSON.parse(stdout) as { explanations: { kind: string; uses: { lostWithout: string[]; declaredAt: { file: string }[] }[] }[] };
    expect(explanations.map(({ kind, uses }) => [kind, uses.map((use) => [use.lostWithout, use.declaredAt.map(({ file }) => file)])])).toEqual([['scope', [[[], ['uipath.json']]]]]);
  });

  it.each([
    [['explain'], 'explain needs to know what: oauth-scopes explain <what>'],
    [['explain', 'Tasks.creat'], 'no catalog knows "Tasks.creat"; did you mean Tasks.create?'],
    [['explain', 'GET https://example.com/odata/Jobs'], 'no catalog knows "GET https://example.com/odata/Jobs"; it takes a method, an endpoint with its verb, a scope or a role permission'],
    [['scopes', 'nothing', 'like', 'this'], 'no scope has "nothing like this" in its name or category'],
    [['scopes', '--provider', 'uipaht'], 'there is no catalog of uipaht; did you mean uipath?'],
  ])('%j is refused in one line', async (words, message) => {
    expect(await runHere(workspace, words)).toEqual({ status: 2, stdout: '', stderr: `oauth-scopes: ${message}\n` });
  });
});

describe('scopes', () => {
  it('lists those that have all words in name or category', async () => {
    expect((await runHere(workspace, ['scopes', 'orchestrator', 'JOBS'])).stdout).toMatchInlineSnapshot(`
      "UiPath (uipath, as of 2026-08-22)

      Orchestrator
        OR.Jobs        implies OR.Jobs.Read, OR.Jobs.Write
        OR.Jobs.Read
        OR.Jobs.Write
      "
    `);
  });
});
