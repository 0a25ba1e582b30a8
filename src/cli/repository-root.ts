import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The directory that GitHub and other readers of reports take paths to be relative to: the nearest one with `.git`, from this one up; this
 * one if there is none.
 */
export function repositoryRoot(directory: string): string {
  return findRoot(directory) ?? directory;
}

function findRoot(directory: string): string | undefined {
  const parent = dirname(directory);
  return existsSync(join(directory, '.git')) ? directory : parent === directory ? undefined : findRoot(parent);
}
