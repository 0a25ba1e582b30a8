import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { directoriesUpTo, findProjectRoot } from '../grants/application-directory.ts';
import { forwardSlashes, MAXIMUM_FILE_SIZE, projectFileSystem } from '../grants/file-system.ts';
import { MANIFEST_NAME, readManifestFile, type Manifest } from '../grants/manifest-file.ts';
import { displayPath } from '../report/display-path.ts';
import { CommandError } from './command-error.ts';

/** A manifest at one time. */
export interface ManifestState {
  /** For a message. */
  readonly name: string;
  /** `undefined`: there was none then. */
  readonly manifest: Manifest | undefined;
}

/**
 * The manifest that a word names: a file, else the project's manifest in a commit.
 * @param providers that have a catalog
 * @throws CommandError when it is neither, or when the manifest is wrong, with everything that is wrong
 */
export function readManifestState(word: string, workingDirectory: string, providers: readonly string[]): ManifestState {
  const file = resolve(workingDirectory, word);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === true) {
    const text = projectFileSystem(dirname(file)).readFile(file);
    return { name: displayPath(file, workingDirectory), manifest: parse(requireText(text, file), forwardSlashes(file), providers) };
  }
  const place = manifestPlace(workingDirectory);
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`], dirname(place));
  if (commit === undefined) {
    throw new CommandError(`"${word}" is neither a file nor a commit of this repository`);
  }
  const text = git(['cat-file', 'blob', `${commit.trim()}:./${MANIFEST_NAME}`], dirname(place));
  return { name: word, manifest: text === undefined ? undefined : parse(text, place, providers, `in ${word}: `) };
}

/** @throws CommandError when the project has no manifest, or a wrong one. */
export function readCurrentManifest(workingDirectory: string, providers: readonly string[]): ManifestState & { readonly manifest: Manifest } {
  const file = manifestPlace(workingDirectory);
  const text = projectFileSystem(findProjectRoot(workingDirectory)).readFile(file);
  return { name: displayPath(file, workingDirectory), manifest: parse(requireText(text, file), file, providers) };
}

/** The nearest manifest, up to the root of the project; where there is none, the place for one in the working directory. */
function manifestPlace(workingDirectory: string): string {
  const root = findProjectRoot(workingDirectory);
  const files = projectFileSystem(root);
  const found = directoriesUpTo(workingDirectory, root).map((directory) => `${directory}/${MANIFEST_NAME}`).find((file) => files.exists(file));
  return found ?? forwardSlashes(join(workingDirectory, MANIFEST_NAME));
}

function requireText(text: string | undefined, file: string): string {
  if (text === undefined) {
    throw new CommandError({ file, message: `is no manifest that can be read; it must be a file of at most ${MAXIMUM_FILE_SIZE / 1024} kilobytes` });
  }
  return text;
}

function parse(text: string, file: string, providers: readonly string[], when = ''): Manifest {
  const { manifest, problems } = readManifestFile(text, file, providers);
  if (manifest === undefined || problems.length > 0) {
    throw new CommandError(problems.map((problem) => ({ ...problem, message: `${when}${problem.message}` })));
  }
  return manifest;
}

/**
 * What git prints; `undefined` where it ends with an error. No shell, and only commands that read objects: no filter, hook or pager of the
 * repository's configuration is run.
 */
function git(words: readonly string[], directory: string): string | undefined {
  try {
    return execFileSync('git', words, {
      cwd: directory, encoding: 'utf8', maxBuffer: MAXIMUM_FILE_SIZE, timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new CommandError('git is not installed, or the directory is gone; name two files');
    }
    return undefined;
  }
}
