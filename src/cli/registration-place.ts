import { dirname } from 'node:path';
import { projectDirectory, type Project } from './find-projects.ts';
import { isRegistrationFile, registrationFileName } from './registration-file.ts';

/** Absolute paths of the registration files that projects load. Several merge into one registration, silently. */
export function loadedRegistrations(projects: readonly Project[]): string[] {
  return [...new Set(projects.flatMap(({ commandLine }) => commandLine.fileNames.filter(isRegistrationFile)))];
}

/**
 * Absolute paths at which the registration file of an application may stand: in its directory, in those of its configurations, and in the folders that
 * these include, in this order.
 */
export function registrationCandidates(directory: string, projects: readonly Project[]): string[] {
  const folders = new Set([directory, ...projects.map(projectDirectory), ...projects.flatMap(includedFolders)]);
  return [...folders].map((folder) => `${folder}/${registrationFileName}`);
}

/** The folders that the patterns of a configuration start from, the shortest first. */
function includedFolders({ commandLine }: Project): string[] {
  return Object.keys(commandLine.wildcardDirectories ?? {}).toSorted((left, right) => left.length - right.length || (left < right ? -1 : 1));
}

/** Whether a project would contain a file that need not exist: its configuration is read again, in a file system that holds nothing else. */
export function wouldLoad(ts: typeof import('typescript'), { configFile, commandLine }: Project, file: string): boolean {
  // The compiler's own reading of include and exclude is not part of its public interface; it is the same function from 5.4 to 6.0.
  const { matchFiles } = ts as unknown as FileMatcher;
  const { useCaseSensitiveFileNames } = ts.sys;
  const source: unknown = commandLine.raw;
  const parsed = ts.parseJsonConfigFileContent(
    source,
    {
      useCaseSensitiveFileNames,
      fileExists: (path) => path === file || ts.sys.fileExists(path),
      readFile: (path) => ts.sys.readFile(path),
      readDirectory: (path, extensions, excludes, includes, depth) =>
        matchFiles(path, extensions, excludes, includes, useCaseSensitiveFileNames, path, depth, (folder) => entriesOnTheWay(folder, file), (one) => one),
    },
    dirname(configFile),
    undefined,
    configFile,
  );
  return parsed.fileNames.includes(file);
}

interface FileMatcher {
  readonly matchFiles: (
    path: string,
    extensions: readonly string[],
    excludes: readonly string[] | undefined,
    includes: readonly string[] | undefined,
    useCaseSensitiveFileNames: boolean,
    currentDirectory: string,
    depth: number | undefined,
    getFileSystemEntries: (path: string) => { readonly files: readonly string[]; readonly directories: readonly string[] },
    realpath: (path: string) => string,
  ) => string[];
}

/** What a folder holds in a file system with one file. */
function entriesOnTheWay(folder: string, file: string): { files: string[]; directories: string[] } {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  if (!file.startsWith(start)) {
    return { files: [], directories: [] };
  }
  const [next = '', ...rest] = file.slice(start.length).split('/');
  return rest.length === 0 ? { files: [next], directories: [] } : { files: [], directories: [next] };
}
