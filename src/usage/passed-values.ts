import type ts from 'typescript';
import { unwrap } from '../grants/expression-reader.ts';
import { isAssignmentPattern } from './member-references.ts';
import type { TypeScript } from './typescript.ts';

/**
 * The values that a node hands to something else: arguments, attributes, properties, results, and what is assigned to a place with a type
 * of its own. Wrappers are taken off and conditions split, so that each is an expression whose own type says what is handed over.
 */
export function passedValues(ts: TypeScript, node: ts.Node): readonly ts.Expression[] {
  const expressions = handedOver(ts, node);
  return expressions.length === 0
    ? expressions
    : expressions.flatMap((expression) => possibleValues(ts, expression)).filter((value) => carriesClient(ts, value));
}

/** The expressions whose value an expression may have. */
export function possibleValues(ts: TypeScript, expression: ts.Expression): readonly ts.Expression[] {
  const values: ts.Expression[] = [];
  // A list instead of recursion: a choice between ten thousand is ten thousand levels deep.
  const pending: ts.Expression[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = unwrap({ ts }, node);
    const choices = choicesOf(ts, inner);
    if (choices === undefined) {
      values.push(inner);
    } else {
      pending.push(...choices);
    }
  }
  return values;
}

/** What an expression with a choice in it may come to; `undefined` for one without. */
function choicesOf(ts: TypeScript, expression: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isConditionalExpression(expression)) {
    return [expression.whenTrue, expression.whenFalse];
  }
  if (!ts.isBinaryExpression(expression)) {
    return undefined;
  }
  switch (expression.operatorToken.kind) {
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return [expression.left, expression.right];
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.CommaToken:
      return [expression.right];
    default:
      return undefined;
  }
}

function handedOver(ts: TypeScript, node: ts.Node): readonly ts.Expression[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return node.arguments ?? [];
  }
  if (ts.isJsxAttribute(node)) {
    return node.initializer !== undefined && ts.isJsxExpression(node.initializer) ? present(node.initializer.expression) : [];
  }
  if (ts.isJsxSpreadAttribute(node) || ts.isSpreadElement(node) || ts.isSpreadAssignment(node) || ts.isReturnStatement(node)) {
    return present(node.expression);
  }
  if (ts.isPropertyAssignment(node)) {
    return isAssignmentPattern(ts, node.parent) ? [] : [node.initializer];
  }
  if (ts.isShorthandPropertyAssignment(node)) {
    return isAssignmentPattern(ts, node.parent) ? [] : [node.name];
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements;
  }
  if (ts.isArrowFunction(node)) {
    return ts.isBlock(node.body) ? [] : [node.body];
  }
  if (ts.isBinaryExpression(node)) {
    const takesApart = ts.isObjectLiteralExpression(node.left) || ts.isArrayLiteralExpression(node.left);
    return node.operatorToken.kind === ts.SyntaxKind.EqualsToken && !takesApart ? [node.right] : [];
  }
  // Without a type annotation the place takes the type of the value, and nothing is lost.
  if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
    return node.type === undefined ? [] : present(node.initializer);
  }
  return [];
}

function present(expression: ts.Expression | undefined): readonly ts.Expression[] {
  return expression === undefined ? [] : [expression];
}

/** Leaves out literals, functions and operators: what they make is no client, and asking for their type is dear. */
function carriesClient(ts: TypeScript, node: ts.Expression): boolean {
  return (
    (ts.isIdentifier(node) && node.text !== 'undefined') ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isAwaitExpression(node) ||
    node.kind === ts.SyntaxKind.ThisKeyword
  );
}
