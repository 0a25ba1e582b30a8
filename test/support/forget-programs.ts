import { clearCaches } from '@typescript-eslint/parser';
import { afterAll } from 'vitest';

/** Vitest's `setupFiles` of tests that share a worker: what the parser keeps of one file's applications is of no use to the next. */
afterAll(() => {
  clearCaches();
});
