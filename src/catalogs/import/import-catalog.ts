import { buildCatalog, type BuiltCatalog } from './build-catalog.ts';
import { readJsonDocument } from './documents/json-document.ts';
import type { LocatedDocument } from './documents/located-document.ts';
import { readYamlDocument } from './documents/yaml-document.ts';
import type { ImportedFacts } from './facts.ts';
import { ImportError } from './import-error.ts';
import type { ImportOptions } from './import-options.ts';
import { isOpenApi, readOpenApi } from './openapi/read-openapi.ts';
import { sourceFormat } from './source-format.ts';
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
  progress('building the catalog');
  const built = buildCatalog(facts, options);
  return { catalog: built.catalog, remarks: [...facts.remarks, ...built.remarks] };
}

async function readFacts(text: string, fileName: string, options: ImportOptions, progress: (step: string) => void): Promise<ImportedFacts> {
  const format = sourceFormat(text, fileName);
  progress(`reading ${format.name}`);
  switch (format.kind) {
    case 'json':
      return readDefinition(readJsonDocument(text), options, progress);
    case 'yaml':
      return readDefinition(await readYamlDocument(text), options, progress);
    case 'html': {
      const { htmlTables } = await import('./tables/html-tables.ts');
      return readTables(htmlTables(text), options);
    }
    case 'text':
      return readTables(
        [...markdownTables(text), ...plainTables(text)].sort((one, other) => one.line - other.line),
        options,
      );
  }
}

function readDefinition(document: LocatedDocument, options: ImportOptions, progress: (step: string) => void): ImportedFacts {
  if (!isOpenApi(document)) {
    throw new ImportError({ line: 1, message: 'is no OpenAPI definition: "openapi" 3.x or "swagger" 2.0 is expected at the top' });
  }
  progress('reading the operations');
  return readOpenApi(document, options);
}
