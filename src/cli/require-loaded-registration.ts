import { displayPath } from '../report/display-path.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
import { CommandError } from './command-error.ts';
import { loadedRegistrations, registrationCandidates } from './registration-place.ts';

/**
 * Whether the compiler checks what `check` checks; that the file says what it should is a finding of the analysis.
 * @throws CommandError when there is a registration file that no program loads: everything compiles then, and nothing is checked.
 */
export function requireLoadedRegistration(ts: TypeScript, { directory, projects }: AnalysedApplication, workingDirectory: string): void {
  const idle = projects.some((project) => loadedRegistrations(project).length > 0)
    ? undefined
    : registrationCandidates(directory, projects).find((file) => ts.sys.fileExists(file));
  if (idle !== undefined) {
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
}
