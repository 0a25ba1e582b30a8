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
 * @param {{ runs: number, machine: string, sizes: readonly object[] }} measured
 * @returns {string} Markdown
 */
export function printReport({ runs, machine, sizes }) {
  return [
    `Measured on ${machine}; ${versions()}; medians of ${runs} interleaved runs, ratios are medians of the pairs.\n`,
    '### The compiler\n',
    compilerTable(sizes),
    '\n### Completions after `service.`, following an edit (TypeScript 6 language service)\n',
    table(['call sites', 'SDK alone', 'with the package', 'ratio'], sizes.map(({ callSites, completions: { a, b } }) => [
      count(callSites),
      `${median(a).toFixed(1)} ms`,
      `${median(b).toFixed(1)} ms`,
      medianRatio(a, b).toFixed(2),
    ])),
    '\n### `oauth-scopes check` against `tsc` (TypeScript 6, whole processes)\n',
    table(['call sites', '`tsc`', '`oauth-scopes check`', 'ratio'], sizes.map(({ callSites, check: { a, b } }) => [
      count(callSites),
      `${median(a).toFixed(2)} s`,
      `${median(b).toFixed(2)} s`,
      medianRatio(a, b).toFixed(2),
    ])),
    '',
  ].join('\n');
}

function compilerTable(sizes) {
  const rows = sizes.flatMap(({ callSites, compilers }) => compilers.flatMap(({ name, a, b }) => figures.map(([title, key, print]) => {
    const before = a.map((run) => run[key]);
    const after = b.map((run) => run[key]);
    return [count(callSites), name, title, print(median(before)), print(median(after)), medianRatio(before, after).toFixed(2)];
  })));
  return table(['call sites', 'compiler', 'figure', 'SDK alone', 'with the package', 'ratio'], rows);
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function count(callSites) {
  return callSites.toLocaleString('en');
}

function versions() {
  const versionOf = (name) => JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
  return `TypeScript ${versionOf('typescript')} and ${versionOf('typescript-7')}, @uipath/uipath-typescript ${versionOf('@uipath/uipath-typescript')}`;
}
