import type ts from 'typescript';
import { isChangedLater } from './changed-later.ts';
import { environmentObject } from './environment-access.ts';
import { accessedName, constantText, deeper, symbolOf, unwrap, type ExpressionReader, type Frame } from './expression-reader.ts';
import { functionResults } from './function-results.ts';

/** What stands behind a name: an expression that can be read in its turn, or why there is none. */
export type Found =
  | { readonly kind: 'expression'; readonly node: ts.Expression; readonly frame: Frame }
  /** `const { KEY } = process.env`. */
  | { readonly kind: 'environment'; readonly key: string; readonly written: string; readonly node: ts.Node }
  /** `const { scope = 'OR.Jobs' } = config`. */
  | { readonly kind: 'defaulted'; readonly first: readonly Found[]; readonly second: ts.Expression; readonly frame: Frame; readonly node: ts.Node }
  | { readonly kind: 'absent'; readonly node: ts.Node }
  | { readonly kind: 'unknown'; readonly reason: string; readonly node: ts.Node };

/** What a variable or a property holds; several where that is decided at run time. */
export function followReference(
  reader: ExpressionReader,
  node: ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression,
  frame: Frame,
): readonly Found[] {
  const { ts } = reader;
  const next = deeper(reader, frame);
  if (next === undefined) {
    return [unknown(node, 'the scopes are put together in too many steps')];
  }
  if (ts.isIdentifier(node)) {
    const symbol = symbolOf(reader, node);
    return symbol === undefined ? [unknown(node, `the scopes come from ${node.text}, which is not declared`)] : followSymbol(reader, symbol, node, next);
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

/** What a property of an object holds, whichever expression the object comes from. */
export function findProperty(reader: ExpressionReader, object: ts.Expression, name: string, frame: Frame): readonly Found[] {
  return objectsOf(reader, object, frame).flatMap((found) => {
    switch (found.kind) {
      case 'object':
        return propertyOf(reader, found.node, name, found.frame);
      case 'absent':
        return [found];
      case 'unknown':
        return lacksProperty(reader, object, name) ? [{ kind: 'absent', node: found.node } as const] : [found];
    }
  });
}

/** The object literals that an expression can stand for. */
export function objectsOf(reader: ExpressionReader, node: ts.Expression, frame: Frame): readonly FoundObject[] {
  const { ts } = reader;
  const next = deeper(reader, frame);
  const inner = unwrap(reader, node);
  if (next === undefined) {
    return [unknown(inner, 'the options of the client are put together in too many steps')];
  }
  if (ts.isObjectLiteralExpression(inner)) {
    return [{ kind: 'object', node: inner, frame: next }];
  }
  if (isNothing(reader, inner)) {
    return [{ kind: 'absent', node: inner }];
  }
  if (ts.isConditionalExpression(inner)) {
    return [...objectsOf(reader, inner.whenTrue, next), ...objectsOf(reader, inner.whenFalse, next)];
  }
  if (ts.isBinaryExpression(inner)) {
    return combined(reader, inner, next);
  }
  const found = isReference(ts, inner) ? followReference(reader, inner, next) : ts.isCallExpression(inner) ? functionResults(reader, inner, next) : undefined;
  return (found ?? [unknown(inner, 'the options of the client are computed')]).flatMap((one) => objectsIn(reader, one));
}

export type FoundObject =
  | { readonly kind: 'object'; readonly node: ts.ObjectLiteralExpression; readonly frame: Frame }
  | Extract<Found, { kind: 'absent' | 'unknown' }>;

/** An expression that names something. */
export function isReference(
  { isIdentifier, isPropertyAccessExpression, isElementAccessExpression }: ExpressionReader['ts'],
  node: ts.Expression,
): node is ts.Identifier | ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return isIdentifier(node) || isPropertyAccessExpression(node) || isElementAccessExpression(node);
}

/** `undefined`, `null`, `false`, `void 0`. */
export function isNothing({ ts }: ExpressionReader, node: ts.Expression): boolean {
  return (ts.isIdentifier(node) && node.text === 'undefined') || ts.isVoidExpression(node)
    || node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
}

/** Looks a property up in an object literal, the last one first: it overrides those before it. */
export function propertyOf(reader: ExpressionReader, object: ts.ObjectLiteralExpression, name: string, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const overriding: Found[] = [];
  for (const property of object.properties.toReversed()) {
    if (ts.isSpreadAssignment(property)) {
      const found = findProperty(reader, property.expression, name, frame);
      overriding.push(...found.filter(({ kind }) => kind !== 'absent'));
      if (found.every(({ kind }) => kind !== 'absent')) {
        return overriding;
      }
      continue;
    }
    const written = ts.isComputedPropertyName(property.name) ? constantText(reader, property.name.expression, frame) : property.name.text;
    if (written === undefined) {
      return [...overriding, unknown(property, 'the options of the client have a property whose name is computed')];
    }
    if (written !== name) {
      continue;
    }
    const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
    return [...overriding, value === undefined ? unknown(property, `${name} is computed by a method`) : expression(value, frame)];
  }
  return [...overriding, { kind: 'absent', node: object }];
}

/**
 * A member of an enum, of a module or of a class, which the declaration itself gives its value. The property of an object is none:
 * another object of the same type may hold something else.
 */
function isFixedMember({ ts }: ExpressionReader, symbol: ts.Symbol, owner: ts.Expression): boolean {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined || ts.isEnumMember(declaration) || ts.isVariableDeclaration(declaration) || ts.isExportAssignment(declaration)) {
    return declaration !== undefined;
  }
  return ts.isPropertyDeclaration(declaration)
    && (owner.kind === ts.SyntaxKind.ThisKeyword || (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0);
}

function objectsIn(reader: ExpressionReader, found: Found): readonly FoundObject[] {
  switch (found.kind) {
    case 'expression':
      return objectsOf(reader, found.node, found.frame);
    case 'defaulted':
      return [...found.first.flatMap((one) => objectsIn(reader, one)), ...objectsOf(reader, found.second, found.frame)];
    case 'environment':
      return [unknown(found.node, `the options of the client come from ${found.written}`)];
    default:
      return [found];
  }
}

function combined(reader: ExpressionReader, node: ts.BinaryExpression, frame: Frame): readonly FoundObject[] {
  const { ts } = reader;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken: case ts.SyntaxKind.BarBarToken: {
      const first = objectsOf(reader, node.left, frame);
      const others = first.filter(({ kind }) => kind !== 'absent');
      return others.some(({ kind }) => kind === 'unknown') || others.length < first.length ? [...others, ...objectsOf(reader, node.right, frame)] : others;
    }
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return [{ kind: 'absent', node }, ...objectsOf(reader, node.right, frame)];
    default:
      return [unknown(node, 'the options of the client are computed')];
  }
}

