import type ts from 'typescript';
import type { CatalogMethod } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { createQuestions, type Questions } from './checker.ts';
import { packageOf, sdkFiles, type SdkFiles } from './sdk-files.ts';
import { syntacticFacts } from './syntactic-facts.ts';
import type { TypeScript } from './typescript.ts';

/** A program as seen by the analysis of one provider's SDK. */
export interface ProgramView {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly index: CatalogIndex;
  readonly questions: Questions;
  readonly sdk: SdkFiles;
  /** The application's own files: no declarations, nothing from node_modules. */
  readonly files: readonly ts.SourceFile[];
  /** Names of all members that count: those of the catalog, and those that only the installed SDK declares. */
  readonly memberNames: ReadonlySet<string>;
  /** Methods of any container, by the name of the member: all that is known of a call on `any`. */
  readonly methodsByMember: ReadonlyMap<string, readonly CatalogMethod[]>;
  isTest(file: ts.SourceFile): boolean;
}

/** What is needed to look at a program. */
export interface ViewOptions {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly index: CatalogIndex;
  /** By default `*.test.*`, `*.spec.*` and everything in a folder `__tests__`. */
  readonly isTestFile?: (fileName: string) => boolean;
}

export function viewProgram({ ts, program, index, isTestFile = hasTestName }: ViewOptions): ProgramView {
  const files = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && packageOf(file.fileName) === undefined && !program.isSourceFileFromExternalLibrary(file));
  const questions = createQuestions(ts, program.getTypeChecker());
  const sdk = withLinkedFiles(sdkFiles(index.catalog), linkedSdkFiles(ts, index, files, questions));
  const declared = program.getSourceFiles().filter((file) => sdk.isRaw(file.fileName)).flatMap((file) => declaredMembers(ts, index, file));
  return {
    ts,
    program,
    index,
    questions,
    sdk,
    files,
    memberNames: new Set([...namesThatCount(index), ...declared]),
    methodsByMember: groupByMember(index.catalog.methods),
    isTest: (file) => isTestFile(file.fileName),
  };
}

function hasTestName(fileName: string): boolean {
  return /(?:^|\/)__tests__\/|\.(?:test|spec)\.[cm]?[jt]sx?$/.test(fileName);
}

/** Methods that stay in the process need no scope; only those that hand out the token matter all the same. */
function namesThatCount(index: CatalogIndex): readonly string[] {
  const { methods, clients } = index.catalog;
  return [...methods.filter((method) => method.local !== true).map((method) => method.member), ...clients.flatMap((client) => client.tokenMembers)];
}

function groupByMember(methods: readonly CatalogMethod[]): ReadonlyMap<string, readonly CatalogMethod[]> {
  const groups = new Map<string, CatalogMethod[]>();
  for (const method of methods.filter((candidate) => candidate.local !== true)) {
    groups.set(method.member, [...(groups.get(method.member) ?? []), method]);
  }
  return groups;
}

/** Methods that the SDK declares on a container of the catalog and that the catalog does not have. */
function declaredMembers(ts: TypeScript, index: CatalogIndex, file: ts.SourceFile): readonly string[] {
  const ofCatalogs = declaredInFiles.get(file) ?? new Map<CatalogIndex, readonly string[]>();
  declaredInFiles.set(file, ofCatalogs);
  const members =
    ofCatalogs.get(index) ??
    file.statements
      .filter((statement) => ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement))
      .filter((container) => container.name !== undefined && index.hasContainer(container.name.text))
      .flatMap((container) =>
        [...container.members]
          .filter((member) => ts.isMethodDeclaration(member) || ts.isMethodSignature(member))
          .filter((member) => (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.NonPublicAccessibilityModifier) === 0)
          .flatMap((member) => (ts.isIdentifier(member.name) ? [member.name.text] : []))
          .filter((name) => !(name in Object.prototype) && index.method(container.name?.text ?? '', name) === undefined),
      );
  ofCatalogs.set(index, members);
  return members;
}

/** Kept with the file's tree: the SDK's declarations are large and never change under an editor. */
const declaredInFiles = new WeakMap<ts.SourceFile, Map<CatalogIndex, readonly string[]>>();

/** An SDK that is linked into a workspace lies outside node_modules: its files are those that its specifiers resolve to. */
function linkedSdkFiles(ts: TypeScript, index: CatalogIndex, files: readonly ts.SourceFile[], questions: Questions): ReadonlySet<string> {
  const specifiers = files.flatMap((file) => syntacticFacts(ts, index, file).sdkSpecifiers);
  const targets = specifiers.flatMap((specifier) => questions.symbolOf(specifier)?.declarations ?? []);
  return new Set(targets.filter((target) => ts.isSourceFile(target)).map((target) => target.fileName));
}

function withLinkedFiles(sdk: SdkFiles, linked: ReadonlySet<string>): SdkFiles {
  const isRaw = (fileName: string): boolean => sdk.isRaw(fileName) || linked.has(fileName);
  return { ...sdk, isRaw, has: (fileName) => isRaw(fileName) || sdk.isGuarded(fileName) };
}
