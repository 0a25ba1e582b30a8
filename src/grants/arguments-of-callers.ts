import type ts from 'typescript';
import { OUTERMOST, symbolOf, unwrap, type Argument, type ExpressionReader } from './expression-reader.ts';

/**
 * What is passed for a parameter wherever the program calls its function, makes an object of its class or renders its component.
 * @returns `undefined` where the function may be called from elsewhere: it is handed on as a value, or it has no name
 */
export function argumentsOfCallers(reader: ExpressionReader, parameter: ts.ParameterDeclaration): readonly Argument[] | undefined {
  const symbol = calledSymbol(reader, parameter.parent);
  const index = parameter.parent.parameters.indexOf(parameter);
  if (symbol === undefined || parameter.dotDotDotToken !== undefined || reader.budget.searches === 0) {
    return undefined;
  }
  reader.budget.searches -= 1;
  const names = namesOf(reader, symbol);
  const references = reader.files
    .flatMap((file) => (isLoadedLater(file, symbol) ? ['escapes' as const] : referencesIn(reader, file, names, symbol)));
  const passed = references.map((reference) => (reference === 'escapes' ? undefined : passedAt(reader, reference, index)));
  return passed.every((argument) => argument !== undefined) ? passed : undefined;
}

type Call = ts.CallExpression | ts.NewExpression | ts.JsxOpeningLikeElement;

/** The name under which a function, a class or a component is called. */
function calledSymbol(reader: ExpressionReader, called: ts.SignatureDeclaration): ts.Symbol | undefined {
  const { ts } = reader;
  if (ts.isFunctionDeclaration(called)) {
    return called.name && symbolOf(reader, called.name);
  }
  if (ts.isConstructorDeclaration(called)) {
    return called.parent.name && symbolOf(reader, called.parent.name);
  }
  if (!ts.isArrowFunction(called) && !ts.isFunctionExpression(called)) {
    return undefined;
  }
  let value: ts.Node = called;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) {
    value = value.parent;
  }
  const { parent } = value;
  return ts.isVariableDeclaration(parent) && parent.initializer === value ? symbolOf(reader, parent.name) : undefined;
}

/** Its name, and those that imports and exports give it, over any number of files; `default` may be one of them. */
function namesOf(reader: ExpressionReader, symbol: ts.Symbol): ReadonlySet<string> {
  const namings = reader.files.flatMap(({ statements }) => statements.flatMap((statement) => namingsIn(reader, statement)));
  const names = new Set([symbol.name]);
  for (let known = 0; known < names.size; ) {
    known = names.size;
    for (const { original, name, node } of namings) {
      if (names.has(original) && !names.has(name) && symbolOf(reader, node) === symbol) {
        names.add(name);
      }
    }
  }
  return names;
}

interface Naming {
  readonly original: string;
  readonly name: string;
  readonly node: ts.Node;
}

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
function isLoadedLater(file: ts.SourceFile, symbol: ts.Symbol): boolean {
  const declaring = baseName(symbol.declarations?.[0]?.getSourceFile().fileName ?? '');
  const loaded = Array.from(file.text.matchAll(DYNAMIC_IMPORT), (match) => baseName(match.groups?.['specifier'] ?? ''));
  return loaded.some((name) => name === declaring || declaring === 'index');
}

const DYNAMIC_IMPORT = /\bimport\((?:\s|\/\*[^*]*\*\/)*["'`](?<specifier>[^"'`\n]*)/g;

/** `auth` of `../auth.ts`. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
}

/** The calls in a file, and `escapes` for each place where the function is handed on as a value. */
function referencesIn(
  reader: ExpressionReader,
  file: ts.SourceFile,
  names: ReadonlySet<string>,
  symbol: ts.Symbol,
): readonly (Call | 'escapes')[] {
  const { ts } = reader;
  const found: (Call | 'escapes')[] = [];
  const visit = (node: ts.Node): void => {
    const reference = ts.isIdentifier(node) && names.has(node.text) ? classify(reader, node, symbol) : 'none';
    if (reference !== 'none') {
      found.push(reference);
    }
    ts.forEachChild(node, visit);
  };
  if ([...names].some((name) => file.text.includes(name))) {
    visit(file);
  }
  return found;
}

/** `none` for a mention that calls nothing. */
function classify(reader: ExpressionReader, identifier: ts.Identifier, symbol: ts.Symbol): Call | 'none' | 'escapes' {
  const { ts, checker } = reader;
  if (symbolOf(reader, identifier) !== symbol) {
    // `const { make } = await import('./auth')` makes a variable of its own.
    const isSame = (): boolean => checker.getTypeAtLocation(identifier).symbol === checker.getTypeOfSymbol(symbol).symbol;
    return ts.isBindingElement(identifier.parent) && isSame() ? 'escapes' : 'none';
  }
  let callee: ts.Node = identifier;
  while (ts.isParenthesizedExpression(callee.parent) || ts.isNonNullExpression(callee.parent)
    || (ts.isPropertyAccessExpression(callee.parent) && callee.parent.name === callee)) {
    callee = callee.parent;
  }
  const { parent } = callee;
  if (((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === callee)
    || ((ts.isJsxOpeningElement(parent) || ts.isJsxSelfClosingElement(parent)) && parent.tagName === callee)) {
    return parent;
  }
  const isMention = ts.isJsxClosingElement(parent) || ts.isPartOfTypeNode(callee) || ts.isTypeQueryNode(parent)
    || ts.isImportClause(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)
    || ((ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isVariableDeclaration(parent)) && parent.name === callee);
  return isMention ? 'none' : 'escapes';
}

function passedAt(reader: ExpressionReader, call: Call, index: number): Argument | undefined {
  const { ts } = reader;
  if (ts.isJsxOpeningElement(call) || ts.isJsxSelfClosingElement(call)) {
    return index === 0 ? { node: call.attributes, frame: OUTERMOST } : undefined;
  }
  const given = call.arguments ?? [];
  if (given.slice(0, index + 1).some((argument) => ts.isSpreadElement(unwrap(reader, argument)))) {
    return undefined;
  }
  const node = given[index];
  return node === undefined ? 'absent' : { node, frame: OUTERMOST };
}
