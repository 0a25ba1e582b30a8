import type { FileSystem } from '../../src/grants/file-system.ts';

/** Files by absolute path. Nothing else exists. */
export function memoryFileSystem(files: Readonly<Record<string, string>>): FileSystem {
  const paths = Object.keys(files);
  const namesIn = (directory: string): string[] => {
    const prefix = directory === '/' ? '/' : `${directory}/`;
    const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    return [...new Set(below.map((path) => (path.includes('/') ? `${path.split('/')[0] ?? ''}/` : path)))].sort();
  };
  return {
    readFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    exists: (path) => Object.hasOwn(files, path) || namesIn(path).length > 0,
    realpath: (path) => (Object.hasOwn(files, path) || namesIn(path).length > 0 ? path : undefined),
    list: namesIn,
  };
}
