// Installs the packed tarball with npm and pnpm in applications outside of the tree, with the compilers and the versions of ESLint that are
// supported, and checks that each finds what is wrong with the example. Needs the registry. Build first.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compareWithExpected,
  copyExample,
  expectedFaults,
  programs,
  readCompilerErrors,
  readFindings,
  readLintResults,
  removeExample,
  run,
} from '../examples/example-application.mjs';
import { projectRoot, runNpm } from './install-package.mjs';

/**
 * Each compiler once, and each pair of the other choices once: ESLint, module resolution, module system of its configuration.
 * TypeScript 7.0 has no programming interface, so that neither typescript-eslint nor the command line can work with it.
 */
const applications = [
  { typescript: '~5.4.5', eslint: '9.38.0', module: 'bundler', config: 'commonjs', manager: 'npm' },
  { typescript: '~5.9.3', eslint: '9.38.0', module: 'nodenext', config: 'module', manager: 'npm' },
  { typescript: '~6.0.3', eslint: '^10.15.0', module: 'bundler', config: 'module', manager: 'npm' },
  { typescript: '~7.0.2', eslint: '^10.15.0', module: 'nodenext', config: 'commonjs', manager: 'npm' },
  { typescript: '~6.0.3', eslint: '^10.15.0', module: 'nodenext', config: 'module', manager: 'pnpm' },
];

