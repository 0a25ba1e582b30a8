import { distance } from 'fastest-levenshtein';
import type { Scope } from './requirement.ts';
import { isSuggestible, type Vocabulary } from './vocabulary.ts';

/**
 * Finds the scope that a misspelt name may mean. Only scopes that a tool may propose are ever found; of several the first in the
 * vocabulary.
 */
export interface SpellingIndex {
  /** The same but for upper and lower case. */
  readonly sameIgnoringCase: (name: string) => Scope | undefined;
  /** The same but for case and for what stands between letters and digits: `users-manage` for `users:manage`. */
  readonly sameIgnoringSeparators: (name: string) => Scope | undefined;
  /** The only scope that has one segment more, in front: `Jobs.Write` for `OR.Jobs.Write`. */
  readonly lackingFirstSegment: (name: string) => Scope | undefined;
  /** As many segments, and none of them far from the one in its place. */
  readonly nearest: (name: string) => Scope | undefined;
}

/** Made once for each vocabulary object, and kept as long as it. */
export function spellingIndex(vocabulary: Vocabulary): SpellingIndex {
  const known = indexes.get(vocabulary);
  if (known !== undefined) {
    return known;
  }
  const index = createIndex(vocabulary);
  indexes.set(vocabulary, index);
  return index;
}

const indexes = new WeakMap<Vocabulary, SpellingIndex>();

/** No scope is longer, and comparing longer names only costs time. */
const LONGEST_NAME = 100;

interface Spelling {
  readonly scope: Scope;
  readonly segments: readonly string[];
}

function createIndex(vocabulary: Vocabulary): SpellingIndex {
  const spellings = vocabulary.names
    .filter((name) => isSuggestible(vocabulary, name))
    .map((scope): Spelling => ({ scope, segments: segmentsOf(scope) }));
  const byCase = groupScopes(spellings, ({ scope }) => scope.toLowerCase());
  const byLetters = groupScopes(spellings, ({ segments }) => segments.join(''));
  const byTail = groupScopes(spellings, ({ segments }) => segments.slice(1).join(' '));
  const short = (find: (name: string) => Scope | undefined) => (name: string) => (name.length > LONGEST_NAME ? undefined : find(name));
  return {
    sameIgnoringCase: short((name) => byCase.get(name.toLowerCase())?.[0]),
    sameIgnoringSeparators: short((name) => byLetters.get(segmentsOf(name).join(''))?.[0]),
    lackingFirstSegment: short((name) => {
      const scopes = byTail.get(segmentsOf(name).join(' '));
      return scopes?.length === 1 ? scopes[0] : undefined;
    }),
    nearest: short((name) => nearest(segmentsOf(name), spellings)),
  };
}

/** Letters and digits between whatever else stands in the name, in lower case. */
function segmentsOf(name: string): string[] {
  return name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Scopes by key, in their order; the empty key stands for nothing. */
function groupScopes(spellings: readonly Spelling[], keyOf: (spelling: Spelling) => string): Map<string, Scope[]> {
  const groups = new Map<string, Scope[]>();
  for (const spelling of spellings) {
    const key = keyOf(spelling);
    if (key !== '') {
      groups.set(key, [...(groups.get(key) ?? []), spelling.scope]);
    }
  }
  return groups;
}

function nearest(segments: readonly string[], spellings: readonly Spelling[]): Scope | undefined {
  let best: { readonly scope: Scope; readonly distance: number } | undefined;
  for (const spelling of spellings) {
    const apart = segmentDistance(segments, spelling.segments);
    if (apart !== undefined && (best === undefined || apart < best.distance)) {
      best = { scope: spelling.scope, distance: apart };
    }
  }
  return best?.scope;
}

/** Edits between two names, segment by segment; `undefined` where the names are too far apart for one to be meant by the other. */
function segmentDistance(left: readonly string[], right: readonly string[]): number | undefined {
  if (left.length !== right.length || left.length === 0) {
    return undefined;
  }
  let sum = 0;
  for (const [position, segment] of left.entries()) {
    const other = right[position] ?? '';
    const tolerated = toleratedEdits(Math.min(segment.length, other.length));
    if (Math.abs(segment.length - other.length) > tolerated) {
      return undefined;
    }
    const edits = distance(segment, other);
    if (edits > tolerated) {
      return undefined;
    }
    sum += edits;
  }
  return sum;
}

/** In two letters every edit makes another word (`AC` is not `OR`); in a long segment two are a slip. */
function toleratedEdits(length: number): number {
  return length <= 2 ? 0 : length <= 5 ? 1 : 2;
}
