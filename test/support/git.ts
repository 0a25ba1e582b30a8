import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';

/**
 * Runs git in a directory as if nobody had set it up: a hook that starts the tests hands them the repository it works for, and a person may
 * have told git to sign each commit.
 * @throws with what git says, where it cannot do its work
 */
export function git(directory: string, ...words: readonly string[]): void {
  const { error, status, stderr } = spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
    cwd: directory,
    env: { ...environmentWithoutGit(), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`git ${words.join(' ')} ends with ${status}: ${error?.message ?? stderr}`);
  }
}

/** What a process is given that may start git. */
export function environmentWithoutGit(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfGit(name)));
}

/** The variables of this process that tell git where to work and how. */
export function variablesOfGit(): readonly string[] {
  return Object.keys(process.env).filter(isOfGit);
}

/** Windows knows no upper and lower case in these names. */
function isOfGit(name: string): boolean {
  return /^GIT_/i.test(name);
}
