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
  const entries = Object.entries(modules).flatMap(([subPath, target]) => {
    const file = declarationsOf(target);
    return file === undefined || subPath.includes('*') ? [] : [entry(name, subPath, file)];
  });
  if (entries.length === 0) {
    throw new SdkPackageError(`package.json of ${name} ${version} exports no module with "types", so no types can be made of it`);
  }
  return { name, version, entries, read };
}

function entry(packageName: string, subPath: string, file: string): SdkEntry {
  const path = subPath.replace(/^\.\/?/, '');
  return {
    name: path === '' ? 'root' : path.replaceAll('/', '-'),
    specifier: path === '' ? packageName : `${packageName}/${path}`,
    file: file.replace(/^\.\//, ''),
  };
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
  const { name, version, exports, types } = isRecord(manifest) ? manifest : {};
  // Without an export map the package is one module.
  const modules = isRecord(exports) ? exports : { '.': { types } };
  if (typeof name !== 'string' || typeof version !== 'string' || (!isRecord(exports) && typeof types !== 'string')) {
    throw new SdkPackageError('package.json of the SDK lacks "name", "version", or both an "exports" map and "types"');
  }
  return { name, version, modules };
}

/** The first "types" condition, however deep it stands. */
function declarationsOf(target: unknown): string | undefined {
  if (!isRecord(target)) {
    return undefined;
  }
  if (typeof target['types'] === 'string') {
    return target['types'];
  }
  return Object.values(target)
    .map(declarationsOf)
    .find((file) => file !== undefined);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
