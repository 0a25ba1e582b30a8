import { analyse, type ApplicationAnalysis } from '../verdict/analyse.ts';
import { CommandError } from './command-error.ts';
import type { Invocation } from './command.ts';
import type { Application } from './find-applications.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { requireSdk } from './require-sdk.ts';
import { asOfDate } from './target.ts';

export interface AnalysedApplication extends Application {
  readonly analysis: ApplicationAnalysis;
}

/**
 * Analyses every application of a workspace.
 * @throws CommandError when an SDK is not installed, or when a file that declares scopes cannot be read: verdicts without it would be wrong.
 */
export function analyseWorkspace(workspace: OpenWorkspace, invocation: Invocation): AnalysedApplication[] {
  const asOf = asOfDate(invocation);
  const application = invocation.values.get('application');
  const { ts, root, fileSystem } = workspace;
  return workspace.applications.map((one) => {
    requireSdk(ts, one);
    const [{ program }, ...others] = one.projects;
    const analysis = analyse({
      ts,
      program,
      otherPrograms: others.map((project) => project.program),
      directory: one.directory,
      root,
      index: one.index,
      fileSystem,
      ...(asOf === undefined ? {} : { asOf }),
      ...(application === undefined ? {} : { application }),
    });
    if (analysis.problems.length > 0) {
      throw new CommandError(analysis.problems);
    }
    return { ...one, analysis };
  });
}
