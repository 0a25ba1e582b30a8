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
  const found: Argument[] = [];
  for (const identifier of reader.files.flatMap((file) => (isLoadedLater(file, symbol) ? [undefined] : identifiersIn(reader, file, names)))) {
    const reference = identifier && classify(reader, identifier, symbol);
    if (reference === undefined || reference === 'escapes') {
      return undefined;
    }
    if (reference !== 'none') {
      const argument = passedAt(reader, reference, index);
      if (argument === undefined) {
        return undefined;
      }
      found.push(argument);
    }
  }
  return found;
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

/** Its name, and those that imports and exports give it. */
function namesOf(reader: ExpressionReader, symbol: ts.Symbol): ReadonlySet<string> {
  const { ts } = reader;
  const names = new Set([symbol.name]);
  const add = (name: ts.Node | undefined): void => {
    if (name !== undefined && ts.isIdentifier(name) && symbolOf(reader, name) === symbol) {
      names.add(name.text);
    }
  };
  for (const statement of reader.files.flatMap((file) => file.statements)) {
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const exported = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    const specifiers = [clause?.namedBindings, exported].flatMap((bindings): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] =>
      (bindings !== undefined && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? bindings.elements : []));
    add(clause?.name);
    for (const { name } of specifiers) {
      add(name);
    }
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      add(statement.name);
    }
  }
  return names;
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

function identifiersIn({ ts }: ExpressionReader, file: ts.SourceFile, names: ReadonlySet<string>): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.has(node.text)) {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  if ([...names].some((name) => file.text.includes(name))) {
    visit(file);
  }
  return found;
}

/** A call; `none` for a mention that calls nothing; `escapes` where the function is handed on. */
function classify(reader: ExpressionReader, identifier: ts.Identifier, symbol: ts.Symbol): Call | 'none' | 'escapes' {
  const { ts, checker } = reader;
  if (symbolOf(reader, identifier) !== symbol) {
    // `const { make } = await import('./auth')` makes a variable of its own.
    const isTakenOut = ts.isBindingElement(identifier.parent) && checker.getTypeAtLocation(identifier).symbol === checker.getTypeOfSymbol(symbol).symbol;
    return isTakenOut ? 'escapes' : 'none';
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
  const isMention = ts.isJsxClosingElement(parent) || ts.isImportClause(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)
    || ts.isExportAssignment(parent) || ts.isPartOfTypeNode(callee) || ts.isTypeQueryNode(parent)
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
