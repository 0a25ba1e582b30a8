import { join, relative } from 'node:path';
import { forwardSlashes } from '../grants/file-system.ts';
import { generateOverlay, type GeneratedFile } from '../generate/overlay.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { AnalysedApplication } from './analyse-workspace.ts';
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
 * The overlay for an SDK that the shipped one does not fit: another version, or one that is installed elsewhere.
 * @throws CommandError when no types can be made of what is installed.
 */
export function generateOverlayFor(ts: TypeScript, { directory, index }: AnalysedApplication, installed: InstalledPackage): OverlayFolder {
  const { provider } = index.catalog;
  const target = `${directory}/node_modules/${folder}/${provider}`;
  const files = generateOverlay({
    ts,
    index,
    sdk: readSdk(installed),
    layout: {
      specifier: `${folder}/${provider}`,
      guards: `${packageName}/types/guard`,
      scopes: `${packageName}/types/${provider}/scopes`,
      sdk: forwardSlashes(relative(`${target}/real`, installed.directory)),
    },
    generator: 'oauth-scopes sync',
  });
  return { directory: target, files: [...files, printIndex(files), printPackage(provider)] };
}

/** The generated files stand on disk as they should. */
export function isUpToDate({ directory, files }: OverlayFolder): boolean {
  return files.every(({ path, text }) => readTextFile(join(directory, path)) === text);
}

function printIndex(files: readonly GeneratedFile[]): GeneratedFile {
  const overlays = files.filter(({ path }) => path.startsWith('overlay/'));
  return { path: 'index.d.ts', text: overlays.map(({ path }) => `/// <reference path="./${path}" />\n`).join('') };
}

/** Makes the generated modules resolve in every resolution mode. */
function printPackage(provider: string): GeneratedFile {
  const description = { private: true, type: 'module', exports: { [`./${provider}/*`]: { types: `./${provider}/*.d.ts` } } };
  return { path: '../package.json', text: `${JSON.stringify(description, undefined, 2)}\n` };
}
