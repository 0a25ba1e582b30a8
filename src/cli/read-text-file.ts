import { readFileSync } from 'node:fs';

/** The text of a file; `undefined` if there is none that may be read. */
export function readTextFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
