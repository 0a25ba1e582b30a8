import type { Scope } from '../scopes/requirement.ts';
import type { Vocabulary } from '../scopes/vocabulary.ts';

/** Equal for grants that cover the same: alternatives in any order, each closed under implication, without scopes that nobody knows. */
export function grantKey(alternatives: readonly (readonly Scope[])[], vocabulary: Vocabulary): string {
  const covered = alternatives.map((scopes) => {
    const closure = vocabulary.closure(scopes);
    return vocabulary.names.filter((name) => closure.has(name)).join(' ');
  });
  return JSON.stringify([...new Set(covered)].sort());
}
