import { basename } from 'node:path';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { readConfigurationFile } from '../../src/grants/configuration-file.ts';
import type { Declaration } from '../../src/grants/declaration.ts';
import { MANIFEST_NAME, readManifestApplications } from '../../src/grants/manifest.ts';

/** Names of the JSON files that declare scopes: what the catalogs name, and the manifest. */
export function scopeFileNames(): readonly string[] {
  return [...new Set([...catalogs().flatMap(({ declarations }) => declarations.files.map(({ name }) => name)), MANIFEST_NAME])];
}

export function isScopeFile(filename: string): boolean {
  return scopeFileNames().includes(basename(filename));
}

/** What a JSON file declares, for every provider and application in it; nothing if it is broken or `isScopeFile` denies it. */
export function readScopeFile(text: string, file: string): readonly Declaration[] {
  const name = basename(file);
  if (name === MANIFEST_NAME) {
    return readManifestApplications(text, file).flatMap(({ declarations }) => declarations);
  }
  return catalogs().flatMap((catalog) => readConfiguration(text, file, name, catalog));
}

/** The catalogs of all providers that the package knows. */
export function catalogs(): readonly Catalog[] {
  return providers().map((provider) => builtInCatalog(provider)).filter((catalog) => catalog !== undefined);
}

function readConfiguration(text: string, file: string, name: string, { provider, declarations }: Catalog): readonly Declaration[] {
  return declarations.files
    .filter((candidate) => candidate.name === name)
    .map(({ pointer }) => readConfigurationFile(text, file, pointer, { provider, kind: 'configuration' }).declaration)
    .filter((declaration) => declaration !== undefined);
}
