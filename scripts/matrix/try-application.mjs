// One row of the matrix, in a process of its own: `node try-application.mjs <number> <tarball>`. Prints what is not as it should be, as JSON.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithExpected, programs, readCompilerErrors, readFindings, readLintResults, removeExample, run } from '../../examples/example-application.mjs';
import { projectRoot } from '../project-root.mjs';
import { applications } from './applications.mjs';
import { makeApplication } from './make-application.mjs';

const [number = '', tarball = ''] = process.argv.slice(2);
const choice = applications[Number(number) - 1];
const isReact = choice.application === 'Vite + React';
const { directory, expected } = makeApplication(choice, tarball);
try {
  process.stdout.write(JSON.stringify(tryAll()));
} finally {
  if (process.env.KEEP === undefined) removeExample(directory);
  else console.error(`${number}: ${directory}`);
}

/** @returns {string[]} */
function tryAll() {
  return [
    ...compile().map(({ place, message }) => `tsc, before anything is registered: ${place} ${message}`),
    ...(choice.setup === 'alone' ? registerByHand() : register()),
    ...differences('tsc', compile(), 'tsc'),
    ...(isReact ? expectStatus('vite build', run(directory, 'vite/bin/vite.js', ['build']), 0) : []),
    ...tryOutput(),
    ...(choice.setup === 'alone' || choice.setup === 'beside' ? tryLintOfScopeStrings() : tryLint('eslint')),
    ...(choice.setup === 'tsgo' ? tryLint('eslint on tsgo', { BACKEND: 'tsgo' }) : []),
    ...(choice.setup === 'oxlint' ? tryOxlint() : []),
    ...(choice.setup === 'alone' ? expectStatus('oauth-scopes check', run(directory, programs.oauthScopes, ['check']), 2) : [...tryCheck(), ...tryMinimal()]),
  ];
}

function compile() {
  const program = choice.setup === 'alias' ? '@typescript/native/bin/tsc' : programs.tsc;
  const words = choice.references === 'yes' ? ['-b', '--pretty', 'false'] : ['-p', '.', '--pretty', 'false'];
  // Version 6 wants to be told that it is known what version 7 has taken away; older ones do not know the option's value.
  const deprecations = choice.resolution === 'node10' && choice.typescript === '6.0' ? { ignoreDeprecations: '6.0' } : undefined;
  if (deprecations !== undefined) addCompilerOptions(deprecations);
  const { output, status } = run(directory, program, words);
  const errors = readCompilerErrors(output);
  return status !== 0 && errors.length === 0 ? [{ place: '', kind: 'other', message: output }] : errors.filter(({ place }) => isOurs(place));
}

/** Without `skipLibCheck` the compiler reports what is wrong with the declarations of other packages: of the SDK, for instance. */
function isOurs(place) {
  const owner = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place)?.[1];
  return owner === undefined || owner === 'eslint-plugin-oauth-scopes';
}

function addCompilerOptions(options) {
  const file = join(directory, choice.references === 'yes' ? 'tsconfig.base.json' : 'tsconfig.json');
  const { compilerOptions, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...rest, compilerOptions: { ...compilerOptions, ...options } }));
}

function register() {
  return [
    ...expectStatus('oauth-scopes sync', run(directory, programs.oauthScopes, ['sync']), 0),
    ...expectStatus('oauth-scopes sync --check', run(directory, programs.oauthScopes, ['sync', '--check']), 0),
  ];
}

/** What the command writes where it can run, for instance in CI, is committed. */
function registerByHand() {
  const refused = expectStatus('oauth-scopes sync', run(directory, programs.oauthScopes, ['sync']), 2);
  writeFileSync(join(directory, 'src/oauth-scopes.gen.d.ts'), `/// <reference types="eslint-plugin-oauth-scopes/uipath" />

declare module 'eslint-plugin-oauth-scopes/types' {
  interface Registered {
    uipath: 'OR.Assets OR.Machines.Read OR.Tasks.Read';
  }
}

export {};
`);
  return refused;
}

/** Nothing of the package may reach what is run. */
function tryOutput() {
  const output = join(directory, isReact ? 'dist' : 'out');
  const files = existsSync(output) ? readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')) : [];
  const mentions = files.filter((name) => readFileSync(join(output, name), 'utf8').includes('oauth-scopes'));
  return files.length === 0 ? ['the build wrote no JavaScript'] : mentions.map((name) => `${name} has something of the package in it`);
}

