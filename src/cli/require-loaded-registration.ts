import { displayPath } from '../report/display-path.ts';
import { CommandError } from './command-error.ts';
import type { Project } from './find-projects.ts';
import { loadedRegistrations, registrationCandidates } from './registration-place.ts';

/** What the projects of an application have to do with registration files. Paths are absolute. */
export interface RegistrationEvidence {
  /** Registration files that are part of a project. */
  readonly loaded: readonly string[];
  /** Where one may stand. */
  readonly candidates: readonly string[];
  readonly configurations: readonly string[];
}

export function registrationEvidence(directory: string, projects: readonly Project[]): RegistrationEvidence {
  return {
    loaded: projects.flatMap(loadedRegistrations),
    candidates: registrationCandidates(directory, projects),
    configurations: projects.map(({ configFile }) => configFile),
  };
}

/**
 * Whether the compiler checks what `check` checks; that the file says what it should is a finding of the analysis.
 * @throws CommandError when there is a registration file that no program loads: everything compiles then, and nothing is checked.
 */
export function requireLoadedRegistration(
  { loaded, candidates, configurations }: RegistrationEvidence,
  exists: (file: string) => boolean,
  workingDirectory: string,
): void {
  const idle = loaded.length > 0 ? undefined : candidates.find(exists);
  if (idle !== undefined) {
    throw new CommandError({
      file: idle,
      line: 1,
      column: 1,
      message:
        'no program loads this file, so that the compiler checks no call; ' +
        `add it to "include" of ${configurations.map((file) => displayPath(file, workingDirectory)).join(' and ')}, or delete it and run oauth-scopes sync`,
    });
  }
}
