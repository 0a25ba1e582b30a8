import type { RoleWildcard, ScopesIn } from './guard.js';
import type { Registered } from './index.js';

/** What the operations of an HTTP API need. Generated for the APIs that the catalogs know: `eslint-plugin-oauth-scopes/types/paths/…`. */
export interface OperationRequirements {
  readonly provider: string;
  /** Scope → itself and the scopes that it implies; `*` for one that stands for whatever a role allows. */
  readonly scopes: { readonly [scope: string]: string };
  /**
   * By path template and lower-case verb; a list of clauses, all of which must be satisfied, each the union of the scopes of which any one
   * will do. An operation that is not here is one of which nothing is known.
   */
  readonly operations: { readonly [path: string]: { readonly [verb: string]: readonly string[] } };
}

/**
 * Of a `paths` type, as openapi-typescript makes it, only the operations that the scopes cover, so that openapi-fetch refuses the others:
 * `createClient<ScopedPaths<paths, Requirements>>({ … })`. Operations of which nothing is known stay.
 *
 * `Scopes` is a scope string, by default the one that is registered for the provider; while none is registered, or one of the scopes stands
 * for whatever a role allows, everything stays. Of a union of scope strings each must cover an operation.
 */
export type ScopedPaths<Paths, Requirements extends OperationRequirements, Scopes extends string = RegisteredScopes<Requirements['provider']>> =
  IsUnchecked<Scopes, Requirements> extends true
    ? Paths
    : {
        [Path in keyof Paths]: Path extends keyof Requirements['operations']
          ? CoveredOperations<Paths[Path], Requirements['operations'][Path], Proofs<Scopes, Requirements>>
          : Paths[Path];
      };

/** What an application is registered with; a plain string, of which nothing is known, where it is not. */
type RegisteredScopes<Provider extends string> = Registered extends Record<Provider, infer S extends string> ? S : string;

type IsUnchecked<Scopes extends string, Requirements extends OperationRequirements> =
  string extends Scopes ? true : Proof<RoleWildcard> extends Proofs<Scopes, Requirements> ? true : false;

/** For each of the scope strings what it proves, apart from the others. */
type Proofs<Scopes extends string, Requirements extends OperationRequirements> = Scopes extends string
  ? Proof<Requirements['scopes'][ScopesIn<Scopes> & keyof Requirements['scopes']]>
  : never;

interface Proof<S extends string> {
  readonly scopes: S;
}

type CoveredOperations<Operations, Needs, Proven> = {
  [Key in keyof Operations as Key extends keyof Needs ? (Lacks<Needs[Key], Proven> extends never ? Key : never) : Key]: Operations[Key];
};

/** `true` for each of the scope strings that does not satisfy every clause; `never` if there is none. */
type Lacks<Clauses, Proven> = Proven extends Proof<infer S> ? LacksOne<Clauses, S> : never;

type LacksOne<Clauses, S> = Clauses extends readonly [infer Clause, ...infer More]
  ? [Clause & S] extends [never] ? true : LacksOne<More, S>
  : never;
