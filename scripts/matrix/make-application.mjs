import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyExample, expectedFaults } from '../../examples/example-application.mjs';
import { runNpm } from '../install-package.mjs';

const versions = {
  typescript: { 5.4: '~5.4.5', 5.9: '~5.9.3', '6.0': '~6.0.3', '7.0': '~7.0.2' },
  eslint: { 9.38: '9.38.0', 10: '^10.15.0' },
};

/** A preview that typescript-eslint's experimental backend takes. */
const tsgo = 'npm:typescript@7.1.0-dev.20261021.1';

/**
 * Makes an application outside of the tree as `applications.mjs` describes it, and installs everything that it asks for.
 * @returns {{ directory: string, expected: { faults: object[], minimal: string[] } }} what is wrong with it stands in `expected`
 */
export function makeApplication(choice, tarball) {
  const { directory, expected } = choice.application === 'Node.js' ? makeNodeApplication(choice) : makeReactApplication(choice);
  const description = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  write(directory, 'package.json', {
    ...description,
    devDependencies: { ...description.devDependencies, ...toolsOf(choice), 'eslint-plugin-oauth-scopes': `file:${tarball}` },
  });
  write(directory, `eslint.config.${{ module: 'mjs', commonjs: 'cjs', typescript: 'mts' }[choice.config]}`, lintConfiguration(choice));
  install(directory, choice.manager);
  return { directory, expected };
}

function toolsOf({ typescript, eslint, config, setup }) {
  const version = versions.typescript[typescript];
  return {
    eslint: versions.eslint[eslint],
    ...(setup === 'alias' ? { typescript: 'npm:@typescript/typescript6@^6.0.2', '@typescript/native': `npm:typescript@${version}` } : { typescript: version }),
    ...(setup === 'beside' ? { '@typescript/typescript6': '^6.0.2' } : {}),
    ...(setup === 'tsgo' ? { '@typescript/native': tsgo } : {}),
    ...(setup === 'oxlint' ? { oxlint: '^1.94.0' } : {}),
    ...(setup === 'alone' || setup === 'beside' ? {} : { 'typescript-eslint': '^8.73.0' }),
    // With it ESLint reads a configuration that is TypeScript, on every version of Node.js.
    ...(config === 'typescript' ? { jiti: '^2.7.0' } : {}),
  };
}

/** The example, and what Vite needs to build it. */
function makeReactApplication({ resolution, skipLibCheck, references }) {
  const directory = copyExample();
  const source = join(import.meta.dirname, 'react-application');
  cpSync(join(source, 'index.html'), join(directory, 'index.html'));
  cpSync(join(source, 'vite.config.ts'), join(directory, 'vite.config.ts'));
  cpSync(join(source, 'main.tsx'), join(directory, 'src/main.tsx'));
  rmSync(join(directory, 'eslint.config.js'));
  edit(directory, 'package.json', ({ dependencies, ...description }) => ({
    ...description,
    dependencies: { ...dependencies, 'react-dom': dependencies.react },
    devDependencies: { '@types/react': '^19.0.0', '@types/react-dom': '^19.0.0', '@vitejs/plugin-react': '^6.0.2', vite: '^8.3.8' },
  }));
  edit(directory, 'tsconfig.app.json', ({ compilerOptions, ...rest }) => ({
    ...rest,
    compilerOptions: { ...compilerOptions, ...modulesOf(resolution), skipLibCheck: skipLibCheck === 'on' },
  }));
  if (references === 'yes') {
    edit(directory, 'tsconfig.json', ({ references: apps, ...rest }) => ({ ...rest, references: [...apps, { path: './tsconfig.node.json' }] }));
    write(directory, 'tsconfig.node.json', {
      compilerOptions: { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [], strict: true, skipLibCheck: true, noEmit: true },
      include: ['vite.config.ts'],
    });
  } else {
    renameSync(join(directory, 'tsconfig.app.json'), join(directory, 'tsconfig.json'));
  }
  return { directory, expected: expectedFaults() };
}

function makeNodeApplication({ resolution, skipLibCheck, references }) {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'oauth-scopes-example-')));
  const source = join(import.meta.dirname, 'node-application');
  cpSync(source, directory, { recursive: true, filter: (path) => !path.endsWith('expected.json') });
  write(directory, 'package.json', {
    name: 'task-desk',
    private: true,
    type: resolution === 'node10' ? 'commonjs' : 'module',
    dependencies: { '@uipath/uipath-typescript': '^1.3.8' },
    devDependencies: { '@types/node': '^20.19.0' },
  });
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    ...modulesOf(resolution),
    types: ['node'],
    strict: true,
    skipLibCheck: skipLibCheck === 'on',
    rootDir: 'src',
    outDir: 'out',
  };
  if (references === 'yes') {
    write(directory, 'tsconfig.base.json', { compilerOptions: { ...compilerOptions, composite: true } });
    write(directory, 'tsconfig.json', { files: [], references: [{ path: './src/core' }, { path: './src/desk' }] });
    for (const [name, others] of Object.entries({ core: [], desk: [{ path: '../core' }] })) {
      const tsBuildInfoFile = `../../out/${name}.tsbuildinfo`;
      write(directory, `src/${name}/tsconfig.json`, { extends: '../../tsconfig.base.json', compilerOptions: { tsBuildInfoFile }, include: ['.'], references: others });
    }
  } else {
    write(directory, 'tsconfig.json', { compilerOptions, include: ['src'] });
  }
  return { directory, expected: JSON.parse(readFileSync(join(source, 'expected.json'), 'utf8')) };
}

function modulesOf(resolution) {
  return {
    nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
    bundler: { module: 'esnext', moduleResolution: 'bundler' },
    node10: { module: 'commonjs', moduleResolution: 'node10' },
  }[resolution];
}

/** As the README shows it; without typescript-eslint there is no parser for the application's source. */
function lintConfiguration({ config, setup }) {
  const hasParser = setup !== 'alone' && setup !== 'beside';
  const isModule = config !== 'commonjs';
  const load = (name, from) => (isModule ? `import ${name} from '${from}';` : `const ${name} = require('${from}');`);
  const directory = isModule ? 'import.meta.dirname' : '__dirname';
  const service = "process.env.BACKEND === 'tsgo' ? { EXPERIMENTAL_backend: 'tsgo' } : true";
  const typed = `{ files: ['src/**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: ${service}, tsconfigRootDir: ${directory} } } },`;
  return [
    load('oauthScopes', 'eslint-plugin-oauth-scopes'),
    ...(hasParser ? [load('tseslint', 'typescript-eslint')] : []),
    isModule ? 'export default [' : 'module.exports = [',
    "  { ignores: ['out/', 'dist/'] },",
    ...(hasParser ? [`  ${typed}`] : []),
    '  ...oauthScopes.configs.recommended,',
    '];',
    '',
  ].join('\n');
}

function install(directory, manager) {
  // What one application fetched, the next one need not ask for.
  const options = ['--loglevel=error', '--prefer-offline'];
  if (manager === 'npm') {
    runNpm(['install', '--no-audit', '--no-fund', ...options], directory);
  } else {
    runNpm(['exec', '--yes', '--package=pnpm@10', '--', 'pnpm', 'install', ...options], directory);
  }
}

function edit(directory, name, change) {
  write(directory, name, change(JSON.parse(readFileSync(join(directory, name), 'utf8'))));
}

function write(directory, name, content) {
  const file = join(directory, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
}
