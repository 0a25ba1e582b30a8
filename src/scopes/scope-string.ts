import type { Scope } from './requirement.ts';
import { compareScopes, type Vocabulary } from './vocabulary.ts';

/** The scope string for a list of scopes (RFC 6749, section 3.3: separated by one space each), in the order of the list. */
export function printScopes(scopes: Iterable<Scope>): string {
  return [...scopes].join(' ');
}

/** The scopes of a well-formed string, with repeats. For one that anybody may have written use `inspectScopeString`. */
export function splitScopes(text: string): Scope[] {
  return text.split(/\s+/).filter((scope) => scope !== '');
}

/** Without repeats, in the order of the vocabulary. */
export function orderScopes(scopes: Iterable<Scope>, vocabulary: Vocabulary): Scope[] {
  return [...new Set(scopes)].sort(compareScopes(vocabulary));
}
