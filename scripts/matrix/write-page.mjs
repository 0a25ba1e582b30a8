// Writes the tables of docs/compatibility.md; with `--check` nothing, and ends with 1 when they are not those of applications.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { applications, choices, impossible, pairsOfChoices } from './applications.mjs';

const file = join(projectRoot, 'docs/compatibility.md');
const begin = '<!-- begin auto-generated matrix -->';
const end = '<!-- end auto-generated matrix -->';
const titles = { typescript: 'TypeScript', eslint: 'ESLint', manager: 'manager', application: 'application', resolution: 'resolution', config: 'configuration', skipLibCheck: '`skipLibCheck`', references: 'references' };

const old = readFileSync(file, 'utf8');
const [head = ''] = old.split(begin, 1);
const text = `${head}${begin}\n\n${tables()}\n${end}${old.slice(old.indexOf(end) + end.length)}`;
if (process.argv.includes('--check')) {
  if (text !== old) {
    console.error('docs/compatibility.md is not what scripts/matrix/applications.mjs says; run npm run docs');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}

function tables() {
  const pairs = pairsOfChoices();
  const possible = pairs.filter(({ why }) => why === undefined);
  const rows = applications.map((one, index) => [index + 1, ...Object.keys(choices).map((name) => one[name]), one.setup]);
  const names = Object.keys(choices);
  const counted = names.map((name, row) => [
    titles[name],
    ...names.map((other, column) => (column <= row ? '' : coverage(possible, name, other))),
  ]);
  return [
    table(['', ...names.map((name) => titles[name]), 'besides'], rows),
    `Pairs of choices that stand together in one of them, of those that are possible: ${possible.filter(({ applications: having }) => having.length > 0).length} of ${possible.length}.`,
    table(['', ...names.map((name) => titles[name])], counted),
    ['Not possible:', ...impossible.map(({ first, second, why }) => `- ${first[1]} with ${second[1]}: ${why}.`)].join('\n'),
    '',
  ].join('\n\n');
}

function coverage(possible, name, other) {
  const pairs = possible.filter(({ first, second }) => first[0] === name && second[0] === other);
  return `${pairs.filter(({ applications: having }) => having.length > 0).length} of ${pairs.length}`;
}

function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
