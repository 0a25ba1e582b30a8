import { basename } from 'node:path';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { readConfigurationFile } from '../../src/grants/configuration-file.ts';
import type { Declaration } from '../../src/grants/declaration.ts';
import { MANIFEST_NAME, readManifestApplications } from '../../src/grants/manifest.ts';
import { builtInCatalogs } from './catalogs-of.ts';

/** Names of the JSON files that declare scopes: what the built-in catalogs name, and the manifest. */
export function scopeFileNames(): readonly string[] {
  return [...new Set([...builtInCatalogs().flatMap(({ declarations }) => declarations.files.map(({ name }) => name)), MANIFEST_NAME])];
}

/** Which of them declare scopes, catalogs say. */
export function isJsonFile(filename: string): boolean {
  return filename.endsWith('.json');
}

/** The manifest may have comments. What else declares scopes is read by others, too, and plain JSON. */
export function isManifest(filename: string): boolean {
  return basename(filename) === MANIFEST_NAME;
}

/** What a file declares, for every provider and application in it; nothing if it is broken, or no catalog names it. */
export function readScopeFile(text: string, file: string, catalogs: readonly Catalog[]): readonly Declaration[] {
  const name = basename(file);
  if (isManifest(file)) {
    return readManifestApplications(text, file).flatMap(({ declarations }) => declarations);
  }
  return catalogs.flatMap((catalog) => readConfiguration(text, file, name, catalog));
}

function readConfiguration(text: string, file: string, name: string, { provider, declarations }: Catalog): readonly Declaration[] {
  return declarations.files
    .filter((candidate) => candidate.name === name)
    .map(({ pointer }) => readConfigurationFile(text, file, pointer, { provider, kind: 'configuration' }).declaration)
    .filter((declaration) => declaration !== undefined);
}
