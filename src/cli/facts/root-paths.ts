import { isAbsolute, relative, resolve } from 'node:path';
import { forwardSlashes } from '../../grants/file-system.ts';

/** A path below the root of a workspace as facts have it; one that has no way from there (another drive) stays absolute. */
export function fromRoot(root: string, path: string): string {
  const way = relative(root, path);
  return way === '' ? '.' : forwardSlashes(isAbsolute(way) ? path : way);
}

/** The absolute path again, with forward slashes. */
export function atRoot(root: string, path: string): string {
  return forwardSlashes(resolve(root, path));
}

/** The same data with every `file` in it, at any depth, put into another form: that is what places are made of. */
export function mapFiles<Data>(data: Data, change: (file: string) => string): Data {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === 'file' && typeof value === 'string' ? change(value) : value)),
  ) as Data;
}
