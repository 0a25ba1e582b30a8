import type { Catalog } from '../catalogs/catalog.ts';

/** Tells declarations of a provider's SDK from everything else, by the path of their file. */
export interface SdkFiles {
  /** The SDK's own declarations, wherever a package manager put them. */
  isRaw(fileName: string): boolean;
  /** Declarations that we generated over them: those of the package, or those that `generate` wrote into the application. */
  isGuarded(fileName: string): boolean;
  /** `isRaw` or `isGuarded`. */
  has(fileName: string): boolean;
  /** A module specifier of the SDK: the package itself, one of its sub-paths, or a name under which a script of a web page gets it. */
  isSpecifier(specifier: string): boolean;
}

/** @param catalog without an `sdk` nothing is a file of it */
export function sdkFiles(catalog: Catalog): SdkFiles {
  const { package: name, globals = [] } = catalog.sdk ?? {};
  if (name === undefined) {
    return { isRaw: () => false, isGuarded: () => false, has: () => false, isSpecifier: () => false };
  }
  const folder = `/node_modules/${name}/`;
  const api = catalog.accountOf ?? catalog.provider;
  const guardedFolders = [`/types/${api}/guarded/`, `/.oauth-scopes/${api}/guarded/`];
  const isRaw = (fileName: string): boolean => fileName.includes(folder);
  const isGuarded = (fileName: string): boolean => guardedFolders.some((guarded) => fileName.includes(guarded));
  return {
    isRaw,
    isGuarded,
    has: (fileName) => isRaw(fileName) || isGuarded(fileName),
    isSpecifier: (specifier) => specifier === name || specifier.startsWith(`${name}/`) || globals.includes(specifier),
  };
}

/** Name of the package whose folder in node_modules holds the file; `undefined` for a file of the application. */
export function packageOf(fileName: string): string | undefined {
  const path = fileName.slice(fileName.lastIndexOf('/node_modules/') + '/node_modules/'.length);
  if (path.length === fileName.length || !fileName.includes('/node_modules/')) {
    return undefined;
  }
  const [first = '', second = ''] = path.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
