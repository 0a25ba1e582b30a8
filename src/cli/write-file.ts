import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from './command-error.ts';

/**
 * Replaces a file, or makes it, so that nobody ever reads half of it: the text goes to a file beside it, which then takes its name.
 * @throws CommandError when the directory cannot be written to; nothing is left behind.
 */
export function writeFileAtomically(file: string, text: string): void {
  const temporary = join(dirname(file), `.${process.pid}.${Date.now().toString(36)}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CommandError({ file, message: `cannot be written (${(error as NodeJS.ErrnoException).code})` });
  }
}
