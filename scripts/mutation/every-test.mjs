import { describe } from 'vitest';

/** Folders of the tests that hold a part to what it promises. */
const FOLDERS = { scopes: ['scopes'], verdict: ['verdict'], grants: ['grants', 'usage', 'verdict'] };

/** What is slow because it is large adds nothing to the others. */
const SLOW = /\/bad-input\./;

// All of them as one file: a worker then has them at hand.
const folders = FOLDERS[process.env['MUTATION_PART'] ?? ''] ?? [];
for (const [path, load] of Object.entries(import.meta.glob('../../test/{scopes,verdict,grants,usage}/**/*.test.ts'))) {
  if (folders.some((folder) => path.startsWith(`../../test/${folder}/`)) && !SLOW.test(path)) {
    describe(path.slice('../../'.length), async () => {
      await load();
    });
  }
}
