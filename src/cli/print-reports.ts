import { resolve } from 'node:path';
import { displayPath } from '../report/display-path.ts';
import { checkGithub } from '../report/github/annotations.ts';
import { checkJson } from '../report/json.ts';
import { checkMarkdown } from '../report/markdown/markdown.ts';
import { checkSarif } from '../report/sarif/sarif.ts';
import { createStyle, type Style } from '../report/style.ts';
import { checkSummary, checkText } from '../report/text.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { exitCodeOf } from './check-applications.ts';
import type { Invocation, Output } from './command.ts';
import type { ExitCode } from './exit-code.ts';
import { packageVersion } from './package-root.ts';
import { repositoryRoot } from './repository-root.ts';
import { writeFileAtomically } from './write-file.ts';

/** Prints every verdict in the format that is asked for, or writes it to the file of `--out`. Ends with 1 when there is a finding. */
export function printReports(reports: readonly ApplicationReport[], invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values } = invocation;
  const out = values.get('out');
  const text = formatted(reports, invocation, out === undefined ? output.style : createStyle(false));
  if (out === undefined) {
    output.print(text);
  } else {
    const file = resolve(workingDirectory, out);
    writeFileAtomically(file, `${text}\n`);
    output.print(`${checkSummary(reports, output.style)} Wrote ${displayPath(file, workingDirectory)}.`);
  }
  return exitCodeOf(reports);
}

function formatted(reports: readonly ApplicationReport[], { directory, workingDirectory, values }: Invocation, style: Style): string {
  // The other end of these formats takes paths from the root of the repository.
  const options = { root: repositoryRoot(directory, workingDirectory), version: packageVersion() };
  switch (values.get('format')) {
    case 'json':
      return checkJson(reports, workingDirectory);
    case 'sarif':
      return checkSarif(reports, options);
    case 'github':
      return checkGithub(reports, options);
    case 'markdown':
      return checkMarkdown(reports, options);
    default:
      return checkText(reports, { workingDirectory, style });
  }
}