const registrationFile = 'src/oauth-scopes.gen.d.ts';
const packed = mkdtempSync(join(tmpdir(), 'oauth-scopes-packed-'));
/** What `sync` wrote in the first application; one that cannot run it has it from a colleague who can. */
let registration;
let failures = 0;
try {
  const tarball = pack();
  for (const application of applications) {
    const start = Date.now();
    const problems = tryApplication(application, tarball);
    const { manager, typescript, eslint, module, config } = application;
    const name = `${manager}, TypeScript ${typescript}, ESLint ${eslint}, ${module}, ${config} configuration`;
    console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${name}  (${Math.round((Date.now() - start) / 1000)} s)`);
    for (const problem of problems) console.log(`        ${problem.replaceAll('\n', '\n        ')}`);
    failures += problems.length === 0 ? 0 : 1;
  }
} finally {
  rmSync(packed, { recursive: true, force: true });
}
console.log(`${applications.length - failures} of ${applications.length} applications passed`);
process.exitCode = failures === 0 ? 0 : 1;

function pack() {
  const [{ filename }] = JSON.parse(runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed], projectRoot));
  return join(packed, filename);
}

/** @returns {string[]} what is not as it should be */
function tryApplication(application, tarball) {
  const directory = copyExample();
  try {
    configure(directory, application, tarball);
    install(directory, application.manager);
    const native = application.typescript.startsWith('~7');
    return [
      ...(native ? trySyncOnNative(directory) : trySync(directory)),
      ...tryCompiler(directory),
      ...(native ? tryLintOfScopeStrings(directory) : tryLint(directory)),
      ...(native ? tryCheckOnNative(directory) : [...tryCheck(directory), ...tryMinimal(directory)]),
    ];
  } finally {
    removeExample(directory);
  }
}

function configure(directory, { typescript, eslint, module, config }, tarball) {
  const native = typescript.startsWith('~7');
  edit(directory, 'package.json', (description) => ({
    ...description,
    devDependencies: {
      '@types/react': description.devDependencies['@types/react'],
      eslint,
      'eslint-plugin-oauth-scopes': `file:${tarball}`,
      typescript,
      ...(native ? {} : { 'typescript-eslint': description.devDependencies['typescript-eslint'] }),
    },
  }));
  edit(directory, 'tsconfig.app.json', ({ compilerOptions, ...rest }) => ({
    ...rest,
    compilerOptions: { ...compilerOptions, ...(module === 'nodenext' ? { module, moduleResolution: module } : {}) },
  }));
  rmSync(join(directory, 'eslint.config.js'));
  writeFileSync(join(directory, config === 'module' ? 'eslint.config.js' : 'eslint.config.cjs'), lintConfiguration(config, native));
}

/** As the README shows it; without typescript-eslint there is no parser for the application's source. */
function lintConfiguration(config, native) {
  const packages = native ? { oauthScopes: 'eslint-plugin-oauth-scopes' } : { tseslint: 'typescript-eslint', oauthScopes: 'eslint-plugin-oauth-scopes' };
  const load = ([name, from]) => (config === 'module' ? `import ${name} from '${from}';` : `const ${name} = require('${from}');`);
  const directory = config === 'module' ? 'import.meta.dirname' : '__dirname';
  const typed = `{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: ${directory} } } },`;
  return [
    ...Object.entries(packages).map(load),
    config === 'module' ? 'export default [' : 'module.exports = [',
    ...(native ? [] : [`  ${typed}`]),
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

function trySync(directory) {
  const problems = expectStatus('oauth-scopes sync', run(directory, programs.oauthScopes, ['sync']), 0);
  if (problems.length > 0) return problems;
  registration ??= readFileSync(join(directory, registrationFile), 'utf8');
  return expectStatus('oauth-scopes sync --check', run(directory, programs.oauthScopes, ['sync', '--check']), 0);
}

function trySyncOnNative(directory) {
  const problems = expectStatus('oauth-scopes sync', run(directory, programs.oauthScopes, ['sync']), 2);
  if (registration !== undefined) writeFileSync(join(directory, registrationFile), registration);
  return problems;
}

function tryCompiler(directory) {
  const compiled = run(directory, programs.tsc, ['-p', 'tsconfig.app.json', '--pretty', 'false']);
  return differences('tsc', compiled, readCompilerErrors(compiled.output), 'tsc');
}

function tryLint(directory) {
  const linted = run(directory, programs.eslint, ['.', '--format', 'json']);
  return differences('eslint', linted, parsed(linted, (results) => readLintResults(directory, results)), 'eslint');
}

/** Without a parser for TypeScript, ESLint still reads the scope string. */
function tryLintOfScopeStrings(directory) {
  const linted = run(directory, programs.eslint, ['uipath.json', '--format', 'json']);
  const found = parsed(linted, (results) => readLintResults(directory, results));
  const { overlooked, surplus } = compareWithExpected(found, 'eslint');
  return [...overlooked.filter((line) => line.startsWith('uipath.json')), ...surplus].map((line) => `eslint uipath.json: ${line}`);
}

function tryCheck(directory) {
  const checked = run(directory, programs.oauthScopes, ['check', '--format', 'json']);
  return [...expectStatus('oauth-scopes check', checked, 1), ...differences('oauth-scopes check', checked, parsed(checked, readFindings), 'check')];
}

function tryCheckOnNative(directory) {
  return expectStatus('oauth-scopes check', run(directory, programs.oauthScopes, ['check']), 2);
}

function tryMinimal(directory) {
  const { output, status, stdout } = run(directory, programs.oauthScopes, ['minimal', '--quiet']);
  const expected = expectedFaults().minimal.join(' ');
  const least = stdout.trim().split(/\s+/).sort().join(' ');
  return status === 0 && least === expected ? [] : [`oauth-scopes minimal: expected ${expected}, got (exit code ${status}) ${output}`];
}

function differences(name, answer, found, tool) {
  const { overlooked, surplus } = compareWithExpected(found, tool);
  const lines = [...overlooked.map((line) => `${name} overlooks ${line}`), ...surplus.map((line) => `${name} reports besides ${line}`)];
  return lines.length > 0 && found.length === 0 ? [`${name} found nothing (exit code ${answer.status}): ${answer.output}`] : lines;
}

function expectStatus(name, { status, output }, expected) {
  return status === expected ? [] : [`${name} ended with ${status}, not ${expected}: ${output}`];
}

/** What a tool that was to print JSON found; nothing when it printed something else. */
function parsed({ stdout }, read) {
  try {
    return read(JSON.parse(stdout));
  } catch {
    return [];
  }
}

function edit(directory, name, change) {
  const file = join(directory, name);
  writeFileSync(file, `${JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`);
}
