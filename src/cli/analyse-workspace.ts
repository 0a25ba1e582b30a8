import type { TypeScript } from '../usage/typescript.ts';
import { analyse, type ApplicationAnalysis } from '../verdict/analyse.ts';
import type { InputRecorder } from './cache/input-record.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import type { Application } from './find-applications.ts';
import { openWorkspace } from './open-workspace.ts';
import { requireSdk } from './require-sdk.ts';
import { asOfDate } from './target.ts';

export interface AnalysedApplication extends Application {
  readonly analysis: ApplicationAnalysis;
}

export interface AnalysedWorkspace {
  readonly ts: TypeScript;
  /** At least one. */
  readonly applications: readonly AnalysedApplication[];
}

/**
 * Opens what a command line points at, and analyses every application in it.
 * @throws CommandError when it cannot be opened, when an SDK is not installed, or when a file that declares scopes cannot be read: verdicts
 * without it would be wrong.
 * @param recorder is told of everything that is read
 */
export function analyseWorkspace(invocation: Invocation, output: Output, recorder?: InputRecorder): AnalysedWorkspace {
  const asOf = asOfDate(invocation);
  const application = invocation.values.get('application');
  const { ts, root, fileSystem, applications } = openWorkspace(invocation, output, recorder);
  output.progress('Analysing …');
  const analysed = applications.map((one) => {
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
      usedElsewhere: one.usedElsewhere,
      ...(asOf === undefined ? {} : { asOf }),
      ...(application === undefined ? {} : { application }),
    });
    if (analysis.problems.length > 0) {
      throw new CommandError(analysis.problems);
    }
    return { ...one, analysis };
  });
  return { ts, applications: analysed };
}
