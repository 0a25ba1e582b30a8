import { join } from 'node:path';
import { indexCatalog } from '../catalogs/catalog-index.ts';
import type { Catalog } from '../catalogs/catalog.ts';
import { findApplicationDirectory, findProjectRoot } from '../grants/application-directory.ts';
import { projectFileSystem, type FileSystem } from '../grants/file-system.ts';
import { packageField } from '../grants/package-json.ts';
import { counted } from '../report/counted.ts';
import { displayPath } from '../report/display-path.ts';
import type { TypeScript } from '../usage/typescript.ts';
import type { Invocation, Output } from './command.ts';
import { CommandError } from './command-error.ts';
import { didYouMean } from '../scopes/did-you-mean.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { hasShippedTypes, shippedOverlay } from './find-overlay.ts';
import { generateOverlayFor, isUpToDate, type OverlayFolder } from './generate-overlay-for.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';
import { catalogScope, loadCatalogs } from './load-catalogs.ts';
import { loadTypeScript } from './load-typescript.ts';
import { manifestDirectories } from './manifest-directories.ts';
import { packageName } from './package-root.ts';
import { targetOf } from './target.ts';
import { writeFileAtomically } from './write-file.ts';

/** `oauth-scopes generate`: writes the types that guard SDKs, from what catalogs and installed declarations say. No program is read. */
export function run(invocation: Invocation, output: Output): ExitCode {
  const { directory } = targetOf(invocation);
  const described = chooseCatalogs(invocation, directory);
  const ts = loadTypeScript(directory);
  // Everything is made before anything is written: an error in one description leaves all files as they are.
  const generated = described.map((one) => ({ ...one, folder: overlayOf(ts, one) }));
  return invocation.flags.has('check') ? check(generated, invocation, output) : write(generated, invocation, output);
}

/** A catalog, and the SDK that it tells of, as it is installed for a directory: that at hand, or one below it with a manifest. */
interface Described {
  readonly catalog: Catalog;
  readonly sdk: InstalledPackage;
  readonly directory: string;
}

interface Generated extends Described {
  /** `undefined` where the types that the package ships fit. */
  readonly folder: OverlayFolder | undefined;
}

/**
 * The one that is named, else those of the user's own, and built-in ones whose SDK is installed because package.json asks for it.
 * @throws CommandError when there is none, and when the SDK of one that is named, by whatever, is not installed
 */
function chooseCatalogs(invocation: Invocation, directory: string): readonly Described[] {
  const { values } = invocation;
  const catalogs = loadCatalogs(invocation).filter(({ sdk, accountOf }) => sdk !== undefined && accountOf === undefined);
  const provider = values.get('provider');
  const meant = catalogs.filter((catalog) => provider === undefined || catalog.provider === provider);
  if (provider !== undefined && meant.length === 0) {
    const names = catalogs.map((catalog) => catalog.provider);
    const nearest = didYouMean(provider, names);
    const hint = nearest === undefined ? `there are ${names.join(', ')}` : `did you mean ${nearest}?`;
    throw new CommandError(`there is no catalog of ${provider} that tells of an SDK; ${hint}`);
  }
  const root = findProjectRoot(directory);
  const holds = catalogScope(invocation, { root, fileSystem: projectFileSystem(root) });
  const found = meant.flatMap((catalog): readonly Described[] => {
    const name = catalog.sdk?.package ?? '';
    const directories = manifestDirectories(directory).filter((one) => holds(catalog, one));
    const installed = directories.flatMap((one): readonly Described[] => {
      const sdk = findInstalledPackage(name, one);
      return sdk === undefined ? [] : [{ catalog, sdk, directory: one }];
    });
    const isNamed = provider !== undefined || values.has('catalog') || !hasShippedTypes(catalog.provider);
    if (installed.length === 0 && isNamed) {
      const [file = directory] = directories;
      throw new CommandError({ file, message: `has no ${name} installed, of which the ${catalog.provider} catalog tells; run npm install ${name}` });
    }
    const chosen = installed.filter((one) => isNamed || dependsOn(name, catalog, one.directory));
    // Several manifests may stand in one application.
    return [...new Map(chosen.map((one) => [homeOf(catalog, one.directory).home, one])).values()];
  });
  if (found.length === 0) {
    const names = meant.map(({ sdk }) => sdk?.package).join(' or ');
    throw new CommandError({
      file: directory,
      message: `has no SDK installed that a catalog tells of (${names}); name a catalog of your own under "catalogs" in oauth-scopes.json`,
    });
  }
  return found;
}

/** What lies in a node_modules above may be another application's. */
function dependsOn(name: string, catalog: Catalog, directory: string): boolean {
  const { home, fileSystem } = homeOf(catalog, directory);
  const description = fileSystem.readFile(`${home}/package.json`);
  const lists = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].map((list) => packageField(description, list));
  return lists.some((list) => typeof list === 'object' && list !== null && Object.hasOwn(list, name));
}

/** Where `sync` puts and looks for the types. */
function homeOf(catalog: Catalog, directory: string): { readonly home: string; readonly fileSystem: FileSystem } {
  const root = findProjectRoot(directory);
  const fileSystem = projectFileSystem(root);
  return { home: findApplicationDirectory(directory, root, catalog, fileSystem), fileSystem };
}

function overlayOf(ts: TypeScript, { catalog, sdk, directory }: Described): OverlayFolder | undefined {
  const plugin = findInstalledPackage(packageName, directory);
  if (plugin !== undefined && shippedOverlay(catalog, sdk, plugin.directory) !== undefined) {
    return undefined;
  }
  return generateOverlayFor(ts, homeOf(catalog, directory).home, indexCatalog(catalog), sdk);
}

function write(generated: readonly Generated[], { workingDirectory }: Invocation, output: Output): ExitCode {
  for (const { sdk, catalog, folder } of generated) {
    if (folder === undefined) {
      output.print(`${packageName} has the types of ${sdk.name} ${sdk.version} already.`);
    } else {
      const isNew = !isUpToDate(folder);
      if (isNew) {
        folder.files.forEach((one) => writeFileAtomically(join(folder.directory, one.path), one.text));
      }
      output.print(`${isNew ? 'Wrote' : 'Unchanged:'} ${displayPath(folder.directory, workingDirectory)}. ${describe(sdk, catalog, folder)}`);
    }
  }
  return exitCodes.fine;
}

function check(generated: readonly Generated[], { workingDirectory }: Invocation, output: Output): ExitCode {
  const stale = generated.filter(({ folder }) => folder !== undefined && !isUpToDate(folder));
  for (const { sdk, catalog, folder } of stale) {
    const place = displayPath(folder?.directory ?? '', workingDirectory);
    output.print(`${place} is not made of ${sdk.name} ${sdk.version} and the ${catalog.provider} catalog of ${catalog.date}; run oauth-scopes generate`);
  }
  if (stale.length === 0) {
    output.print('Up to date.');
  }
  return stale.length === 0 ? exitCodes.fine : exitCodes.findings;
}

function describe({ name, version }: InstalledPackage, { provider, date }: Catalog, { files }: OverlayFolder): string {
  const guarded = files.filter(({ path }) => path.startsWith('guarded/'));
  const members = guarded.reduce((count, { text }) => count + text.split(': Guard<').length - 1, 0);
  const modules = files.filter(({ path }) => path.startsWith('overlay/')).length;
  return `${counted(members, 'member')} of ${counted(modules, 'module')} of ${name} ${version} guarded by the ${provider} catalog of ${date}.`;
}
