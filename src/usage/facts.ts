import type { OAuthGrantType } from '../catalogs/catalog.ts';
import type { ClientGrant } from '../grants/client-grant.ts';
import type { Place, Undecided } from '../grants/declaration.ts';
import type { Scope } from '../scopes/requirement.ts';

/** Which grant the receiver of a call holds, as far as the program shows. */
export type HeldGrant =
  /** What the application declares. */
  | { readonly kind: 'declared'; readonly followed?: true }
  /**
   * What the client's own constructor says; several entries are alternatives, of which one holds.
   * `followed`: the way back to the construction is plain. Otherwise a type says so, and a client that holds more may stand behind it.
   */
  | { readonly kind: 'literal'; readonly alternatives: readonly (readonly Scope[])[]; readonly followed?: true }
  /** Made with a secret or a personal access token: no scopes exist. */
  | { readonly kind: 'unscoped' }
  | { readonly kind: 'undecided'; readonly reason: string };

/** A call of a wrapper, on the way from where a client or a path is chosen to where the provider is called. */
export interface ChainLink {
  readonly place: Place;
  /** What is called there, for a message: `loadJobs`. */
  readonly name: string;
}

/** A use of an SDK method or of an endpoint: a call, or a reference through which it can be called. */
export interface MethodUse {
  readonly provider: string;
  /** `label` of the catalog's method or endpoint. */
  readonly method: string;
  readonly place: Place;
  readonly grant: HeldGrant;
  /** `false`: by name only (JavaScript, `any`). It can show that a scope is needed, and never accuses. */
  readonly typed: boolean;
  /** The file is a test. */
  readonly inTest: boolean;
  /** Calls of wrappers through which the client or the path gets to `place`, outermost first; absent where there are none. */
  readonly chain?: readonly ChainLink[];
}

/** A member that the SDK declares and the catalog has no requirement for. */
export interface UnmappedUse {
  readonly provider: string;
  readonly call: string;
  readonly place: Place;
}

/** A place where a client is made: `new UiPath(…)`. */
export interface ClientSite {
  readonly provider: string;
  readonly place: Place;
  /** What its calls hold; `declared` also where the constructor leaves a way for what the application declares. */
  readonly grant: HeldGrant;
  /** What the constructor says, with the places of its scopes. */
  readonly stated: ClientGrant;
  /** How it gets its token, as far as the program shows. */
  readonly grantType?: OAuthGrantType;
  /** The program gives it another token later: what a type says of its grant holds no more. */
  readonly hasOtherToken?: true;
  /** The file is a test. */
  readonly inTest: boolean;
}

/** A cast of a client, outside of tests, to a type that claims scopes, held or not: `as Assets<Grant<'OR.Assets'>>`. */
export interface ClaimedGrant {
  readonly provider: string;
  /** The type of the cast. */
  readonly place: Place;
  /** What the type claims, implied scopes included; of alternatives what they have in common. */
  readonly scopes: readonly Scope[];
  /** What the client holds that is cast. */
  readonly held: HeldGrant;
}

/** A place where calls may be made that no one can see. */
export interface Escape extends Undecided {
  /** The package that receives a client there. */
  readonly package?: string;
  /** All of the program is meant, not the place. */
  readonly ofProgram?: true;
}

/** Everything that a program shows of one provider's SDK. Serialisable. */
export interface UsageFacts {
  readonly provider: string;
  readonly uses: readonly MethodUse[];
  readonly unmapped: readonly UnmappedUse[];
  readonly clients: readonly ClientSite[];
  /** Calls that no one can see: a token read, a request to the provider, a widget with a client, an `any`. Each holds back UNUSED. */
  readonly escapes: readonly Escape[];
  readonly claimed?: readonly ClaimedGrant[];
  /** At least one file imports the SDK. */
  readonly importsSdk: boolean;
}
