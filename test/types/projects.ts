/** tsconfig.json of an application in a test. */
export function tsconfig(options: object): object {
  return {
    compilerOptions: {
      strict: true,
      noEmit: true,
      target: 'es2022',
      lib: ['es2023', 'dom'],
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: false,
      ...options,
    },
    include: ['*.ts'],
  };
}

/** The file that `oauth-scopes sync` writes; `type` is the type of what is registered, `null` if nothing is. */
export function registration(
  type: string | null,
  overlays: readonly string[] = ['eslint-plugin-oauth-scopes/uipath'],
  provider = 'uipath',
): string {
  const registered = `  interface Registered {\n    ${provider}: ${type};\n  }\n`;
  const references = overlays.map((overlay) => `/// <reference types="${overlay}" />\n`);
  return `${references.join('')}${type === null ? '' : `declare module 'eslint-plugin-oauth-scopes/types' {\n${registered}}\n`}export {};\n`;
}
