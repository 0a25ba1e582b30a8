import { posix } from 'node:path';

/** `needs` names a file, or files, rather than a package: `./src/calls.ts`, `../shared/**`. */
export function isFilePattern(name: string): boolean {
  return /^\.\.?\//.test(name);
}

/** It may stand for several files. `*` is the only character with a meaning: file names of routers have brackets of their own. */
export function hasWildcard(pattern: string): boolean {
  return pattern.includes('*');
}

/**
 * The pattern from the root of the file system on.
 * @param directory absolute, with forward slashes
 */
export function absolutePattern(pattern: string, directory: string): string {
  return posix.join(directory, pattern);
}

/**
 * Whether a file is one of a pattern, in which `*` stands for any part of a name and `**` for any number of directories. The work is no more
 * than the product of both lengths, whatever the pattern.
 * @param file absolute, with forward slashes
 * @param pattern as `absolutePattern` returns it
 */
export function fitsPattern(file: string, pattern: string): boolean {
  return fits(pattern.split('/'), file.split('/'), '**', (segment, name) => fits(segment, name, '*', (left, right) => left === right));
}

/**
 * Of segments of a path, and of the characters of a segment.
 * @param any the part that stands for any number of items
 */
function fits(parts: ArrayLike<string>, items: ArrayLike<string>, any: string, isAlike: (part: string, item: string) => boolean): boolean {
  let part = 0;
  let item = 0;
  let retry: { readonly part: number; readonly item: number } | undefined;
  while (item < items.length) {
    const wanted = parts[part];
    if (wanted === any) {
      retry = { part: part + 1, item };
      part += 1;
    } else if (wanted !== undefined && isAlike(wanted, items[item] ?? '')) {
      part += 1;
      item += 1;
    } else if (retry !== undefined) {
      retry = { part: retry.part, item: retry.item + 1 };
      ({ part, item } = retry);
    } else {
      return false;
    }
  }
  while (parts[part] === any) {
    part += 1;
  }
  return part === parts.length;
}
