import { dirname } from 'node:path';
import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { sdkNames } from '../catalogs/sdk-names.ts';
import { findApplicationDirectory, findDeclaringDirectory } from '../grants/application-directory.ts';
import { isChosen } from '../grants/chosen-account.ts';
import type { FileSystem } from '../grants/file-system.ts';
import { findMixedApplications } from '../grants/mixed-applications.ts';
import { displayPath } from '../report/display-path.ts';
import { fileMentionsApi } from '../usage/requests/mentions-api.ts';
import type { TypeScript } from '../usage/typescript.ts';
import { CommandError } from './command-error.ts';
import type { Project } from './find-projects.ts';
import { findPackageImport } from './imports-package.ts';

/** A project with its program. */
export interface LoadedProject extends Project {
  readonly program: ts.Program;
}

/** The programs that use a provider's SDK with the scopes declared in one directory. */
export interface Application {
  readonly index: CatalogIndex;
  /** Absolute path with forward slashes. */
  readonly directory: string;
  readonly projects: readonly [LoadedProject, ...LoadedProject[]];
  /** The files that import the SDK, or speak of the API that it calls. */
  readonly users: readonly ts.SourceFile[];
}

export interface ApplicationSearch {
  readonly ts: TypeScript;
  readonly index: CatalogIndex;
  /** Of all catalogs: the manifest may choose another account of the same API. */
  readonly indexes: readonly CatalogIndex[];
  readonly projects: readonly LoadedProject[];
  /** No declaration is looked for outside of it. */
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly workingDirectory: string;
}

/**
 * Tells the applications of a provider apart. A file belongs to the nearest directory above it in which scopes are declared. A project none
 * of whose files has one belongs to its own package, unless all of them are part of another project's program: then it is a library of that
 * application.
 * @throws CommandError when one program holds applications that declare different scopes: which of them a call may use could not be told.
 */
export function findApplications(search: ApplicationSearch): Application[] {
  const { root, fileSystem, index } = search;
  const users = search.projects.flatMap((project) => {
    const files = filesThatUse(search, project.program);
    return files.length === 0 ? [] : [{ project, files, directory: declaringDirectory(project, files, search) }];
  });
  const covered = new Set(users.flatMap(({ directory, files }) => (directory === undefined ? [] : files.map(({ fileName }) => fileName))));
  const applications = new Map<string, Application>();
  for (const { project, files, directory } of users) {
    if (directory !== undefined || !files.every(({ fileName }) => covered.has(fileName))) {
      const home = directory ?? findApplicationDirectory(dirname(project.configFile), root, index.catalog, fileSystem);
      const known = applications.get(home);
      applications.set(
        home,
        known === undefined
          ? { index, directory: home, projects: [project], users: files }
          : { ...known, projects: [...known.projects, project], users: [...known.users, ...files] },
      );
    }
  }
  return [...applications.values()];
}

/** The application's own files that import the SDK or speak of the API that it calls: enough to know whose program it is, before anything is asked of a type checker. */
function filesThatUse({ ts, index: { catalog }, indexes, root, fileSystem }: ApplicationSearch, program: ts.Program): ts.SourceFile[] {
  const packages = sdkNames(catalog);
  const catalogs = indexes.map((index) => index.catalog);
  const chosen = new Map<string, boolean>();
  const isJudged = (directory: string): boolean => {
    const known = chosen.get(directory) ?? isChosen(directory, root, catalog, catalogs, fileSystem);
    chosen.set(directory, known);
    return known;
  };
  return program
    .getSourceFiles()
    .filter(
      (file) =>
        !file.isDeclarationFile &&
        !file.fileName.includes('/node_modules/') &&
        (findPackageImport(ts, file.text, packages) !== undefined || fileMentionsApi(file, catalog)) &&
        isJudged(dirname(file.fileName)),
    );
}

function declaringDirectory({ configFile }: Project, users: readonly ts.SourceFile[], search: ApplicationSearch): string | undefined {
  const { root, fileSystem, workingDirectory, index } = search;
  const files = users.map(({ fileName }) => fileName);
  const mixed = findMixedApplications({ files, root, fileSystem, catalog: index.catalog, vocabulary: index.vocabulary });
  if (mixed !== undefined) {
    const directories = mixed.directories.map((directory) => displayPath(directory, workingDirectory)).join(' and ');
    throw new CommandError({
      file: configFile,
      line: 1,
      column: 1,
      message:
        `makes one program of the applications in ${directories}, which declare different scopes; ` +
        'give each directory a tsconfig.json of its own, and name them here under "references"',
    });
  }
  const folders = new Set(files.map((file) => dirname(file)));
  for (const folder of folders) {
    const directory = findDeclaringDirectory(folder, root, index.catalog, fileSystem);
    if (directory !== undefined) {
      return directory;
    }
  }
  return undefined;
}
