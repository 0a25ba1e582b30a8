/** Mutation testing of one part, which scripts/mutation.mjs names. */
const part = process.env['MUTATION_PART'] ?? 'scopes';
/** For so long tests are tried on a mutant, see scripts/mutation/one-worker.mjs. */
const seconds = Number(process.env['MUTATION_SECONDS']);

export default {
  mutate: [`src/${part}/**/*.ts`],
  testRunner: 'one-worker',
  plugins: ['./scripts/mutation/stryker-plugin.mjs'],
  packageManager: 'npm',
  ignorePatterns: ['.stryker-tmp', 'bench', 'dist', 'examples', 'test/.workspaces', 'types/genesys'],
  coverageAnalysis: 'perTest',
  // What is only done when a module is loaded, mostly tables and patterns, is not mutated: each mutant would need a worker of its own.
  ignoreStatic: true,
  concurrency: 2,
  // What takes longer than its tests may does not end. Stryker adds a share of the time of all tests.
  timeoutMS: (seconds + 10) * 1000,
  timeoutFactor: 0.1,
  tempDirName: `.stryker-tmp/${part}`,
  reporters: ['clear-text', 'progress', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `coverage/mutation-${part}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
