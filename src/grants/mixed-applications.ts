import { relative } from 'node:path';
import type { Catalog } from '../catalogs/catalog.ts';
import type { Vocabulary } from '../scopes/vocabulary.ts';
import { findDeclaringDirectory } from './application-directory.ts';
import { declareTheSame } from './application-grant.ts';
import type { Declaration } from './declaration.ts';
import { forwardSlashes, type FileSystem } from './file-system.ts';
import { readDeclarations } from './read-declarations.ts';

/** Two applications in one program: a grant that the program registers would hold for both. */
export interface MixedApplications {
  /** The directories that declare scopes of their own, in the order of the files. */
  readonly directories: readonly string[];
  /** One line: which files belong to which, and how to split the program. */
  readonly message: string;
}

/**
 * Finds out whether the source files of one program belong to applications that declare different scopes.
 * @param files absolute paths of the files that use the SDK; files below no directory that declares scopes belong to any application
 * @returns `undefined` if all of them can be judged by the same declarations
 */
export function findMixedApplications(search: {
  readonly files: Iterable<string>;
  readonly root: string;
  readonly catalog: Catalog;
  readonly vocabulary: Pick<Vocabulary, 'isAlwaysAllowed'>;
  readonly fileSystem: FileSystem;
}): MixedApplications | undefined {
  const { root, catalog, fileSystem, vocabulary } = search;
  const firstFiles = new Map<string, string>();
  const directories = new Map<string, string | undefined>();
  for (const file of search.files) {
    const folder = file.slice(0, Math.max(1, file.lastIndexOf('/')));
    if (!directories.has(folder)) {
      directories.set(folder, findDeclaringDirectory(folder, root, catalog, fileSystem));
    }
    const directory = directories.get(folder);
    if (directory !== undefined && !firstFiles.has(directory)) {
      firstFiles.set(directory, file);
    }
  }
  const applications = [...firstFiles].map(([directory, file]) => ({
    directory, file, declarations: readDeclarations({ directory, root, catalog, fileSystem }).declarations,
  }));
  const [first, ...others] = applications;
  const different = others.find(({ declarations }) => !haveTheSame(first?.declarations ?? [], declarations, vocabulary));
  if (first === undefined || different === undefined) {
    return undefined;
  }
  const print = (path: string): string => forwardSlashes(relative(root, path)) || '.';
  const message = `${print(first.file)} belongs to the application in ${print(first.directory)} `
    + `and ${print(different.file)} to the one in ${print(different.directory)}, `
    + 'which declare different scopes: give each directory a tsconfig.json that includes only its own files, and name them with --project';
  return { directories: applications.map(({ directory }) => directory), message };
}

function haveTheSame(
  left: readonly Declaration[],
  right: readonly Declaration[],
  vocabulary: Pick<Vocabulary, 'isAlwaysAllowed'>,
): boolean {
  const covers = (some: readonly Declaration[], all: readonly Declaration[]): boolean =>
    all.every((one) => some.some((other) => declareTheSame(one, other, vocabulary)));
  return covers(left, right) && covers(right, left);
}
