import type { Names } from '../usage/names.ts';
import type { Files } from '../usage/virtual-application.ts';

/** One of the numbered analysis cases, in the three ways in which each is tested; the third is the first with every name changed. */
export interface Case {
  /** `1` to `63`, `47b` and `47c`. */
  readonly number: string;
  readonly title: string;
  readonly stated: Variation;
  /** As close as it gets, and something else follows. */
  readonly nearMiss: Variation;
  /** Which declarations of the SDK are in the program: its own, those that carry grants, or (unless told) each of the two. */
  readonly declarations?: 'raw' | 'guarded';
}

/** An application and what is said of it, or a test that does it all by itself. */
export type Variation = (names: Names) => Expected | Promise<void>;

/** What must be said of an application. */
export interface Expected {
  readonly files: Files;
  /** All of them, as `findingLines` writes them, in any order. */
  readonly findings?: readonly string[];
  /** All of them, as `undecidedLines` writes them, in the order of the report. */
  readonly undecided?: readonly string[];
  /** The chains through wrappers of all uses that have one: `getAll: loadAll > load`. */
  readonly chains?: readonly string[];
  readonly minimal?: string;
  readonly complete?: boolean;
}
