import { basename } from 'node:path';
import type { Scope } from '../scopes/requirement.ts';
import type { Place } from './declaration.ts';
import { indexLines } from './line-index.ts';

/** The file that `oauth-scopes sync` writes, with which the compiler knows what an application is registered with. */
export const registrationFileName = 'oauth-scopes.gen.d.ts';

export function isRegistrationFile(file: string): boolean {
  return basename(file) === registrationFileName;
}

/** The scopes that a text registers for a provider; `null` when it registers none. */
export function registeredScopes(text: string, provider: string): readonly Scope[] | null {
  const registered = findRegistration(text, provider);
  return registered === null ? null : (registered[2] ?? registered[3] ?? '').split(' ').filter((scope) => scope !== '');
}

/** Where a text registers scopes for a provider; its start when it registers none. */
export function placeOfRegistration(text: string, file: string, provider: string): Place {
  const registered = findRegistration(text, provider);
  const start = registered?.index ?? 0;
  return indexLines(file, text).place(start, start + (registered?.[0].length ?? 0));
}

/** The directives of a registration file that load the overlay, as a file that registers nothing. */
export function withoutRegistration(text: string): string {
  return [...text.split(/\r?\n/).filter(isReference), 'export {};', ''].join('\n');
}

/** White space in the place of comments, which the file has only on lines of their own. */
export function withoutComments(text: string): string {
  return text.replaceAll(/^[^\r\n]*$/gm, (line) => (!isReference(line) && /^\s*(?:\/\/|\/\*)/.test(line) ? ' '.repeat(line.length) : line));
}

function findRegistration(text: string, provider: string): RegExpExecArray | null {
  return new RegExp(`(?<![\\w$'"-])(['"]?)${provider}\\1\\s*:\\s*(?:'([^']*)'|"([^"]*)")`).exec(withoutComments(text));
}

function isReference(line: string): boolean {
  return line.startsWith('/// <reference ');
}