function followSymbol(reader: ExpressionReader, named: ts.Symbol, use: ts.Node, frame: Frame): readonly Found[] {
  const { ts, checker } = reader;
  const symbol = named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
  const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
  if (declaration === undefined) {
    return [unknown(use, `the scopes come from ${ts.isIdentifier(use) ? use.text : symbol.name}, which is not declared`)];
  }
  if (ts.isVariableDeclaration(declaration)) {
    return followVariable(reader, symbol, declaration, use, frame);
  }
  if (ts.isBindingElement(declaration)) {
    return isChangedLater(reader, symbol, filesOf(declaration, use)) ? [changed(use, symbol)] : followBinding(reader, declaration, use, frame);
  }
  if (ts.isParameter(declaration)) {
    return isChangedLater(reader, symbol, filesOf(declaration, use)) ? [changed(use, symbol)] : followParameter(reader, declaration, use, frame);
  }
  if (ts.isPropertyAssignment(declaration) || ts.isEnumMember(declaration)) {
    return declaration.initializer === undefined ? [unknown(use, `${symbol.name} is no text`)] : [expression(declaration.initializer, frame)];
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
    return statement !== undefined && ts.isExpressionStatement(statement) ? [expression(statement.expression, frame)] : [unknown(use, 'the scopes come from a module')];
  }
  return ts.isPropertyDeclaration(declaration) && declaration.initializer !== undefined && !isChangedLater(reader, symbol, filesOf(declaration, use))
    ? [expression(declaration.initializer, frame)]
    : [unknown(use, `the scopes come from ${symbol.name}, which the code sets at run time`)];
}

