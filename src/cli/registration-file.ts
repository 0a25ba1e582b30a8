import { basename } from 'node:path';
import type { Scope } from '../scopes/requirement.ts';

/** The file that `sync` writes. */
export const registrationFileName = 'oauth-scopes.gen.d.ts';

export function isRegistrationFile(file: string): boolean {
  return basename(file) === registrationFileName;
}

/** What a registration file says. */
export interface Registration {
  readonly provider: string;
  /** The directive that loads the overlay. */
  readonly reference: { readonly kind: 'types' | 'path'; readonly target: string };
  /** `null` registers nothing: every call is then unchecked. */
  readonly scopes: readonly Scope[] | null;
  /** One sentence: from where the scopes are, or why there are none. */
  readonly remark: string;
}

/** The text of a registration file. */
export function registrationText({ provider, reference, scopes, remark }: Registration): string {
  const registered =
    scopes === null
      ? []
      : [
          "declare module 'eslint-plugin-oauth-scopes/types' {",
          '  interface Registered {',
          `    ${provider}: ${quoted(scopes)};`,
          '  }',
          '}',
          '',
        ];
  return [
    '/* eslint-disable */',
    '// Written by `oauth-scopes sync`, which replaces it: change the declaration that it was made from, and run the command again.',
    `// ${remark.replaceAll(/[\r\n]+/g, ' ')}`,
    `/// <reference ${reference.kind}="${reference.target}" />`,
    '',
    ...registered,
    'export {};',
    '',
  ].join('\n');
}

/** Two texts of a registration file are the same but for what a formatter may do to them. */
export function isSameText(left: string, right: string): boolean {
  return withoutFormatting(left) === withoutFormatting(right);
}

/** Two texts of a registration file have the same effect: they differ in comments and formatting at most. */
export function isSameRegistration(left: string, right: string): boolean {
  return withoutFormatting(withoutComments(left)) === withoutFormatting(withoutComments(right));
}

/** The scopes that a text registers for a provider; `null` when it registers none. */
export function registeredScopes(text: string, provider: string): readonly Scope[] | null {
  const registered = new RegExp(`\\b${provider}\\s*:\\s*(?:'([^']*)'|"([^"]*)")`).exec(withoutComments(text));
  return registered === null ? null : (registered[1] ?? registered[2] ?? '').split(' ').filter((scope) => scope !== '');
}

/** The directives of a registration file that load the overlay, as a file that registers nothing. */
export function withoutRegistration(text: string): string {
  return [...text.split(/\r?\n/).filter(isReference), 'export {};', ''].join('\n');
}

function withoutFormatting(text: string): string {
  return text.replaceAll(';', '').replaceAll('"', "'").replaceAll(/\s+/g, ' ').trim();
}

/** The file has comments only on lines of their own. */
function withoutComments(text: string): string {
  return text
    .split(/\r?\n/)
    .filter((line) => isReference(line) || !/^\s*(?:\/\/|\/\*)/.test(line))
    .join('\n');
}

function isReference(line: string): boolean {
  return line.startsWith('/// <reference ');
}

function quoted(scopes: readonly Scope[]): string {
  return `'${scopes.join(' ').replaceAll(/['\\]/g, '\\$&')}'`;
}
