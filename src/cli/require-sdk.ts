import { dirname, join } from 'node:path';
import type { Catalog } from '../catalogs/catalog.ts';
import type { TypeScript } from '../usage/typescript.ts';
import { CommandError } from './command-error.ts';
import type { Application } from './find-applications.ts';
import { findPackageImport } from './imports-package.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * The SDK that an application imports; `undefined` when it imports none.
 * @throws CommandError at the first import when the SDK is not installed, because every call would be unseen, and at its version when that
 * is of another major than all that the catalog was held against, because the same names may mean something else (unless majors of that
 * SDK say nothing).
 */
export function requireSdk(ts: TypeScript, { index, users }: Pick<Application, 'index' | 'users'>): InstalledPackage | undefined {
  const { catalog } = index;
  const name = catalog.sdk?.package;
  const user = name === undefined ? undefined : users.find(({ text }) => findPackageImport(ts, text, [name]) !== undefined);
  if (name === undefined || user === undefined) {
    return undefined;
  }
  const installed = findInstalledPackage(name, dirname(user.fileName));
  if (installed === undefined) {
    const { line, character } = user.getLineAndCharacterOfPosition(findPackageImport(ts, user.text, [name]) ?? 0);
    throw new CommandError({
      file: user.fileName,
      line: line + 1,
      column: character + 1,
      message: `${name} is not installed; run npm install ${name}`,
    });
  }
  requireKnownMajor(installed, catalog);
  return installed;
}

function requireKnownMajor({ name, version, directory }: InstalledPackage, { sdk, provider }: Catalog): void {
  const tested = sdk?.everyReleaseIsMajor === true ? [] : (sdk?.testedVersions ?? []);
  if (tested.length > 0 && !tested.some((one) => majorOf(one) === majorOf(version))) {
    const file = join(directory, 'package.json');
    const before = (readTextFile(file) ?? '').split(/"version"\s*:/)[0]?.split('\n') ?? [];
    throw new CommandError({
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `the ${provider} catalog was held against ${name} ${tested.join(', ')}, and says nothing of ${version}`,
    });
  }
}

function majorOf(version: string): string | undefined {
  return version.split('.')[0];
}
