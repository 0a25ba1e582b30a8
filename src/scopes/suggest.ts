import type { Scope } from './requirement.ts';
import { spellingIndex } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The scope that a name which the vocabulary does not have probably means; `undefined` where none is really close. Never a scope that
 * is suspect, reserved for the provider's own clients, or a role-based wildcard.
 */
export function suggestScope(name: string, vocabulary: Vocabulary): Scope | undefined {
  const { sameIgnoringCase, sameIgnoringSeparators, lackingFirstSegment, nearest } = spellingIndex(vocabulary);
  return sameIgnoringCase(name) ?? sameIgnoringSeparators(name) ?? lackingFirstSegment(name) ?? nearest(name);
}
