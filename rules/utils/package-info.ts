import { createRequire } from 'node:module';

interface PackageInfo {
  readonly name: string;
  readonly version: string;
}

/** Name and version of this package, for ESLint's cache and for links. Found by the package's own name, because the compiled file lies a folder deeper. */
export const packageInfo = createRequire(import.meta.url)('eslint-plugin-oauth-scopes/package.json') as PackageInfo;
