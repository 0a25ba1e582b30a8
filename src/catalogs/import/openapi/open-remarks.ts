import type { ImportProblem } from '../import-error.ts';

/** Gathers what is left open, one remark a kind: thousands of operations may share a reason. */
export interface RemarkCollector {
  /** @param describe the remark for so many places, of which the first is named */
  add(kind: string, line: number, describe: (count: number) => string): void;
  /** One that stands for itself. */
  single(line: number, message: string): void;
  all(): readonly ImportProblem[];
}

export function createRemarkCollector(): RemarkCollector {
  const kinds = new Map<string, { readonly line: number; count: number; readonly describe: (count: number) => string }>();
  const singles: ImportProblem[] = [];
  return {
    add(kind, line, describe) {
      const known = kinds.get(kind);
      if (known === undefined) {
        kinds.set(kind, { line, count: 1, describe });
      } else {
        known.count += 1;
      }
    },
    single(line, message) {
      singles.push({ line, message });
    },
    all: () => [...[...kinds.values()].map(({ line, count, describe }) => ({ line, message: describe(count) })), ...singles],
  };
}
