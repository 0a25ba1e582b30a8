import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';
import { CommandError } from './command-error.ts';

const oldest = [5, 4] as const;
const firstWithoutApi = 7;

/** TypeScript 6 under the name that Microsoft publishes it for use beside 7. */
const compatibilityPackage = '@typescript/typescript6';

/**
 * The application's own TypeScript, 5.4 to 6.x, so that the analysis sees what its compiler sees. Where `typescript` is 7 or newer, which
 * has no JavaScript API, the compatibility package is used if it is installed.
 * @throws CommandError when there is none, when it is too old, or when only one without an API is installed.
 */
export function loadTypeScript(directory: string): typeof ts {
  const require = createRequire(join(directory, 'package.json'));
  const version = installedVersion(require, 'typescript');
  if (version === undefined) {
    throw new CommandError({ file: directory, message: 'finds no typescript here; run npm install --save-dev typescript' });
  }
  const [major, minor] = majorAndMinor(version);
  if (major < firstWithoutApi) {
    if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
      throw new CommandError({ file: directory, message: `needs TypeScript ${oldest.join('.')} or newer, and finds ${version}` });
    }
    return require('typescript') as typeof ts;
  }
  if (installedVersion(require, compatibilityPackage) === undefined) {
    throw new CommandError({
      file: directory,
      message:
        `TypeScript ${version} has no JavaScript API, so only its compile errors check scopes here; ` +
        `for this command install TypeScript 6 beside it: npm install --save-dev ${compatibilityPackage}`,
    });
  }
  return require(compatibilityPackage) as typeof ts;
}

function installedVersion(require: NodeJS.Require, name: string): string | undefined {
  try {
    return (require(`${name}/package.json`) as { version: string }).version;
  } catch {
    return undefined;
  }
}

function majorAndMinor(version: string): [number, number] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
