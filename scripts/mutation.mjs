// npm run mutation [-- scopes verdict grants]
// Mutation testing, part by part: each is held against its own tests and no others, so that a mutant costs seconds. Takes hours in all,
// and wants a machine that does nothing else: a mutant that is slow is counted as one that hangs.
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders of test/ that hold a part to what it promises. */
const TESTS = { scopes: ['scopes'], verdict: ['verdict', 'cases'], grants: ['grants'] };

const directory = fileURLToPath(new URL('..', import.meta.url));
const parts = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TESTS);
const unknown = parts.filter((part) => !Object.hasOwn(TESTS, part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${Object.keys(TESTS).join(', ')} are mutated.`);
  process.exit(2);
}
for (const part of parts) {
  const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', `src/${part}/**/*.ts`], {
    cwd: directory,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: TESTS[part].join(',') },
  });
  if (status !== 0) {
    process.exitCode = 1;
  }
  copyFileSync(`${directory}coverage/mutation.json`, `${directory}coverage/mutation-${part}.json`);
}
