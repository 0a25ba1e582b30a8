import { quote } from '../scopes/quote.ts';
import { absolutePattern, hasWildcard, isFilePattern } from './file-pattern.ts';
import { forwardSlashes, type FileSystem } from './file-system.ts';

/** A package as npm names it, or a path with forward slashes that begins with `./` or `../`. */
export const NEED_NAME = /^(?:(?:@[^\s/\\@]+\/)?[^\s/\\@.][^\s/\\]*|\.\.?\/[^\\]*)$/;

/**
 * What is wrong with a name of `needs`: the rest of a sentence about it, and what probably belongs in its place.
 * @param directory absolute, of the manifest
 * @param fileSystem with it, a path without wildcards has to be that of a file
 */
export function faultOfNeedName(
  name: string,
  directory: string,
  fileSystem?: Pick<FileSystem, 'list'>,
): { readonly message: string; readonly suggestion?: string } | undefined {
  if (!NEED_NAME.test(name)) {
    const path = forwardSlashes(name);
    const suggestion = isFilePattern(path) ? path : `./${path}`;
    const isPath = !/^(?:\/|[a-z]:|\s*$)/i.test(path) && NEED_NAME.test(suggestion);
    const message = 'is neither a package nor a path from this file that begins with "./" or "../"';
    return isPath ? { message: `${message}; did you mean ${quote(suggestion)}?`, suggestion } : { message };
  }
  if (fileSystem === undefined || !isFilePattern(name) || hasWildcard(name)) {
    return undefined;
  }
  const path = absolutePattern(name, directory).replace(/(?<=.)\/$/, '');
  const end = path.lastIndexOf('/');
  const names = fileSystem.list(path.slice(0, end) || '/');
  const isDirectory = name.endsWith('/') || names.includes(`${path.slice(end + 1)}/`);
  if (isDirectory) {
    const suggestion = `${name.replace(/\/$/, '')}/**`;
    return { message: `is a directory; did you mean its files, ${quote(suggestion)}?`, suggestion };
  }
  return names.includes(path.slice(end + 1)) ? undefined : { message: 'is a file that is not there' };
}
