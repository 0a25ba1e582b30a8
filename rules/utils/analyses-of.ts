import { dirname } from 'node:path';
import type ts from 'typescript';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog, type CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import { judgingCatalogs } from '../../src/catalogs/judging-catalog.ts';
import { findApplicationDirectory } from '../../src/grants/application-directory.ts';
import { isChosen } from '../../src/grants/chosen-account.ts';
import { projectFileSystem } from '../../src/grants/file-system.ts';
import { mayRequestFrom } from '../../src/usage/requests/mentions-api.ts';
import { sdkFiles } from '../../src/usage/sdk-files.ts';
import { analyse, type ApplicationAnalysis } from '../../src/verdict/analyse.ts';
import { catalogsOf } from './catalogs-of.ts';
import type { LintedFile } from './linted-file.ts';
import { projectRootOf } from './project-root.ts';
import { isJsonFile } from './scope-files.ts';
import { readSettings, type OAuthScopesSettings } from './settings.ts';
import { typescriptOf } from './typescript-of.ts';

/** What the analysis says of the application that a file belongs to, for one provider. */
export interface FileAnalysis extends ApplicationAnalysis {
  readonly index: CatalogIndex;
  /** Other projects may be built on this one (`composite`), and what they call with its clients is not at hand. */
  readonly mayBeUsedElsewhere: boolean;
}

/**
 * The analyses of a file's application, one for each provider whose SDK the program has or whose API it speaks of; none without a full
 * TypeScript program, whatever the reason. Throws a SettingsError, and nothing else.
 */
export function analysesOf(file: LintedFile): readonly FileAnalysis[] {
  const { filename, cwd, sourceCode, settings } = file;
  const read = readSettings(settings);
  const program = isJsonFile(filename) ? null : (sourceCode.parserServices?.program ?? null);
  if (program === null) {
    return [];
  }
  const directory = dirname(filename);
  const key = JSON.stringify([directory, cwd, read]);
  const ofProgram = found.get(program) ?? new Map<string, readonly FileAnalysis[]>();
  found.set(program, ofProgram);
  const analyses = ofProgram.get(key) ?? analyseFrom(directory, cwd, program, read, catalogsOf(file));
  ofProgram.set(key, analyses);
  return analyses;
}

/** For each program, as long as the parser keeps it, by directory of the linted file, working directory and settings. */
const found = new WeakMap<ts.Program, Map<string, readonly FileAnalysis[]>>();

function analyseFrom(
  start: string,
  cwd: string,
  program: ts.Program,
  settings: OAuthScopesSettings,
  catalogs: readonly Catalog[],
): readonly FileAnalysis[] {
  // A parser may give less than a program, and a native one throws where its interface is incomplete. Then there is nothing to report.
  try {
    const all = judgingCatalogs(catalogs);
    const used = all.filter((catalog) => concerns(program, catalog));
    const typescript = used.length === 0 ? null : typescriptOf(program);
    if (typescript === null) {
      return [];
    }
    const root = projectRootOf(start, cwd);
    const fileSystem = projectFileSystem(root);
    return used.filter((catalog) => isChosen(start, root, catalog, all, fileSystem)).map((catalog) => {
      const index = indexCatalog(catalog);
      const directory = findApplicationDirectory(start, root, catalog, fileSystem);
      const mayBeUsedElsewhere = program.getCompilerOptions().composite === true;
      return { index, mayBeUsedElsewhere, ...analyse({ ts: typescript, program, directory, root, index, fileSystem, isPartial: true, ...settings }) };
    });
  } catch {
    return [];
  }
}

/** Whether a program has to do with a provider; every directory of it asks. */
function concerns(program: ts.Program, catalog: Catalog): boolean {
  const ofProgram = concerned.get(program) ?? new Map<Catalog, boolean>();
  concerned.set(program, ofProgram);
  const known = ofProgram.get(catalog) ?? (hasSdk(program, catalog) || mayRequestFrom(ownFiles(program), catalog));
  ofProgram.set(catalog, known);
  return known;
}

/** For each program, as long as the parser keeps it, by catalog. */
const concerned = new WeakMap<ts.Program, Map<Catalog, boolean>>();

function ownFiles(program: ts.Program): readonly ts.SourceFile[] {
  return program.getSourceFiles().filter(({ fileName, isDeclarationFile }) => !isDeclarationFile && !fileName.includes('/node_modules/'));
}

function hasSdk(program: ts.Program, catalog: Catalog): boolean {
  const sdk = sdkFiles(catalog);
  return program.getSourceFiles().some(({ fileName }) => sdk.has(fileName));
}
