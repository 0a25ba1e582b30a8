import { checkJson } from '../report/json.ts';
import { checkText } from '../report/text.ts';
import { analyseWorkspace } from './analyse-workspace.ts';
import { cachedAnswer } from './cache/cached-answer.ts';
import { checkRegistration } from './check-registration.ts';
import { problemLine } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';

/** `oauth-scopes check`: every verdict on every application. Ends with 1 when there is a finding. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values } = invocation;
  const { reports, notes } = cachedAnswer(invocation, 'check', (recorder) => {
    const { ts, applications } = analyseWorkspace(invocation, output, recorder);
    return {
      notes: applications.flatMap((application) => checkRegistration(ts, application, workingDirectory) ?? []),
      reports: applications.map(({ analysis }) => analysis.report),
    };
  });
  output.print(
    values.get('format') === 'json' ? checkJson(reports, workingDirectory) : checkText(reports, { workingDirectory, style: output.style }),
  );
  notes.forEach((message) => output.note(problemLine({ message }, workingDirectory)));
  return reports.some(({ findings }) => findings.length > 0) ? exitCodes.findings : exitCodes.fine;
}
