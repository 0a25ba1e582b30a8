import { dirname, join } from 'node:path';
import { displayPath } from '../report/display-path.ts';
import type { TypeScript } from '../usage/typescript.ts';
import { analyseWorkspace, type AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { describeChange } from './describe-change.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readConfiguration } from './find-projects.ts';
import { isUpToDate } from './generate-overlay-for.ts';
import { prepareRegistrations, type PreparedRegistration } from './prepare-registration.ts';
import { readTextFile } from './read-text-file.ts';
import { isSameRegistration, isSameText } from './registration-text.ts';
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
  readonly application: AnalysedApplication;
  readonly registrations: readonly PreparedRegistration[];
}

/** Everything is prepared before anything is written: an error in one application leaves all files as they are. */
function prepare(invocation: Invocation, output: Output): Synchronised[] {
  const { ts, applications } = analyseWorkspace(invocation, output);
  return applications.map((application) => ({
    ts,
    application,
    registrations: prepareRegistrations(ts, application, invocation.workingDirectory),
  }));
}

function check(invocation: Invocation, output: Output): ExitCode {
  const complaints = prepare(invocation, output).flatMap(({ application, registrations }) =>
    registrations.flatMap(
      (registration) => complaintAbout(registration, application.index.catalog.provider, invocation.workingDirectory) ?? [],
    ),
  );
  complaints.forEach((complaint) => output.print(complaint));
  if (complaints.length === 0) {
    output.print('Up to date.');
  }
  return complaints.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function complaintAbout({ file, text, overlay }: PreparedRegistration, provider: string, workingDirectory: string): string | undefined {
  const present = readTextFile(file);
  const path = displayPath(file, workingDirectory);
  if (present === undefined) {
    return `${path} is missing; run oauth-scopes sync`;
  }
  if (!isSameRegistration(present, text)) {
    return `${path} is stale: ${describeChange(present, text, provider)}; run oauth-scopes sync`;
  }
  const { generated, sdk } = overlay;
  return generated === undefined || isUpToDate(generated)
    ? undefined
    : `${displayPath(generated.directory, workingDirectory)} is not made of the installed ${sdk.name} ${sdk.version}; ` +
        'run oauth-scopes sync';
}

function write(invocation: Invocation, output: Output): AnalysedApplication[] {
  const { workingDirectory } = invocation;
  return prepare(invocation, output).map(({ ts, application, registrations }) => {
    registrations.forEach((registration) => writeRegistration(registration, workingDirectory, output));
    verify(ts, application, registrations, workingDirectory);
    return application;
  });
}

function writeRegistration({ file, text, overlay, summary }: PreparedRegistration, workingDirectory: string, output: Output): void {
  if (overlay.generated !== undefined && !isUpToDate(overlay.generated)) {
    const { directory, files } = overlay.generated;
    files.forEach((generated) => writeFileAtomically(join(directory, generated.path), generated.text));
    output.print(
      `Wrote ${displayPath(directory, workingDirectory)} for ${overlay.sdk.name} ${overlay.sdk.version}; ` +
        'run oauth-scopes sync after each installation.',
    );
  }
  const isChanged = !isSameText(readTextFile(file) ?? '', text);
  if (isChanged) {
    writeFileAtomically(file, text);
  }
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
