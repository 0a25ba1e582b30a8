import type { Reading } from './inspect-words.ts';
import type { Problem } from './inspection.ts';

/** What stands between the words, before the first and after the last, where it is not one space. */
export function findSeparatorProblems(text: string, readings: readonly Reading[], fixable: boolean): Problem[] {
  const edges = [...readings.map(({ start, end }) => ({ start, end })), { start: text.length, end: text.length }];
  let from = 0;
  return edges.flatMap(({ start, end }, position) => {
    const gap = { start: from, end: start };
    from = end;
    // Two readings may share a word (a doubled key and what follows it); inside it nothing separates.
    const outermost = position === 0 || position === readings.length;
    const wanted = outermost || gap.start === gap.end ? '' : ' ';
    const found = text.slice(gap.start, gap.end);
    return found === wanted ? [] : [separatorProblem(gap, found, wanted, fixable)];
  });
}

function separatorProblem(gap: { start: number; end: number }, found: string, wanted: string, fixable: boolean): Problem {
  const edit = { ...gap, text: wanted };
  return {
    kind: 'malformed',
    reason: found.includes(',') ? 'comma' : 'surplus-space',
    ...gap,
    scope: '',
    ...(fixable ? { fix: edit, suggestions: [] } : { suggestions: [edit] }),
  };
}
