import { checkApplications } from './check-applications.ts';
import type { Invocation, Output } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { printReports } from './print-reports.ts';

/** `oauth-scopes check`: every verdict on every application, in one of several formats. Ends with 1 when there is a finding. */
export function run(invocation: Invocation, output: Output): ExitCode {
  return printReports(checkApplications(invocation, output), invocation, output);
}
