import { dirname } from 'node:path';
import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { sdkNames } from '../catalogs/sdk-names.ts';
import { findApplicationDirectory, findDeclaringDirectory } from '../grants/application-directory.ts';
import { isChosen } from '../grants/chosen-account.ts';
import type { FileSystem } from '../grants/file-system.ts';
import { findMixedApplications } from '../grants/mixed-applications.ts';
import { groupByHome, type HomeEvidence } from './group-by-home.ts';
import { displayPath } from '../report/display-path.ts';
import { fileMentionsApi } from '../usage/requests/mentions-api.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { UseElsewhere } from '../verdict/used-elsewhere.ts';
import { CommandError } from './command-error.ts';
import type { Project } from './find-projects.ts';
import type { CatalogScope } from './load-catalogs.ts';
import { findPackageImport } from './imports-package.ts';
import { packageDirectory } from './package-directory.ts';

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
  readonly usedElsewhere: readonly UseElsewhere[];
}

export interface ApplicationSearch {
  readonly ts: TypeScript;
  readonly index: CatalogIndex;
  /** Of all catalogs: the manifest may choose another account of the same API. */
  readonly indexes: readonly CatalogIndex[];
  readonly holds: CatalogScope;
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
  const users = search.projects.flatMap((project) => findUsers(search, project) ?? []);
  return groupByHome(users).map(({ home, parts: [first, ...others], usedElsewhere }) => ({
    index: search.index,
    directory: home,
    usedElsewhere: usedElsewhere.map((use) => ({ directory: use.directory, by: displayPath(use.home, search.root) })),
    projects: [first.project, ...others.map(({ project }) => project)],
    users: [first, ...others].flatMap((part) => part.users),
  }));
}

/** The files of one project that use a provider's SDK or API, and whose they are. */
export interface ProjectUsers extends HomeEvidence {
  readonly project: LoadedProject;
  readonly users: readonly ts.SourceFile[];
}

/**
 * @returns `undefined` for a project that has nothing to do with the provider
 * @throws CommandError as `findApplications` does
 */
export function findUsers(search: ApplicationSearch, project: LoadedProject): ProjectUsers | undefined {
  const { root, fileSystem, index } = search;
  const users = filesThatUse(search, project);
  if (users.length === 0) {
    return undefined;
  }
  const declaring = declaringDirectory(project, users, search);
  return {
    project,
    users,
    files: users.map(({ fileName }) => fileName),
    home: declaring ?? findApplicationDirectory(dirname(project.configFile), root, index.catalog, fileSystem),
    declaresScopes: declaring !== undefined,
    declarationsOf: packagesByDeclaration(search, project),
  };
}

/** A package whose declarations do not mention the SDK gives nobody a client. */
function packagesByDeclaration({ ts, index, root, fileSystem }: ApplicationSearch, { configFile, program }: LoadedProject): readonly string[] {
  const names = sdkNames(index.catalog);
  const own = packageDirectory(dirname(configFile), root, fileSystem);
  const directories = program
    .getSourceFiles()
    .filter(
      ({ isDeclarationFile, fileName, text }) =>
        isDeclarationFile && fileName.startsWith(`${root}/`) && !fileName.includes('/node_modules/') && findPackageImport(ts, text, names) !== undefined,
    )
    .map(({ fileName }) => packageDirectory(dirname(fileName), root, fileSystem));
  return [...new Set(directories)].filter((directory) => directory !== own);
}

/** The application's own files that import the SDK or speak of the API that it calls: enough to know whose program it is, before anything is asked of a type checker. */
function filesThatUse(
  { ts, index: { catalog }, indexes, holds, root, fileSystem }: ApplicationSearch,
  { program, configFile }: LoadedProject,
): ts.SourceFile[] {
  const packages = sdkNames(catalog);
  const catalogs = indexes.map((index) => index.catalog);
  const chosen = new Map<string, boolean>();
  const isJudged = (directory: string): boolean => {
    const known = chosen.get(directory)
      ?? ((holds(catalog, directory) || holds(catalog, dirname(configFile))) && isChosen(directory, root, catalog, catalogs, fileSystem));
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
