import { providers as builtInProviders } from '../catalogs/built-in.ts';
import type { Place } from './declaration.ts';
import type { FileSystem } from './file-system.ts';
import { parseJson, propertyOf, type JsonDocument } from './json-document.ts';
import {
  filledText,
  itemsOf,
  readManifestApplication,
  scopeNode,
  type ManifestApplication,
  type WrittenText,
} from './manifest-application.ts';
import { findManifestProblems, type ManifestProblem } from './manifest-problems.ts';
import type { RestrictedScope } from './restricted-scope.ts';

/** The file in which a team writes down what its applications hold, for a review. */
export const MANIFEST_NAME = 'oauth-scopes.json';

/** Everything that a manifest says: plain data with places. */
export interface Manifest {
  readonly applications: readonly ManifestApplication[];
  /** The list of applications; the whole text where there is none. */
  readonly place: Place;
  /** Paths of the user's own catalogs as they are written: from the directory of the manifest. */
  readonly catalogs: readonly WrittenText[];
  /** Scopes that the policy of the team restricts, for all applications. */
  readonly restricted: readonly RestrictedScope[];
}

export interface ManifestFileReading {
  /** What can be read; where there are problems, the rest is passed over. `undefined` where the text is no JSON. */
  readonly manifest: Manifest | undefined;
  /** Everything that is wrong, in the order of the text. */
  readonly problems: readonly ManifestProblem[];
}

/**
 * Reads the whole text of a manifest. Comments may stand in it. Does not throw.
 * @param file absolute path, for places
 * @param providers those that have a catalog, besides the built-in ones
 * @param fileSystem with it, files that the manifest names have to be there; nothing is read of them
 */
export function readManifestFile(
  text: string,
  file: string,
  providers: readonly string[] = [],
  fileSystem?: Pick<FileSystem, 'list'>,
): ManifestFileReading {
  const document = parseJson(text, file, { comments: true });
  if ('message' in document) {
    return { manifest: undefined, problems: [document] };
  }
  const known = [...new Set([...builtInProviders(), ...providers])].sort();
  return { manifest: readWhole(document), problems: findManifestProblems(document, known, fileSystem) };
}

function readWhole(document: JsonDocument): Manifest {
  const list = propertyOf(document.root, 'applications');
  return {
    applications: itemsOf(list).flatMap((node, index) => readManifestApplication(document, node, index) ?? []),
    place: document.placeOf(list ?? document.root),
    catalogs: itemsOf(propertyOf(document.root, 'catalogs')).flatMap((node) => {
      const path = filledText(node);
      return path === undefined ? [] : [{ text: path, place: document.placeOf(node) }];
    }),
    restricted: itemsOf(propertyOf(document.root, 'restricted')).flatMap((item) => {
      const scope = scopeNode(item);
      const reason = filledText(propertyOf(item, 'reason'));
      const allowWithReason = propertyOf(item, 'allowWithReason')?.value === true;
      return scope === undefined
        ? []
        : [{ scope: String(scope.value), ...(reason === undefined ? {} : { reason }), ...(allowWithReason ? { allowWithReason } : {}) }];
    }),
  };
}
