/**
 * What generated declarations are made of for a provider whose catalog is a user's own: the same as in guard.d.ts, with a table of scopes
 * for the provider alone. Two providers that know nothing of each other may have a scope of one name.
 */
import type { RoleWildcard, ScopesIn } from './guard.js';
import type { Registered } from './index.js';
import type { ScopeString } from './scope-string.js';

/** The registered grant of a provider; `any` while none is registered. `Proofs` is the provider's table: scope → what holding it proves. */
export type OwnGrantOfRegistration<P extends string, Proofs> =
  Registered extends Record<P, infer S extends string> ? (string extends S ? any : OwnGrantOfLiteral<S, Proofs>) : any;

/** The grant of a scope string; of one that is only known at run time, wholly or in part, the registered one. */
export type OwnGrantOfString<S extends string, P extends string, Proofs> =
  S extends ScopeString<infer Text extends string>
    ? string extends Text ? OwnGrantOfRegistration<P, Proofs> : OwnGrantOfLiteral<Text, Proofs>
    : {} extends Record<S, true> ? OwnGrantOfRegistration<P, Proofs> : OwnGrantOfLiteral<S, Proofs>;

/** The grant of a list of scopes, all of which are held; `S` has them as a union. */
export type OwnGrantOfList<S extends string, P extends string, Proofs> =
  {} extends Record<S, true> ? OwnGrantOfRegistration<P, Proofs> : OwnGrantOrUnchecked<S, Proofs>;

type OwnGrantOfLiteral<S extends string, Proofs> = S extends string ? OwnGrantOrUnchecked<ScopesIn<S>, Proofs> : never;

type OwnGrantOrUnchecked<S extends string, Proofs> = RoleWildcard extends ProofsIn<S, Proofs> ? any : OwnGrant<S, Proofs>;

/** As `Grant` of the providers that the package knows: one property for each clause that is satisfied. */
type OwnGrant<S extends string, Proofs> = { readonly [Clause in ProofsIn<S, Proofs>]: true };

/** Nothing for a scope that the provider does not know. */
type ProofsIn<S extends string, Proofs> = Extract<Proofs[S & keyof Proofs], string>;
