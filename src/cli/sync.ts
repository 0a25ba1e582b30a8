import { dirname, join } from 'node:path';
import { displayPath } from '../report/display-path.ts';
import { analyseWorkspace, type AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import type { Invocation, Output } from './command.ts';
import { describeChange } from './describe-change.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { readConfiguration } from './find-projects.ts';
import { isUpToDate } from './generate-overlay-for.ts';
import { openWorkspace } from './open-workspace.ts';
import { prepareRegistration, type PreparedRegistration } from './prepare-registration.ts';
import { readTextFile } from './read-text-file.ts';
import { isSameRegistration } from './registration-file.ts';
import { watch } from './watch.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * `oauth-scopes sync`: writes the registration file of every application. With `--check` it writes nothing and ends with 1 where one is missing or stale;
 * with `--watch` it goes on until it is interrupted.
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
  readonly ts: typeof import('typescript');
  readonly application: AnalysedApplication;
  readonly prepared: PreparedRegistration;
}

/** Everything is prepared before anything is written: an error in one application leaves all files as they are. */
function prepare(invocation: Invocation, output: Output): Synchronised[] {
  const workspace = openWorkspace(invocation, output);
  const { ts } = workspace;
  return analyseWorkspace(workspace, invocation).map((application) => ({
    ts,
    application,
    prepared: prepareRegistration(ts, application, invocation.workingDirectory),
  }));
}

function check(invocation: Invocation, output: Output): ExitCode {
  const complaints = prepare(invocation, output).flatMap((one) => complaintAbout(one, invocation.workingDirectory) ?? []);
  complaints.forEach((complaint) => output.print(complaint));
  if (complaints.length === 0) {
    output.print('Up to date.');
  }
  return complaints.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function complaintAbout({ application, prepared: { file, text, overlay } }: Synchronised, workingDirectory: string): string | undefined {
  const present = readTextFile(file);
  const path = displayPath(file, workingDirectory);
  if (present === undefined) {
    return `${path} is missing; run oauth-scopes sync`;
  }
  if (!isSameRegistration(present, text)) {
    return `${path} is stale: ${describeChange(present, text, application.index.catalog.provider)}; run oauth-scopes sync`;
  }
  const { generated, sdk } = overlay;
  return generated === undefined || isUpToDate(generated)
    ? undefined
    : `${displayPath(generated.directory, workingDirectory)} is not made of the installed ${sdk.name} ${sdk.version}; run oauth-scopes sync`;
}

function write(invocation: Invocation, output: Output): AnalysedApplication[] {
  const { workingDirectory } = invocation;
  const all = prepare(invocation, output);
  for (const { ts, application, prepared } of all) {
    const { file, text, overlay, summary } = prepared;
    const path = displayPath(file, workingDirectory);
    if (overlay.generated !== undefined && !isUpToDate(overlay.generated)) {
      const { directory, files } = overlay.generated;
      files.forEach((generated) => writeFileAtomically(join(directory, generated.path), generated.text));
      output.print(`Wrote ${displayPath(directory, workingDirectory)} for ${overlay.sdk.name} ${overlay.sdk.version}; run oauth-scopes sync after each installation.`);
    }
    const isNew = readTextFile(file) !== text;
    if (isNew) {
      writeFileAtomically(file, text);
    }
    output.print(`${isNew ? 'Wrote' : 'Unchanged:'} ${path}. ${summary}`);
    verify(ts, application, file, workingDirectory);
  }
  return all.map(({ application }) => application);
}

/** A file that no program loads would check nothing, and nobody would notice. */
function verify(ts: typeof import('typescript'), { projects }: AnalysedApplication, file: string, workingDirectory: string): void {
  const without = projects.filter(({ configFile }) => !readConfiguration(ts, configFile).fileNames.includes(file));
  if (without.length > 0) {
    const configurations = without.map(({ configFile }) => displayPath(configFile, workingDirectory)).join(' and ');
    const wanted = displayPath(file, dirname(without[0]?.configFile ?? file));
    throw new CommandError({ file, line: 1, column: 1, message: `no program loads this file yet; add "${wanted}" to "include" of ${configurations}` });
  }
}
