import nodePath from 'node:path';
import { displayPath, type PathRules } from './display-path.ts';

/** A file as a URI reference: what is below the root relative to it, anything else absolute with the scheme `file`. */
export function fileUri(file: string, root: string, rules: PathRules = nodePath): { readonly uri: string; readonly isRelative: boolean } {
  const path = displayPath(file, root, rules);
  const isOutside = path === '..' || path.startsWith('../') || path.startsWith('/') || DRIVE.test(path);
  return isOutside ? { uri: absoluteUri(file.replaceAll(rules.sep, '/')), isRelative: false } : { uri: encodePath(path), isRelative: true };
}

const DRIVE = /^[A-Za-z]:\//;

/** `/src/a.ts`, `C:/src/a.ts`, and `//server/share/a.ts`, whose server is the authority. */
function absoluteUri(path: string): string {
  if (DRIVE.test(path)) {
    return `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}`;
  }
  return path.startsWith('//') ? `file:${encodePath(path)}` : `file://${encodePath(path)}`;
}

/** A name may hold half of a surrogate pair, which has no encoding: the character for what cannot be shown stands for it. */
function encodePath(path: string): string {
  return Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}
