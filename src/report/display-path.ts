import nodePath, { type PlatformPath } from 'node:path';

/** The rules by which paths are compared: those of the platform, `path.win32` or `path.posix`. */
export type PathRules = Pick<PlatformPath, 'isAbsolute' | 'relative' | 'sep'>;

/**
 * A path as it is printed: relative to a directory, mostly the working directory, with forward slashes; absolute where there is no relative
 * one (another drive).
 */
export function displayPath(file: string, directory: string, rules: PathRules = nodePath): string {
  const path = rules.relative(directory, file);
  return path === '' ? '.' : (rules.isAbsolute(path) ? file : path).replaceAll(rules.sep, '/');
}
