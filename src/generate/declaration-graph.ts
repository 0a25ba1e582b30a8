import type ts from 'typescript';
import type { SdkEntry, SdkPackage } from './sdk-package.ts';

export type DeclarationNode =
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.ClassDeclaration
  | ts.FunctionDeclaration
  | ts.EnumDeclaration
  | ts.VariableDeclaration
  | ts.ModuleDeclaration;

/** Everything that a file declares under one name: overloads, merged interfaces. Identity counts. */
export interface Declaration {
  readonly name: string;
  readonly file: string;
  readonly nodes: readonly DeclarationNode[];
}

export interface GraphEntry extends SdkEntry {
  readonly sourceFile: ts.SourceFile;
  /** Exported name → declaration. */
  readonly exports: ReadonlyMap<string, Declaration>;
  /** Declaration → the first name under which it is exported. */
  readonly exportedName: ReadonlyMap<Declaration, string>;
}

/**
 * What a name stands for in a file: a declaration of the SDK, something that the SDK imports and does not deliver (`any` to a compiler),
 * or a global.
 */
export type Resolution = Declaration | 'undelivered' | 'global';

export interface DeclarationGraph {
  readonly entries: readonly GraphEntry[];
  /** @param name of one part, or of two (`models.Order`) for what stands in a namespace that the file imports */
  resolve(file: string, name: string): Resolution;
  /** The files of the SDK that a file imports from. */
  importedFiles(file: string): ReadonlySet<string>;
  /** The name that an import in `file` asks for, where `name` is only what the file calls it. */
  importedName(file: string, name: string): string;
}

/** Links the declaration files of an SDK by name, without a type checker: the files are bundles that import next to nothing. */
export function createDeclarationGraph(typescript: typeof ts, sdk: SdkPackage): DeclarationGraph {
  const modules = new Map<string, Module | undefined>();
  const moduleAt = (file: string): Module | undefined => {
    if (!modules.has(file)) {
      const text = sdk.read(file);
      modules.set(file, text === undefined ? undefined : parseModule(typescript, file, text, (path) => sdk.read(path) !== undefined));
    }
    return modules.get(file);
  };
  return {
    entries: sdk.entries.flatMap((entry) => {
      const module = moduleAt(entry.file);
      return module === undefined ? [] : [linkEntry(moduleAt, entry, module)];
    }),
    resolve: (file, name) => resolveName(moduleAt, moduleAt(file), name),
    importedFiles: (file) => new Set([...(moduleAt(file)?.imports.values() ?? [])].map(({ from }) => from)),
    importedName: (file, name) => moduleAt(file)?.imports.get(name)?.name ?? name,
  };
}

interface Module {
  readonly file: string;
  readonly sourceFile: ts.SourceFile;
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly imports: ReadonlyMap<string, ImportedName>;
  readonly exports: ReadonlyMap<string, ExportedName>;
  /** Files whose exports this one passes on. */
  readonly passedOn: readonly string[];
}

interface ImportedName {
  readonly from: string;
  readonly name: string;
}

interface ExportedName {
  /** `undefined`: of the file itself. */
  readonly from: string | undefined;
  readonly name: string;
}

type FindModule = (file: string) => Module | undefined;

function linkEntry(moduleAt: FindModule, entry: SdkEntry, module: Module): GraphEntry {
  const exports = new Map<string, Declaration>();
  const exportedName = new Map<Declaration, string>();
  for (const name of exportedNames(moduleAt, module, new Set())) {
    const declaration = resolveExport(moduleAt, module, name, new Set());
    if (declaration !== undefined) {
      exports.set(name, declaration);
      // A declaration's own name reads better than an alias of it.
      if (!exportedName.has(declaration) || name === declaration.name) {
        exportedName.set(declaration, name);
      }
    }
  }
  return { ...entry, sourceFile: module.sourceFile, exports, exportedName };
}

function exportedNames(moduleAt: FindModule, module: Module, seen: Set<Module>): string[] {
  if (seen.has(module)) {
    return [];
  }
  seen.add(module);
  const passedOn = module.passedOn.flatMap((file) => {
    const target = moduleAt(file);
    return target === undefined ? [] : exportedNames(moduleAt, target, seen).filter((name) => name !== 'default');
  });
  return [...module.exports.keys(), ...passedOn];
}

