// Installs the packed tarball in applications outside of the tree, which between them have every pair of what they may choose, and checks that
// each tool finds there what is wrong with them, and nothing else. Needs the registry. Build first.
//   node scripts/matrix.mjs            all of them
//   node scripts/matrix.mjs 3 7        those of these numbers
//   KEEP=1 node scripts/matrix.mjs 3   leaves the application, and says where it is
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from './install-package.mjs';
import { projectRoot } from './project-root.mjs';
import { applications, choices, pairsOfChoices } from './matrix/applications.mjs';

const start = promisify(execFile);
const named = process.argv.slice(2).map(Number);
const numbers = applications.map((_, index) => index + 1).filter((number) => named.length === 0 || named.includes(number));
const packed = mkdtempSync(join(tmpdir(), 'oauth-scopes-packed-'));
const passed = new Set();
try {
  const [{ filename }] = JSON.parse(runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed], projectRoot));
  const waiting = [...numbers];
  // An application waits for the registry as often as for the processor.
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      await tryOne(number, join(packed, filename));
    }
  }));
} finally {
  rmSync(packed, { recursive: true, force: true });
}
conclude();

async function tryOne(number, tarball) {
  const begin = Date.now();
  const problems = await problemsOf(number, tarball);
  if (problems.length === 0) passed.add(number);
  const name = [...Object.keys(choices).map((key) => applications[number - 1][key]), applications[number - 1].setup].filter(Boolean).join(', ');
  console.log(`${problems.length === 0 ? 'passed' : 'FAILED'}  ${String(number).padStart(2)}  ${name}  (${Math.round((Date.now() - begin) / 1000)} s)`);
  for (const problem of problems) console.log(`        ${problem.replaceAll('\n', '\n        ')}`);
}

/** @returns {Promise<string[]>} */
async function problemsOf(number, tarball) {
  const script = join(import.meta.dirname, 'matrix/try-application.mjs');
  try {
    const { stdout, stderr } = await start(process.execPath, [script, String(number), tarball], { maxBuffer: 2 ** 26 });
    if (process.env.KEEP !== undefined) console.log(stderr.trim());
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
  } catch (error) {
    return [`${error.message}\n${error.stderr ?? ''}`];
  }
}

function conclude() {
  const possible = pairsOfChoices().filter(({ why }) => why === undefined);
  const covered = possible.filter(({ applications: having }) => having.some((number) => passed.has(number)));
  const missing = possible.filter((pair) => !covered.includes(pair));
  if (named.length === 0 && missing.length > 0) {
    console.log(`Pairs that no application passed with:\n${missing.map(({ first, second }) => `  ${first.join(' ')}, ${second.join(' ')}`).join('\n')}`);
  }
  console.log(`${passed.size} of ${numbers.length} applications passed; they have ${covered.length} of the ${possible.length} pairs of choices that are possible`);
  process.exitCode = passed.size === numbers.length ? 0 : 1;
}
