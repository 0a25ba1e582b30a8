import { dirname, join } from 'node:path';
import type ts from 'typescript';
import type { Catalog } from '../catalogs/catalog.ts';
import { CommandError } from './command-error.ts';
import type { Application } from './find-applications.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * The SDK that an application imports; `undefined` when it imports none.
 * @throws CommandError at the first import when the SDK is not installed, because every call would be unseen, and at its version when that is of another
 * major than all that the catalog was held against, because the same names may mean something else.
 */
export function requireSdk(ts: typeof import('typescript'), { index, users }: Application): InstalledPackage | undefined {
  const { catalog } = index;
  const name = catalog.sdk?.package;
  const [first] = name === undefined ? [] : importsOf(ts, users, name);
  if (name === undefined || first === undefined) {
    return undefined;
  }
  const installed = findInstalledPackage(name, dirname(first.file.fileName));
  if (installed === undefined) {
    const { line, character } = first.file.getLineAndCharacterOfPosition(first.position);
    throw new CommandError({
      file: first.file.fileName,
      line: line + 1,
      column: character + 1,
      message: `${name} is not installed; run npm install ${name}`,
    });
  }
  requireKnownMajor(installed, catalog);
  return installed;
}

/** Lazily: a file is looked into only until an import is found. */
function* importsOf(ts: typeof import('typescript'), files: readonly ts.SourceFile[], name: string): Generator<{ file: ts.SourceFile; position: number }> {
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(file.text, true, true);
    const found = importedFiles.find(({ fileName }) => fileName === name || fileName.startsWith(`${name}/`));
    if (found !== undefined) {
      yield { file, position: found.pos };
    }
  }
}

function requireKnownMajor({ name, version, directory }: InstalledPackage, { sdk, provider }: Catalog): void {
  const tested = sdk?.testedVersions ?? [];
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
