import { dirname, resolve } from 'node:path';
import type { Catalog } from '../catalogs/catalog.ts';
import { forwardSlashes, projectFileSystem, type FileSystem } from './file-system.ts';
import { packageField } from './package-json.ts';
import { readDeclarations } from './read-declarations.ts';

/**
 * The root of a project, outside of which no grant is looked for: the nearest directory, from this one up, with workspaces, a lockfile
 * or .git; this one if there is none.
 */
export function findProjectRoot(directory: string): string {
  const found = ancestors(directory).find((candidate) => {
    const files = projectFileSystem(candidate);
    return ROOT_MARKS.some((name) => files.exists(`${candidate}/${name}`)) || hasWorkspaces(files.readFile(`${candidate}/package.json`));
  });
  return found ?? forwardSlashes(resolve(directory));
}

/**
 * The directory of the application that a file belongs to: the nearest one, up to the root, that declares scopes or is a package;
 * the root if there is none.
 * @param path absolute path of a directory, or of a file
 */
export function findApplicationDirectory(path: string, root: string, catalog: Catalog, fileSystem: FileSystem): string {
  const found = directoriesUpTo(path, root).find((directory) =>
    declaresScopes(directory, root, catalog, fileSystem) || isPackage(fileSystem.readFile(`${directory}/package.json`)));
  return found ?? forwardSlashes(resolve(root));
}

/** The nearest directory, up to the root, in which a file declares scopes or is a template for one that does. */
export function findDeclaringDirectory(path: string, root: string, catalog: Catalog, fileSystem: FileSystem): string | undefined {
  return directoriesUpTo(path, root).find((directory) => declaresScopes(directory, root, catalog, fileSystem));
}

const ROOT_MARKS: readonly string[] = [
  '.git',
  'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'bun.lock', 'bun.lockb', 'deno.lock',
];

/** A file that cannot be read was meant to declare something, too. */
function declaresScopes(directory: string, root: string, catalog: Catalog, fileSystem: FileSystem): boolean {
  const { declarations, problems } = readDeclarations({ directory, root, catalog, fileSystem });
  return declarations.length > 0 || problems.length > 0;
}

/** A directory and those above it, the root the last; none of a path outside of it. */
export function directoriesUpTo(path: string, root: string): string[] {
  const top = forwardSlashes(resolve(root));
  return ancestors(path).filter((directory) => directory === top || directory.startsWith(top.endsWith('/') ? top : `${top}/`));
}

function ancestors(path: string): string[] {
  const directory = resolve(path);
  const parent = dirname(directory);
  return [forwardSlashes(directory), ...(parent === directory ? [] : ancestors(parent))];
}

function hasWorkspaces(packageJson: string | undefined): boolean {
  return packageField(packageJson, 'workspaces') !== undefined;
}

/** A package.json that only sets the module type of a folder (`{ "type": "commonjs" }`) makes no package. */
function isPackage(packageJson: string | undefined): boolean {
  return typeof packageField(packageJson, 'name') === 'string';
}
