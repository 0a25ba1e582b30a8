import type { CatalogClient } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { shippedOverlay } from './find-overlay.ts';
import { projectDirectory, type Project } from './find-projects.ts';
import { findInstalledPackage } from './installed-package.ts';
import { packageName, packageRoot } from './package-root.ts';
import { isRegistrationFile } from '../grants/registration-file.ts';

/** The declarations that the analysis sees in place of an SDK's own. */
export interface AnalysisOverlay {
  /** Those that the registration file of the application refers to. */
  readonly registered: boolean;
  /** Declaration files that this package ships, besides the files of the program. */
  readonly added: readonly string[];
}

/**
 * The overlay shows with which grant a client was made, wherever it is passed to. Where all clients hold the same there is nothing to show,
 * and the SDK's own declarations are half as much to read.
 * @param texts those of the project's files
 */
export function chooseAnalysisOverlay(project: Project, texts: readonly string[], indexes: readonly CatalogIndex[]): AnalysisOverlay {
  const { fileNames } = project.commandLine;
  const sources = texts.filter((_, position) => !isRegistrationFile(fileNames[position] ?? ''));
  const wanting = indexes.filter(
    ({ catalog }) => sources.some((text) => text.includes(packageName)) || mayStateSeveralGrants(sources, catalog.clients),
  );
  if (wanting.length === 0 || fileNames.some(isRegistrationFile)) {
    return { registered: wanting.length > 0, added: [] };
  }
  const added = wanting.flatMap(({ catalog }) => {
    const sdk = catalog.sdk && findInstalledPackage(catalog.sdk.package, projectDirectory(project));
    return (sdk && shippedOverlay(catalog, sdk, packageRoot)) ?? [];
  });
  return { registered: false, added };
}

/**
 * A text sets the option that holds scopes (`{ scope }`, `scope: …`, `config.scope = …`), and clients are made in more than one place, or
 * under another name.
 */
function mayStateSeveralGrants(texts: readonly string[], clients: readonly CatalogClient[]): boolean {
  return clients.some(({ className, scopeOption }) => {
    if (scopeOption === undefined) {
      // Nothing but a type argument says what one of several clients has.
      return texts.some((text) => new RegExp(`\\b${className}<`).test(text));
    }
    const option = new RegExp(`\\b${scopeOption}(?:['"\`]|\\??\\s*[:,}=])`);
    const making = new RegExp(`\\bnew\\s+(?:[\\w$]+\\.)?${className}\\b`, 'g');
    const renaming = new RegExp(`\\b${className}\\s+as\\b|\\bextends\\s+(?:[\\w$]+\\.)?${className}\\b|\\b${className}\\s*:`);
    const places = texts.reduce((count, text) => count + [...text.matchAll(making)].length, 0);
    return texts.some((text) => option.test(text)) && (places > 1 || texts.some((text) => renaming.test(text)));
  });
}
