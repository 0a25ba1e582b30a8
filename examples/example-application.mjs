import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage } from '../scripts/install-package.mjs';

const source = fileURLToPath(new URL('uipath-coded-app', import.meta.url));

/**
 * @typedef {object} Found
 * @property {string} place `src/hooks/useJobs.ts:21`
 * @property {string} kind as in the findings of the command line; `other` for what is none of ours
 * @property {string} message
 *
 * @typedef {object} Answer
 * @property {number | null} status exit code
 * @property {string} stdout
 * @property {string} output standard output and standard error
 */

/** What the example is known to have wrong with it, as it was written down by hand. */
export function expectedFaults() {
  return JSON.parse(readFileSync(join(source, 'expected.json'), 'utf8'));
}

/**
 * Copies the example to a new directory outside of the project.
 * @returns {string} the directory; `removeExample` takes it away
 */
export function copyExample() {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'oauth-scopes-example-')));
  const left = new Set(['node_modules', 'expected.json', 'README.md']);
  cpSync(source, directory, { recursive: true, filter: (path) => !left.has(relative(source, path)) });
  return directory;
}

/** The same, with this package and all that it needs installed, without a network. */
export function makeExample() {
  const directory = copyExample();
  installPackage(directory, {
    copy: ['@uipath/uipath-typescript'],
    link: {
      '@types/react': '@types/react',
      eslint: 'eslint',
      typescript: 'typescript',
      'typescript-7': 'typescript-7',
      'typescript-eslint': 'typescript-eslint',
    },
  });
  return directory;
}

export function removeExample(directory) {
  rmSync(directory, { recursive: true, force: true });
}

/**
 * Runs a program of an installed package in the application.
 * @returns {Answer}
 */
export function run(directory, program, args, environment = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(directory, 'node_modules', program), ...args], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  return { status, stdout, output: stdout + stderr };
}

export const programs = {
  oauthScopes: 'eslint-plugin-oauth-scopes/dist/src/cli/main.js',
  eslint: 'eslint/bin/eslint.js',
  tsc: 'typescript/bin/tsc',
  tsc7: 'typescript-7/bin/tsc',
};

/** @returns {Found[]} */
export function readCompilerErrors(output) {
  return [...output.matchAll(/^(.+?)\((\d+),\d+\): error (TS\d+: .*(?:\n .*)*)/gm)].map(([, file, line, message]) => ({
    place: `${file}:${line}`,
    kind: message.includes('MissingScope<') ? 'missing' : 'other',
    message,
  }));
}

/** @returns {Found[]} */
export function readLintResults(directory, results) {
  return results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => ({
    place: `${relative(directory, filePath).replaceAll(sep, '/')}:${line}`,
    kind: kindOfRule(ruleId ?? ''),
    message,
  })));
}

function kindOfRule(rule) {
  return { 'oauth-scopes/prefer-narrow-scope': 'narrow', 'oauth-scopes/consistent-scopes': 'conflict' }[rule]
    ?? /^oauth-scopes\/no-(\w+)-scope$/.exec(rule)?.[1] ?? 'other';
}

/** @returns {Found[]} */
export function readFindings(report) {
  return report.applications.flatMap(({ findings }) => findings.map(({ file, line, kind, message }) => ({ place: `${file}:${line}`, kind, message })));
}

/**
 * Holds what a tool found against what it should find.
 * @param {readonly Found[]} found
 * @param {'tsc' | 'eslint' | 'check'} tool
 * @param {readonly object[]} faults those of the example unless told
 * @returns {{ overlooked: string[], surplus: string[] }} one line each; both empty when the tool found exactly what is there
 */
export function compareWithExpected(found, tool, faults = expectedFaults().faults) {
  const left = [...found];
  const overlooked = [];
  for (const { kind, scope, foundBy } of faults) {
    const place = foundBy[tool];
    if (place === undefined) continue;
    const index = left.findIndex((candidate) => candidate.place === place && candidate.kind === kind && candidate.message.includes(scope));
    if (index === -1) overlooked.push(`${place} ${kind} ${scope}`);
    else left.splice(index, 1);
  }
  return { overlooked, surplus: left.map(({ place, kind, message }) => `${place} ${kind} ${message}`) };
}
