import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage, projectRoot } from '../scripts/install-package.mjs';
import { runNode } from './run-node.mjs';
import { generateApplication } from './generate-application.mjs';
import { generatePlainFiles } from './generate-plain-files.mjs';

const workDirectory = fileURLToPath(new URL('.work', import.meta.url));
const seed = 20261101;

const tsconfig = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['src'],
};

const show = 'export function show(value: unknown): void {\n  console.log(value);\n}\n';

/** Path of the command line in an application. */
export const commandLine = 'node_modules/eslint-plugin-oauth-scopes/dist/src/cli/main.js';

/**
 * Writes an application of the given size twice: as it is, and with this package adopted by `oauth-scopes sync`. It declares the scopes that
 * it needs, so that everything in it compiles.
 *
 * @param {number} callSites
 * @returns {{ raw: string, overlay: string }} the two directories
 */
export function makeApplications(callSites) {
  const files = generateApplication({ callSites, seed });
  const [raw, overlay] = ['raw', 'overlay'].map((variant) => {
    const directory = join(workDirectory, `${callSites}-${variant}`);
    writeApplication(directory, files);
    return directory;
  });
  declare(overlay, everyScope());
  declare(overlay, runCommand(overlay, ['minimal', '--quiet']).trim());
  return { raw, overlay };
}

/**
 * Writes an application of 600 files, of which 60 call the SDK (600 call sites), adopted, with two configurations of ESLint: what
 * typescript-eslint recommends for typed code (`eslint.peer.config.js`), and the same with all rules of this package (`eslint.config.js`).
 *
 * @returns {string} the directory
 */
export function makeLintApplication() {
  const directory = join(workDirectory, 'lint');
  const callSites = 600;
  const files = [...generateApplication({ callSites, seed }), ...generatePlainFiles(600 - callSites / 10 - 2)];
  writeApplication(directory, [...files, ['eslint.peer.config.js', eslintConfig([])], ['eslint.config.js', eslintConfig(['strict'])]]);
  declare(directory, everyScope());
  declare(directory, runCommand(directory, ['minimal', '--quiet']).trim());
  return directory;
}

function eslintConfig(configs) {
  return [
    "import tseslint from 'typescript-eslint';",
    ...configs.map(() => "import oauthScopes from 'eslint-plugin-oauth-scopes';"),
    'export default [',
    '  ...tseslint.configs.recommendedTypeChecked,',
    '  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },',
    ...configs.map((name) => `  ...oauthScopes.configs.${name},`),
    '];',
    '',
  ].join('\n');
}

function writeApplication(directory, files) {
  rmSync(directory, { recursive: true, force: true });
  const configuration = [
    ['package.json', JSON.stringify({ name: `bench-${basename(directory)}`, private: true, type: 'module' })],
    ['package-lock.json', '{}'],
    ['tsconfig.json', JSON.stringify(tsconfig)],
    ['src/show.ts', show],
    ['src/client.ts', "import { UiPath } from '@uipath/uipath-typescript';\n\nexport const sdk = new UiPath();\n"],
  ];
  for (const [path, text] of [...configuration, ...files]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  installPackage(directory, {
    copy: ['@uipath/uipath-typescript'],
    link: { typescript: 'typescript', 'typescript-7': 'typescript-7', eslint: 'eslint', 'typescript-eslint': 'typescript-eslint' },
  });
}

function declare(directory, scope) {
  writeFileSync(join(directory, 'uipath.json'), JSON.stringify({ scope }));
  runCommand(directory, ['sync']);
}

function runCommand(directory, words) {
  const { status, output } = runNode(directory, [commandLine, ...words]);
  if (status !== 0) throw new Error(`oauth-scopes ${words.join(' ')} failed:\n${output}`);
  return output;
}

function everyScope() {
  const { scopes } = JSON.parse(readFileSync(join(projectRoot, 'src/catalogs/data/uipath.json'), 'utf8'));
  return scopes.filter((scope) => !scope.roleWildcard).map((scope) => scope.name).join(' ');
}