function resolveExport(moduleAt: FindModule, module: Module | undefined, name: string, seen: Set<Module>): Declaration | undefined {
  if (module === undefined || seen.has(module)) {
    return undefined;
  }
  seen.add(module);
  const exported = module.exports.get(name);
  if (exported !== undefined) {
    const target =
      exported.from === undefined
        ? resolveName(moduleAt, module, exported.name)
        : resolveExport(moduleAt, moduleAt(exported.from), exported.name, seen);
    return typeof target === 'object' ? target : undefined;
  }
  for (const file of module.passedOn) {
    const found = resolveExport(moduleAt, moduleAt(file), name, seen);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function resolveName(moduleAt: FindModule, module: Module | undefined, name: string): Resolution {
  const [first = '', second] = name.split('.');
  const declared = module?.declarations.get(first);
  const imported = declared === undefined ? module?.imports.get(first) : undefined;
  if (second !== undefined) {
    const target = imported?.name === WHOLE_MODULE ? moduleAt(imported.from) : undefined;
    return target === undefined ? 'global' : (resolveExport(moduleAt, target, second, new Set()) ?? 'undelivered');
  }
  if (declared !== undefined) {
    return declared;
  }
  if (imported === undefined) {
    return 'global';
  }
  return resolveExport(moduleAt, moduleAt(imported.from), imported.name, new Set()) ?? 'undelivered';
}

/** What `import * as name` asks for: no export has that name. */
const WHOLE_MODULE = '*';

/** @param exists a file of the SDK is there */
function parseModule(typescript: typeof ts, file: string, text: string, exists: (file: string) => boolean): Module {
  const find: FindTarget = (specifier) => targetFile(file, specifier, exists);
  const sourceFile = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, true);
  const nodes = new Map<string, DeclarationNode[]>();
  const imports = new Map<string, ImportedName>();
  const exports = new Map<string, ExportedName>();
  const passedOn: string[] = [];
  for (const statement of sourceFile.statements) {
    if (typescript.isImportDeclaration(statement)) {
      readImport(typescript, find, statement, imports);
    } else if (typescript.isExportDeclaration(statement)) {
      readExport(typescript, find, statement, exports, passedOn);
    } else if (typescript.isImportEqualsDeclaration(statement)) {
      imports.set(statement.name.text, { from: '', name: WHOLE_MODULE });
    } else if (typescript.isExportAssignment(statement)) {
      if (statement.isExportEquals !== true && typescript.isIdentifier(statement.expression)) {
        exports.set('default', { from: undefined, name: statement.expression.text });
      }
    } else {
      for (const node of declarationsIn(typescript, statement)) {
        const name = (node.name as ts.Identifier).text;
        nodes.set(name, [...(nodes.get(name) ?? []), node]);
        if (isExported(typescript, statement)) {
          exports.set(isDefault(typescript, statement) ? 'default' : name, { from: undefined, name });
        }
      }
    }
  }
  if (!sourceFile.statements.some((statement) => decidesOnExports(typescript, statement))) {
    nodes.forEach((_, name) => exports.set(name, { from: undefined, name }));
  }
  const declarations = new Map([...nodes].map(([name, list]) => [name, { name, file, nodes: list }]));
  return { file, sourceFile, declarations, imports, exports, passedOn };
}

/** A declaration file without an export list and without an `export =` exports everything that it declares. */
function decidesOnExports(typescript: typeof ts, statement: ts.Statement): boolean {
  return typescript.isExportDeclaration(statement) || typescript.isExportAssignment(statement);
}

type FindTarget = (specifier: ts.Expression) => string;

function readImport(typescript: typeof ts, find: FindTarget, statement: ts.ImportDeclaration, imports: Map<string, ImportedName>): void {
  const from = find(statement.moduleSpecifier);
  const { name, namedBindings } = statement.importClause ?? {};
  if (name !== undefined) {
    imports.set(name.text, { from, name: 'default' });
  }
  if (namedBindings !== undefined && typescript.isNamespaceImport(namedBindings)) {
    imports.set(namedBindings.name.text, { from, name: WHOLE_MODULE });
  }
  if (namedBindings !== undefined && typescript.isNamedImports(namedBindings)) {
    for (const { name: local, propertyName } of namedBindings.elements) {
      imports.set(local.text, { from, name: (propertyName ?? local).text });
    }
  }
}

function readExport(
  typescript: typeof ts,
  find: FindTarget,
  statement: ts.ExportDeclaration,
  exports: Map<string, ExportedName>,
  passedOn: string[],
): void {
  const from = statement.moduleSpecifier === undefined ? undefined : find(statement.moduleSpecifier);
  const { exportClause } = statement;
  if (exportClause === undefined && from !== undefined) {
    passedOn.push(from);
  } else if (exportClause !== undefined && typescript.isNamedExports(exportClause)) {
    for (const { name, propertyName } of exportClause.elements) {
      exports.set(name.text, { from, name: (propertyName ?? name).text });
    }
  }
}

/**
 * `../core/index` in `dist/tasks/index.d.ts` → `dist/core/index.d.ts`; `./models` is a file or, where there is none, the index of a
 * folder. What is not relative leads out of the SDK, to a file that does not exist.
 */
function targetFile(file: string, specifier: ts.Expression, exists: (file: string) => boolean): string {
  const text = (specifier as ts.StringLiteral).text;
  if (!text.startsWith('.')) {
    return text;
  }
  const path = new URL(text, new URL(file, 'file:///package/')).pathname.replace(/^\/package\//, '');
  const [, stem = path, kind = ''] = /^(.*)\.([cm]?)js$/.exec(path) ?? [];
  const [first, ...others] = [`${stem}.d.${kind}ts`, `${path}.d.ts`, `${path.replace(/\/$/, '')}/index.d.ts`];
  return exists(first) ? first : (others.find(exists) ?? first);
}

function declarationsIn(typescript: typeof ts, statement: ts.Statement): DeclarationNode[] {
  if (typescript.isVariableStatement(statement)) {
    return statement.declarationList.declarations.filter(({ name }) => typescript.isIdentifier(name));
  }
  const isDeclaration =
    typescript.isInterfaceDeclaration(statement) ||
    typescript.isTypeAliasDeclaration(statement) ||
    typescript.isClassDeclaration(statement) ||
    typescript.isFunctionDeclaration(statement) ||
    typescript.isEnumDeclaration(statement) ||
    typescript.isModuleDeclaration(statement);
  return isDeclaration && statement.name !== undefined && typescript.isIdentifier(statement.name) ? [statement] : [];
}

function isExported(typescript: typeof ts, statement: ts.Statement): boolean {
  const modifiers = typescript.canHaveModifiers(statement) ? typescript.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.ExportKeyword) === true;
}

function isDefault(typescript: typeof ts, statement: ts.Statement): boolean {
  const modifiers = typescript.canHaveModifiers(statement) ? typescript.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.DefaultKeyword) === true;
}
