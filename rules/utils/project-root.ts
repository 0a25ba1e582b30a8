import { isAbsolute, relative } from 'node:path';
import { findProjectRoot } from '../../src/grants/application-directory.ts';

/**
 * The root of the project that a linted file belongs to: nothing outside of it is read.
 * @param directory of the file
 */
export function projectRootOf(directory: string, cwd: string): string {
  return findProjectRoot(isInside(directory, cwd) ? cwd : directory);
}

/** Where nothing marks the root of a project, the search ends where it starts: at the user's own directory, as for the command line. */
function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..';
}
