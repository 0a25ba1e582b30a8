import { dirname } from 'node:path';
import { CommandError } from './command-error.ts';
import type { Application } from './find-applications.ts';
import { findInstalledPackage, type InstalledPackage } from './installed-package.ts';

/**
 * The SDK that an application imports; `undefined` when it imports none.
 * @throws CommandError at the first import when the SDK is not installed: without its declarations every call would be unseen.
 */
export function requireSdk(ts: typeof import('typescript'), { index, user }: Application): InstalledPackage | undefined {
  const name = index.catalog.sdk?.package;
  const imported = user && ts.preProcessFile(user.text).importedFiles.find(({ fileName }) => fileName === name || fileName.startsWith(`${name}/`));
  if (name === undefined || user === undefined || imported === undefined) {
    return undefined;
  }
  const installed = findInstalledPackage(name, dirname(user.fileName));
  if (installed === undefined) {
    const { line, character } = user.getLineAndCharacterOfPosition(imported.pos);
    throw new CommandError({ file: user.fileName, line: line + 1, column: character + 1, message: `${name} is not installed; run npm install ${name}` });
  }
  return installed;
}
