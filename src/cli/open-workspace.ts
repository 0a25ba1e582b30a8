import { dirname } from 'node:path';
import { indexCatalog, type CatalogIndex } from '../catalogs/catalog-index.ts';
import { judgingCatalogs } from '../catalogs/judging-catalog.ts';
import { sdkNames } from '../catalogs/sdk-names.ts';
import { findApplicationDirectory, findProjectRoot } from '../grants/application-directory.ts';
import { projectFileSystem, type FileSystem } from '../grants/file-system.ts';
import { readDeclarations } from '../grants/read-declarations.ts';
import { counted } from '../report/counted.ts';
import { displayPath } from '../report/display-path.ts';
import { mayRequest } from '../usage/requests/mentions-api.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { InputRecorder } from './cache/input-record.ts';
import { observeCompiler, observeFileSystem } from './cache/observe-reading.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { createProgram } from './create-program.ts';
import { findApplications, type Application, type LoadedProject } from './find-applications.ts';
import { findProjects, type Project } from './find-projects.ts';
import { groupByHome, type ApplicationParts } from './group-by-home.ts';
import { mayUsePackage } from './imports-package.ts';
import { catalogScope, loadCatalogs, requireKnownProviders, type CatalogScope } from './load-catalogs.ts';
import { loadTypeScript } from './load-typescript.ts';
import { chooseAnalysisOverlay } from './analysis-overlay.ts';
import { targetOf } from './target.ts';

/** What a command line points at, loaded. */
export interface LoadedWorkspace {
  readonly ts: TypeScript;
  /** No declaration is looked for outside of it. */
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly indexes: readonly CatalogIndex[];
  readonly holds: CatalogScope;
  /** Every project that the configuration leads to. */
  readonly found: readonly Project[];
  /** Those of them that may use an SDK or send requests to an API. */
  readonly projects: readonly LoadedProject[];
}

/** The same, told apart. */
export interface OpenWorkspace extends Pick<LoadedWorkspace, 'ts' | 'root' | 'fileSystem'> {
  readonly applications: readonly [Application, ...Application[]];
}

/**
 * Loads the application's TypeScript, and the programs of its configurations that may use an SDK.
 * @throws CommandError when any of it is missing or cannot be read, or when nothing uses an SDK or declares scopes.
 * @param recorder is told of everything that is read, here and with what is returned
 */
export function openWorkspace(invocation: Invocation, output: Output, recorder?: InputRecorder): OpenWorkspace {
  const { ts, root, fileSystem, indexes, holds, found, projects } = loadWorkspace(invocation, output, { ...(recorder && { recorder }) });
  const { workingDirectory } = invocation;
  const applications = indexes.flatMap((index) => findApplications({ ts, indexes, holds, projects, root, fileSystem, workingDirectory, index }));
  const [first, ...others] = applications.length > 0 ? applications : applicationsWithoutCalls(ts, found, indexes, root, fileSystem);
  if (first === undefined) {
    throw nothingToCheck(targetOf(invocation).configuration, indexes);
  }
  return { ts, root, fileSystem, applications: [first, ...others] };
}

/**
 * @throws CommandError as `openWorkspace` does, but for what nothing uses
 * @param options `isMeant`: leaves projects out
 */
export function loadWorkspace(
  invocation: Invocation,
  output: Output,
  { recorder, isMeant = () => true }: { readonly recorder?: InputRecorder; readonly isMeant?: (project: Project) => boolean } = {},
): LoadedWorkspace {
  const { directory, configuration } = targetOf(invocation);
  const ts = loadTypeScript(directory);
  if (recorder !== undefined) {
    observeCompiler(ts, recorder);
  }
  const found = findProjects(ts, configuration);
  found.filter(({ isAssumed }) => isAssumed).forEach((project) => output.note(assumedNote(project, invocation.workingDirectory)));
  const root = findProjectRoot(directory);
  const files = projectFileSystem(root);
  const fileSystem = recorder === undefined ? files : observeFileSystem(files, recorder);
  const search = { directories: [directory, ...found.flatMap(directoriesOf)], root, fileSystem };
  const catalogs = loadCatalogs(invocation, search);
  const holds = catalogScope(invocation, search);
  requireKnownProviders(search, catalogs, holds);
  const indexes = judgingCatalogs(catalogs).map(indexCatalog);
  requireReadableDeclarations(directory, root, indexes, fileSystem, invocation.values.get('application'));
  // An account of an API has no types of its own.
  const ownIndexes = indexes.filter(({ catalog }) => catalog.accountOf === undefined);
  const packages = ownIndexes.flatMap(({ catalog }) => sdkNames(catalog));
  const load = (project: Project): LoadedProject | undefined => {
    const texts = project.commandLine.fileNames.map((file) => ts.sys.readFile(file) ?? '');
    if (!mayUsePackage(ts, project, texts, packages) && !ownIndexes.some(({ catalog }) => mayRequest(texts, catalog))) {
      return undefined;
    }
    output.progress(`Reading ${displayPath(project.configFile, invocation.workingDirectory)} …`);
    return { ...project, program: createProgram(ts, project, chooseAnalysisOverlay(project, texts, ownIndexes)) };
  };
  return { ts, root, fileSystem, indexes, holds, found, projects: found.filter(isMeant).flatMap((project) => load(project) ?? []) };
}

