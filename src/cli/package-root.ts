import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Directory of this package, symbolic links resolved: the one whose types the compiler reads, too. */
export const packageRoot: string = findPackageRoot(import.meta.dirname);

export const packageName = 'eslint-plugin-oauth-scopes';

/** The version in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

function findPackageRoot(directory: string): string {
  const parent = dirname(directory);
  return existsSync(join(directory, 'package.json')) || parent === directory ? directory : findPackageRoot(parent);
}
