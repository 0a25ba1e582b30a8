import fc from 'fast-check';

const environment = {
  seed: process.env['OAUTH_SCOPES_PROPERTY_SEED'],
  factor: process.env['OAUTH_SCOPES_PROPERTY_FACTOR'],
};

/**
 * How many examples a property is tried with: `usual` in the suite, a multiple of it in `npm run soak`.
 */
export function runs(usual: number): number {
  return Math.ceil(usual * Number(environment.factor ?? 1));
}

/**
 * Vitest's `setupFiles` of tests with properties: the same examples in every run of the suite, so that a change is refused for what it
 * does and not by the dice. `npm run soak` throws them anew.
 */
fc.configureGlobal({
  seed: environment.seed === undefined ? 20_261_122 : Number(environment.seed),
  numRuns: runs(100),
});
