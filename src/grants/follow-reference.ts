import type ts from 'typescript';
import { argumentsOfCallers } from './arguments-of-callers.ts';
import { isChangedLater } from './changed-later.ts';
import { environmentObject } from './environment-access.ts';
import { accessedName, deeper, symbolOf, type Argument, type ExpressionReader, type Frame } from './expression-reader.ts';
import { findProperty, propertyOf } from './find-property.ts';
import { expression, unknown, type Found } from './found.ts';

/** An expression that names something. */
export type Reference = ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression;

export function isReference(ts: ExpressionReader['ts'], node: ts.Expression): node is Reference {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** What a variable or a property holds; several where that is decided at run time. */
export function followReference(reader: ExpressionReader, node: Reference, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const next = deeper(reader, frame);
  if (next === undefined) {
    return [unknown(node, 'the scopes are put together in too many steps')];
  }
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(reader, node);
    return symbol === undefined ? [undeclared(node, node.text)] : followSymbol(reader, symbol, node, next);
  }
  const name = accessedName(reader, node, next);
  if (name === undefined) {
    return [unknown(node, 'the scopes come from a property whose name is computed')];
  }
  const found = findProperty(reader, node.expression, name, next);
  if (found.every(({ kind }) => kind !== 'unknown')) {
    return found;
  }
  const symbol = symbolOf(reader, ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression);
  return symbol !== undefined && isFixedMember(reader, symbol, node.expression) ? followSymbol(reader, symbol, node, next) : found;
}

/**
 * A member of an enum, of a module or of a class, which the declaration itself gives its value. The property of an object is none:
 * another object of the same type may hold something else.
 */
function isFixedMember({ ts }: ExpressionReader, symbol: ts.Symbol, owner: ts.Expression): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) {
    return false;
  }
  if (ts.isPropertyDeclaration(declaration)) {
    return owner.kind === ts.SyntaxKind.ThisKeyword || (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
  }
  return ts.isEnumMember(declaration) || ts.isVariableDeclaration(declaration) || ts.isExportAssignment(declaration);
}

function followSymbol(reader: ExpressionReader, symbol: ts.Symbol, use: Reference, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) {
    return [undeclared(use, ts.isIdentifier(use) ? use.text : symbol.name)];
  }
  if (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration) || ts.isParameter(declaration)) {
    return isChangedLater(reader, symbol, [declaration.getSourceFile(), use.getSourceFile()])
      ? [unknown(use, `the scopes come from ${symbol.name}, which is changed after its declaration`)]
      : followVariable(reader, declaration, use, frame);
  }
  if (ts.isPropertyAssignment(declaration) || ts.isEnumMember(declaration)) {
    const { initializer } = declaration;
    return [initializer === undefined ? unknown(use, `${symbol.name} is no text`) : expression(initializer, frame)];
  }
  if (ts.isShorthandPropertyAssignment(declaration)) {
    return [expression(declaration.name, frame)];
  }
  if (ts.isExportAssignment(declaration)) {
    return [expression(declaration.expression, frame)];
  }
  if (ts.isSourceFile(declaration)) {
    // An imported JSON file is one expression.
    const [statement] = declaration.statements;
    const isExpression = statement !== undefined && ts.isExpressionStatement(statement);
    return [isExpression ? expression(statement.expression, frame) : unknown(use, 'the scopes come from a module')];
  }
  const initializer = ts.isPropertyDeclaration(declaration) ? declaration.initializer : undefined;
  return initializer === undefined || isChangedLater(reader, symbol, [declaration.getSourceFile(), use.getSourceFile()])
    ? [unknown(use, `the scopes come from ${symbol.name}, which the code sets at run time`)]
    : [expression(initializer, frame)];
}

function followVariable(
  reader: ExpressionReader,
  declaration: ts.VariableDeclaration | ts.BindingElement | ts.ParameterDeclaration,
  use: ts.Node,
  frame: Frame,
): readonly Found[] {
  const { ts } = reader;
  if (ts.isBindingElement(declaration)) {
    return followBinding(reader, declaration, use, frame);
  }
  if (ts.isParameter(declaration)) {
    return followParameter(reader, declaration, use, frame);
  }
  return declaration.initializer === undefined
    ? [unknown(use, `the scopes come from ${declaration.name.getText()}, which gets its value later`)]
    : [expression(declaration.initializer, frame)];
}

/** `const { scope } = config`, and a parameter that is taken apart in the same way. */
function followBinding(reader: ExpressionReader, element: ts.BindingElement, use: ts.Node, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const named = element.propertyName ?? element.name;
  const name = ts.isIdentifier(named) || ts.isStringLiteral(named) ? named.text : undefined;
  const owner = element.parent.parent;
  const isPlain = ts.isObjectBindingPattern(element.parent) && element.dotDotDotToken === undefined && !ts.isBindingElement(owner);
  if (!isPlain || name === undefined) {
    return [unknown(use, 'the scopes come from a destructuring that is not followed')];
  }
  const first = followVariable(reader, owner, use, frame).flatMap((found) => memberOf(reader, found, name));
  return element.initializer === undefined ? first : [{ kind: 'defaulted', node: element, first, second: element.initializer, frame }];
}

function memberOf(reader: ExpressionReader, found: Found, name: string): readonly Found[] {
  switch (found.kind) {
    case 'expression': {
      const variables = environmentObject(reader, found.node);
      return variables === undefined
        ? findProperty(reader, found.node, name, found.frame)
        : [{ kind: 'environment', node: found.node, key: name, written: `${variables}.${name}` }];
    }
    case 'attributes':
      return propertyOf(reader, found, name);
    case 'absent': case 'unknown':
      return [found];
    case 'environment': case 'defaulted':
      return [unknown(found.node, 'the scopes come from a destructuring that is not followed')];
  }
}

function followParameter(reader: ExpressionReader, parameter: ts.ParameterDeclaration, use: ts.Node, frame: Frame): readonly Found[] {
  const entered = frame.parameters.get(parameter);
  const passed = entered === undefined ? argumentsOfCallers(reader, parameter) : [entered];
  if (passed === undefined || passed.length === 0) {
    const name = reader.ts.isIdentifier(parameter.name) ? ` ${parameter.name.text}` : '';
    return [unknown(use, `the scopes come from the parameter${name}, which each caller decides`)];
  }
  const { initializer } = parameter;
  const otherwise: Found = initializer === undefined ? { kind: 'absent', node: use } : expression(initializer, frame);
  return passed.map((argument) => (argument === 'absent' ? otherwise : foundIn(reader, argument, frame)));
}

function foundIn({ ts }: ExpressionReader, argument: Exclude<Argument, 'absent'>, frame: Frame): Found {
  const { node } = argument;
  const callers = { ...argument.frame, depth: frame.depth };
  return ts.isJsxAttributes(node) ? { kind: 'attributes', node, frame: callers } : expression(node, callers);
}

function undeclared(node: ts.Node, name: string): Found {
  return unknown(node, `the scopes come from ${name}, which is not declared`);
}
