import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtInCatalog, providers } from '../catalogs/built-in.ts';
import type { Catalog } from '../catalogs/catalog.ts';
import { CatalogError, parseCatalog } from '../catalogs/parse-catalog.ts';
import type { Invocation } from './command.ts';
import { CommandError } from './command-error.ts';

/**
 * The catalogs that a command works with: the one that `--catalog` names, else all that are built in.
 * @throws CommandError when the named file is not there or breaks the schema.
 */
export function loadCatalogs({ values, workingDirectory }: Invocation): readonly Catalog[] {
  const named = values.get('catalog');
  if (named === undefined) {
    return providers().flatMap((provider) => builtInCatalog(provider) ?? []);
  }
  const file = resolve(workingDirectory, named);
  try {
    return [parseCatalog(readText(file), file)];
  } catch (error) {
    if (error instanceof CatalogError) {
      const { line, column, message } = error;
      throw new CommandError({ file, line, column, message });
    }
    throw error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError({ file, message: `cannot be read (${(error as NodeJS.ErrnoException).code})` });
  }
}
