import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

/**
 * What the readers of grants may see. Paths are absolute; results have forward slashes.
 * No function throws: what does not exist, lies outside the root or may not be read is not there.
 */
export interface FileSystem {
  /**
   * The text of a file without its byte order mark; `undefined` if there is none, or it is no file, or larger than `maximumSize` bytes
   * (default: `MAXIMUM_FILE_SIZE`).
   */
  readFile(path: string, maximumSize?: number): string | undefined;
  /** There is a file or a directory. */
  exists(path: string): boolean;
  /** The path without symbolic links; `undefined` if nothing is there. */
  realpath(path: string): string | undefined;
  /**
   * Names in a directory, sorted; those of directories end in a slash. Empty if it is no directory. A link has its name here, wherever it
   * leads; what lies behind one that leads outside is not there.
   */
  list(directory: string): string[];
}

/** Bytes. A file that declares scopes has a few hundred; a larger one is refused before it is read. */
export const MAXIMUM_FILE_SIZE = 1024 * 1024;

/**
 * The files below one directory. A path that leads outside of it, by `..` or through a symbolic link, does not exist.
 * @param root absolute path; need not be free of symbolic links itself
 */
export function projectFileSystem(root: string): FileSystem {
  const realRoot = attempt(() => realpathSync.native(root));
  const resolve = (path: string): string | undefined => {
    const real = attempt(() => realpathSync.native(path));
    return real !== undefined && realRoot !== undefined && isInside(real, realRoot) ? real : undefined;
  };
  return {
    readFile(path, maximumSize = MAXIMUM_FILE_SIZE) {
      const real = resolve(path);
      return real === undefined ? undefined : attempt(() => readBounded(real, maximumSize));
    },
    exists: (path) => resolve(path) !== undefined,
    realpath(path) {
      const real = resolve(path);
      return real === undefined ? undefined : forwardSlashes(real);
    },
    list(directory) {
      const real = resolve(directory);
      const entries = real === undefined ? undefined : attempt(() => readdirSync(real, { withFileTypes: true }));
      return (entries ?? []).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
    },
  };
}

/** Absolute paths in data have forward slashes on every system. */
export function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** A device or a pipe would block or never end, so only regular files are opened. */
function readBounded(path: string, maximumSize: number): string | undefined {
  const stats = statSync(path);
  return stats.isFile() && stats.size <= maximumSize ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : undefined;
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
