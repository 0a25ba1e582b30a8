import type ts from 'typescript';
import { symbolOf, type ExpressionReader } from './expression-reader.ts';

/** The name of a symbol, and those that imports and exports give it, over any number of files; `default` may be one of them. */
export function namesOf(reader: ExpressionReader, symbol: ts.Symbol): ReadonlySet<string> {
  const namings = namingsByOriginal(reader);
  const names = new Set([symbol.name]);
  // A set iterates over what is added during the iteration.
  for (const original of names) {
    for (const { name, node } of namings.get(original) ?? []) {
      if (!names.has(name) && symbolOf(reader, node) === symbol) {
        names.add(name);
      }
    }
  }
  return names;
}

/** Kept with the list of files, which is made for one program. */
function namingsByOriginal(reader: ExpressionReader): ReadonlyMap<string, readonly Naming[]> {
  const known = namingsOfLists.get(reader.files);
  if (known !== undefined) {
    return known;
  }
  const namings = new Map<string, Naming[]>();
  for (const naming of reader.files.flatMap((file) => namingsOf(reader, file))) {
    const alike = namings.get(naming.original) ?? [];
    namings.set(naming.original, alike);
    alike.push(naming);
  }
  namingsOfLists.set(reader.files, namings);
  return namings;
}

const namingsOfLists = new WeakMap<readonly ts.SourceFile[], ReadonlyMap<string, readonly Naming[]>>();

interface Naming {
  readonly original: string;
  readonly name: string;
  readonly node: ts.Node;
}

function namingsOf(reader: ExpressionReader, file: ts.SourceFile): readonly Naming[] {
  const namings = namingsOfFiles.get(file) ?? file.statements.flatMap((statement) => namingsIn(reader, statement));
  namingsOfFiles.set(file, namings);
  return namings;
}

/** Kept with the file's tree. */
const namingsOfFiles = new WeakMap<ts.SourceFile, readonly Naming[]>();

/** Where a statement gives another name to what it declares, imports or exports. */
function namingsIn({ ts }: ExpressionReader, statement: ts.Statement): readonly Naming[] {
  if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    const specifiers = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
    return [...(name === undefined ? [] : [{ original: 'default', name: name.text, node: name }]), ...specifiers.map(renaming)];
  }
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause !== undefined && ts.isNamedExports(exportClause) ? exportClause.elements.map(renaming) : [];
  }
  if (ts.isExportAssignment(statement)) {
    const { expression } = statement;
    return ts.isIdentifier(expression) ? [{ original: expression.text, name: 'default', node: expression }] : [];
  }
  const name = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) ? statement.name : undefined;
  return name === undefined ? [] : [{ original: 'default', name: name.text, node: name }];
}

function renaming({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): Naming {
  return { original: (propertyName ?? name).text, name: name.text, node: name };
}

/** The file may import the one that declares the function while it runs, and call what it finds there. */
export function isLoadedLater(file: ts.SourceFile, symbol: ts.Symbol): boolean {
  const declaring = baseName(symbol.declarations?.[0]?.getSourceFile().fileName ?? '');
  return loadedLaterBy(file).some((name) => name === declaring || declaring === 'index');
}

function loadedLaterBy(file: ts.SourceFile): readonly string[] {
  const known = loadedLater.get(file);
  if (known !== undefined) {
    return known;
  }
  const names = Array.from(file.text.matchAll(DYNAMIC_IMPORT), (match) => baseName(match.groups?.['specifier'] ?? ''));
  loadedLater.set(file, names);
  return names;
}

/** Kept with the file's tree. */
const loadedLater = new WeakMap<ts.SourceFile, readonly string[]>();

const DYNAMIC_IMPORT = /\bimport\((?:\s|\/\*[^*]*\*\/)*["'`](?<specifier>[^"'`\n]*)/g;

/** `auth` of `../auth.ts`. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
}
