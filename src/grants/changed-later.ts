import type ts from 'typescript';
import { isSameSymbol, symbolOf, type ExpressionReader } from './expression-reader.ts';
import { identifiersIn } from './identifiers.ts';

/**
 * A variable, or what it holds, is changed somewhere in one of the files: assigned, `list.push(…)`, `config.scope = …`.
 * A change through another name is not seen.
 */
export function isChangedLater(reader: ExpressionReader, symbol: ts.Symbol, files: Iterable<ts.SourceFile>): boolean {
  const mentions = [...new Set(files)]
    .filter((file) => !file.isDeclarationFile)
    .flatMap((file) => identifiersIn(reader.ts, file).get(symbol.name) ?? []);
  return mentions.some((identifier) => changes(reader, identifier) && isSameSymbol(symbolOf(reader, identifier), symbol));
}

const CHANGING_METHODS: ReadonlySet<string> = new Set([
  'push', 'unshift', 'splice', 'pop', 'shift', 'fill', 'copyWithin', 'add', 'delete', 'set', 'clear',
]);
const CHANGING_FUNCTIONS: ReadonlySet<string> = new Set(['assign', 'defineProperty', 'defineProperties', 'set']);

function changes(reader: ExpressionReader, identifier: ts.Identifier): boolean {
  const { ts } = reader;
  const isMember = ts.isPropertyAccessExpression(identifier.parent) && identifier.parent.name === identifier;
  let target: ts.Node = isMember ? identifier.parent : identifier;
  let method = '';
  while (isAround(reader, target.parent) && target.parent.expression === target) {
    target = target.parent;
    method = ts.isPropertyAccessExpression(target) ? target.name.text : method;
    if (reader.subject.passedOver.has(method)) {
      return false;
    }
  }
  const { parent } = target;
  if (ts.isCallExpression(parent)) {
    const called = parent.expression;
    return called === target
      ? CHANGING_METHODS.has(method)
      : parent.arguments[0] === target && ts.isPropertyAccessExpression(called) && CHANGING_FUNCTIONS.has(called.name.text);
  }
  return ts.isDeleteExpression(parent) || isCounted(reader, parent) || isAssigned(reader, target);
}

function isAround({ ts }: ExpressionReader, node: ts.Node): node is ts.Node & { readonly expression: ts.Expression } {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node)
    || ts.isParenthesizedExpression(node) || ts.isAsExpression(node);
}

function isCounted({ ts }: ExpressionReader, node: ts.Node): boolean {
  return (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    && (node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken);
}

/** Also inside a pattern: `[scope] = …`, `({ scope } = …)`. */
function isAssigned({ ts }: ExpressionReader, node: ts.Node): boolean {
  const isPatternAround = (inner: ts.Node, outer: ts.Node): boolean =>
    ts.isArrayLiteralExpression(outer) || ts.isObjectLiteralExpression(outer) || ts.isShorthandPropertyAssignment(outer)
    || ts.isSpreadElement(outer) || (ts.isPropertyAssignment(outer) && outer.initializer === inner);
  let target = node;
  while (isPatternAround(target, target.parent)) {
    target = target.parent;
  }
  const { parent } = target;
  return isAssignmentTo(ts, parent, target) || ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === target);
}

/** `target = …`, `target += …`. */
export function isAssignmentTo(ts: ExpressionReader['ts'], node: ts.Node, target: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.left === target
    && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
}
