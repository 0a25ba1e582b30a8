// Checks the example with the compiler, ESLint and the command line, shows what each finds, and ends with 1 if that is not exactly what is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ESLint } from 'eslint';
import {
  compareWithExpected,
  expectedFaults,
  makeExample,
  programs,
  readCompilerErrors,
  readFindings,
  readLintResults,
  removeExample,
  run,
} from './example-application.mjs';

const directory = makeExample();
try {
  process.exitCode = await demonstrate();
} finally {
  removeExample(directory);
}

async function demonstrate() {
  const { faults, minimal } = expectedFaults();
  introduce(faults.length);

  const before = run(directory, programs.tsc, ['-p', 'tsconfig.app.json']);
  show('npx tsc -p tsconfig.app.json', 'Before: the compiler has nothing to say about scopes.', before.output);

  const sync = run(directory, programs.oauthScopes, ['sync']);
  show('npx oauth-scopes sync', 'One small file registers the scopes that uipath.json declares. No source file changes.', sync.output);

  const tsc = run(directory, programs.tsc, ['-p', 'tsconfig.app.json', '--pretty', 'false']);
  show('npx tsc -p tsconfig.app.json', 'Now each call that the declared scopes do not cover is a compile error.', tsc.output);

  const tsc7 = run(directory, programs.tsc7, ['-p', 'tsconfig.app.json', '--pretty', 'false']);
  show(`npx tsc -p tsconfig.app.json   # TypeScript ${versionOf('typescript-7')}`, 'The native compiler says the same.', tsc7.output);

  const lint = run(directory, programs.eslint, ['.', '--format', 'json']);
  const lintResults = parse(lint);
  show('npx eslint .', 'ESLint reads the scope strings as well.', await formatLintResults(lintResults));

  const check = run(directory, programs.oauthScopes, ['check']);
  show('npx oauth-scopes check', 'The command line sees the whole application, .env included.', check.output);

  const least = run(directory, programs.oauthScopes, ['minimal']);
  show('npx oauth-scopes minimal', 'And this is what the application needs.', least.output);

  const found = {
    before: readCompilerErrors(before.output),
    tsc: readCompilerErrors(tsc.output),
    tsc7: readCompilerErrors(tsc7.output),
    eslint: readLintResults(directory, lintResults),
    check: readFindings(parse(run(directory, programs.oauthScopes, ['check', '--format', 'json']))),
    minimal: firstLine(least.stdout).split(' ').sort(),
  };
  const ended = { 'tsc, before': before, sync, tsc, 'tsc 7': tsc7, eslint: lint, check, minimal: least };
  const findsNothing = ['tsc, before', 'sync', 'minimal'];
  const differences = [
    ...found.before.map(({ place, message }) => `tsc, before: ${place} ${message}`),
    ...differencesOf('tsc', found.tsc, 'tsc'),
    ...differencesOf('tsc 7', found.tsc7, 'tsc'),
    ...differencesOf('eslint', found.eslint, 'eslint'),
    ...differencesOf('check', found.check, 'check'),
    // A pipeline goes by the exit codes.
    ...Object.entries(ended).flatMap(([name, { status }]) => ((status === 0) === findsNothing.includes(name) ? [] : [`${name} ends with ${status}`])),
    ...(found.minimal.join(' ') === minimal.join(' ') ? [] : [`minimal: expected ${minimal.join(' ')}, and got ${found.minimal.join(' ')}`]),
  ];
  conclude(faults, differences);
  return differences.length === 0 ? 0 : 1;
}

function differencesOf(name, found, tool) {
  const { overlooked, surplus } = compareWithExpected(found, tool);
  return [...overlooked.map((line) => `${name} overlooks ${line}`), ...surplus.map((line) => `${name} reports besides ${line}`)];
}

async function formatLintResults(results) {
  const formatter = await new ESLint({ cwd: directory }).loadFormatter('stylish');
  return formatter.format(results);
}

function introduce(count) {
  write(style('bold', `An application for UiPath with ${count} faults in its OAuth scopes, examples/uipath-coded-app`));
  const { scope } = JSON.parse(readFileSync(join(directory, 'uipath.json'), 'utf8'));
  write(`Its uipath.json asks for:\n  ${scope}`);
}

function show(command, remark, output) {
  write(`\n${style('cyan', `$ ${command}`)}\n${style('dim', `# ${remark}`)}`);
  const text = output.replaceAll(directory, '.').trim();
  write(text === '' ? style('dim', '(nothing)') : text);
}

function conclude(faults, differences) {
  write(`\n${style('bold', 'What found what')}`);
  const width = Math.max(...faults.map(({ scope }) => scope.length));
  for (const { kind, scope, foundBy } of faults) {
    const marks = ['tsc', 'eslint', 'check'].map((tool) => (foundBy[tool] === undefined ? '·' : tool).padEnd(7)).join('');
    write(`  ${marks} ${kind.padEnd(10)} ${scope.padEnd(width)} ${foundBy.tsc ?? foundBy.check}`);
  }
  write('');
  if (differences.length === 0) {
    write(style('green', `All ${faults.length} faults were found, each by every tool that can see it, and nothing else.`));
  } else {
    write(style('red', `Not what was expected:\n${differences.map((line) => `  ${line}`).join('\n')}`));
  }
}

function write(text) {
  console.log(text);
}

function parse({ stdout, output }) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`printed no JSON:\n${output}`);
  }
}

function style(format, text) {
  return process.stdout.isTTY ? styleText(format, text) : text;
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(directory, 'node_modules', name, 'package.json'), 'utf8')).version;
}

function firstLine(text) {
  return text.split('\n', 1)[0].trim();
}
