import { readdirSync } from 'node:fs';

/**
 * Every file of a name below a directory, by path. Installed packages and directories whose name begins with a dot are passed over, and so
 * are links.
 * @param directory absolute, with forward slashes
 * @returns `undefined` where there are more than `MAXIMUM_DIRECTORIES` to search
 */
export function filesBelow(directory: string, name: string): readonly string[] | undefined {
  const found: string[] = [];
  const pending = [directory];
  let searched = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    searched += 1;
    if (searched > MAXIMUM_DIRECTORIES) {
      return undefined;
    }
    const base = next.endsWith('/') ? next : `${next}/`;
    for (const entry of entriesOf(next)) {
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
        pending.push(`${base}${entry.name}`);
      } else if (entry.isFile() && entry.name === name) {
        found.push(`${base}${entry.name}`);
      }
    }
  }
  return found.sort();
}

/** More than any workspace has. */
export const MAXIMUM_DIRECTORIES = 100_000;

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
