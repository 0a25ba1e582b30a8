import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads files of a directory by their relative path; `undefined` for one that is not there. */
export function directoryReader(directory: string): (file: string) => string | undefined {
  return (file) => {
    try {
      return readFileSync(join(directory, file), 'utf8');
    } catch {
      return undefined;
    }
  };
}
