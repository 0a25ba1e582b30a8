import { directoriesUpTo } from '../grants/application-directory.ts';
import type { FileSystem } from '../grants/file-system.ts';

/**
 * The directory of the package that a path belongs to: the nearest one, up to the root, with a package.json; else the root.
 * @param path absolute path of a directory or a file
 */
export function packageDirectory(path: string, root: string, fileSystem: FileSystem): string {
  return directoriesUpTo(path, root).find((directory) => fileSystem.exists(`${directory}/package.json`)) ?? root;
}
