import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The directory that GitHub and other readers of reports take paths to be relative to: the nearest one with `.git`, from this one up.
 * @param otherwise where there is none
 */
export function repositoryRoot(directory: string, otherwise: string): string {
  const parent = dirname(directory);
  return existsSync(join(directory, '.git')) ? directory : parent === directory ? otherwise : repositoryRoot(parent, otherwise);
}
