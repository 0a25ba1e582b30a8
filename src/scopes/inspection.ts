import type { Scope } from './requirement.ts';

/** What a scope of the provider looks like. */
export interface InspectionGrammar {
  /** One scope token, anchored. */
  readonly token: RegExp;
  /** A role permission, which people write where a scope belongs; anchored. */
  readonly permission?: RegExp;
  /** The scopes to suggest for a role permission, best first. */
  readonly permissionScopes?: (name: string) => readonly Scope[];
  /** The scope that the provider itself says a wrong name stands for. */
  readonly correction?: (name: string) => Scope | undefined;
}

/** Replaces a range of the inspected string; offsets in UTF-16 units, `end` exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ScopeSuggestion extends TextEdit {
  /** The scope that the edit puts in; absent where it only takes something out. */
  readonly scope?: Scope;
}

/** A scope that the string means to hold. */
export interface ScopeToken {
  /** The scope as it should read, where that is certain (`Traces.Api` for `Traces.API`); else as it stands. */
  readonly text: Scope;
  readonly start: number;
  readonly end: number;
}

export type ProblemReason =
  // malformed
  | 'empty'
  | 'comma'
  | 'surplus-space'
  | 'wrong-separator'
  | 'space-inside'
  | 'wrong-case'
  | 'forbidden-character'
  | 'wrong-form'
  | 'placeholder'
  | 'doubled-key'
  // unknown
  | 'unknown'
  | 'permission'
  | 'deprecated'
  // duplicate
  | 'repeated'
  | 'implied';

export interface Problem {
  readonly kind: 'malformed' | 'unknown' | 'duplicate';
  readonly reason: ProblemReason;
  readonly start: number;
  readonly end: number;
  /** The scope that the problem is about: as it should read where that is certain, else as it stands; `''` where it is about no scope. */
  readonly scope: Scope;
  /** For `implied`: the scope of the same string that implies it. */
  readonly impliedBy?: Scope;
  /**
   * Safe to apply unasked: changes white space, commas and exact repeats only, and only where every resulting token is in the
   * vocabulary.
   */
  readonly fix?: TextEdit;
  readonly suggestions: readonly ScopeSuggestion[];
}

export interface Inspection {
  /** With repeats, in the order of the string. */
  readonly tokens: readonly ScopeToken[];
  /** In the order of the string. */
  readonly problems: readonly Problem[];
}
