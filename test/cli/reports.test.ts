import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeWorkspace, projectDirectory } from '../support/workspace.ts';
import { taskApplication } from './applications.ts';
import { oauthScopes } from './command-line.ts';

// A repository whose application lies in a folder: paths are those of the repository.
const inFolder = Object.fromEntries(Object.entries(taskApplication).map(([path, content]) => [`apps/desk/${path}`, content]));
const workspace = makeWorkspace({ plugin: 'built', files: { ...inFolder, '.git/HEAD': 'ref: refs/heads/main\n' } });
const from = 'apps/desk';

afterAll(() => workspace.remove());

describe('check', () => {
  it('writes annotations for the files of the repository; exit code 1', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['check', '--format', 'github', '--cache'], { from });
    expect(stdout).toMatchInlineSnapshot(`
      "::error file=apps/desk/src/tasks.ts,line=12,endLine=12,col=15,endColumn=21,title=oauth-scopes/no-missing-scope::Tasks.create needs OR.Tasks or OR.Tasks.Write, which the client does not hold. Declare OR.Tasks.Write. Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.
      ::warning file=apps/desk/uipath.json,line=3,endLine=3,col=27,endColumn=36,title=oauth-scopes/no-unused-scope::No call needs OR.Assets. Remove it.
      2 findings, 0 undecided.
      "
    `);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(readFileSync(join(projectDirectory, 'docs/reports.md'), 'utf8')).toContain(stdout);
  });

  it('writes SARIF to a file, and a line to standard output', () => {
    const { status, stdout } = oauthScopes(workspace, ['check', '--format=sarif', '--out', 'reports/scopes.sarif', '--cache'], { from });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '2 findings. Wrote reports/scopes.sarif.\n' });
    const { runs } = JSON.parse(workspace.read('apps/desk/reports/scopes.sarif')) as { runs: readonly { artifacts: readonly { location: object }[] }[] };
    expect(runs[0]?.artifacts.map(({ location }) => location)).toEqual([
      { uri: 'apps/desk/src/tasks.ts', uriBaseId: '%SRCROOT%', index: 0 },
      { uri: 'apps/desk/uipath.json', uriBaseId: '%SRCROOT%', index: 1 },
    ]);
  });

  it('writes nothing where it cannot answer', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['check', '--format=sarif', '--out', 'none.sarif', '--project', 'none.json'], { from });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('oauth-scopes: none.json: does not exist\n');
    expect(existsSync(join(workspace.directory, from, 'none.sarif'))).toBe(false);
  });
});

it('report writes a page into the working directory, with what the manifest says', () => {
  const scopes = [{ scope: 'OR.Tasks.Read', usedFor: 'the inbox', rationale: 'Clerks read their tasks.', nextReview: '2027-01-31' }, 'OR.Assets'];
  workspace.write({
    'apps/desk/oauth-scopes.json': { applications: [{ name: 'task-desk', provider: 'uipath', scopes }] },
    'apps/desk/uipath.json': { clientId: 'b0a1' },
  });
  const { status, stdout, stderr } = oauthScopes(workspace, ['report'], { from, env: { SOURCE_DATE_EPOCH: '1764547200' } });
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '2 findings. Wrote oauth-scopes-report.html.\n', stderr: '' });
  const page = workspace.read('apps/desk/oauth-scopes-report.html');
  for (const text of ['<title>OAuth scopes of task-desk</title>', 'the inbox', 'Clerks read their tasks.', 'next review 2027-01-31', 'Made on 2025-12-01']) {
    expect(page).toContain(text);
  }
});
