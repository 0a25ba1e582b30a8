import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { forwardSlashes } from '../grants/file-system.ts';
import { MANIFEST_NAME } from '../grants/manifest.ts';
import { displayPath } from '../report/display-path.ts';
import { draftManifest, type ManifestDraft } from '../report/manifest-draft.ts';
import { analyseWorkspace, type AnalysedApplication } from './analyse-workspace.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { packageName, packageVersion } from './package-root.ts';
import { targetOf } from './target.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * `oauth-scopes init`: writes oauth-scopes.json from what an application declares and calls, after asking, and never over one that is
 * there. With `--yes` it does not ask.
 */
export async function run(invocation: Invocation, output: Output): Promise<ExitCode> {
  const { workingDirectory, flags } = invocation;
  const isSure = flags.has('yes');
  const ask = isSure ? undefined : output.asker();
  if (!isSure && ask === undefined) {
    throw new CommandError('init asks before it writes, and there is no terminal to ask on; run oauth-scopes init --yes');
  }
  const atHand = join(targetOf(invocation).directory, MANIFEST_NAME);
  if (existsSync(atHand)) {
    throw alreadyThere([atHand]);
  }
  const planned = planManifests(analyseWorkspace(invocation, output).applications, workingDirectory);
  const present = planned.filter(({ file }) => existsSync(file)).map(({ file }) => file);
  const missing = planned.filter(({ file }) => !present.includes(file));
  if (missing.length === 0) {
    throw alreadyThere(present);
  }
  present.forEach((file) => output.note(`${displayPath(file, workingDirectory)} is there already, and is left as it is.`));
  if (ask !== undefined && !(await isConfirmed(missing, workingDirectory, output, ask))) {
    output.print('Nothing was written.');
    return exitCodes.fine;
  }
  for (const { file, draft } of missing) {
    writeFileAtomically(file, draft.text);
    output.print([`Wrote ${displayPath(file, workingDirectory)}.`, ...draft.remarks.map((remark) => `  ${remark}`)].join('\n'));
  }
  if (missing.some(({ draft }) => draft.hasScopes)) {
    output.print('Next: say in "usedFor" or "rationale" why each scope is held, then commit the file.');
  }
  return exitCodes.fine;
}

interface PlannedManifest {
  /** Absolute path. */
  readonly file: string;
  readonly draft: ManifestDraft;
}

/** One for each directory that declares scopes, or is a package. */
function planManifests(applications: readonly AnalysedApplication[], workingDirectory: string): readonly PlannedManifest[] {
  const directories = [...new Set(applications.map(({ directory }) => directory))];
  return directories.map((directory) => ({
    file: join(directory, MANIFEST_NAME),
    draft: draftManifest(applications.filter((one) => one.directory === directory), schemaFrom(directory), workingDirectory),
  }));
}

/** The schema of the installed package, or, where it is not installed (npx), that of its version on the registry's mirror. */
function schemaFrom(directory: string): string {
  const schema = installedSchema(directory);
  const path = schema === undefined ? '' : forwardSlashes(relative(directory, schema));
  return schema === undefined
    ? `https://unpkg.com/${packageName}@${packageVersion()}/schemas/manifest.json`
    : path.startsWith('.') ? path : `./${path}`;
}

function installedSchema(directory: string): string | undefined {
  const schema = join(directory, 'node_modules', packageName, 'schemas/manifest.json');
  const parent = dirname(directory);
  return existsSync(schema) ? schema : parent === directory ? undefined : installedSchema(parent);
}

async function isConfirmed(
  planned: readonly PlannedManifest[],
  workingDirectory: string,
  output: Output,
  ask: (question: string) => Promise<string>,
): Promise<boolean> {
  for (const { file, draft } of planned) {
    output.note([`${displayPath(file, workingDirectory)} would be:`, draft.text.trimEnd(), ...draft.remarks, ''].join('\n'));
  }
  const answer = await ask(`Write ${planned.map(({ file }) => displayPath(file, workingDirectory)).join(' and ')}? [y/N] `);
  return /^y(?:es)?$/i.test(answer.trim());
}

function alreadyThere(files: readonly string[]): CommandError {
  return new CommandError(files.map((file) => ({ file, message: 'is there already, and init never writes over one' })));
}
