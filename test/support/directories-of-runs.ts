import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `place` as in the options of `makeWorkspace`; workers are threads, so that all those of a run have the process of the run. */
export function startOfName(place: 'project' | 'temporary', isShared: boolean): string {
  return `${place === 'temporary' ? 'oauth-scopes-test' : isShared ? 'shared' : 'application'}-${process.pid}-`;
}

/**
 * Removes from a directory, and from that of the system for temporary files, what tests have left: a test that fails, or is passed over, removes
 * nothing, and neither does a run that is killed.
 * @param isOver of the process that has made a directory
 */
export function removeDirectoriesOf(isOver: (pid: number) => boolean, workspaces: string): void {
  const patterns = [[workspaces, /^(?:application|shared)-(\d+)-/], [tmpdir(), /^oauth-scopes-test-(\d+)-/]] as const;
  for (const [parent, pattern] of patterns) {
    const names = existsSync(parent) ? readdirSync(parent) : [];
    const left = names.filter((name) => {
      const [, pid] = pattern.exec(name) ?? [];
      return pid !== undefined && isOver(Number(pid));
    });
    left.forEach((name) => rmSync(join(parent, name), { recursive: true, force: true }));
  }
}

export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // A process of somebody else may not be asked, and lives.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
