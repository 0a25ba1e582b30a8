import type ts from 'typescript';
import type { TypeScript } from './typescript.ts';

/** A place that takes a member from a value by a name that stands in the source. */
export interface MemberReference {
  readonly kind: 'access' | 'pattern' | 'assignment';
  readonly member: string;
  /** Where the member is named. */
  readonly name: ts.Node;
  /** The expression or pattern whose type has the member. */
  readonly receiver: ts.Node;
}

/** The members that a node itself (not its children) takes from a value. */
export function memberReferences(ts: TypeScript, node: ts.Node): readonly MemberReference[] {
  if (ts.isPropertyAccessExpression(node)) {
    return isNoUse(ts, node) ? [] : [{ kind: 'access', member: node.name.text, name: node.name, receiver: node.expression }];
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    const { argumentExpression: name, expression: receiver } = node;
    return isNoUse(ts, node) ? [] : [{ kind: 'access', member: name.text, name, receiver }];
  }
  if (ts.isObjectBindingPattern(node)) {
    return node.elements.flatMap((element) => {
      const name = element.propertyName ?? element.name;
      const member = element.dotDotDotToken === undefined ? nameText(ts, name) : undefined;
      return member === undefined ? [] : [{ kind: 'pattern' as const, member, name, receiver: node }];
    });
  }
  if (ts.isObjectLiteralExpression(node) && isAssignmentPattern(ts, node)) {
    return node.properties.flatMap((property) => {
      const member = property.name === undefined ? undefined : nameText(ts, property.name);
      return property.name === undefined || member === undefined
        ? []
        : [{ kind: 'assignment' as const, member, name: property.name, receiver: node }];
    });
  }
  return [];
}

/** `c[name]`, where which member is meant takes a type to say. */
export function isComputedAccess(ts: TypeScript, node: ts.Node): node is ts.ElementAccessExpression {
  return (
    ts.isElementAccessExpression(node) &&
    !ts.isStringLiteralLike(node.argumentExpression) &&
    !ts.isNumericLiteral(node.argumentExpression) &&
    !isNoUse(ts, node)
  );
}

/** `({ create } = tasks)`, `for ({ create } of all)`, and patterns inside such patterns. */
export function isAssignmentPattern(ts: TypeScript, object: ts.ObjectLiteralExpression): boolean {
  let node: ts.Node = object;
  for (;;) {
    const { parent } = node;
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      return parent.left === node;
    }
    if (ts.isForOfStatement(parent)) {
      return parent.initializer === node;
    }
    if (ts.isPropertyAssignment(parent) && parent.initializer === node) {
      node = parent.parent;
    } else if (ts.isArrayLiteralExpression(parent)) {
      node = parent;
    } else {
      return false;
    }
  }
}

/** The access is written to, deleted or asked for its `typeof`: nothing can be called through it. */
function isNoUse(ts: TypeScript, access: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  const { parent } = access;
  return (
    ts.isTypeOfExpression(parent) ||
    ts.isDeleteExpression(parent) ||
    (ts.isBinaryExpression(parent) && parent.left === access && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
  );
}

function nameText(ts: TypeScript, name: ts.Node): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) {
    return name.text;
  }
  return ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : undefined;
}
