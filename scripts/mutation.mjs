// npm run mutation [-- scopes verdict grants]
// Mutation testing, part by part: each is held against its own tests. Takes long, and wants a machine that does nothing else: a
// mutant that no test has noticed after 20 seconds of its tests (MUTATION_SECONDS) counts as one that survives. With MUTATION_SAMPLED=6 every
// sixth is tried. The reports are in coverage/mutation-<part>.json.
import { spawnSync } from 'node:child_process';
import { projectRoot } from './project-root.mjs';

/** Folders of src/, and of the tests that hold them to what they promise. */
const PARTS = ['scopes', 'verdict', 'grants'];

const parts = process.argv.length > 2 ? process.argv.slice(2) : PARTS;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: ${PARTS.join(', ')} are mutated.`);
  process.exit(2);
}
for (const part of parts) {
  const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { MUTATION_SECONDS: '20', ...process.env, MUTATION_PART: part },
  });
  if (status !== 0) {
    process.exitCode = 1;
  }
}
