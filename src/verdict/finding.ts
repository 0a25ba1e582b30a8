import type { Place } from '../grants/declaration.ts';
import type { StatedScope } from '../grants/manifest.ts';
import type { Clause, Scope } from '../scopes/requirement.ts';
import type { ChainLink } from '../usage/facts.ts';

export type FindingKind =
  | 'missing' | 'unused' | 'redundant' | 'narrow' | 'malformed' | 'unknown' | 'duplicate'
  | 'conflict' | 'unresolved' | 'unmapped' | 'restricted' | 'forged' | 'refused';

/** One thing to change. `rule` is the ESLint rule that reports the same. */
export interface Finding {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly scope: string;
  readonly suggestion?: string;
  readonly place: Place;
  readonly message: string;
  /** Of a call: the method or the endpoint, by the label of the catalog. */
  readonly call?: string;
  /** Calls of wrappers through which the client or the path gets to `place`, outermost first. */
  readonly chain?: readonly ChainLink[];
}

/** A verdict that is held back, with the place that makes it so. */
export interface UndecidedVerdict {
  readonly place: Place;
  readonly reason: string;
  readonly holdsBack: readonly Scope[];
  /** What the ESLint rule for it says, where there is one: a grant that is not known, a call without a known requirement. */
  readonly reported?: { readonly rule: string; readonly kind: 'unresolved' | 'unmapped'; readonly message: string };
}

/** A clause that the program needs, and the calls that need it. */
export interface Need {
  readonly anyOf: Clause;
  readonly by: readonly CallThatNeeds[];
}

/** A method or an endpoint by the label of the catalog; or a package or files of which the manifest states what they need. */
export interface CallThatNeeds {
  readonly place: Place;
  readonly call: string;
  /** Where the manifest states it. */
  readonly stated?: Place;
}

/** A role permission that calls demand besides their scopes, and those calls: both are needed, the scope and the permission. */
export interface PermissionNeed {
  /** Any one of them will do. */
  readonly anyOf: readonly string[];
  readonly by: Need['by'];
}

/** What is known of one application after analysis; the command line prints it, the rules report parts of it. */
export interface ApplicationReport {
  readonly name: string;
  readonly provider: string;
  readonly declared: readonly {
    readonly scopes: readonly Scope[];
    readonly place: Place;
    readonly kind: string;
    readonly effective: boolean;
  }[];
  /** What the manifest says of the scopes that it lists; absent where there is none. */
  readonly stated?: readonly StatedScope[];
  readonly needed: readonly Need[];
  /** As far as the catalog knows them; absent where it knows none. */
  readonly permissions?: readonly PermissionNeed[];
  /** Least scopes, in catalog order, without those that are always allowed unless they are declared. */
  readonly minimal: {
    readonly scopes: readonly Scope[];
    /** Every call and request was seen and has a requirement. */
    readonly complete: boolean;
    /** `false`: the search was cut at its bound. */
    readonly provenLeast: boolean;
    /** For each scope the calls for which it is in the set. */
    readonly reasons: Readonly<Record<Scope, readonly string[]>>;
    /** Requirements that changed, of which the newest was used: method and the two dates. */
    readonly newestUsedFor: readonly string[];
  };
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedVerdict[];
  readonly coverage: { readonly calls: number; readonly resolved: number; readonly unmapped: number; readonly untyped: number };
}
