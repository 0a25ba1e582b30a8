import { isRecord } from '../../../scopes/is-record.ts';

/** The value of a JSON or YAML file, and where its shallow keys stand. Keys of objects are whatever the file has: `__proto__`, too. */
export interface LocatedDocument {
  readonly value: unknown;
  /** Line (from 1) of the deepest known key on a way from the top, `['paths', '/users', 'get']`. */
  lineOf(path: readonly string[]): number;
}

/** Keys are noted this deep: `paths`, a path, a verb, `security`. Below, a line says no more than the line above it. */
export const DEEPEST_NOTED = 4;

/** Deeper files are refused: the parsers of JSON and YAML call themselves for each level. */
export const DEEPEST = 200;

/** Notes the lines of keys while a file is read. */
export interface LineNotes {
  /** @returns the line on which the same key stood before, in the same object */
  note(path: readonly string[], line: number): number | undefined;
  lineOf(path: readonly string[]): number;
}

export function createLineNotes(): LineNotes {
  const lines = new Map<string, number>();
  return {
    note(path, line) {
      const key = keyOf(path);
      const before = lines.get(key);
      lines.set(key, line);
      return before;
    },
    lineOf(path) {
      for (let length = Math.min(path.length, DEEPEST_NOTED); length > 0; length -= 1) {
        const line = lines.get(keyOf(path.slice(0, length)));
        if (line !== undefined) {
          return line;
        }
      }
      return 1;
    },
  };
}

/** The value of a key that the object itself has. */
export function own(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** As one string that no other path gives. */
function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
