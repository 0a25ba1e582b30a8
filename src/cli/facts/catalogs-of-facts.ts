import { dirname } from 'node:path';
import type { Catalog } from '../../catalogs/catalog.ts';
import { judgingCatalogs } from '../../catalogs/judging-catalog.ts';
import { projectFileSystem } from '../../grants/file-system.ts';
import type { Invocation } from '../command.ts';
import { loadCatalogs } from '../load-catalogs.ts';
import type { PackageFacts } from './package-facts.ts';
import { atRoot } from './root-paths.ts';

/**
 * The catalogs that hold for files of packages: those that are built in, and what the manifests beside and above the files name.
 * @throws CommandError as `loadCatalogs` does
 */
export function catalogsOfFacts(
  packages: readonly Pick<PackageFacts, 'projects' | 'files'>[],
  root: string,
  invocation: Invocation,
): readonly Catalog[] {
  const paths = packages.flatMap(({ projects, files }) => [...projects.map(({ config }) => config), ...Object.keys(files)]);
  const directories = new Set(paths.map((path) => dirname(atRoot(root, path))));
  return judgingCatalogs(loadCatalogs(invocation, { directories, root, fileSystem: projectFileSystem(root) }));
}
