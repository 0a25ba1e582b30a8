import { dirname, join } from 'node:path';
import { displayPath } from '../report/display-path.ts';
import type { TypeScript } from '../usage/typescript.ts';
import { analyseWorkspace, type AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { describeChange } from './describe-change.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readConfiguration, requireConfiguration } from './find-projects.ts';
import { isUpToDate } from './generate-overlay-for.ts';
import { prepareRegistrations, type PreparedRegistration } from './prepare-registration.ts';
import { readTextFile } from './read-text-file.ts';
import { isSameRegistration, isSameText } from './registration-text.ts';
import { targetOf } from './target.ts';
import { watch } from './watch.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * `oauth-scopes sync`: writes the registration file of every application. With `--check` it writes nothing and ends with 1 where one is
 * missing or stale; with `--watch` it goes on until it is interrupted.
 */
export async function run(invocation: Invocation, output: Output): Promise<ExitCode> {
  const { flags } = invocation;
  if (flags.has('check') && flags.has('watch')) {
    throw new CommandError('--check looks once and --watch goes on; choose one of them');
  }
  if (flags.has('check')) {
    return check(invocation, output);
  }
  if (flags.has('watch')) {
    await watch(() => write(invocation, output), invocation, output);
  } else {
    write(invocation, output);
  }
  return exitCodes.fine;
}

interface Synchronised {
  readonly ts: TypeScript;
  readonly applications: readonly AnalysedApplication[];
  readonly registrations: readonly PreparedRegistration[];
}

/** Everything is prepared before anything is written: an error in one application leaves all files as they are. */
function prepare(invocation: Invocation, output: Output): Synchronised {
  requireConfiguration(targetOf(invocation).configuration);
  const { ts, applications } = analyseWorkspace(invocation, output);
  return { ts, applications, registrations: prepareRegistrations(ts, applications, invocation.workingDirectory) };
}

function check(invocation: Invocation, output: Output): ExitCode {
  const { registrations } = prepare(invocation, output);
  const complaints = registrations.flatMap((registration) => complaintsAbout(registration, invocation.workingDirectory));
  complaints.forEach((complaint) => output.print(complaint));
  if (complaints.length === 0) {
    output.print('Up to date.');
  }
  return complaints.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function complaintsAbout({ file, text, parts }: PreparedRegistration, workingDirectory: string): string[] {
  const present = readTextFile(file);
  const path = displayPath(file, workingDirectory);
  if (present === undefined) {
    return [`${path} is missing; run oauth-scopes sync`];
  }
  if (!isSameRegistration(present, text)) {
    const providers = parts.map(({ application }) => application.index.catalog.provider);
    return [`${path} is stale: ${describeChange(present, text, providers)}; run oauth-scopes sync`];
  }
  return parts.flatMap(({ application, overlay: { generated } }) => {
    const { provider, date } = application.index.catalog;
    return generated === undefined || isUpToDate(generated)
      ? []
      : [
          `${displayPath(generated.directory, workingDirectory)} is not made of the installed ${generated.sdk.name} ${generated.sdk.version} ` +
            `and the ${provider} catalog of ${date}; run oauth-scopes generate`,
        ];
  });
}

function write(invocation: Invocation, output: Output): readonly AnalysedApplication[] {
  const { workingDirectory } = invocation;
  const { ts, applications, registrations } = prepare(invocation, output);
  registrations.forEach((registration) => writeRegistration(registration, workingDirectory, output));
  for (const application of applications) {
    const own = registrations.filter(({ parts }) => parts.some((part) => part.application === application));
    verify(ts, application, own, workingDirectory);
  }
  return applications;
}

function writeRegistration({ file, text, parts }: PreparedRegistration, workingDirectory: string, output: Output): void {
  for (const { generated } of parts.map(({ overlay }) => overlay)) {
    if (generated !== undefined && !isUpToDate(generated)) {
      const { directory, files, sdk } = generated;
      files.forEach((one) => writeFileAtomically(join(directory, one.path), one.text));
      output.print(
        `Wrote ${displayPath(directory, workingDirectory)} for ${sdk.name} ${sdk.version}; ` +
          'run oauth-scopes generate after each installation.',
      );
    }
  }
  const isChanged = !isSameText(readTextFile(file) ?? '', text);
  if (isChanged) {
    writeFileAtomically(file, text);
  }
  const summary = parts.map((part) => part.summary).join(' ');
  output.print(`${isChanged ? 'Wrote' : 'Unchanged:'} ${displayPath(file, workingDirectory)}. ${summary}`);
}

/** A project that loads no registration would check nothing, and nobody would notice. */
function verify(
  ts: TypeScript,
  { projects }: AnalysedApplication,
  registrations: readonly PreparedRegistration[],
  workingDirectory: string,
): void {
  const wanted = registrations[0]?.file ?? '';
  for (const { configFile } of projects) {
    const loaded = readConfiguration(ts, configFile).fileNames.filter((name) => registrations.some(({ file }) => file === name));
    if (loaded.length !== 1) {
      const message =
        loaded.length === 0
          ? `does not load ${displayPath(wanted, workingDirectory)}; add "${displayPath(wanted, dirname(configFile))}" to its "include"`
          : `loads ${loaded.map((name) => displayPath(name, workingDirectory)).join(' and ')}; delete one of them`;
      throw new CommandError({ file: configFile, line: 1, column: 1, message });
    }
  }
}
