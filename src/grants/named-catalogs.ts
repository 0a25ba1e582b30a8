import { resolve } from 'node:path';
import { builtInHeaders } from '../catalogs/built-in.ts';
import type { Catalog } from '../catalogs/catalog.ts';
import { CatalogError, parseCatalog } from '../catalogs/parse-catalog.ts';
import { directoriesUpTo } from './application-directory.ts';
import type { Place } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import { forwardSlashes, type FileSystem } from './file-system.ts';
import { MANIFEST_NAME, readManifestFile } from './manifest-file.ts';

/** A path of a catalog, as it is written. */
export interface CatalogPath {
  readonly text: string;
  /** Absolute path of the directory that the path counts from. */
  readonly from: string;
  /** Where it is written; `undefined` for a setting of ESLint, which has no place. */
  readonly place: Pick<Place, 'file' | 'line' | 'column'> | undefined;
}

/** A problem of a path without a place has none, either. */
export type CatalogProblem = Pick<FileProblem, 'message'> & Partial<FileProblem>;

export interface NamedCatalogs {
  /** Each once, in the order in which they are named. */
  readonly catalogs: readonly Catalog[];
  /** What is wrong with the others. */
  readonly problems: readonly CatalogProblem[];
}

/** Bytes: four times the largest catalog of the package. */
const MAXIMUM_CATALOG_SIZE = 16 * 1024 * 1024;

/** The manifests that hold for directories: those in them and above them, up to the root. Absolute paths, each once. */
export function manifestsAbove(directories: Iterable<string>, root: string, fileSystem: FileSystem): readonly string[] {
  const all = new Set([...new Set(directories)].flatMap((directory) => directoriesUpTo(directory, root)));
  return [...all].map((directory) => `${directory}/${MANIFEST_NAME}`).filter((file) => fileSystem.exists(file));
}

/** The paths that a manifest names under "catalogs"; none of one that cannot be read, which is for others to say. */
export function catalogPathsOf(manifest: string, fileSystem: FileSystem): readonly CatalogPath[] {
  const from = manifest.slice(0, manifest.lastIndexOf('/')) || '/';
  const { manifest: read } = readManifestFile(fileSystem.readFile(manifest) ?? '', manifest);
  return (read?.catalogs ?? []).map(({ text, place }) => ({ text, from, place }));
}

/**
 * Reads catalogs of the user's own. One that is named twice is read once; two of one provider are an error, and so is one of a provider that
 * the package has: two catalogs never merge silently. Does not throw.
 * @param fileSystem of the project, so that no path leads out of it
 */
export function readNamedCatalogs(paths: readonly CatalogPath[], fileSystem: FileSystem): NamedCatalogs {
  const catalogs = new Map<string, { readonly file: string; readonly catalog: Catalog; readonly text: string }>();
  const problems: CatalogProblem[] = [];
  const builtIn = new Set(builtInHeaders().map(({ provider }) => provider));
  for (const path of paths) {
    const refuse = (message: string): void => {
      problems.push({ ...path.place, message: `names the catalog ${JSON.stringify(path.text)}, ${message}` });
    };
    const file = fileSystem.realpath(resolve(path.from, path.text));
    const read = file === undefined ? undefined : readCatalog(file, fileSystem);
    if (file === undefined) {
      refuse('which is not to be found inside the project');
    } else if (read === undefined) {
      refuse(`which cannot be read; it must be a file of at most ${MAXIMUM_CATALOG_SIZE / 1024 / 1024} megabytes`);
    } else if (read instanceof CatalogError) {
      const { line, column, message } = read;
      problems.push({ file: forwardSlashes(read.file), line, column, message });
    } else {
      const { provider } = read;
      const other = catalogs.get(provider);
      if (builtIn.has(provider)) {
        refuse(`whose provider is ${provider}, of which the package has a catalog; give yours another name`);
      } else if (other === undefined) {
        catalogs.set(provider, { file, catalog: read, text: path.text });
      } else if (other.file !== file) {
        refuse(`whose provider is ${provider}, as is that of ${JSON.stringify(other.text)}; name one of them`);
      }
    }
  }
  return { catalogs: [...catalogs.values()].map(({ catalog }) => catalog), problems };
}

function readCatalog(file: string, fileSystem: FileSystem): Catalog | CatalogError | undefined {
  const text = fileSystem.readFile(file, MAXIMUM_CATALOG_SIZE);
  if (text === undefined) {
    return undefined;
  }
  const last = parsed.get(file);
  if (last?.text === text) {
    return last.result;
  }
  const result = attempt(text, file);
  parsed.set(file, { text, result });
  return result;
}

/** By path, for the life of the process, the last text and what it was: a catalog stays the same object as long as its file does. */
const parsed = new Map<string, { readonly text: string; readonly result: Catalog | CatalogError }>();

function attempt(text: string, file: string): Catalog | CatalogError {
  try {
    return parseCatalog(text, file);
  } catch (error) {
    if (error instanceof CatalogError) {
      return error;
    }
    throw error;
  }
}
