import { dirname } from 'node:path';
import type { TypeScript } from '../usage/typescript.ts';
import { projectDirectory, type Project } from './find-projects.ts';
import { isRegistrationFile, registrationFileName } from '../grants/registration-file.ts';

/** Absolute paths of the registration files that a project loads. Several merge into one registration, silently. */
export function loadedRegistrations({ commandLine }: Project): string[] {
  return commandLine.fileNames.filter(isRegistrationFile);
}

/**
 * Where the registration file of an application stands or may stand: one place, if all of its projects load it there, else one for each
 * project that loads none of the others'. A file that is loaded already stays where it is.
 * @returns for each project its file; `undefined` where no directory will do
 */
export function placeRegistrations(ts: TypeScript, directory: string, projects: readonly Project[]): Map<Project, string | undefined> {
  const loads = (project: Project, file: string) => loadedRegistrations(project).includes(file) || wouldLoad(ts, project, file);
  const loaded = projects.flatMap(loadedRegistrations);
  const candidates = loaded.length > 0 ? loaded : registrationCandidates(directory, projects);
  const common = candidates.find((file) => projects.every((project) => loads(project, file)));
  const places = new Map<Project, string | undefined>();
  for (const project of projects) {
    const taken = [...places].flatMap(([other, file]) => (file === undefined ? [] : [{ other, file }]));
    const own = [...loadedRegistrations(project), ...registrationCandidates(directory, [project])].filter((file) => loads(project, file));
    const free = own.find((file) => !taken.some(({ other }) => loads(other, file)));
    places.set(project, common ?? taken.find(({ file }) => loads(project, file))?.file ?? free);
  }
  return places;
}

/**
 * Absolute paths at which the registration file of an application may stand: in its directory, in those of its configurations, and in the
 * folders that these include, in this order.
 */
export function registrationCandidates(directory: string, projects: readonly Project[]): string[] {
  const folders = new Set([directory, ...projects.map(projectDirectory), ...projects.flatMap(includedFolders)]);
  return [...folders].map((folder) => `${folder}/${registrationFileName}`);
}

/** The folders that the patterns of a configuration start from, the shortest first. */
function includedFolders({ commandLine }: Project): string[] {
  return Object.keys(commandLine.wildcardDirectories ?? {}).toSorted(
    (left, right) => left.length - right.length || (left < right ? -1 : 1),
  );
}

/**
 * Whether a project would contain a file that need not exist: its configuration is read again, in a file system that holds nothing else.
 */
export function wouldLoad(ts: TypeScript, { configFile, commandLine }: Project, file: string): boolean {
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
        matchFiles(
          path,
          extensions,
          excludes,
          includes,
          useCaseSensitiveFileNames,
          path,
          depth,
          (folder) => entriesOnTheWay(folder, file),
          (one) => one,
        ),
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
