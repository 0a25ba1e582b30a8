import type { TSESLint } from '@typescript-eslint/utils';
import { placeInText } from '../../src/grants/located-text.ts';
import type { Problem } from '../../src/scopes/inspect.ts';
import { reportProblem, type ProblemContext } from './report-problem.ts';
import { scopeStringsOf, type ScopeString } from './scope-strings.ts';

/**
 * The listener of a rule that reports one kind of problem with scope strings. The strings of a file are found and read once, by whichever
 * rule comes first.
 * @param judge may leave a problem out (`null`) or take something away from it
 */
export function defineProblemVisitor(
  context: ProblemContext,
  kind: Problem['kind'],
  judge: (problem: Problem, string: ScopeString) => Problem | null = (problem) => problem,
): TSESLint.RuleListener {
  const visit = (): void => {
    // One const may be part of several strings, and one string may be found by its import and by its type.
    const reported = new Set<string>();
    for (const string of scopeStringsOf(context)) {
      for (const problem of string.problems.filter((candidate) => candidate.kind === kind)) {
        const key = JSON.stringify([problem.reason, placeInText(string, problem.start, problem.end, string.place)]);
        const judged = reported.has(key) ? null : judge(problem, string);
        reported.add(key);
        if (judged !== null) {
          reportProblem(context, string, judged);
        }
      }
    }
  };
  // The root of a JavaScript tree, and that of a JSON file which another plugin declares to be JSON.
  return { Program: visit, Document: visit };
}
