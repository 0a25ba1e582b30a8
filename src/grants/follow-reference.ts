import type ts from 'typescript';
import { callersOf, type PassedArgument } from './arguments-of-callers.ts';
import { isAssignmentTo, isChangedLater } from './changed-later.ts';
import { environmentAccess, environmentObject } from './environment-access.ts';
import { accessedName, deeper, isSameSymbol, symbolOf, type Argument, type ExpressionReader, type Frame } from './expression-reader.ts';
import { findProperty, propertyOf } from './find-property.ts';
import { expression, unknown, type Found } from './found.ts';
import { identifiersIn } from './identifiers.ts';
import { isOverridden } from './overridden-field.ts';

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
    return [unknown(node, `${reader.subject.are} put together in too many steps`)];
  }
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(reader, node);
    return symbol === undefined ? [undeclared(reader, node, node.text)] : followSymbol(reader, symbol, node, next);
  }
  const variable = environmentAccess(reader, node, next);
  if (variable?.key !== undefined) {
    return [{ kind: 'environment', node, key: variable.key, written: variable.written }];
  }
  const name = accessedName(reader, node, next);
  if (name === undefined) {
    return [unknown(node, `${reader.subject.come} from a property whose name is computed`)];
  }
  const found = findProperty(reader, node.expression, name, next);
  if (found.some(({ kind }) => kind !== 'unknown')) {
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
  if (ts.isPropertyDeclaration(declaration) || ts.isParameter(declaration) || isFieldAssignment(ts, declaration)) {
    return owner.kind === ts.SyntaxKind.ThisKeyword || (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
  }
  return ts.isEnumMember(declaration) || ts.isVariableDeclaration(declaration) || ts.isExportAssignment(declaration);
}

/** `this.name = …` in JavaScript, where that declares the field. */
function isFieldAssignment(ts: ExpressionReader['ts'], declaration: ts.Declaration): boolean {
  const target: ts.Node = ts.isBinaryExpression(declaration) ? declaration.left : declaration;
  return ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword;
}

function followSymbol(reader: ExpressionReader, symbol: ts.Symbol, use: Reference, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) {
    return [undeclared(reader, use, ts.isIdentifier(use) ? use.text : symbol.name)];
  }
  if (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration) || ts.isParameter(declaration)) {
    return isChangedLater(reader, symbol, [declaration.getSourceFile(), use.getSourceFile()])
      ? [unknown(use, `${reader.subject.come} from ${symbol.name}, which is changed after its declaration`)]
      : ts.isBindingElement(declaration) ? followBinding(reader, declaration, use, frame) : followVariable(reader, declaration, use, frame);
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
    return [isExpression ? expression(statement.expression, frame) : unknown(use, `${reader.subject.come} from a module`)];
  }
  return followField(reader, symbol, declaration, use, frame);
}

/** A field that has the same value in every object of its class. */
function followField(reader: ExpressionReader, symbol: ts.Symbol, declaration: ts.Declaration, use: Reference, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const initializer = ts.isPropertyDeclaration(declaration) ? declaration.initializer : undefined;
  const assigned = initializer === undefined ? assignedInConstructor(reader, symbol, declaration) : undefined;
  const value = initializer ?? assigned?.right;
  const first = assigned !== undefined && ts.isPropertyAccessExpression(assigned.left) ? assigned.left.name : undefined;
  if (value === undefined || isChangedLater(reader, symbol, [declaration.getSourceFile(), use.getSourceFile()], first)) {
    return [unknown(use, `${reader.subject.come} from ${symbol.name}, which the code sets at run time`)];
  }
  const isOfThis = ts.isPropertyAccessExpression(use) && use.expression.kind === ts.SyntaxKind.ThisKeyword;
  return isOfThis && isOverridden(reader, symbol, declaration)
    ? [unknown(use, `${reader.subject.come} from ${symbol.name}, which a subclass has, too`)]
    : [expression(value, frame)];
}

