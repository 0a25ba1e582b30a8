import { isAbsolute, relative } from 'node:path';

/**
 * A path as it is printed: relative to the working directory, with forward slashes; absolute where there is no relative one (another
 * drive).
 */
export function displayPath(file: string, workingDirectory: string): string {
  const path = relative(workingDirectory, file).replaceAll('\\', '/');
  return path === '' ? '.' : isAbsolute(path) ? file.replaceAll('\\', '/') : path;
}
