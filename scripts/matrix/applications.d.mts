interface Application {
  readonly typescript: string;
  readonly eslint: string;
  readonly manager: string;
  readonly application: string;
  readonly resolution: string;
  readonly config: string;
  readonly skipLibCheck: string;
  readonly references: string;
  readonly setup: string;
}

interface Pair {
  readonly first: readonly [string, string];
  readonly second: readonly [string, string];
  /** Numbers of the applications that have both, from 1. */
  readonly applications: readonly number[];
  /** Why there can be none. */
  readonly why?: string;
}

export const choices: Readonly<Record<Exclude<keyof Application, 'setup'>, readonly string[]>>;
export const impossible: readonly unknown[];
export const applications: readonly Application[];
export function pairsOfChoices(): readonly Pair[];
