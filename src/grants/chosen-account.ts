import type { Catalog } from '../catalogs/catalog.ts';
import { directoriesUpTo } from './application-directory.ts';
import type { FileSystem } from './file-system.ts';
import { MANIFEST_NAME, readManifestApplications } from './manifest.ts';

/**
 * Whether what stands at a path is judged by a catalog. Of several accounts of one API the nearest manifest decides that names the provider
 * of any; without one it is the catalog of the API's own provider.
 *
 * @param path absolute path of a directory, or of a file
 * @param catalogs all that there are
 */
export function isChosen(path: string, root: string, catalog: Catalog, catalogs: readonly Catalog[], fileSystem: FileSystem): boolean {
  const accounts = catalogs.filter((other) => apiOf(other) === apiOf(catalog)).map(({ provider }) => provider);
  if (accounts.length < 2) {
    return true;
  }
  for (const directory of directoriesUpTo(path, root)) {
    const file = `${directory}/${MANIFEST_NAME}`;
    const text = fileSystem.exists(file) ? fileSystem.readFile(file) : undefined;
    const named = text === undefined ? [] : readManifestApplications(text, file).map(({ provider }) => provider);
    if (named.some((provider) => accounts.includes(provider))) {
      return named.includes(catalog.provider);
    }
  }
  return catalog.accountOf === undefined;
}

function apiOf({ provider, accountOf }: Catalog): string {
  return accountOf ?? provider;
}
