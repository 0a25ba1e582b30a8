import { displayPath } from '../report/display-path.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import { planRegistration } from './plan-registration.ts';
import { readTextFile } from './read-text-file.ts';
import { registeredScopes } from './registration-file.ts';
import { loadedRegistrations, registrationCandidates } from './registration-place.ts';

/**
 * Whether the compiler checks what `check` checks.
 * @returns what to say about the registration file of an application; nothing where it is up to date, or where the application has none
 * @throws CommandError when there is a registration file that no program loads: everything compiles then, and nothing is checked.
 */
export function checkRegistration(ts: TypeScript, application: AnalysedApplication, workingDirectory: string): string | undefined {
  const { directory, projects, index, analysis } = application;
  const loaded = projects.flatMap(loadedRegistrations);
  if (loaded.length === 0) {
    const idle = registrationCandidates(directory, projects).find((file) => ts.sys.fileExists(file));
    if (idle === undefined) {
      return undefined;
    }
    const configurations = projects.map(({ configFile }) => displayPath(configFile, workingDirectory)).join(' and ');
    throw new CommandError({
      file: idle,
      line: 1,
      column: 1,
      message:
        'no program loads this file, so that the compiler checks no call; ' +
        `add it to "include" of ${configurations}, or delete it and run oauth-scopes sync`,
    });
  }
  const plan = planRegistration(analysis.grant, index);
  const stale = loaded.find(
    (file) => registeredScopes(readTextFile(file) ?? '', index.catalog.provider)?.join(' ') !== plan.scopes?.join(' '),
  );
  return (
    stale &&
    `${displayPath(stale, workingDirectory)} is stale, so that the compiler checks other scopes than are declared; run oauth-scopes sync`
  );
}
