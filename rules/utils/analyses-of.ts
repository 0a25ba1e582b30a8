import { dirname } from 'node:path';
import { indexCatalog, type CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import { findApplicationDirectory, findProjectRoot } from '../../src/grants/application-directory.ts';
import { projectFileSystem } from '../../src/grants/file-system.ts';
import { analyse, type ApplicationAnalysis } from '../../src/verdict/analyse.ts';
import type { LintedFile } from './linted-file.ts';
import { catalogs, isScopeFile } from './scope-files.ts';
import { readSettings } from './settings.ts';
import { typescriptOf } from './typescript-of.ts';

/** What the analysis says of the application that a file belongs to, for one provider. */
export interface FileAnalysis extends ApplicationAnalysis {
  readonly index: CatalogIndex;
}

/**
 * The analyses of a file's application, one a provider; none without a full TypeScript program, whatever the reason.
 * The analysis of a program is made once, by whichever file asks first. Throws a SettingsError, and nothing else.
 */
export function analysesOf(file: LintedFile): readonly FileAnalysis[] {
  const known = found.get(file.sourceCode);
  if (known !== undefined) {
    return known;
  }
  const analyses = analyseFor(file);
  found.set(file.sourceCode, analyses);
  return analyses;
}

/** Shared by all rules; one entry for each parsed text, for as long as ESLint keeps it. */
const found = new WeakMap<LintedFile['sourceCode'], readonly FileAnalysis[]>();

function analyseFor(file: LintedFile): readonly FileAnalysis[] {
  const settings = readSettings(file.settings);
  const program = isScopeFile(file.filename) ? null : (file.sourceCode.parserServices?.program ?? null);
  const ts = program === null ? null : typescriptOf(program);
  if (program === null || ts === null) {
    return [];
  }
  const root = findProjectRoot(dirname(file.filename));
  const fileSystem = projectFileSystem(root);
  return catalogs().map((catalog) => {
    const index = indexCatalog(catalog);
    const directory = findApplicationDirectory(dirname(file.filename), root, catalog, fileSystem);
    return { index, ...analyse({ ts, program, directory, root, index, fileSystem, ...settings }) };
  });
}
