import { join, relative } from 'node:path';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { errorInCatalog } from '../catalogs/parse-catalog.ts';
import { checkDescription } from '../generate/check-description.ts';
import { generateOverlay, type GeneratedFile } from '../generate/overlay.ts';
import { generateScopeTable } from '../generate/scope-table.ts';
import type { SdkPackage } from '../generate/sdk-package.ts';
import { forwardSlashes } from '../grants/file-system.ts';
import type { TypeScript } from '../usage/typescript.ts';
import { CommandError } from './command-error.ts';
import { hasShippedTypes } from './find-overlay.ts';
import type { InstalledPackage } from './installed-package.ts';
import { packageName } from './package-root.ts';
import { readSdk } from './read-sdk.ts';
import { readTextFile } from './read-text-file.ts';

/** Generated files, and where they belong. */
export interface OverlayFolder {
  /** Absolute path with forward slashes. */
  readonly directory: string;
  readonly files: readonly GeneratedFile[];
}

/** Below node_modules, so that nobody commits or lints it; after an installation it has to be made again. */
const folder = '.oauth-scopes';

/**
 * The overlay for an SDK that the package has none for that fits: another version, one that is installed elsewhere, or the SDK of a provider
 * whose catalog is the user's own.
 * @param directory absolute path of the application
 * @throws CommandError when no types can be made of what is installed, or when the catalog says of it what is not so.
 */
export function generateOverlayFor(ts: TypeScript, directory: string, index: CatalogIndex, installed: InstalledPackage): OverlayFolder {
  const { provider } = index.catalog;
  const isOwn = !hasShippedTypes(provider);
  const target = `${directory}/node_modules/${folder}/${provider}`;
  const sdk = readSdk(installed);
  if (isOwn) {
    requireTrueDescription(ts, index, sdk);
  }
  const files = generateOverlay({
    ts,
    index,
    sdk,
    layout: {
      specifier: `${folder}/${provider}`,
      guards: `${packageName}/types/guard`,
      scopes: isOwn ? '../scopes.js' : `${packageName}/types/${provider}/scopes`,
      sdk: forwardSlashes(relative(`${target}/real`, installed.directory)),
    },
    generator,
  });
  const table = isOwn ? [{ path: 'scopes.d.ts', text: generateScopeTable(index, generator, true) }] : [];
  return { directory: target, files: [...files, ...table, printIndex(files), PACKAGE] };
}

/** `sync` makes the same files. */
const generator = 'oauth-scopes generate';

/** Of a version that the catalog was not held against it may well say something that is not so. */
function requireTrueDescription(ts: TypeScript, index: CatalogIndex, sdk: SdkPackage): void {
  const { catalog } = index;
  const tested = catalog.sdk?.testedVersions ?? [];
  const problems = tested.length === 0 || tested.includes(sdk.version) ? checkDescription(ts, index, sdk) : [];
  if (problems.length > 0) {
    throw new CommandError(problems.slice(0, MOST_PROBLEMS).map(({ path, message }) => {
      const { file, line, column } = errorInCatalog(catalog, path, message) ?? {};
      return file === undefined ? { message } : { file, message, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
    }));
  }
}

const MOST_PROBLEMS = 20;

/** The generated files stand on disk as they should. */
export function isUpToDate({ directory, files }: OverlayFolder): boolean {
  return files.every(({ path, text }) => readTextFile(join(directory, path)) === text);
}

function printIndex(files: readonly GeneratedFile[]): GeneratedFile {
  const overlays = files.filter(({ path }) => path.startsWith('overlay/'));
  return { path: 'index.d.ts', text: overlays.map(({ path }) => `/// <reference path="./${path}" />\n`).join('') };
}

/** Makes the generated modules resolve in every resolution mode. The same for all providers, who have the package in common. */
const PACKAGE: GeneratedFile = {
  path: '../package.json',
  text: `${JSON.stringify({ private: true, type: 'module', exports: { './*': { types: './*.d.ts' } } }, undefined, 2)}\n`,
};
