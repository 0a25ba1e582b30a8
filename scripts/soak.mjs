// npm run soak [-- <seconds>]: tries the properties of the tests with new seeds, each with a hundred times as many examples, until the
// time is over (600 seconds) or a property fails. The seed that is printed gives the same run again.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

const FACTOR = '100';
const seconds = Number(process.argv[2] ?? 600);
if (!(seconds > 0)) {
  console.error(`npm run soak -- <seconds>: "${process.argv[2]}" is no number of seconds.`);
  process.exit(2);
}
const files = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && readFileSync(join(projectRoot, 'test', file), 'utf8').includes("from 'fast-check'"))
  .map((file) => `test/${file}`);

const end = Date.now() + seconds * 1000;
let rounds = 0;
while (Date.now() < end) {
  const seed = String(process.env.OAUTH_SCOPES_PROPERTY_SEED ?? randomInt(2 ** 31));
  console.log(`OAUTH_SCOPES_PROPERTY_SEED=${seed} OAUTH_SCOPES_PROPERTY_FACTOR=${FACTOR}`);
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=3600000', '--reporter=dot', ...files], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, OAUTH_SCOPES_PROPERTY_SEED: seed, OAUTH_SCOPES_PROPERTY_FACTOR: FACTOR },
  });
  if (status !== 0) {
    process.exit(1);
  }
  rounds += 1;
  if (process.env.OAUTH_SCOPES_PROPERTY_SEED !== undefined) {
    break;
  }
}
console.log(`${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${files.length} files: every property held`);
