import { CommandError } from '../command-error.ts';
import { filesBelow, MAXIMUM_DIRECTORIES } from '../files-below.ts';
import { FACTS_NAME } from './package-facts.ts';

/**
 * Every facts file below a directory, by path.
 * @param directory absolute, with forward slashes
 * @throws CommandError when there is none, or more directories than a workspace has
 */
export function findFacts(directory: string): readonly string[] {
  const found = filesBelow(directory, FACTS_NAME);
  if (found === undefined) {
    throw new CommandError({ file: directory, message: `has more than ${MAXIMUM_DIRECTORIES} directories; name one with less below it` });
  }
  if (found.length === 0) {
    throw new CommandError({ file: directory, message: `holds no ${FACTS_NAME}, nor does any directory below it; run oauth-scopes facts in each package` });
  }
  return found;
}
