/** One OAuth scope token (RFC 6749, section 3.3), for example `OR.Jobs.Read`. Case-sensitive. */
export type Scope = string;

/** Alternatives: holding any one of them satisfies the clause. Never empty. */
export type Clause = readonly Scope[];

/**
 * What a call needs: every clause must be satisfied (conjunctive normal form).
 * `[]` means that no scope is needed. What is not known is `null` wherever a requirement may be unknown; the two are never mixed.
 */
export type Requirement = readonly Clause[];

/** "OR.Jobs or OR.Jobs.Read". */
export function describeClause(clause: Clause): string {
  return clause.join(' or ');
}

/** "OR.Jobs or OR.Jobs.Read, and PIMS"; for a requirement without clauses "no scope". */
export function describeRequirement(requirement: Requirement): string {
  return requirement.length === 0 ? 'no scope' : requirement.map(describeClause).join(', and ');
}
