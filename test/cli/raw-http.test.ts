import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { tsconfig } from './applications.ts';
import { clear } from './change-workspace.ts';
import { oauthScopes, type Run } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built', sdk: null });

afterAll(() => workspace.remove());
beforeEach(() => clear(workspace));

const thread = 'OR.Tasks OR.Folders OR.Robots OR.Machines OR.Execution OR.Assets OR.Jobs OR.Queues offline_access';

/** Finds a process by its name and starts it; plain JavaScript, without the SDK. */
function application(scopes: string): Record<string, string | object> {
  return {
    'package.json': { name: 'job-starter', type: 'module' },
    'package-lock.json': {},
    'src/config.js': `export const BASE = \`https://cloud.uipath.com/\${process.env.ORG}/\${process.env.TENANT}/orchestrator_\`;
export const SCOPES = '${scopes}';
`,
    'src/token.js': `import { SCOPES } from './config.js';

export async function getToken() {
  const response = await fetch('https://cloud.uipath.com/identity_/connect/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: process.env.CLIENT_ID,
      client_secret: process.env.CLIENT_SECRET,
      scope: SCOPES,
    }),
  });
  const { access_token } = await response.json();
  return access_token;
}
`,
    'src/start.js': `import { BASE } from './config.js';
import { getToken } from './token.js';

export async function start(name) {
  const headers = { Authorization: \`Bearer \${await getToken()}\`, 'Content-Type': 'application/json' };
  const found = await fetch(\`\${BASE}/odata/Releases?$filter=Name eq '\${name}'\`, { headers });
  const [release] = (await found.json()).value;
  return fetch(\`\${BASE}/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs\`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ startInfo: { ReleaseKey: release.Key, Strategy: 'ModernJobsCount', JobsCount: 1 } }),
  });
}
`,
  };
}

interface Report {
  readonly findings: readonly { readonly kind: string; readonly scope: string; readonly suggestion?: string; readonly file: string }[];
  readonly undecided: readonly unknown[];
  readonly coverage: unknown;
}

function reportOf({ stdout }: Run): Report {
  const [only] = (JSON.parse(stdout) as { applications: Report[] }).applications;
  if (only === undefined) {
    throw new Error('expected an application');
  }
  return only;
}

const note = '. has no tsconfig.json: reads 3 source files below it\n';

describe('an application that sends requests of its own, without the SDK and without a tsconfig', () => {
  it('seed 001: the least scopes are those of its two requests', () => {
    workspace.write(application(thread));
    expect(oauthScopes(workspace, ['minimal', '--quiet'])).toEqual({
      status: 0, stdout: 'OR.Execution.Read OR.Jobs.Write offline_access\n', stderr: note,
    });
  });

  it('seed 001: the rest of what it asks for is unused, or more than is needed', async () => {
    workspace.write(application(thread));
    const run = await runHere(workspace, ['check', '--format', 'json']);
    const { findings, undecided, coverage } = reportOf(run);
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 1, stderr: note });
    expect(findings.map(({ kind, scope, suggestion }) => [kind, scope, suggestion])).toEqual([
      ['unused', 'OR.Tasks', undefined],
      ['unused', 'OR.Folders', undefined],
      ['unused', 'OR.Robots', undefined],
      ['unused', 'OR.Machines', undefined],
      ['narrow', 'OR.Execution', 'OR.Execution.Read'],
      ['unused', 'OR.Assets', undefined],
      ['narrow', 'OR.Jobs', 'OR.Jobs.Write'],
      ['unused', 'OR.Queues', undefined],
    ]);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(['src/config.js']));
    expect({ undecided, coverage }).toEqual({ undecided: [], coverage: { calls: 2, resolved: 2, unmapped: 0, untyped: 0 } });
  });

  it('seed 001, cases 45 to 47: names from forums and permission names are corrected', async () => {
    workspace.write(application('OR.execution Jobs.Create Processes.View'));
    const { findings } = reportOf(await runHere(workspace, ['check', '--format', 'json']));
    const corrected = findings.filter(({ kind }) => kind === 'malformed' || kind === 'unknown');
    expect(corrected.map(({ scope, suggestion }) => [scope, suggestion])).toEqual([
      // Written in the wrong case.
      ['OR.Execution', 'OR.Execution'],
      ['Jobs.Create', 'OR.Jobs.Write'],
      ['Processes.View', 'OR.Execution.Read'],
    ]);
  });

  it('a missing scope is told at the request', async () => {
    workspace.write(application('OR.Jobs.Write OR.Execution.Write OR.Robots.Write OR.Folders.Read'));
    const { findings } = reportOf(await runHere(workspace, ['check', '--format', 'json']));
    expect(findings.map(({ kind, scope, file }) => [kind, scope, file])).toEqual([
      ['unused', 'OR.Execution.Write', 'src/config.js'],
      ['unused', 'OR.Robots.Write', 'src/config.js'],
      ['unused', 'OR.Folders.Read', 'src/config.js'],
      ['missing', 'OR.Execution or OR.Execution.Read', 'src/start.js'],
    ]);
  });

  it('is the same with a configuration', async () => {
    workspace.write({ ...application(thread), 'tsconfig.json': { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, allowJs: true } } });
    expect(await runHere(workspace, ['minimal', '--quiet'])).toEqual({
      status: 0, stdout: 'OR.Execution.Read OR.Jobs.Write offline_access\n', stderr: '',
    });
  });

  it('what tools made of it is not read', async () => {
    workspace.write({ ...application(thread), 'dist/start.js': "fetch('https://cloud.uipath.com/a/b/orchestrator_/odata/Assets');\n" });
    expect((await runHere(workspace, ['minimal', '--quiet'])).stdout).toBe('OR.Execution.Read OR.Jobs.Write offline_access\n');
  });

  it('a program that only links to the provider is none of its applications', async () => {
    workspace.write({ 'package.json': { name: 'links' }, 'index.js': "document.body.innerHTML = '<a href=\"https://cloud.uipath.com/a/portal_/\">UiPath</a>';\n" });
    const { status, stderr } = await runHere(workspace, ['check']);
    expect(status).toBe(2);
    expect(stderr).toContain('no scope is declared beside it');
  });
});
