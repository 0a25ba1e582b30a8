/**
 * The scope types: what an application may write itself. Nothing here exists at run time.
 *
 * A client of a guarded SDK has a type parameter, its grant: `Tasks<Grant<'OR.Tasks.Read'>>`. Without one it is the registered grant, and
 * `any` (nothing is checked, and everything is compatible) where none is registered.
 */
import type { Brand, GrantOrUnchecked } from './guard.js';
import type { Proofs as GenesysProofs } from './genesys/scopes.js';
import type { Proofs as UiPathProofs } from './uipath/scopes.js';

/**
 * The scopes that the application is registered with, one entry a provider. The file that `oauth-scopes sync` writes augments it:
 * `declare module 'eslint-plugin-oauth-scopes/types' { interface Registered { uipath: 'OR.Execution PIMS' } }`.
 * A union of strings says that it is one of them, and which is not known.
 */
export interface Registered {}

/** The scopes of each provider. */
export interface Providers {
  uipath: keyof UiPathProofs;
  genesys: keyof GenesysProofs;
}

/** What holding a scope proves, whoever's scope it is: one table, because no two providers have a name in common but mean it differently. */
export interface Table extends UiPathProofs, GenesysProofs {
  /** An answer, of which nothing follows, for every other string. */
  [unknown: string]: string;
}

/** What holding a scope proves, for each provider whose catalog is the user's own: the files that `oauth-scopes sync` writes augment it. */
export interface OwnTables {}

export type Provider = keyof Providers;

/** The name of a scope that the catalog of a provider knows. */
export type Scope<P extends Provider = Provider> = Providers[P];

/**
 * Holds ALL of `S`: `Grant<'OR.Tasks' | 'PIMS'>`. That one of two is held, and it is not known which, is `Grant<'OR.Tasks'> |
 * Grant<'PIMS'>`. `any` when `S` has a role wildcard: what that covers stands in no type.
 */
export type Grant<S extends Scope> = GrantOrUnchecked<S>;

/**
 * The grant of a client that is deliberately not checked, to be found by its name: `tasks as Tasks<Unscoped>`. A cast to it is the only
 * one that says what it does; a cast to a wider grant claims scopes that nobody holds.
 */
// With "every scope" in place of `any`, a client with a narrow grant would not fit where nothing is checked.
export type Unscoped = any;

/**
 * The type of an application's own check that a token carries scopes. In the branch where it says yes, services made of the client hold
 * them, too: `if (carries(sdk, ['OR.Tasks'], token)) await new Tasks(sdk).create(…)`. Implement it with a cast, because only a person can
 * know that it is right: `const carries = ((client, scopes, token) => …) as GrantGuard`. For the chains of a root class write a function
 * of your own, `<G, const S extends Scope>(sdk: UiPath<G>, scopes: readonly S[]) => sdk is UiPath<G & Grant<S>>`.
 */
export type GrantGuard<Evidence extends readonly unknown[] = [token: string]> = <G, const S extends Scope>(
  client: Brand<G>,
  scopes: readonly S[],
  ...evidence: Evidence
) => client is Brand<G & Grant<S>>;

export type { Brand, MissingScope, OverlayBroken } from './guard.js';
export type { OperationRequirements, ScopedPaths } from './scoped-paths.js';
export type { CheckedScopes, ScopeString } from './scope-string.js';
