import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/types/**', '**/node_modules/**', 'test/.workspaces/**'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    // The compiler is loaded once a worker, not once a file: four fifths of the time of small tests. Tests mock no module.
    isolate: false,
    maxWorkers: 2,
  },
});