function followVariable(reader: ExpressionReader, symbol: ts.Symbol, declaration: ts.VariableDeclaration, use: ts.Node, frame: Frame): readonly Found[] {
  const { initializer } = declaration;
  if (initializer === undefined) {
    return [unknown(use, `the scopes come from ${symbol.name}, which gets its value later`)];
  }
  return isChangedLater(reader, symbol, filesOf(declaration, use)) ? [changed(use, symbol)] : [expression(initializer, frame)];
}

function followBinding(reader: ExpressionReader, element: ts.BindingElement, use: ts.Node, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const named = element.propertyName ?? element.name;
  const name = ts.isIdentifier(named) || ts.isStringLiteral(named) ? named.text : undefined;
  const owner = element.parent.parent;
  const source = ts.isVariableDeclaration(owner)
    ? owner.initializer && expression(owner.initializer, frame)
    : ts.isParameter(owner) ? followParameter(reader, owner, use, frame)[0] : undefined;
  if (!ts.isObjectBindingPattern(element.parent) || element.dotDotDotToken !== undefined || name === undefined || source === undefined) {
    return [unknown(use, 'the scopes come from a destructuring that is not followed')];
  }
  if (source.kind !== 'expression') {
    return [source];
  }
  const variables = environmentObject(reader, source.node);
  const first: readonly Found[] = variables === undefined
    ? findProperty(reader, source.node, name, source.frame)
    : [{ kind: 'environment', key: name, written: `${variables}.${name}`, node: element }];
  return element.initializer === undefined ? first : [{ kind: 'defaulted', first, second: element.initializer, frame, node: element }];
}

function followParameter(reader: ExpressionReader, parameter: ts.ParameterDeclaration, use: ts.Node, frame: Frame): readonly Found[] {
  const { ts } = reader;
  const argument = frame.parameters.get(parameter);
  if (argument === undefined) {
    const name = ts.isIdentifier(parameter.name) ? ` ${parameter.name.text}` : '';
    return [unknown(use, `the scopes come from the parameter${name}, which each caller decides`)];
  }
  if (argument !== 'absent') {
    return [{ kind: 'expression', node: argument.node, frame: { ...argument.frame, depth: frame.depth } }];
  }
  return parameter.initializer === undefined ? [{ kind: 'absent', node: use }] : [expression(parameter.initializer, frame)];
}

/** The files that can change a variable which both see. */
function filesOf(...nodes: readonly ts.Node[]): readonly ts.SourceFile[] {
  return nodes.map((node) => node.getSourceFile());
}

/** The type of an object that cannot be followed has no such property. */
function lacksProperty({ ts, checker }: ExpressionReader, node: ts.Node, name: string): boolean {
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) =>
    (part.flags & ts.TypeFlags.Object) !== 0
    && checker.getPropertyOfType(part, name) === undefined
    && checker.getIndexInfosOfType(part).length === 0
    && checker.getPropertiesOfType(part).length > 0);
}

function expression(node: ts.Expression, frame: Frame): Found {
  return { kind: 'expression', node, frame };
}

function unknown(node: ts.Node, reason: string): Found & { kind: 'unknown' } {
  return { kind: 'unknown', reason, node };
}

function changed(node: ts.Node, { name }: ts.Symbol): Found {
  return unknown(node, `the scopes come from ${name}, which is changed after its declaration`);
}
