import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../scripts/install-package.mjs';
import { median, medianRatio } from './statistics.mjs';

const figures = [
  ['total time', 'totalSeconds', (value) => `${value.toFixed(2)} s`],
  ['check time', 'checkSeconds', (value) => `${value.toFixed(2)} s`],
  ['memory', 'memoryMegabytes', (value) => `${value.toFixed(0)} MB`],
  ['instantiations', 'instantiations', (value) => value.toLocaleString('en')],
];

/**
 * The tables of docs/performance.md.
 * @param {{ runs: number, machine: string, sizes: readonly object[], mixed: object }} measured `mixed`: the application of 600 files
 * @returns {string} Markdown
 */
export function printReport({ runs, machine, sizes, mixed }) {
  return [
    `Measured on ${machine}; ${versions()}; medians of ${runs} interleaved runs, ratios are medians of the pairs.\n`,
    '### The compiler\n',
    compilerTable(sizes),
    '\n### Completions after `service.`, following an edit (TypeScript 6 language service)\n',
    table(['application', 'SDK alone', 'with the package', 'ratio'], sizes.map(({ title, completions: { a, b } }) => [
      title,
      `${median(a).toFixed(1)} ms`,
      `${median(b).toFixed(1)} ms`,
      medianRatio(a, b).toFixed(2),
    ])),
    '\n### `oauth-scopes check` against `tsc` (TypeScript 6, whole processes)\n',
    checkTable([...sizes.map(({ title, check }) => [title, check]), ['600 files', mixed.check]]),
    '\n### Analysis in an editor: after an edit of one file, against the first one\n',
    table(['application', 'first', 'after an edit', 'ratio'], [...sizes.map(({ title, edit }) => [title, edit]), ['600 files', mixed.edit]]
      .map(([name, edit]) => {
        const first = edit.map((run) => run.first);
        const after = edit.map((run) => run.after);
        return [name, `${median(first).toFixed(0)} ms`, `${median(after).toFixed(0)} ms`, medianRatio(first, after).toFixed(2)];
      })),
    '\n### ESLint on 600 files: `recommendedTypeChecked` alone, and with all rules of this package\n',
    table(['figure', 'alone', 'with all rules', 'ratio'], processFigures.map(([title, key, print]) => compare(title, key, print, mixed.lint))),
    '',
  ].join('\n');
}

function compilerTable(sizes) {
  const rows = sizes.flatMap(({ title: application, compilers }) => compilers.flatMap(({ name, a, b }) => figures.map(([title, key, print]) => {
    const before = a.map((run) => run[key]);
    const after = b.map((run) => run[key]);
    return [application, name, title, print(median(before)), print(median(after)), medianRatio(before, after).toFixed(2)];
  })));
  return table(['application', 'compiler', 'figure', 'SDK alone', 'with the package', 'ratio'], rows);
}

const processFigures = [
  ['time', 'seconds', (value) => `${value.toFixed(2)} s`],
  ['memory', 'megabytes', (value) => `${value.toFixed(0)} MB`],
];

function checkTable(applications) {
  const rows = applications.flatMap(([name, { cold, warm }]) => [
    ...processFigures.map(([title, key, print]) => [name, ...compare(title, key, print, cold)]),
    [name, ...compare('time with `--cache`, nothing changed', 'seconds', processFigures[0][2], warm)],
  ]);
  return table(['application', 'figure', '`tsc`', '`oauth-scopes check`', 'ratio'], rows);
}

function compare(title, key, print, { a, b }) {
  const [before, after] = [a, b].map((runs) => runs.map((run) => run[key]));
  return [title, print(median(before)), print(median(after)), medianRatio(before, after).toFixed(2)];
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function versions() {
  const versionOf = (name) => JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
  return `TypeScript ${versionOf('typescript')} and ${versionOf('typescript-7')}, @uipath/uipath-typescript ${versionOf('@uipath/uipath-typescript')}, `
    + `purecloud-platform-client-v2 ${versionOf('purecloud-platform-client-v2')}`;
}
