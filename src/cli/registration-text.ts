import { propertyName, quote } from '../generate/quote.ts';
import { withoutComments } from '../grants/registration-file.ts';
import type { Scope } from '../scopes/requirement.ts';

/** What a registration file says of one provider. */
export interface Registration {
  readonly provider: string;
  /** The directive that loads the overlay. */
  readonly reference: { readonly kind: 'types' | 'path'; readonly target: string };
  /** `null` registers nothing: every call is then unchecked. */
  readonly scopes: readonly Scope[] | null;
  /** One sentence: from where the scopes are, or why there are none. */
  readonly remark: string;
}

/** The text of a registration file: an application may use the SDKs of several providers. */
export function registrationText(registrations: readonly Registration[]): string {
  const registered = registrations.flatMap(({ provider, scopes }) => (scopes === null ? [] : [`    ${propertyName(provider)}: ${quote(scopes.join(' '))};`]));
  const augmentation = [
    "declare module 'eslint-plugin-oauth-scopes/types' {",
    '  interface Registered {',
    ...registered,
    '  }',
    '}',
    '',
  ];
  return [
    '/* eslint-disable */',
    '// Written by `oauth-scopes sync`, which replaces it: change the declaration that it was made from, and run the command again.',
    ...registrations.map(({ remark }) => `// ${remark.replaceAll(/[\r\n]+/g, ' ')}`),
    ...registrations.map(({ reference }) => `/// <reference ${reference.kind}="${reference.target}" />`),
    '',
    ...(registered.length === 0 ? [] : augmentation),
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

function withoutFormatting(text: string): string {
  return text.replaceAll(';', '').replaceAll('"', "'").replaceAll(/\s+/g, ' ').trim();
}
