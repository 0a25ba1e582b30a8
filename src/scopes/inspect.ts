import { findDuplicates } from './inspect-duplicates.ts';
import { findSeparatorProblems } from './inspect-separators.ts';
import { readWords } from './inspect-words.ts';
import type { Inspection, InspectionGrammar, Problem } from './inspection.ts';
import type { Vocabulary } from './vocabulary.ts';

export type { Inspection, InspectionGrammar, Problem, ProblemReason, ScopeSuggestion } from './inspection.ts';

/**
 * Reads a scope string as a person may have written it: what it means, and what is wrong with it. The time it takes grows with the
 * length of the string and no faster.
 *
 * A fix never brings a new problem. Placeholders, empty strings and doubled keys have neither fix nor suggestion: nobody knows what was
 * meant.
 */
export function inspectScopeString(text: string, vocabulary: Vocabulary, grammar: InspectionGrammar): Inspection {
  if (/^[\s,]*$/.test(text)) {
    const empty: Problem = { kind: 'malformed', reason: 'empty', start: 0, end: text.length, scope: '', suggestions: [] };
    return { tokens: [], problems: [empty] };
  }
  const readings = readWords(text, vocabulary, grammar);
  const fixable = readings.every((reading) => reading.plain);
  const problems = [
    ...readings.flatMap((reading) => reading.problems),
    ...findSeparatorProblems(text, readings, fixable),
    ...findDuplicates(readings, vocabulary, fixable),
  ];
  return {
    tokens: readings.flatMap((reading) => reading.tokens),
    problems: problems.sort((left, right) => left.start - right.start || left.end - right.end),
  };
}
