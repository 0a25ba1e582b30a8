import fc from 'fast-check';
import type { Clause, Requirement, Scope } from '../../src/scopes/requirement.ts';
import type { VocabularyEntry } from '../../src/scopes/vocabulary.ts';

/** Few enough scopes to look at every subset. */
export const NAMES: readonly Scope[] = ['a', 'b', 'c', 'd', 'e'];

/** Vocabularies over `NAMES` with any implication, cycles included. */
export const anyEntries: fc.Arbitrary<VocabularyEntry[]> = fc
  .tuple(...NAMES.map((name) => fc.record({ name: fc.constant(name), implies: fc.subarray([...NAMES], { maxLength: 2 }) })))
  .chain((entries) => fc.shuffledSubarray(entries, { minLength: NAMES.length }));

/** The same with scopes that are not to be suggested among them. */
export const anyEntriesWithAvoided: fc.Arbitrary<VocabularyEntry[]> = fc
  .tuple(anyEntries, fc.subarray([...NAMES], { maxLength: 3 }))
  .map(([entries, avoided]) => entries.map((entry) => (avoided.includes(entry.name) ? { ...entry, suspect: true as const } : entry)));

export const anyGrant: fc.Arbitrary<Scope[]> = fc.subarray([...NAMES]);

const anyClause: fc.Arbitrary<Clause> = fc.subarray([...NAMES], { minLength: 1, maxLength: 3 });

export const anyRequirement: fc.Arbitrary<Requirement> = fc.array(anyClause, { maxLength: 3 });

export const anyRequirements: fc.Arbitrary<Requirement[]> = fc.array(anyRequirement, { maxLength: 3 });

/** All subsets of `NAMES`. */
export const ALL_GRANTS: readonly (readonly Scope[])[] = Array.from({ length: 2 ** NAMES.length }, (_, bits) =>
  NAMES.filter((_name, position) => (bits >> position) % 2 === 1),
);

/** Implication by definition, to hold the implementation against: reachable in the graph. */
export function reaches(entries: readonly VocabularyEntry[], from: Scope, to: Scope, visited: readonly Scope[] = []): boolean {
  const next = entries.find((entry) => entry.name === from)?.implies ?? [];
  return from === to || next.some((scope) => !visited.includes(scope) && reaches(entries, scope, to, [...visited, from]));
}

/** Satisfaction by definition. */
export function suffices(entries: readonly VocabularyEntry[], held: readonly Scope[], requirement: Requirement): boolean {
  return requirement.every((clause) => clause.some((scope) => held.some((name) => reaches(entries, name, scope))));
}
