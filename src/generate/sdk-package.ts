import { isRecord } from '../scopes/is-record.ts';
import { distinctFileNames } from './distinct-file-names.ts';

/** One module that an application can import from the SDK. */
export interface SdkEntry {
  /** Name of the files that are generated for it: the sub-path, and `root` for the package itself. */
  readonly name: string;
  /** What an application imports: `@uipath/uipath-typescript/tasks`. */
  readonly specifier: string;
  /** Its declarations, relative to the package: `dist/tasks/index.d.ts`. */
  readonly file: string;
}

/** An installed SDK, as far as its types go. */
export interface SdkPackage {
  readonly name: string;
  readonly version: string;
  /** In the order of the package's export map. */
  readonly entries: readonly SdkEntry[];
  /** Text of a file, by its path relative to the package; `undefined` if there is none. */
  readonly read: (file: string) => string | undefined;
}

/** What is installed is not a package that types can be made for. The message names the file and what was expected of it. */
export class SdkPackageError extends Error {
  override readonly name = 'SdkPackageError';
}

/**
 * Reads which modules a package has: those of its export map, or the one that "types" names.
 *
 * @param read text of a file by its path relative to the package, with forward slashes; `undefined` if there is none
 * @throws SdkPackageError when package.json is missing, broken, or exports no declarations
 */
export function readSdkPackage(read: (file: string) => string | undefined): SdkPackage {
  const { name, version, modules } = parseManifest(read('package.json'));
  const declared = Object.entries(modules).flatMap(([subPath, target]) => {
    const file = declarationsOf(target, (path) => read(path.replace(/^\.\//, '')) !== undefined);
    return file === undefined || subPath.includes('*') ? [] : [{ path: subPath.replace(/^\.\/?/, ''), file: file.replace(/^\.\//, '') }];
  });
  const names = distinctFileNames(declared.map(({ path }) => path), (path) => (path === '' ? 'root' : path.replaceAll('/', '-')));
  const entries = declared.map(({ path, file }) => ({ name: names.get(path) ?? path, specifier: path === '' ? name : `${name}/${path}`, file }));
  if (entries.length === 0) {
    throw new SdkPackageError(`package.json of ${name} ${version} exports no module with "types", so no types can be made of it`);
  }
  return { name, version, entries, read };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  /** Sub-path → what the package delivers there. */
  readonly modules: Readonly<Record<string, unknown>>;
}

function parseManifest(text: string | undefined): Manifest {
  if (text === undefined) {
    throw new SdkPackageError('package.json of the SDK is missing; install the SDK');
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw new SdkPackageError(`package.json of the SDK is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { name, version, exports, types, typings, main } = isRecord(manifest) ? manifest : {};
  const declared = [types, typings].find((file) => typeof file === 'string');
  const code = typeof main === 'string' ? main : 'index.js';
  // Without an export map the package is one module, whose declarations may stand beside its code.
  const whole = typeof declared === 'string' ? { types: declared } : code;
  if (typeof name !== 'string' || typeof version !== 'string') {
    throw new SdkPackageError('package.json of the SDK lacks "name" or "version"');
  }
  return { name, version, modules: subPathsOf(exports) ?? { '.': exports ?? whole } };
}

/** `undefined` where the export map has no sub-paths: conditions alone, or one file, are those of the package itself. */
function subPathsOf(exports: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(exports) && Object.keys(exports).every((key) => key.startsWith('.')) ? exports : undefined;
}

/** The first "types" condition, however deep it stands; else the declarations beside a file of code, as compilers find them. */
function declarationsOf(target: unknown, exists: (file: string) => boolean): string | undefined {
  if (typeof target === 'string') {
    const stem = /\.d\.[cm]?ts$/.test(target) ? undefined : target.replace(/\.(?:[cm]?js)?$/, '');
    const kind = /\.([cm])js$/.exec(target)?.[1] ?? '';
    return stem === undefined ? target : [`${stem}.d.${kind}ts`, `${stem}/index.d.ts`].find(exists);
  }
  if (!isRecord(target)) {
    return undefined;
  }
  const { types } = target;
  if (typeof types === 'string') {
    return declarationsOf(types, exists) ?? types;
  }
  return Object.values(target)
    .map((condition) => declarationsOf(condition, exists))
    .find((file) => file !== undefined);
}
