import type { Problem } from '../../src/scopes/inspect.ts';
import { sparedDuplicates } from '../../src/verdict/inspect-declarations.ts';
import { analysesOf } from './analyses-of.ts';
import type { LintedFile } from './linted-file.ts';
import type { ScopeString } from './scope-strings.ts';

/**
 * Of a scope that another one implies, one is too much; which one, only the calls tell. `OR.Execution OR.Execution.Read` where everything
 * is read: the narrow one is to stay, and there is nothing wrong with it. One that no call needs is reported as unused. Where the calls are
 * not known, removing the narrow one might keep the wrong one, so it is not suggested.
 */
export function judgeImplied(problem: Problem, string: ScopeString, file: LintedFile): Problem | null {
  if (problem.reason !== 'implied') {
    return problem;
  }
  const report = analysesOf(file).find(({ index }) => index === string.index)?.report;
  if (report !== undefined && sparedDuplicates(report.findings).has(problem.scope)) {
    return null;
  }
  const both = [problem.scope, problem.impliedBy];
  const isHeldBack = report?.undecided.some(({ holdsBack }) => holdsBack.some((scope) => both.includes(scope)));
  const isKnown = report !== undefined && report.needed.length > 0 && isHeldBack !== true;
  return isKnown ? problem : { ...problem, suggestions: [] };
}
