import { defineConfig } from 'vitest/config';

/** Tests of functions that read programs in memory. */
const inMemory = ['cases', 'catalogs', 'grants', 'report', 'robustness', 'scopes', 'testing', 'usage', 'verdict'].map((folder) => `test/${folder}/**/*.test.ts`);
/** Tests that start ESLint in their own process. */
const inEslint = ['plugin', 'rules'].map((folder) => `test/${folder}/**/*.test.ts`);
const never = ['**/node_modules/**', 'test/.workspaces/**', 'test/types/**'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'threads',
    maxWorkers: 2,
    // The compiler is loaded once a worker, not once a file: four fifths of the time of small tests. Tests mock no module but one:
    // test/cli/windows.test.ts takes the paths of Windows for its own modules, and gives back what it took.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'in memory', include: inMemory, exclude: never, setupFiles: ['test/support/property-runs.ts'] } },
      // typescript-eslint keeps every program that it has made, and a worker would run out of memory.
      { extends: true, test: { name: 'ESLint', include: inEslint, exclude: never, setupFiles: ['test/support/forget-programs.ts'] } },
      { extends: true, test: { name: 'processes', include: ['test/**/*.test.ts'], exclude: [...inMemory, ...inEslint, ...never] } },
    ],
  },
});
