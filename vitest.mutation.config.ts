import { defineConfig } from 'vitest/config';

/** What Stryker runs for each mutant: the tests of the part that it mutates, which scripts/mutation.mjs names. */
const folders = (process.env['MUTATION_TESTS'] ?? 'scopes,grants,verdict,cases').split(',');

export default defineConfig({
  test: {
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // A mutant of what a module does when it is loaded shows only if the module is loaded anew.
    isolate: true,
  },
});