/** Where the manifests of a project may stand. */
function directoriesOf({ configFile, commandLine }: Project): readonly string[] {
  return [dirname(configFile), ...new Set(commandLine.fileNames.map((file) => dirname(file)))];
}

/** The error of a command that has nothing to say. */
export function nothingToCheck(configuration: string, indexes: readonly CatalogIndex[]): CommandError {
  const names = indexes.flatMap(({ catalog }) => (catalog.accountOf === undefined ? (catalog.sdk?.package ?? []) : []));
  return new CommandError({
    file: configuration,
    message: `leads to no file that uses ${names.join(' or ')}, to none that sends requests to their APIs, and no scope is declared beside it`,
  });
}

function assumedNote({ configFile, commandLine }: Project, workingDirectory: string): string {
  const directory = displayPath(dirname(configFile), workingDirectory);
  return `${directory} has no tsconfig.json: reads ${counted(commandLine.fileNames.length, 'source file')} below it`;
}

/**
 * Those of the directory at hand, before any program is made: a typing error is answered at once. Those of other directories follow with
 * their analysis.
 */
function requireReadableDeclarations(
  directory: string,
  root: string,
  indexes: readonly CatalogIndex[],
  fileSystem: FileSystem,
  application: string | undefined,
): void {
  const search = { directory, root, fileSystem, ...(application === undefined ? {} : { application }) };
  const problems = indexes.flatMap(({ catalog }) => readDeclarations({ ...search, catalog }).problems);
  if (problems.length > 0) {
    // Every provider may be declared in the manifest, so that each reads it.
    throw new CommandError([...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]);
  }
}

/** Scopes may be declared before the first call is written. */
function applicationsWithoutCalls(
  ts: TypeScript,
  projects: readonly Project[],
  indexes: readonly CatalogIndex[],
  root: string,
  fileSystem: FileSystem,
): Application[] {
  const programs = new Map<Project, LoadedProject>();
  const load = (project: Project): LoadedProject => {
    const loaded = programs.get(project) ?? { ...project, program: createProgram(ts, project, { registered: false, added: [] }) };
    programs.set(project, loaded);
    return loaded;
  };
  return indexes.flatMap((index) =>
    homesWithoutCalls(projects, index, root, fileSystem).map(({ home, parts: [first, ...others] }) => ({
      index, directory: home, projects: [load(first), ...others.map(load)], users: [], usedElsewhere: [],
    })),
  );
}

/** The directories of projects in which scopes of a provider are declared, by name. */
export function homesWithoutCalls<Some extends Pick<Project, 'configFile'>>(
  projects: readonly Some[],
  { catalog }: CatalogIndex,
  root: string,
  fileSystem: FileSystem,
): readonly Pick<ApplicationParts<Some>, 'home' | 'parts'>[] {
  const parts = projects.map((project) => {
    const home = findApplicationDirectory(dirname(project.configFile), root, catalog, fileSystem);
    const { declarations, problems } = readDeclarations({ directory: home, root, catalog, fileSystem });
    return { project, home, files: [], declarationsOf: [], declaresScopes: declarations.length + problems.length > 0 };
  });
  return groupByHome(parts.filter(({ declaresScopes }) => declaresScopes)).map(({ home, parts: [first, ...others] }) => ({
    home, parts: [first.project, ...others.map(({ project }) => project)],
  }));
}
