import type { Scope } from '../scopes/requirement.ts';

/** A scope that a team's policy forbids, or allows only where the manifest says why it is held. */
export interface RestrictedScope {
  readonly scope: Scope;
  /** Why it is restricted, or what to do instead; part of the message. */
  readonly reason?: string;
  /** The scope is allowed where "usedFor" or "rationale" of the manifest says why it is held. */
  readonly allowWithReason?: boolean;
}
