import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Questions } from './checker.ts';
import { packageOf, type SdkFiles } from './sdk-files.ts';
import { syntacticFacts } from './syntactic-facts.ts';
import type { TypeScript } from './typescript.ts';

/**
 * The files in which a value can have a type of the SDK: those that import it, whether directly, by another file of the application or by a
 * package whose declarations mention it. In any other file no checker needs to be asked.
 *
 * A file that declares something for all others, and reaches the SDK itself, makes all of them reach it.
 *
 * @param files of the application, its own declaration files among them
 */
export function filesThatReachSdk(
  ts: TypeScript,
  program: ts.Program,
  index: CatalogIndex,
  questions: Questions,
  sdk: SdkFiles,
  files: readonly ts.SourceFile[],
): ReadonlySet<ts.SourceFile> {
  const packages = packagesThatMentionSdk(program, index, sdk);
  const importers = new Map<ts.SourceFile, ts.SourceFile[]>();
  const reached = new Set<ts.SourceFile>();
  for (const file of files) {
    const { modules } = syntacticFacts(ts, index, file);
    if (isUntold(file) || modules.some((module) => sdk.isSpecifier(module.text))) {
      reached.add(file);
      continue;
    }
    const declarations = modules.flatMap((module) => questions.symbolOf(module)?.declarations ?? []);
    for (const target of declarations.map((declaration) => declaration.getSourceFile())) {
      if (packages.has(packageOf(target.fileName) ?? '')) {
        reached.add(file);
      }
      const others = importers.get(target) ?? [];
      importers.set(target, others);
      others.push(file);
    }
  }
  // A set iterates over what is added during the iteration.
  for (const file of reached) {
    importers.get(file)?.forEach((importer) => reached.add(importer));
  }
  return [...reached].some((file) => isForAll(ts, file)) ? new Set(files) : reached;
}

/** Types in comments, and imports inside of types, are not among the modules of a file. */
function isUntold(file: ts.SourceFile): boolean {
  return /\.[cm]?jsx?$/.test(file.fileName) || /\bimport\s*\(/.test(file.text);
}

/** A script, or a module that adds to global declarations or to those of another module. */
function isForAll(ts: TypeScript, file: ts.SourceFile): boolean {
  return (!ts.isExternalModule(file) && !/\.[cm]?jsx?$/.test(file.fileName)) || /\bdeclare\s+(?:global\b|module\s+['"])/.test(file.text);
}

function packagesThatMentionSdk(program: ts.Program, { catalog }: CatalogIndex, sdk: SdkFiles): ReadonlySet<string> {
  const name = catalog.sdk?.package;
  const found = new Set<string>();
  for (const file of name === undefined ? [] : program.getSourceFiles()) {
    const owner = packageOf(file.fileName);
    if (owner !== undefined && !found.has(owner) && !sdk.has(file.fileName) && file.text.includes(name ?? '')) {
      found.add(owner);
    }
  }
  return found;
}
