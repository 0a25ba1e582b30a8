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
import { findProjects, projectDirectory, type Project } from './find-projects.ts';
import { mayUsePackage } from './imports-package.ts';
import { loadCatalogs } from './load-catalogs.ts';
import { loadTypeScript } from './load-typescript.ts';
import { chooseAnalysisOverlay } from './analysis-overlay.ts';
import { targetOf } from './target.ts';

/** What a command line points at, loaded and told apart. */
export interface OpenWorkspace {
  readonly ts: TypeScript;
  /** No declaration is looked for outside of it. */
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly applications: readonly [Application, ...Application[]];
}

/**
 * Loads the application's TypeScript, and the programs of its configurations that may use an SDK.
 * @throws CommandError when any of it is missing or cannot be read, or when nothing uses an SDK or declares scopes.
 * @param recorder is told of everything that is read, here and with what is returned
 */
export function openWorkspace(invocation: Invocation, output: Output, recorder?: InputRecorder): OpenWorkspace {
  const { directory, configuration } = targetOf(invocation);
  const indexes = judgingCatalogs(loadCatalogs(invocation)).map(indexCatalog);
  const ts = loadTypeScript(directory);
  if (recorder !== undefined) {
    observeCompiler(ts, recorder);
  }
  const found = findProjects(ts, configuration);
  found.filter(({ isAssumed }) => isAssumed).forEach((project) => output.note(assumedNote(project, invocation.workingDirectory)));
  const root = findProjectRoot(directory);
  const files = projectFileSystem(root);
  const fileSystem = recorder === undefined ? files : observeFileSystem(files, recorder);
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
  const search = {
    ts,
    indexes,
    projects: found.flatMap((project) => load(project) ?? []),
    root,
    fileSystem,
    workingDirectory: invocation.workingDirectory,
  };
  const applications = indexes.flatMap((index) => findApplications({ ...search, index }));
  const [first, ...others] = applications.length > 0 ? applications : applicationsWithoutCalls(ts, found, indexes, root, fileSystem);
  if (first === undefined) {
    throw new CommandError({
      file: configuration,
      message:
        `leads to no file that uses ${ownIndexes.flatMap(({ catalog }) => catalog.sdk?.package ?? []).join(' or ')}, to none that sends requests to their APIs, ` +
        'and no scope is declared beside it',
    });
  }
  return { ts, root, fileSystem, applications: [first, ...others] };
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
  const [project] = projects;
  if (project === undefined) {
    return [];
  }
  const loaded = { ...project, program: createProgram(ts, project, { registered: false, added: [] }) };
  return indexes.flatMap((index): Application[] => {
    const directory = findApplicationDirectory(projectDirectory(project), root, index.catalog, fileSystem);
    const { declarations, problems } = readDeclarations({ directory, root, catalog: index.catalog, fileSystem });
    return declarations.length + problems.length === 0 ? [] : [{ index, directory, projects: [loaded], users: [] }];
  });
}
