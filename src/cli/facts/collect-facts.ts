import { basename, dirname } from 'node:path';
import { findProjectRoot } from '../../grants/application-directory.ts';
import { projectFileSystem } from '../../grants/file-system.ts';
import { readDeclarations } from '../../grants/read-declarations.ts';
import { readUsage } from '../../usage/read-usage.ts';
import { findRegistrations } from '../../verdict/analyse.ts';
import { CommandError } from '../command-error.ts';
import type { Invocation, Output } from '../command.ts';
import { findUsers, type ApplicationSearch, type LoadedProject } from '../find-applications.ts';
import type { Project } from '../find-projects.ts';
import { loadWorkspace, type LoadedWorkspace } from '../open-workspace.ts';
import { packageDirectory } from '../package-directory.ts';
import { packageVersion } from '../package-root.ts';
import { loadedRegistrations, registrationCandidates } from '../registration-place.ts';
import { requireSdk } from '../require-sdk.ts';
import { targetOf } from '../target.ts';
import { catalogsOfFacts } from './catalogs-of-facts.ts';
import { digestOf, digestOfDeclarations } from './digest.ts';
import type { PackageFacts, ProjectFacts, ProviderFacts } from './package-facts.ts';
import { fromRoot, mapFiles } from './root-paths.ts';

/**
 * What the programs of the package at hand show. Projects of other packages that these refer to are left to the facts of those: a program
 * holds the sources that it uses, wherever they are, so that each can be read alone.
 * @throws CommandError as `check` does for what it cannot read
 */
export function collectFacts(invocation: Invocation, output: Output): PackageFacts {
  const { directory } = targetOf(invocation);
  const root = findProjectRoot(directory);
  const files = projectFileSystem(root);
  const own = packageDirectory(directory, root, files);
  const isMeant = ({ configFile }: Project): boolean => packageDirectory(dirname(configFile), root, files) === own;
  const workspace = loadWorkspace(invocation, output, { isMeant });
  output.progress('Analysing …');
  const meant = workspace.found.filter(isMeant);
  const projects = meant.map((project) => collectProject(project, workspace, invocation));
  const digests = digestsOf(meant.flatMap((project) => filesOf(project, workspace)), root);
  const catalogs = catalogsOfFacts([{ projects, files: digests }], root, invocation);
  return {
    version: 1,
    madeBy: packageVersion(),
    catalogs: Object.fromEntries(catalogs.map(({ provider, date }) => [provider, date])),
    projects,
    references: workspace.found.filter((project) => !isMeant(project)).map(({ configFile }) => fromRoot(root, configFile)).sort(),
    files: digests,
  };
}

function collectProject({ configFile, isAssumed }: Project, workspace: LoadedWorkspace, invocation: Invocation): ProjectFacts {
  const { indexes, root, projects } = workspace;
  const { workingDirectory, values } = invocation;
  const application = values.get('application');
  const loaded = projects.find((project) => project.configFile === configFile);
  const providers = loaded === undefined ? [] : indexes.flatMap((index) => collectProvider({ ...workspace, index, workingDirectory }, loaded, application) ?? []);
  return { config: fromRoot(root, configFile), ...(isAssumed === undefined ? {} : { isAssumed }), providers };
}

function collectProvider(search: ApplicationSearch, project: LoadedProject, application: string | undefined): ProviderFacts | undefined {
  const { ts, index, root, fileSystem } = search;
  const found = findUsers(search, project);
  if (found === undefined) {
    return undefined;
  }
  requireSdk(ts, { index, users: found.users });
  const named = application === undefined ? {} : { application };
  const declared = readDeclarations({ directory: found.home, root, catalog: index.catalog, fileSystem, ...named });
  if (declared.problems.length > 0) {
    throw new CommandError(declared.problems);
  }
  const short = (path: string): string => fromRoot(root, path);
  const usage = readUsage({ ts, program: project.program, index, declared, environmentKeys: [] });
  return {
    provider: index.catalog.provider,
    files: found.files.map(short),
    home: short(found.home),
    declaresScopes: found.declaresScopes,
    declarationsOf: found.declarationsOf.map(short),
    declared: digestOfDeclarations(declared, root),
    usage: mapFiles(usage, short),
    registrations: {
      read: findRegistrations([project.program], fileSystem).map(({ file }) => short(file)),
      own: loadedRegistrations(project).map(short),
      candidates: registrationCandidates(found.home, [project]).map(short),
    },
  };
}

/** Absolute paths of what the answer was read from: the configurations, and the texts. */
function filesOf({ configFile, commandLine, isAssumed }: Project, { projects }: LoadedWorkspace): readonly string[] {
  const program = projects.find((project) => project.configFile === configFile)?.program;
  const configurations = isAssumed === true ? [] : [configFile, ...(commandLine.options['configFile'] as ConfigurationFile | undefined)?.extendedSourceFiles ?? []];
  return [...configurations, ...commandLine.fileNames, ...(program?.getSourceFiles() ?? []).map(({ fileName }) => fileName)];
}

/** As the compiler leaves it with the settings that it read: `ts.TsConfigSourceFile`. */
interface ConfigurationFile {
  readonly extendedSourceFiles?: readonly string[];
}

function digestsOf(files: readonly string[], root: string): Readonly<Record<string, string>> {
  const inside = [...new Set(files)].filter((file) => file.startsWith(`${root}/`) && !file.includes('/node_modules/') && !basename(file).startsWith('.env'));
  const fileSystem = projectFileSystem(root);
  return Object.fromEntries(inside.sort().flatMap((file) => {
    const text = fileSystem.readFile(file, Infinity);
    return text === undefined ? [] : [[fromRoot(root, file), digestOf(text)]];
  }));
}
