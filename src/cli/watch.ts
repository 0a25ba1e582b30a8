import { watch as watchDirectory, type FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileOfCatalog } from '../catalogs/parse-catalog.ts';
import { MANIFEST_NAME } from '../grants/manifest.ts';
import { forwardSlashes } from '../grants/file-system.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
import { CommandError, problemLine } from './command-error.ts';
import type { Invocation, Output } from './command.ts';

/** Editors write a file in several steps; what happens within this time, in milliseconds, is one change. */
const settlingTime = 100;

/**
 * Does something now, and again whenever a file changes that declares scopes, until the process is interrupted. Directories are watched,
 * not files: many editors save by putting a new file in the place of the old one. An error in a later round is printed and waits for the
 * next change.
 * @throws whatever the first round throws
 */
export async function watch(
  synchronise: () => readonly AnalysedApplication[],
  { workingDirectory }: Invocation,
  output: Output,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let applications = synchronise();
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    try {
      applications = synchronise();
      follow();
    } catch (error) {
      if (!(error instanceof CommandError)) {
        throw error;
      }
      error.problems.forEach((problem) => output.note(problemLine(problem, workingDirectory)));
    }
  };
  const follow = () => {
    for (const directory of watchedDirectories(applications)) {
      if (!watchers.has(directory)) {
        const watcher = watchDirectory(directory, (_, name) => {
          if (name === null || declaresScopes(join(directory, name), applications)) {
            clearTimeout(timer);
            timer = setTimeout(again, settlingTime);
          }
        });
        // A directory that is removed takes its declarations with it.
        watcher.on('error', () => watcher.close());
        watchers.set(directory, watcher);
      }
    }
  };

  follow();
  output.print('Watching the declarations of scopes. Press Ctrl+C to end.');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  clearTimeout(timer);
  watchers.forEach((watcher) => watcher.close());
}

function watchedDirectories(applications: readonly AnalysedApplication[]): Set<string> {
  return new Set(
    applications.flatMap((application) => [
      application.directory,
      ...[...catalogFiles(application), ...codeFiles(application)].map((file) => dirname(file)),
    ]),
  );
}

/** The catalog, where it is the user's own. */
function catalogFiles({ index }: AnalysedApplication): string[] {
  const file = fileOfCatalog(index.catalog);
  return file === undefined ? [] : [file];
}

/** Files that make clients, and those that hold the scope strings that a client is made with. */
function codeFiles({ analysis: { usage, grant } }: AnalysedApplication): string[] {
  return [...usage.clients, ...grant.alternatives].map(({ place }) => place.file);
}

function declaresScopes(path: string, applications: readonly AnalysedApplication[]): boolean {
  const name = basename(path);
  return applications.some(
    (application) =>
      name.startsWith('.env') ||
      name === MANIFEST_NAME ||
      application.index.catalog.declarations.files.some((file) => name.startsWith(file.name)) ||
      [...catalogFiles(application), ...codeFiles(application)].includes(forwardSlashes(path)),
  );
}
