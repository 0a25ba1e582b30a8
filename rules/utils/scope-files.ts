import { basename } from 'node:path';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { readConfigurationFile } from '../../src/grants/configuration-file.ts';
import type { Declaration } from '../../src/grants/declaration.ts';
import { parseEnvironmentFileName } from '../../src/grants/environment-file-name.ts';
import { MANIFEST_NAME, readManifestApplications } from '../../src/grants/manifest.ts';
import { declarationsInEnvironmentFile } from '../../src/grants/read-declarations.ts';
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

/** An .env file that ESLint was asked to lint. */
export function isEnvironmentFile(filename: string): boolean {
  return parseEnvironmentFileName(basename(filename)) !== undefined;
}

/**
 * What a file declares, for every provider and application in it; nothing if it is broken, or no catalog names it.
 * @param environmentKeys keys of .env files that hold scopes, besides those of the catalogs
 */
export function readScopeFile(
  text: string,
  file: string,
  catalogs: readonly Catalog[],
  environmentKeys: readonly string[] = [],
): readonly Declaration[] {
  const name = basename(file);
  if (isEnvironmentFile(file)) {
    const candidates = catalogs.filter(({ declarations }) => declarations.environmentKeys.length > 0);
    // Whose scopes a key of the settings holds is only clear where one provider has such keys.
    const further = candidates.length === 1 ? environmentKeys : [];
    return candidates.flatMap((catalog) => declarationsInEnvironmentFile(text, file, catalog, further));
  }
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
