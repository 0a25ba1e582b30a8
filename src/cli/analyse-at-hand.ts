import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analyseWorkspace, type AnalysedApplication } from './analyse-workspace.ts';
import { CommandError, problemLine } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { targetOf } from './target.ts';

/**
 * The applications at hand, for a command that has something to say without any: none where there is no configuration, and none, with a note
 * of the reason, where they cannot be analysed.
 * @param consequence what follows from that: "only the catalog answers"
 */
export function analyseAtHand(invocation: Invocation, output: Output, consequence: string): readonly AnalysedApplication[] {
  const { directory, configuration } = targetOf(invocation);
  const isConfigured = configuration !== directory || ['tsconfig.json', 'jsconfig.json'].some((name) => existsSync(join(directory, name)));
  if (!isConfigured) {
    return [];
  }
  try {
    return analyseWorkspace(invocation, output).applications;
  } catch (error) {
    if (!(error instanceof CommandError)) {
      throw error;
    }
    const { problems } = error;
    for (const problem of problems) {
      const message = problems.length === 1 ? `${problem.message}; ${consequence}` : problem.message;
      output.note(problemLine({ ...problem, message }, invocation.workingDirectory));
    }
    if (problems.length > 1) {
      output.note(problemLine({ message: consequence }, invocation.workingDirectory));
    }
    return [];
  }
}
