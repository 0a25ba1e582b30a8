import type { ApplicationReport } from '../verdict/finding.ts';
import { analyseWorkspace } from './analyse-workspace.ts';
import { cachedAnswer } from './cache/cached-answer.ts';
import type { Invocation, Output } from './command.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { registrationEvidence, requireLoadedRegistration } from './require-loaded-registration.ts';

/**
 * Every verdict on every application, for `check` in all its formats and for `report`.
 * @throws CommandError as analyseWorkspace does, and when a registration is not part of the program
 */
export function checkApplications(invocation: Invocation, output: Output): readonly ApplicationReport[] {
  return cachedAnswer(invocation, 'check', (recorder) => {
    const { ts, applications } = analyseWorkspace(invocation, output, recorder);
    applications.forEach(({ directory, projects }) =>
      requireLoadedRegistration(registrationEvidence(directory, projects), (file) => ts.sys.fileExists(file), invocation.workingDirectory),
    );
    return applications.map(({ analysis }) => analysis.report);
  });
}

/** What a command ends with that tells of findings. */
export function exitCodeOf(reports: readonly ApplicationReport[]): ExitCode {
  return reports.some(({ findings }) => findings.length > 0) ? exitCodes.findings : exitCodes.fine;
}
