import { checkJson } from '../report/json.ts';
import { checkText } from '../report/text.ts';
import { analyseWorkspace } from './analyse-workspace.ts';
import { cachedAnswer } from './cache/cached-answer.ts';
import type { Invocation, Output } from './command.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { requireLoadedRegistration } from './require-loaded-registration.ts';

/** `oauth-scopes check`: every verdict on every application. Ends with 1 when there is a finding. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values } = invocation;
  const reports = cachedAnswer(invocation, 'check', (recorder) => {
    const { ts, applications } = analyseWorkspace(invocation, output, recorder);
    applications.forEach((application) => requireLoadedRegistration(ts, application, workingDirectory));
    return applications.map(({ analysis }) => analysis.report);
  });
  output.print(
    values.get('format') === 'json' ? checkJson(reports, workingDirectory) : checkText(reports, { workingDirectory, style: output.style }),
  );
  return reports.some(({ findings }) => findings.length > 0) ? exitCodes.findings : exitCodes.fine;
}
