import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage } from '../scripts/install-package.mjs';
import { projectRoot } from '../scripts/project-root.mjs';
import { runNode } from './run-node.mjs';
import { applicationFiles } from './application-files.mjs';
import { genesysSdk } from './genesys-functions.mjs';
import { generatePlainFiles } from './generate-plain-files.mjs';

const workDirectory = fileURLToPath(new URL('.work', import.meta.url));

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

/** Path of the command line in an application. */
export const commandLine = 'node_modules/eslint-plugin-oauth-scopes/dist/src/cli/main.js';

/** What differs between the applications of two providers. */
const providers = {
  uipath: {
    sdk: '@uipath/uipath-typescript',
    declaration: (scopes) => ['uipath.json', { scope: scopes.join(' ') }],
  },
  genesys: {
    sdk: genesysSdk,
    declaration: (scopes) => ['oauth-scopes.json', { applications: [{ name: 'bench', provider: 'genesys', scopes }] }],
  },
};

/**
 * Writes an application of the given size twice: as it is, and with this package adopted by `oauth-scopes sync`. It declares the scopes that
 * it needs, so that everything in it compiles.
 *
 * @param {number} callSites
 * @param {keyof typeof providers} [provider]
 * @returns {{ raw: string, overlay: string }} the two directories
 */
export function makeApplications(callSites, provider = 'uipath') {
  const files = applicationFiles(provider, callSites);
  const [raw, overlay] = ['raw', 'overlay'].map((variant) => {
    const directory = join(workDirectory, `${provider}-${callSites}-${variant}`);
    writeApplication(directory, files, provider);
    return directory;
  });
  declareLeast(overlay, provider);
  return { raw, overlay };
}

/**
 * Writes an application of which a tenth of the files call the SDK, with ten call sites each, adopted, with two configurations of ESLint: what
 * typescript-eslint recommends for typed code (`eslint.peer.config.js`), and the same with all rules of this package (`eslint.config.js`).
 *
 * @param {number} count of files, at least 10
 * @returns {string} the directory
 */
export function makeMixedApplication(count) {
  const directory = join(workDirectory, `mixed-${count}`);
  const calling = applicationFiles('uipath', Math.floor(count / 10) * 10);
  const configuration = [
    ['eslint.peer.config.js', eslintConfig([])],
    ['eslint.config.js', eslintConfig(['strict'])],
    ['knip.json', JSON.stringify({ entry: ['src/client.ts', 'src/feature-*.ts'], project: ['src/**/*.ts'] })],
  ];
  writeApplication(directory, [...calling, ...generatePlainFiles(count - calling.size), ...configuration], 'uipath');
  declareLeast(directory, 'uipath');
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

function writeApplication(directory, files, provider) {
  const { sdk } = providers[provider];
  rmSync(directory, { recursive: true, force: true });
  const configuration = [
    ['package.json', JSON.stringify({ name: `bench-${basename(directory)}`, private: true, type: 'module' })],
    ['package-lock.json', '{}'],
    ['tsconfig.json', JSON.stringify(tsconfig)],
  ];
  for (const [path, text] of [...configuration, ...files]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  installPackage(directory, {
    copy: [sdk],
    link: Object.fromEntries(['typescript', 'typescript-7', 'eslint', 'typescript-eslint', 'knip'].map((name) => [name, name])),
  });
}

/** With all scopes nothing is missing, and then with those that are needed. */
function declareLeast(directory, provider) {
  declare(directory, provider, everyScope(provider));
  declare(directory, provider, runCommand(directory, ['minimal', '--quiet']).split('\n')[0].split(' '));
}

function declare(directory, provider, scopes) {
  const [name, content] = providers[provider].declaration(scopes);
  writeFileSync(join(directory, name), JSON.stringify(content));
  runCommand(directory, ['sync']);
}

function runCommand(directory, words) {
  const { status, output } = runNode(directory, [commandLine, ...words]);
  if (status !== 0) throw new Error(`oauth-scopes ${words.join(' ')} failed:\n${output}`);
  return output;
}

function everyScope(provider) {
  const { scopes } = JSON.parse(readFileSync(join(projectRoot, `src/catalogs/data/${provider}.json`), 'utf8'));
  return scopes.filter((scope) => !scope.roleWildcard).map((scope) => scope.name);
}
