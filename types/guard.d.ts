/** What generated declarations are made of. */
import type { Grant } from './grant.js';
import type { OwnTables, Provider, Registered, Table } from './index.js';
import type { ScopeString } from './scope-string.js';

/**
 * Where a client's grant is remembered. Private and optional, so that it is not in `keyof`, not demanded of a mock and not copied by a
 * spread. `out` is load-bearing: without it TypeScript relates the guards of two grants in either direction.
 */
export declare class Brand<out G> {
  private readonly granted?: G;
}

/**
 * A method that this client may not call; `Message` names it and what is missing. Every function is assignable to it, so that a client
 * with more scopes fits where one with fewer is asked for.
 *
 * It cannot be called, and so the result of a refused call has no type, and an error can follow where it is used. A form that keeps the
 * result needs a call signature, and TypeScript accepts whatever has one as `(...args: any[]) => any` (its signatures are not even
 * compared): the refused method could be handed to any helper that takes a function. `F | undefined` keeps the result, too, but its error
 * names no scope and `!` ends it.
 */
export interface MissingScope<Message extends string> {
  readonly length: number;
}

/** The grant of a client; of several clients one of their grants; of `any` what is given for it. */
export type GrantIn<Client, OfAny> = 0 extends 1 & Client ? OfAny : Client extends Brand<infer G> ? G : never;

/** Stands in a table of proofs for what a role decides and no type can know. */
export type RoleWildcard = '*';

/**
 * What holding a scope proves: itself, the scopes it implies, and the clauses of the form "a or b" that these satisfy. Nothing for a scope
 * that no provider knows.
 *
 * Looks scopes up, and does not ask which there are: that would make a type of every name in the table, for each key that is pressed. All at
 * once where they are all known, else one by one.
 */
export type Proofs<S extends string> = string extends Table[S] ? ProofsOneByOne<S> : Table[S];

type ProofsOneByOne<S extends string> = S extends string ? (string extends Table[S] ? ProofsOfOwn<S> : Table[S]) : never;

/** What the providers say of a scope whose catalogs are the user's own. */
type ProofsOfOwn<S extends string> = { [P in keyof OwnTables]: S extends keyof OwnTables[P] ? OwnTables[P][S] : never }[keyof OwnTables];

/** A grant that satisfies all of the clauses. */
type Satisfying<Clauses extends readonly string[]> = { readonly [Clause in Clauses[number]]: true };

/**
 * The method `F` where the grant satisfies all clauses, else `MissingScope`. Distributive: where one of several grants lacks a scope, the
 * method is not callable. `any` gives `F`, and so does `unknown`, which TypeScript infers for a type parameter when a function is given
 * an `any`.
 */
// `G` is what is tested in both conditions: only such types are covariant to TypeScript (`unknown extends G` would say the same, and is
// not).
export type Guard<G, Clauses extends readonly string[], F, Method extends string> =
  G extends Satisfying<Clauses> ? F : G extends object ? Refused<Method, Lacking<Clauses, G>> : F;

type Refused<Method extends string, Lack extends string> = Lack extends '' ? never : MissingScope<`${Method} needs ${Lack}`>;

type Lacking<Clauses extends readonly string[], G, Lack extends string = ''> =
  Clauses extends readonly [infer Clause extends string, ...infer More extends readonly string[]]
    ? Lacking<More, G, Clause extends keyof G ? Lack : Lack extends '' ? Clause : `${Lack}, and ${Clause}`>
    : Lack;

/** The registered grant of a provider; `any` while none is registered, or while what is registered is not known in full. */
export type GrantOfRegistration<P extends Provider> =
  // Unchecked is `any`: it fits everywhere, and everything fits it.
  Registered extends Record<P, infer S extends string> ? (string extends S ? any : GrantOfLiteral<S>) : any;

/**
 * The grant of a scope string. Of a string that is only known at run time, wholly or in part, it is the registered one. Alternatives stay
 * alternatives.
 */
export type GrantOfString<S extends string, P extends Provider> =
  S extends ScopeString<infer Text extends string>
    ? string extends Text ? GrantOfRegistration<P> : GrantOfLiteral<Text>
    : {} extends Record<S, true> ? GrantOfRegistration<P> : GrantOfLiteral<S>;

/** Of unknown scopes nothing follows (saying so is lint's job), and a role wildcard makes it `any`. */
type GrantOfLiteral<S extends string> = S extends string ? GrantOrUnchecked<Named<Split<S>>> : never;

/** Without the empty strings between repeated spaces. */
type Named<S extends string> = '' extends S ? Exclude<S, ''> : S;

/** The scopes of a scope string that is known in full. */
export type ScopesIn<S extends string> = S extends string ? Named<Split<S>> : never;

/** The grant of scopes; `any` if one of them is a role wildcard. */
export type GrantOrUnchecked<S extends string> = RoleWildcard extends Proofs<S> ? any : Grant<S>;

/**
 * The scopes of a string, eight at a time, because each step makes a union. Tail recursive: TypeScript takes a thousand steps. Spaces may
 * repeat.
 */
type Split<S extends string, Found extends string = never> =
  S extends `${infer A} ${infer B} ${infer C} ${infer D} ${infer E} ${infer F} ${infer G} ${infer H} ${infer More}`
    ? Split<More, Found | A | B | C | D | E | F | G | H>
    : S extends `${infer First} ${infer More}`
      ? Split<More, Found | First>
      : Found | S;

/**
 * The names of an SDK's members with nothing said of their types. A guarded interface extends it, because TypeScript finds the
 * documentation of a member there; it is in the SDK's own words, which are not copied. (TypeScript 7.0 does not look there, and shows a
 * link instead.)
 */
export type Documented<T, Names extends keyof T = keyof T> = { [Name in Names]: unknown };

/**
 * Where this package does not find the SDK, all of its types would be `any` and every call would pass. `string extends keyof` is true of
 * `any` on every version of TypeScript, and of no class; a test for `any` stays silent, because an unresolved type is passed on through
 * conditional types.
 */
export type Canary<Raw, T> = string extends keyof Raw
  ? OverlayBroken<'eslint-plugin-oauth-scopes does not find the SDK it describes; run: npx oauth-scopes sync'>
  : T;

export interface OverlayBroken<Message extends string> {
  readonly overlayBroken: Message;
}