/** What the constructor of a class gives a field, where nothing else does. */
function assignedInConstructor(reader: ExpressionReader, symbol: ts.Symbol, declaration: ts.Declaration): ts.BinaryExpression | undefined {
  const { ts } = reader;
  const mentions = identifiersIn(ts, declaration.getSourceFile()).get(symbol.name) ?? [];
  const [only] = mentions.flatMap(({ parent }) => (
    ts.isPropertyAccessExpression(parent) && isAssignmentTo(ts, parent.parent, parent) && isSameSymbol(symbolOf(reader, parent.name), symbol)
      ? [parent.parent]
      : []
  ));
  if (only?.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isExpressionStatement(only.parent)) {
    return undefined;
  }
  const owner = only.parent.parent.parent as ts.Node | undefined;
  return owner !== undefined && ts.isConstructorDeclaration(owner) ? only : undefined;
}

/** What a variable or a parameter holds that is not taken apart. */
type Held = Exclude<Found, { kind: 'environment' | 'defaulted' }>;

function followVariable(
  reader: ExpressionReader,
  declaration: ts.VariableDeclaration | ts.ParameterDeclaration,
  use: ts.Node,
  frame: Frame,
): readonly Held[] {
  const { ts } = reader;
  if (ts.isParameter(declaration)) {
    return followParameter(reader, declaration, use, frame);
  }
  return declaration.initializer === undefined
    ? [unknown(use, `${reader.subject.come} from ${declaration.name.getText()}, which gets its value later`)]
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
    return [unknown(use, `${reader.subject.come} from a destructuring that is not followed`)];
  }
  const first = followVariable(reader, owner, use, frame).flatMap((found) => memberOf(reader, found, name));
  return element.initializer === undefined ? first : [{ kind: 'defaulted', node: element, first, second: element.initializer, frame }];
}

function memberOf(reader: ExpressionReader, found: Held, name: string): readonly Found[] {
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
  }
}

/** What callers pass for a parameter. */
export function followParameter(
  reader: ExpressionReader,
  parameter: ts.ParameterDeclaration,
  use: ts.Node,
  frame: Frame,
): readonly Held[] {
  const entered = frame.parameters.get(parameter);
  if (entered !== undefined) {
    return [foundIn(reader, entered, parameter, use, frame)];
  }
  const name = reader.ts.isIdentifier(parameter.name) ? ` ${parameter.name.text}` : '';
  const others = unknown(use, `${reader.subject.come} from the parameter${name}, which each caller decides`);
  if (reader.trace !== undefined && reader.trace.open === parameter.parent) {
    reader.trace.parameters.add(parameter);
    return [others];
  }
  const { passed, isComplete } = callersOf(reader, parameter);
  if (reader.trace !== undefined && (passed.length > 1 || !isComplete)) {
    reader.trace.joinsCallers = true;
  }
  if (!isComplete || passed.length === 0) {
    return [...passed.map((one) => foundAtCaller(reader, one, parameter, use, frame)), others];
  }
  return passed.map((one) => foundAtCaller(reader, one, parameter, use, frame));
}

function foundAtCaller(
  reader: ExpressionReader,
  { call, argument }: PassedArgument,
  parameter: ts.ParameterDeclaration,
  use: ts.Node,
  frame: Frame,
): Held {
  const callers = [{ call, entered: parameter.parent }, ...frame.callers];
  return argument === 'absent'
    ? foundIn(reader, argument, parameter, use, { ...frame, callers })
    : foundIn(reader, { ...argument, frame: { ...argument.frame, callers } }, parameter, use, frame);
}

function foundIn(
  { ts }: ExpressionReader,
  argument: Argument,
  { initializer }: ts.ParameterDeclaration,
  use: ts.Node,
  frame: Frame,
): Held {
  if (argument === 'absent') {
    return initializer === undefined ? { kind: 'absent', node: use } : expression(initializer, frame);
  }
  const outside = { ...argument.frame, depth: frame.depth };
  return ts.isJsxAttributes(argument.node)
    ? { kind: 'attributes', node: argument.node, frame: outside }
    : expression(argument.node, outside);
}

function undeclared(reader: ExpressionReader, node: ts.Node, name: string): Found {
  return unknown(node, `${reader.subject.come} from ${name}, which ${name === 'globalThis' ? 'any code may change' : 'is not declared'}`);
}
