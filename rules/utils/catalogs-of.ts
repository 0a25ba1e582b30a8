import { dirname } from 'node:path';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { forwardSlashes, projectFileSystem } from '../../src/grants/file-system.ts';
import { catalogPathsOf, manifestsAbove, readNamedCatalogs } from '../../src/grants/named-catalogs.ts';
import type { LintedFile } from './linted-file.ts';
import { projectRootOf } from './project-root.ts';
import { readSettings, SettingsError } from './settings.ts';

/**
 * The catalogs that hold for a file: the built-in ones, those that the settings name (from ESLint's working directory), and those of the
 * manifests in the file's directory and above.
 *
 * Throws a SettingsError where one of them cannot be used, whoever names it: without it calls would go unchecked, and nobody would know.
 */
export function catalogsOf({ filename, cwd, settings }: Omit<LintedFile, 'sourceCode'>): readonly Catalog[] {
  const directory = dirname(filename);
  const root = projectRootOf(directory, cwd);
  const fileSystem = projectFileSystem(root);
  const set = readSettings(settings).catalogs ?? [];
  const paths = [
    ...set.map((text) => ({ text, from: cwd, place: undefined })),
    ...manifestsAbove([directory], root, fileSystem).flatMap((manifest) => catalogPathsOf(manifest, fileSystem)),
  ];
  const { catalogs, problems } = readNamedCatalogs(paths, fileSystem);
  const [problem] = problems;
  if (problem !== undefined) {
    const { file, line, column, message } = problem;
    const place = file === undefined ? "settings['oauth-scopes'].catalogs" : `${forwardSlashes(file)}:${line}:${column}:`;
    throw new SettingsError(`${place} ${message}`);
  }
  return [...builtInCatalogs(), ...catalogs];
}

/** The catalogs of all providers that the package knows. */
export function builtInCatalogs(): readonly Catalog[] {
  return providers().map((provider) => builtInCatalog(provider)).filter((catalog) => catalog !== undefined);
}
