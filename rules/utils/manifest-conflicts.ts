import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { decideGrant } from '../../src/grants/application-grant.ts';
import type { FileSystem } from '../../src/grants/file-system.ts';
import { readDeclarations } from '../../src/grants/read-declarations.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { judgeConflicts } from '../../src/verdict/judge-conflicts.ts';
import { namePlacesFrom } from '../../src/verdict/phrases.ts';

/**
 * Where the manifest of a directory declares other scopes than the files beside it. These need no program, and are told in the manifest:
 * what the code declares is compared where it is linted.
 */
export function manifestConflicts(
  manifest: string,
  root: string,
  catalogs: readonly Catalog[],
  fileSystem: FileSystem,
): readonly Finding[] {
  const directory = manifest.slice(0, manifest.lastIndexOf('/')) || '/';
  return catalogs.flatMap((catalog) => {
    const { declarations, undecided } = readDeclarations({ directory, root, catalog, fileSystem });
    if (!declarations.some(({ kind }) => kind === 'manifest')) {
      return [];
    }
    const index = indexCatalog(catalog);
    const { effective } = decideGrant({ declarations, undecided, clients: [], vocabulary: index.vocabulary });
    return judgeConflicts(declarations, [], effective, index, namePlacesFrom(directory)).filter(({ place }) => place.file === manifest);
  });
}
