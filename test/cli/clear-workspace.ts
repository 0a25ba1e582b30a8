import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../support/workspace.ts';

/** Removes everything but what is installed: a workspace takes a second to make, and serves a whole file of tests. */
export function clear(workspace: Workspace): void {
  remove(workspace, ...readdirSync(workspace.directory).filter((name) => name !== 'node_modules'), 'node_modules/.oauth-scopes');
}

export function remove(workspace: Workspace, ...paths: readonly string[]): void {
  paths.forEach((path) => rmSync(join(workspace.directory, path), { recursive: true, force: true }));
}
