import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { shippedOverlay } from './find-overlay.ts';
import { projectDirectory, type Project } from './find-projects.ts';
import { findInstalledPackage } from './installed-package.ts';
import { packageName, packageRoot } from './package-root.ts';
import { isRegistrationFile } from './registration-file.ts';

/** The declarations that the analysis sees in place of an SDK's own. */
export interface OverlayChoice {
  /** Those that the registration file of the application refers to. */
  readonly registered: boolean;
  /** Declaration files that this package ships, besides the files of the program. */
  readonly added: readonly string[];
}

/**
 * The overlay shows with which grant a client was made, wherever it is passed to. Where all clients take what the application declares there is nothing to
 * show, and the SDK's own declarations are half as much to read.
 * @param texts those of the project's files
 */
export function chooseOverlayFor(project: Project, texts: readonly string[], indexes: readonly CatalogIndex[]): OverlayChoice {
  const { fileNames } = project.commandLine;
  const sources = texts.filter((_, position) => !isRegistrationFile(fileNames[position] ?? ''));
  const wanting = indexes.filter(({ catalog }) => sources.some((text) => mayStateGrant(text, catalog.clients.map(({ scopeOption }) => scopeOption))));
  if (wanting.length === 0 || fileNames.some(isRegistrationFile)) {
    return { registered: wanting.length > 0, added: [] };
  }
  const added = wanting.flatMap(({ catalog }) => {
    const sdk = catalog.sdk && findInstalledPackage(catalog.sdk.package, projectDirectory(project));
    return (sdk && shippedOverlay(catalog, sdk, packageRoot)) ?? [];
  });
  return { registered: false, added };
}

/** The text may set the option of a client that holds its scopes (`{ scope }`, `scope: …`, `config.scope = …`), or names the types of this package. */
function mayStateGrant(text: string, options: readonly string[]): boolean {
  return text.includes(packageName) || options.some((option) => new RegExp(`\\b${option}(?:['"\`]|\\??\\s*[:,}=])`).test(text));
}
