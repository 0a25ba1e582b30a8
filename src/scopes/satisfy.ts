import type { Clause, Requirement, Scope } from './requirement.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether a token with these scopes may make the call: each clause has an alternative that a held scope is or implies. */
export function satisfies(held: Iterable<Scope>, requirement: Requirement, vocabulary: Vocabulary): boolean {
  return lacking(held, requirement, vocabulary).length === 0;
}

/** What is left of the requirement: its unsatisfied clauses, with all their alternatives, in their order. `[]` where nothing lacks. */
export function lacking(held: Iterable<Scope>, requirement: Requirement, vocabulary: Vocabulary): Requirement {
  const covered = vocabulary.closure(held);
  return requirement.filter((clause) => !meets(covered, clause));
}

/** Whether what a token covers (a closure) meets the clause. */
export function meets(covered: ReadonlySet<Scope>, clause: Clause): boolean {
  return clause.some((scope) => covered.has(scope));
}
