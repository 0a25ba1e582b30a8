import { findCombinations, type NamedCombination } from '../catalogs/find-combination.ts';
import { minimalJson } from '../report/json.ts';
import { incompleteSentence, minimalText } from '../report/minimal-text.ts';
import { displayPath } from '../report/display-path.ts';
import { compareWithProfile, profileText } from '../report/profile-text.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { analyseWorkspace } from './analyse-workspace.ts';
import { cachedAnswer } from './cache/cached-answer.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { loadCatalogs } from './load-catalogs.ts';

/** `oauth-scopes minimal`: the least scope string, with reasons. With `--quiet` the string alone, which needs one application. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { workingDirectory, values, flags } = invocation;
  const profiles = findProfiles(invocation);
  const applications = cachedAnswer(invocation, 'minimal', (recorder) =>
    analyseWorkspace(invocation, output, recorder).applications.map(({ directory, analysis: { report } }) => ({ directory, report })),
  );
  const reports = applications.map(({ report }) => report);
  if (values.get('format') === 'json') {
    output.print(minimalJson(reports, workingDirectory, profiles));
  } else if (flags.has('quiet')) {
    printString(onlyReport(applications, workingDirectory), output);
  } else {
    const catalogs = loadCatalogs(invocation);
    const texts = reports.map((report) => {
      const compared = profiles.map((profile) => profileText(compareWithProfile(report, profile), output));
      const catalog = catalogs.find(({ provider }) => provider === report.provider);
      return [minimalText(report, { workingDirectory, style: output.style }, catalog), ...compared].join('\n\n');
    });
    output.print(
      texts.length === 1
        ? texts.join('')
        : texts.map((text, index) => `${output.style.heading(`${reports[index]?.name}`)}\n${text}`).join('\n\n'),
    );
  }
  return exitCodes.fine;
}

/** @throws CommandError when no catalog has a profile of the name, with those that there are. */
function findProfiles(invocation: Invocation): readonly NamedCombination[] {
  const { values, flags } = invocation;
  const name = values.get('profile');
  if (name === undefined) {
    return [];
  }
  if (flags.has('quiet')) {
    throw new CommandError('--profile compares and --quiet prints the scope string alone; choose one of them');
  }
  const catalogs = loadCatalogs(invocation);
  const found = findCombinations(name, catalogs);
  if (found.length === 0) {
    const names = catalogs.flatMap(({ combinations }) => combinations.map((combination) => combination.name));
    throw new CommandError(`no catalog has a profile "${name}"; there are ${[...new Set(names)].join(', ')}`);
  }
  return found;
}

/** What is said besides goes to standard error, so that `$(oauth-scopes minimal --quiet)` is a scope string and nothing else. */
function printString(report: ApplicationReport, output: Output): void {
  output.print(report.minimal.scopes.join(' '));
  if (!report.minimal.complete) {
    output.note(`${incompleteSentence(report)} See oauth-scopes minimal.`);
  }
}

interface ApplicationAnswer {
  /** Absolute path with forward slashes. */
  readonly directory: string;
  readonly report: ApplicationReport;
}

function onlyReport([first, ...others]: readonly ApplicationAnswer[], workingDirectory: string): ApplicationReport {
  if (first === undefined || others.length > 0) {
    const directories = [first, ...others].flatMap((one) => (one === undefined ? [] : displayPath(one.directory, workingDirectory)));
    throw new CommandError(`there are applications in ${directories.join(', ')}; name one of the directories, or use --format json`);
  }
  return first.report;
}
