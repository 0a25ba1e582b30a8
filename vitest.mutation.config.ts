import { defineConfig } from 'vitest/config';

/** What Stryker runs: every test of a part in one worker, see scripts/mutation/one-worker.mjs. */
export default defineConfig({
  plugins: [
    {
      // A property that a mutant breaks shows it with one of the first inputs.
      name: 'fewer-inputs',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('.test.ts') ? code.replaceAll(/numRuns: runs\(\d+\)/g, 'numRuns: 200') : undefined),
    },
    {
      // What is kept for the life of the process would be that of the first mutant.
      name: 'nothing-kept',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('/src/grants/manifest-schema.ts') ? code.replaceAll('schema ??= ', 'schema = ') : undefined),
    },
  ],
  test: {
    include: ['scripts/mutation/every-test.mjs'],
    setupFiles: ['test/support/property-runs.ts'],
    runner: 'scripts/mutation/one-worker.mjs',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
  },
});
