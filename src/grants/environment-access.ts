import type ts from 'typescript';
import { isChangedLater } from './changed-later.ts';
import { accessedName, symbolOf, unwrap, type ExpressionReader, type Frame } from './expression-reader.ts';

/** An environment variable as an expression reads it. */
export interface EnvironmentAccess {
  /** `undefined` where the name of the variable is computed. */
  readonly key: string | undefined;
  /** `import.meta.env.KEY`. */
  readonly written: string;
}

/** Recognises `process.env.KEY`, `import.meta.env['KEY']`, and the same through a variable that stands for one of the two objects. */
export function environmentAccess(reader: ExpressionReader, node: ts.Expression, frame: Frame): EnvironmentAccess | undefined {
  const { ts } = reader;
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) {
    return undefined;
  }
  const object = environmentObject(reader, node.expression);
  if (object === undefined) {
    return undefined;
  }
  const key = accessedName(reader, node, frame);
  return { key, written: `${object}.${key ?? '[…]'}` };
}

/** `process.env` or `import.meta.env`, if the expression is one of them. */
export function environmentObject(reader: ExpressionReader, node: ts.Expression, depth = 0): string | undefined {
  const { ts } = reader;
  const inner = unwrap(reader, node);
  if (ts.isPropertyAccessExpression(inner) && inner.name.text === 'env') {
    const owner = unwrap(reader, inner.expression);
    return isImportMeta(reader, owner) ? 'import.meta.env' : isProcess(reader, owner) ? 'process.env' : undefined;
  }
  if (!ts.isIdentifier(inner) || depth > MAXIMUM_DEPTH) {
    return undefined;
  }
  if (isImportedFromProcess(reader, inner, 'env')) {
    return 'process.env';
  }
  const symbol = symbolOf(reader, inner);
  const declaration = symbol?.valueDeclaration;
  if (declaration === undefined || isReassigned(reader, symbol, declaration)) {
    return undefined;
  }
  if (ts.isBindingElement(declaration)) {
    return isTakenFromProcess(reader, declaration) ? 'process.env' : undefined;
  }
  return ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    ? environmentObject(reader, declaration.initializer, depth + 1)
    : undefined;
}

function isReassigned(reader: ExpressionReader, symbol: ts.Symbol | undefined, declaration: ts.Declaration): boolean {
  const { ts } = reader;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return !isConst && symbol !== undefined && isChangedLater(reader, symbol, [declaration.getSourceFile()]);
}

/** `const { env } = process`, under any name; a default is never taken. */
function isTakenFromProcess(reader: ExpressionReader, element: ts.BindingElement): boolean {
  const { ts } = reader;
  const owner = element.parent.parent;
  const name = element.propertyName ?? element.name;
  return ts.isObjectBindingPattern(element.parent) && element.dotDotDotToken === undefined
    && ts.isIdentifier(name) && name.text === 'env'
    && ts.isVariableDeclaration(owner) && owner.initializer !== undefined && isProcess(reader, unwrap(reader, owner.initializer));
}

/** A chain of variables that stand for each other: as far as whatever else is followed. */
const MAXIMUM_DEPTH = 60;

function isImportMeta({ ts }: ExpressionReader, node: ts.Expression): boolean {
  return ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword;
}

/** The global of that name, and not a variable of the application. */
function isProcess(reader: ExpressionReader, node: ts.Expression): boolean {
  const { ts, checker } = reader;
  if (ts.isPropertyAccessExpression(node)) {
    const owner = unwrap(reader, node.expression);
    return node.name.text === 'process' && ts.isIdentifier(owner) && owner.text === 'globalThis';
  }
  if (!ts.isIdentifier(node)) {
    return false;
  }
  if (isImportedFromProcess(reader, node, 'default')) {
    return true;
  }
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
  return node.text === 'process' && declarations.every((declaration) => isAmbient(reader, declaration));
}

function isAmbient({ ts }: ExpressionReader, declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().isDeclarationFile || (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) !== 0;
}

/** `import process from 'node:process'`, `import * as process from 'process'`, `import { env } from 'node:process'`. */
function isImportedFromProcess({ ts, checker }: ExpressionReader, node: ts.Identifier, what: 'env' | 'default'): boolean {
  const declaration = checker.getSymbolAtLocation(node)?.declarations?.[0];
  if (declaration === undefined) {
    return false;
  }
  const name = ts.isImportSpecifier(declaration) ? (declaration.propertyName ?? declaration.name).text : 'default';
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
  const module = statement !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : '';
  return name === what && (module === 'process' || module === 'node:process');
}
