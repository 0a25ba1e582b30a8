import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forwardSlashes } from '../grants/file-system.ts';
import { CommandError } from './command-error.ts';

/** A package as it is installed for an application. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute and without symbolic links: where the compiler finds its declarations. */
  readonly directory: string;
}

/**
 * Looks through the node_modules from a directory upwards, as the compiler does.
 * @returns `undefined` when the package is not installed
 * @throws CommandError when its package.json cannot be read
 */
export function findInstalledPackage(name: string, directory: string): InstalledPackage | undefined {
  const description = join(directory, 'node_modules', name, 'package.json');
  if (existsSync(description)) {
    return { name, version: versionIn(description), directory: forwardSlashes(realpathSync.native(dirname(description))) };
  }
  const parent = dirname(directory);
  return parent === directory ? undefined : findInstalledPackage(name, parent);
}

function versionIn(description: string): string {
  try {
    const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : '0.0.0';
  } catch {
    throw new CommandError({ file: description, line: 1, column: 1, message: 'is no JSON; install the package again' });
  }
}
