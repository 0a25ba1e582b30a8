import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkApplications } from '../../../src/cli/check-applications.ts';
import type { Invocation, Output } from '../../../src/cli/command.ts';
import { run as runFacts } from '../../../src/cli/facts.ts';
import { run as runMerge } from '../../../src/cli/merge.ts';
import { checkJson } from '../../../src/report/json.ts';
import { createStyle } from '../../../src/report/style.ts';
import { makeWorkspace, type Workspace } from '../../support/workspace.ts';
import { layouts, type Layout } from './layouts.ts';

const workspaces: Workspace[] = [];
afterAll(() => workspaces.forEach((workspace) => workspace.remove()));

function setUp({ files, links = {} }: Pick<Layout, 'files' | 'links'>): Workspace {
  const workspace = makeWorkspace({ files });
  workspaces.push(workspace);
  for (const [link, target] of Object.entries(links)) {
    mkdirSync(dirname(join(workspace.directory, link)), { recursive: true });
    symlinkSync(join(workspace.directory, target), join(workspace.directory, link), 'junction');
  }
  return workspace;
}

function invocation(workspace: Workspace, directory = '.'): Invocation {
  return {
    directory: join(workspace.directory, directory),
    workingDirectory: workspace.directory,
    argument: '',
    values: new Map([['format', 'json']]),
    flags: new Set(),
  };
}

/** Keeps what is printed, one text for each call. */
function keeping(): Output & { readonly printed: string[] } {
  const printed: string[] = [];
  return { printed, print: (text) => printed.push(text), note: () => undefined, progress: () => undefined, asker: () => undefined, style: createStyle(false) };
}

function merged(workspace: Workspace, packages: readonly string[]): string {
  const output = keeping();
  packages.forEach((directory) => runFacts(invocation(workspace, directory), keeping()));
  runMerge(invocation(workspace), output);
  return output.printed.join('');
}

function checked(workspace: Workspace): string {
  return checkJson(checkApplications(invocation(workspace), keeping()), workspace.directory);
}

describe('the facts of all packages give the answer of one run over everything', () => {
  it.each(Object.entries(layouts))('%s', (_, layout) => {
    const workspace = setUp(layout);
    const answer = checked(workspace);
    const { applications } = JSON.parse(answer) as { applications: { findings: { kind: string; scope: string }[] }[] };
    const findings = applications.flatMap((application) => application.findings.map(({ kind, scope }) => `${kind} ${scope}`.trim()));
    expect(findings.sort()).toEqual([...layout.expected].sort());
    expect(merged(workspace, layout.packages)).toBe(answer);
  });
});
