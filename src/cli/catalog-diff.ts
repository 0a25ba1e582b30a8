import { resolve } from 'node:path';
import { diffCatalogs } from '../catalogs/diff-catalogs.ts';
import { catalogDiffText, type ChangedCall, type ProgramEffect } from '../report/catalog-diff-text.ts';
import { displayPath } from '../report/display-path.ts';
import { toJson } from '../report/json.ts';
import type { ApplicationReport } from '../verdict/finding.ts';
import { checkApplications } from './check-applications.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readCatalogFile } from './read-catalog-file.ts';

/**
 * `oauth-scopes catalog diff <old> <new> [directory]`: what changed between two versions of a catalog, and which verdicts on the program in
 * the directory change with it. Ends with 1 when a call of the program becomes missing or undecided.
 */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { words = [], values, workingDirectory } = invocation;
  const [older, newer, directory, ...surplus] = words;
  if (older === undefined || newer === undefined || surplus.length > 0) {
    throw new CommandError('catalog diff takes two catalogs, and a directory if a program is to be judged by both');
  }
  const [before, after] = [older, newer].map((file) => readCatalogFile(resolve(workingDirectory, file)).catalog);
  if (before === undefined || after === undefined || before.provider !== after.provider) {
    throw new CommandError(`the catalogs are of two providers, ${before?.provider} and ${after?.provider}`);
  }
  const difference = diffCatalogs(before, after);
  const effects = directory === undefined ? [] : effectsOn(directory, older, newer, invocation, output);
  output.print(
    values.get('format') === 'json'
      ? toJson({ version: 1, ...difference, ...(directory === undefined ? {} : { applications: effects }) })
      : catalogDiffText(difference, effects, output.style),
  );
  return effects.some(({ calls }) => calls.some(({ after: verdict }) => verdict !== FINE)) ? exitCodes.findings : exitCodes.fine;
}

const FINE = 'fine';

/** The program is judged twice, each time by one of the catalogs alone. */
function effectsOn(directory: string, older: string, newer: string, invocation: Invocation, output: Output): ProgramEffect[] {
  const reportsBy = (catalog: string): readonly ApplicationReport[] =>
    checkApplications(
      {
        ...invocation,
        directory: resolve(invocation.workingDirectory, directory),
        values: new Map([...invocation.values, ['catalog', catalog]]),
      },
      output,
    );
  const [before, after] = [reportsBy(older), reportsBy(newer)];
  return after.map((report) => effectOn(before.find(({ name }) => name === report.name), report, invocation.workingDirectory));
}

function effectOn(before: ApplicationReport | undefined, after: ApplicationReport, workingDirectory: string): ProgramEffect {
  const [old, current] = [verdictsOf(before, workingDirectory), verdictsOf(after, workingDirectory)];
  const places = [...new Set([...current.keys(), ...old.keys()])];
  const calls = places.flatMap((place): ChangedCall[] => {
    const [was, is] = [old.get(place) ?? FINE, current.get(place) ?? FINE];
    return was === is ? [] : [{ place, before: was, after: is }];
  });
  const least = [before?.minimal.scopes ?? [], after.minimal.scopes] as const;
  const isSame = least[0].join(' ') === least[1].join(' ');
  return { application: after.name, calls, minimal: isSame ? undefined : { before: least[0], after: least[1] } };
}

/** What is said of a place: missing scopes, other findings, or that it is undecided. */
function verdictsOf(report: ApplicationReport | undefined, workingDirectory: string): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string>();
  const add = (file: string, line: number, verdict: string): void => {
    const place = `${displayPath(file, workingDirectory)}:${line}`;
    const known = verdicts.get(place);
    verdicts.set(place, known === undefined ? verdict : `${known}; ${verdict}`);
  };
  report?.findings.forEach(({ place, kind, scope }) => add(place.file, place.line, `${kind} ${scope}`));
  report?.undecided.forEach(({ place, reason }) => add(place.file, place.line, `undecided (${reason})`));
  return verdicts;
}
