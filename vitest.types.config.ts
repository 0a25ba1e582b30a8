import { defineConfig } from 'vitest/config';

/** The types on all compilers. Each test starts one of them, two at a time. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/build-once.ts'],
    include: ['test/types/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/.workspaces/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 1,
    maxConcurrency: 2,
  },
});
