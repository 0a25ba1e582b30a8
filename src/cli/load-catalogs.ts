import { dirname, resolve } from 'node:path';
import { builtInCatalog, providers } from '../catalogs/built-in.ts';
import type { Catalog } from '../catalogs/catalog.ts';
import { findProjectRoot } from '../grants/application-directory.ts';
import { projectFileSystem, type FileSystem } from '../grants/file-system.ts';
import { readManifestFile } from '../grants/manifest-file.ts';
import { catalogPathsOf, manifestsAbove, readNamedCatalogs } from '../grants/named-catalogs.ts';
import type { Invocation } from './command.ts';
import { CommandError } from './command-error.ts';
import { manifestDirectories } from './manifest-directories.ts';
import { readCatalogFile } from './read-catalog-file.ts';
import { targetOf } from './target.ts';

/** Where the manifests stand that may name catalogs. */
export interface CatalogSearch {
  /** Absolute paths; what is above them counts as well. */
  readonly directories: Iterable<string>;
  readonly root: string;
  readonly fileSystem: FileSystem;
}

/**
 * The catalogs that a command works with: the one that `--catalog` names, else all that are built in, and those that manifests name.
 * @param search by default the directory of the command line and, in a project, those below it
 * @throws CommandError when a named file is not there, lies outside of the project or breaks the schema, and when two are of one provider.
 */
export function loadCatalogs(invocation: Invocation, search: CatalogSearch = searchOf(invocation)): readonly Catalog[] {
  const named = invocation.values.get('catalog');
  if (named !== undefined) {
    return [readCatalogFile(resolve(invocation.workingDirectory, named)).catalog];
  }
  const { directories, root, fileSystem } = search;
  const paths = manifestsAbove(directories, root, fileSystem).flatMap((manifest) => catalogPathsOf(manifest, fileSystem));
  const { catalogs, problems } = readNamedCatalogs(paths, fileSystem);
  if (problems.length > 0) {
    throw new CommandError(problems);
  }
  return [...providers().flatMap((provider) => builtInCatalog(provider) ?? []), ...catalogs];
}

/** Whether a catalog holds for what stands in a directory (absolute, with forward slashes). */
export type CatalogScope = (catalog: Pick<Catalog, 'provider'>, directory: string) => boolean;

/**
 * A catalog that a manifest names holds in its directory and below, as it does for ESLint; that of `--catalog` and those that are built in
 * hold everywhere.
 */
export function catalogScope(invocation: Invocation, { root, fileSystem }: Omit<CatalogSearch, 'directories'>): CatalogScope {
  if (invocation.values.has('catalog')) {
    return () => true;
  }
  const builtIn = new Set(providers());
  const named = new Map<string, readonly string[]>();
  // Of one provider there is one catalog, and it may be another object that it is judged by.
  return ({ provider }, directory) => {
    if (builtIn.has(provider)) {
      return true;
    }
    const known = named.get(directory) ?? providersNamedAbove(directory, root, fileSystem);
    named.set(directory, known);
    return known.includes(provider);
  };
}

function providersNamedAbove(directory: string, root: string, fileSystem: FileSystem): readonly string[] {
  const paths = manifestsAbove([directory], root, fileSystem).flatMap((manifest) => catalogPathsOf(manifest, fileSystem));
  return readNamedCatalogs(paths, fileSystem).catalogs.map(({ provider }) => provider);
}

/**
 * @param catalogs all that there are
 * @throws CommandError when a manifest names a provider of which there is none: its application would go unchecked, and nobody would know.
 */
export function requireKnownProviders({ directories, root, fileSystem }: CatalogSearch, catalogs: readonly Catalog[], holds: CatalogScope): void {
  const problems = manifestsAbove(directories, root, fileSystem).flatMap((file) => {
    const known = catalogs.filter((catalog) => holds(catalog, dirname(file))).map(({ provider }) => provider);
    const all = readManifestFile(fileSystem.readFile(file) ?? '', file, known, fileSystem).problems;
    // Whatever else is wrong with it is told in the same breath.
    return all.some(({ isUnknownProvider }) => isUnknownProvider === true) ? all : [];
  });
  if (problems.length > 0) {
    throw new CommandError(problems);
  }
}

function searchOf(invocation: Invocation): CatalogSearch {
  const { directory } = targetOf(invocation);
  const root = findProjectRoot(directory);
  return { directories: manifestDirectories(directory), root, fileSystem: projectFileSystem(root) };
}
