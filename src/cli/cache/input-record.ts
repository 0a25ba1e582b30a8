import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** Everything that an answer was read from, so that the answer holds as long as none of it changes. Plain data; paths are absolute. */
export interface InputRecord {
  /** Files that were read. */
  readonly files: Readonly<Record<string, FileState>>;
  /** Paths that were asked for, and whether something was there. */
  readonly paths: Readonly<Record<string, PathKind>>;
  /** Directories that were listed, with a digest of the names in them. */
  readonly directories: Readonly<Record<string, string>>;
  /** Directories that were searched, with a digest of all names below them. */
  readonly trees: Readonly<Record<string, string>>;
}

/** Size in bytes, time of the last change in milliseconds, digest of the text; no digest of a file that may hold secrets. */
export type FileState = readonly [size: number, changed: number, digest: string | null];

export type PathKind = 'file' | 'directory' | 'nothing';

/** Collects what is asked of the file system. */
export interface InputRecorder {
  readonly read: (file: string) => void;
  readonly ask: (path: string) => void;
  readonly list: (directory: string) => void;
  readonly search: (directory: string) => void;
  /**
   * States of everything that was noted. `undefined` where they may not be those that were read: a file changed meanwhile, or there is
   * more than can be looked through again each time.
   */
  readonly finish: () => InputRecord | undefined;
}

export function createInputRecorder(): InputRecorder {
  const started = Date.now();
  const files = new Set<string>();
  const paths = new Set<string>();
  const directories = new Set<string>();
  const trees = new Set<string>();
  return {
    read: (file) => files.add(file),
    ask: (path) => paths.add(path),
    list: (directory) => directories.add(directory),
    search: (directory) => trees.add(directory),
    finish() {
      const states = entries(files, (file) => stateOf(file));
      const names = entries(trees, namesBelow);
      const isKnown = states.every(([, state]) => state !== undefined && state[1] < started) && names.every(([, digest]) => digest !== undefined);
      return isKnown
        ? {
          files: fromEntries(states),
          paths: fromEntries(entries(paths, kindOf)),
          directories: fromEntries(entries(directories, namesIn)),
          trees: fromEntries(names),
        }
        : undefined;
    },
  };
}

/** Whether everything is as it was recorded. A file with another time and the same text is: a checkout sets all times anew. */
export function isUnchanged({ files, paths, directories, trees }: InputRecord): boolean {
  return (
    Object.entries(files).every(([file, state]) => isSameFile(file, state)) &&
    Object.entries(paths).every(([path, kind]) => kindOf(path) === kind) &&
    Object.entries(directories).every(([directory, names]) => namesIn(directory) === names) &&
    Object.entries(trees).every(([directory, names]) => namesBelow(directory) === names)
  );
}

function isSameFile(file: string, [size, changed, digest]: FileState): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && stats.size === size && (stats.mtimeMs === changed || (digest !== null && digestOf(file) === digest));
}

function stateOf(file: string): FileState | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? [stats.size, stats.mtimeMs, mayHoldSecrets(file) ? null : digestOf(file)] : undefined;
}

/** What an .env file holds leaves no trace, not even a digest that somebody could guess it by. */
function mayHoldSecrets(file: string): boolean {
  return basename(file).startsWith('.env');
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('base64');
}

function kindOf(path: string): PathKind {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'nothing' : stats.isDirectory() ? 'directory' : 'file';
}

function namesIn(directory: string): string {
  return digestOfNames(entriesOf(directory).map(({ name }) => name));
}

/** Packages left out; `undefined` above `MAXIMUM_NAMES`. */
function namesBelow(directory: string): string | undefined {
  const names: string[] = [];
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of entriesOf(next)) {
      const path = `${next}/${entry.name}`;
      names.push(path);
      if (entry.isDirectory() && !UNSEARCHED.has(entry.name)) {
        pending.push(path);
      }
    }
    if (names.length > MAXIMUM_NAMES) {
      return undefined;
    }
  }
  return digestOfNames(names);
}

/** Never part of an application, and large. What the compiler reads of them is recorded file by file. */
const UNSEARCHED: ReadonlySet<string> = new Set(['node_modules', '.git']);

const MAXIMUM_NAMES = 50_000;

function digestOfNames(names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('base64');
}

function entriesOf(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).sort((left, right) => Number(left.name > right.name) - Number(left.name < right.name));
  } catch {
    return [];
  }
}

function entries<Value>(keys: Iterable<string>, valueOf: (key: string) => Value): readonly (readonly [string, Value])[] {
  return [...keys].map((key) => [key, valueOf(key)] as const);
}

/** The values are known to be there. */
function fromEntries<Value>(pairs: readonly (readonly [string, Value])[]): Readonly<Record<string, NonNullable<Value>>> {
  return Object.fromEntries(pairs) as Record<string, NonNullable<Value>>;
}
