import { join } from 'node:path';
import { readSdkPackage, SdkPackageError, type SdkPackage } from '../generate/sdk-package.ts';
import { CommandError } from './command-error.ts';
import type { InstalledPackage } from './installed-package.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * The declarations of an installed SDK.
 * @throws CommandError when what is installed has none that could be understood.
 */
export function readSdk({ directory }: InstalledPackage): SdkPackage {
  try {
    return readSdkPackage((file) => readTextFile(join(directory, file)));
  } catch (error) {
    if (error instanceof SdkPackageError) {
      throw new CommandError({ file: join(directory, 'package.json'), line: 1, column: 1, message: error.message });
    }
    throw error;
  }
}