/** @returns {string[]} */
function tryLint(name, environment = {}) {
  const linted = run(directory, programs.eslint, ['.', '--format', 'json'], environment);
  // The rules do not call a scope too much where other projects are built on the one that is linted.
  const isComposite = choice.references === 'yes' && !isReact;
  const faults = expected.faults.filter(({ kind }) => !isComposite || (kind !== 'unused' && kind !== 'narrow'));
  return differences(name, parsed(linted, (results) => readLintResults(directory, results)), 'eslint', faults);
}

/** Without a parser for TypeScript, ESLint still reads the scope string. */
function tryLintOfScopeStrings() {
  const linted = run(directory, programs.eslint, ['uipath.json', '--format', 'json']);
  const faults = expected.faults.filter(({ foundBy }) => foundBy.eslint?.startsWith('uipath.json') === true);
  return differences('eslint uipath.json', parsed(linted, (results) => readLintResults(directory, results)), 'eslint', faults);
}

/** On code that has something for each rule that works without types and a policy. */
function tryOxlint() {
  const scopes = ['OR.Jobs, OR.Machine', 'OR.Queues OR.Queues'];
  mkdirSync(join(directory, 'oxlint'));
  scopes.forEach((scope, index) => writeFileSync(
    join(directory, `oxlint/client${index}.ts`),
    `import { UiPath } from '@uipath/uipath-typescript';\nexport const sdk = new UiPath({ scope: '${scope}' });\n`,
  ));
  // As the README shows it, and some of the rules that can report nothing there.
  const blocks = readFileSync(join(projectRoot, 'README.md'), 'utf8').matchAll(/^```json\n([\s\S]*?)^```$/gm);
  const [shown] = [...blocks].map(([, text]) => JSON.parse(text)).filter(({ jsPlugins }) => jsPlugins !== undefined);
  const others = Object.fromEntries(['no-missing-scope', 'no-unused-scope', 'valid-manifest'].map((name) => [`oauth-scopes/${name}`, 'error']));
  const config = { ...shown, categories: { correctness: 'off' }, rules: { ...shown.rules, ...others } };
  writeFileSync(join(directory, '.oxlintrc.json'), JSON.stringify(config));
  const { stdout, output } = run(directory, 'oxlint/bin/oxlint', ['oxlint', '--format', 'json']);
  const found = parsed({ stdout, output }, ({ diagnostics }) => diagnostics.map(({ code }) => code).sort().join());
  const wanted = ['no-duplicate-scope', 'no-malformed-scope', 'no-unknown-scope'].map((name) => `oauth-scopes(${name})`).join();
  const told = output.split('no-missing-scope, no-unused-scope, valid-manifest report nothing').length - 1;
  return [
    ...(found === wanted ? [] : [`oxlint: expected ${wanted}, got ${output}`]),
    ...(told === 1 ? [] : [`oxlint: said ${told} times which rules report nothing: ${output}`]),
  ];
}

function tryCheck() {
  const checked = run(directory, programs.oauthScopes, ['check', '--format', 'json']);
  return [...expectStatus('oauth-scopes check', checked, 1), ...differences('oauth-scopes check', parsed(checked, readFindings), 'check')];
}

function tryMinimal() {
  const { output, status, stdout } = run(directory, programs.oauthScopes, ['minimal', '--quiet']);
  const least = stdout.trim().split(/\s+/).sort().join(' ');
  return status === 0 && least === expected.minimal.join(' ') ? [] : [`oauth-scopes minimal: expected ${expected.minimal.join(' ')}, got (exit code ${status}) ${output}`];
}

function differences(name, found, tool, faults = expected.faults) {
  const { overlooked, surplus } = compareWithExpected(found, tool, faults);
  return [...overlooked.map((line) => `${name} overlooks ${line}`), ...surplus.map((line) => `${name} reports besides ${line}`)];
}

function expectStatus(name, { status, output }, wanted) {
  return status === wanted ? [] : [`${name} ended with ${status}, not ${wanted}: ${output}`];
}

/** What a tool that was to print JSON found; what it printed instead, as one finding. */
function parsed({ stdout, output }, read) {
  try {
    return read(JSON.parse(stdout));
  } catch {
    return [{ place: '', kind: 'other', message: output }];
  }
}
