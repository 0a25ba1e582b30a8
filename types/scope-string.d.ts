import type { Provider, Scope } from './index.js';

declare const scopes: unique symbol;

/** A string that a type has looked at: it keeps its scopes where a literal would be widened to `string`, as in an options object. */
export type ScopeString<S extends string = string> = string & { readonly [scopes]: S };

/**
 * `S` where it is a scope string of a known provider, else a message that says what is wrong with it and what may be meant. For a
 * function of the application's own: `const scopeString = <const S extends string>(text: CheckedScopes<S>) => text as unknown as
 * ScopeString<S>`.
 */
export type CheckedScopes<S extends string, P extends Provider = Provider> =
  string extends S
    ? 'A plain string may hold any scopes: write them as a literal, or check the token'
    : S extends string
      ? [Fault<S, P>] extends [never] ? S : Fault<S, P>
      : never;

/** The first fault of a scope string; `never` if there is none. */
type Fault<S extends string, P extends Provider> =
  S extends '' ? 'There is no scope'
  : S extends `${string},${string}` ? 'Scopes are separated by spaces, not commas'
  : S extends ` ${infer More}` ? Fault<More, P>
  : S extends `${infer First} ${infer More}`
    ? First extends Known<P> ? (More extends '' ? never : Fault<More, P>) : Unknown<First, P>
    : S extends Known<P> ? never : Unknown<S, P>;

type Known<P extends Provider> = Scope<P>;

type Unknown<S extends string, P extends Provider> =
  [Alike<S, Scope<P>>] extends [never] ? `${S} is not a scope` : `${S} is not a scope; did you mean ${Alike<S, Scope<P>>}?`;

/**
 * The scopes that differ from `S` by upper and lower case, else those that one typing mistake makes of it: a character too much, too few,
 * or wrong.
 */
type Alike<S extends string, Candidate extends string> =
  [SameLetters<S, Candidate>] extends [never] ? OneMistake<S, Candidate> : SameLetters<S, Candidate>;

type SameLetters<S extends string, Candidate extends string> =
  Candidate extends string ? (Lowercase<Candidate> extends Lowercase<S> ? Candidate : never) : never;

type OneMistake<S extends string, Candidate extends string> =
  Candidate extends string ? (Shortened<Candidate> & Shortened<S> extends never ? never : Candidate) : never;

/** A string and all that are one character shorter. */
type Shortened<S extends string, Before extends string = '', Found extends string = S> =
  S extends `${infer First}${infer More}` ? Shortened<More, `${Before}${First}`, Found | `${Before}${More}`> : Found;
