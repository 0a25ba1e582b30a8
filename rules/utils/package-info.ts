import { createRequire } from 'node:module';

interface PackageInfo {
  readonly name: string;
  readonly version: string;
}

/** Name and version, for ESLint's cache and for links. Found by the package's own name: the compiled file lies a folder deeper. */
export const packageInfo = createRequire(import.meta.url)('eslint-plugin-oauth-scopes/package.json') as PackageInfo;
