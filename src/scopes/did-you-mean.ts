import { distance } from 'fastest-levenshtein';

/**
 * The candidate that someone most likely meant, or `undefined` when none is near: at most two edits, and fewer than half of the letters.
 */
export function didYouMean(typed: string, candidates: readonly string[]): string | undefined {
  const [nearest] = candidates
    .map((candidate) => ({ candidate, edits: distance(typed.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= 2 && edits * 2 < candidate.length)
    .toSorted((left, right) => left.edits - right.edits);
  return nearest?.candidate;
}
