import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtInHeaders } from '../catalogs/built-in.ts';
import type { Catalog } from '../catalogs/catalog.ts';
import { forwardSlashes } from '../grants/file-system.ts';
import type { InstalledPackage } from './installed-package.ts';

/**
 * The declaration file of the overlay that this package ships, if it fits: it reaches the SDK by a relative path, so the SDK has to be
 * installed beside the package, and it was generated from the declarations of the tested versions.
 * @param plugin Real path of the directory of this package.
 */
export function shippedOverlay({ provider, sdk }: Catalog, installed: InstalledPackage, plugin: string): string | undefined {
  const fits =
    hasShippedTypes(provider) && sdk?.testedVersions.includes(installed.version) === true && realPath(join(dirname(plugin), installed.name)) === installed.directory;
  return fits ? `${forwardSlashes(plugin)}/${provider}.d.ts` : undefined;
}

/** This package has types for the SDK of the provider. */
export function hasShippedTypes(provider: string): boolean {
  return builtInHeaders().some((header) => header.provider === provider && header.sdk !== undefined);
}

function realPath(path: string): string | undefined {
  try {
    return forwardSlashes(realpathSync.native(path));
  } catch {
    return undefined;
  }
}
