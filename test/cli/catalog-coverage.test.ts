import { afterAll, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { oauthScopes } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built', files: { 'package.json': { name: 'app' } } });

afterAll(() => workspace.remove());

interface Coverage {
  readonly sdks: readonly {
    readonly package: string;
    readonly version: string;
    readonly tested: boolean;
    readonly mapped: readonly string[];
    readonly unmapped: readonly string[];
  }[];
}

describe('catalog coverage', () => {
  it('counts the methods of the installed SDK, and names those that the catalog does not map', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['catalog', 'coverage']);
    expect(stdout).toMatch(
      /^@uipath\/uipath-typescript \d+\.\d+\.\d+ against the uipath catalog of \d{4}-\d{2}-\d{2}\n\n {2}mapped +\d+ {2}the catalog says/m,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('gives the names as JSON, and text and JSON agree', async () => {
    const { stdout } = await runHere(workspace, ['catalog', 'coverage', '--format', 'json']);
    const { sdks } = JSON.parse(stdout) as Coverage;
    // This project's own SDK of another provider lies above the workspace.
    const only = sdks.find((sdk) => sdk.package === '@uipath/uipath-typescript');
    expect(only?.tested).toBe(true);
    expect(only?.mapped).toContain('Tasks.create');
    const text = (await runHere(workspace, ['catalog', 'coverage'])).stdout;
    expect(text).toMatch(new RegExp(`^ {2}mapped +${only?.mapped.length} `, 'm'));
    expect(only?.unmapped).toContain('ProcessIncidents.getAll');
    only?.unmapped.forEach((name) => expect(text).toContain(`\n  ${name}\n`));
  });
});
