import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectDirectory, type Workspace } from '../support/workspace.ts';

/**
 * Removes everything but this package and the SDK: a workspace takes a second to make, and serves a whole file of tests. Links to other
 * packages go, too, so that nothing a test writes below node_modules can reach this project's own.
 */
export function clear(workspace: Workspace): void {
  const installed = readdirSync(join(workspace.directory, 'node_modules')).filter(
    (name) => name !== 'eslint-plugin-oauth-scopes' && name !== '@uipath',
  );
  remove(
    workspace,
    ...readdirSync(workspace.directory).filter((name) => name !== 'node_modules'),
    ...installed.map((name) => `node_modules/${name}`),
  );
}

export function remove(workspace: Workspace, ...paths: readonly string[]): void {
  paths.forEach((path) => rmSync(join(workspace.directory, path), { recursive: true, force: true }));
}

/** Links packages of this project into a workspace, under their own name or another: `['typescript-7', 'typescript']`. */
export function installBeside(workspace: Workspace, packages: readonly (string | readonly [from: string, name: string])[]): void {
  for (const one of packages) {
    const [from, name] = typeof one === 'string' ? [one, one] : one;
    const link = join(workspace.directory, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(projectDirectory, 'node_modules', from), link, 'junction');
  }
}
