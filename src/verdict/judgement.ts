import type { Finding, UndecidedVerdict } from './finding.ts';

/** What one part of the judging found. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly undecided: readonly UndecidedVerdict[];
}

export const NO_JUDGEMENT: Judgement = { findings: [], undecided: [] };
