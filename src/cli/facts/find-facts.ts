import { readdirSync } from 'node:fs';
import { CommandError } from '../command-error.ts';
import { FACTS_NAME } from './package-facts.ts';

/**
 * Every facts file below a directory, by path. Installed packages and directories whose name begins with a dot are passed over.
 * @param directory absolute, with forward slashes
 * @throws CommandError when there is none, or more directories than a workspace has
 */
export function findFacts(directory: string): readonly string[] {
  const found: string[] = [];
  const pending = [directory];
  let searched = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    searched += 1;
    if (searched > MAXIMUM_DIRECTORIES) {
      throw new CommandError({ file: directory, message: `has more than ${MAXIMUM_DIRECTORIES} directories; name one with less below it` });
    }
    for (const entry of entriesOf(next)) {
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
        pending.push(`${next}/${entry.name}`);
      } else if (entry.isFile() && entry.name === FACTS_NAME) {
        found.push(`${next}/${entry.name}`);
      }
    }
  }
  if (found.length === 0) {
    throw new CommandError({ file: directory, message: `holds no ${FACTS_NAME}, nor does any directory below it; run oauth-scopes facts in each package` });
  }
  return found.sort();
}

const MAXIMUM_DIRECTORIES = 100_000;

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
