import type ts from 'typescript';
import { identifiersIn } from '../grants/identifiers.ts';
import type { ProgramView } from './program-view.ts';

/**
 * Whether code inside of a function runs because the function is called, and with its parameters: in the function itself, or in functions
 * inside of it that do not leave it: `tasks.map((task) => …)`, `useEffect(() => …)`, a handler in JSX, a local function.
 *
 * One that is returned, kept in a field or handed out in an object may run with the parameters of any call.
 */
export function runsWith(view: ProgramView, code: ts.Node, called: ts.SignatureDeclaration): boolean {
  const { ts } = view;
  for (let node: ts.Node = code; node !== called; node = node.parent) {
    if (ts.isSourceFile(node)) {
      return false;
    }
    if (ts.isClassLike(node) || (isFunction(ts, node) && leaves(view, node, called, new Set()))) {
      return false;
    }
  }
  return true;
}

function isFunction(ts: ProgramView['ts'], node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node;
}

/** The value may be found by somebody who did not make this call. */
function leaves(view: ProgramView, value: ts.Node, called: ts.SignatureDeclaration, visited: Set<ts.Node>): boolean {
  const { ts } = view;
  if (visited.has(value)) {
    return false;
  }
  visited.add(value);
  if (ts.isFunctionDeclaration(value)) {
    return value.name === undefined || isMentionedOutside(view, value.name, called, visited);
  }
  let node = value;
  for (;;) {
    const { parent } = node;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      if (parent.expression === node || ts.isExpressionStatement(parent.parent) || isOfLanguage(view, parent)) {
        return false;
      }
    } else if (ts.isVariableDeclaration(parent)) {
      return !ts.isIdentifier(parent.name) || isMentionedOutside(view, parent.name, called, visited);
    } else if (ts.isExpressionStatement(parent) || ts.isJsxExpression(parent) || ts.isIfStatement(parent)) {
      return false;
    } else if (!isSameValue(ts, parent, node)) {
      return true;
    }
    node = parent;
  }
}

/** The value of the parent is that of the node, or has it in a list. */
function isSameValue(ts: ProgramView['ts'], parent: ts.Node, node: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) {
    return parent.right !== node || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken;
  }
  return (
    ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) || ts.isAwaitExpression(parent) || ts.isVoidExpression(parent) ||
    ts.isConditionalExpression(parent) || ts.isArrayLiteralExpression(parent)
  );
}

/** `Promise.all`, `map`: they call what they are given at once, or when something happens. */
function isOfLanguage(view: ProgramView, { expression: callee }: ts.CallExpression | ts.NewExpression): boolean {
  const { ts } = view;
  const symbol = view.questions.symbolOf(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  const file = symbol?.declarations?.[0]?.getSourceFile();
  return file !== undefined && view.program.isSourceFileDefaultLibrary(file);
}

/** A name of a value is used in another way than by calling it. */
function isMentionedOutside(view: ProgramView, name: ts.Identifier, called: ts.SignatureDeclaration, visited: Set<ts.Node>): boolean {
  const { ts, questions } = view;
  const symbol = questions.symbolOf(name);
  const mentions = identifiersIn(ts, name.getSourceFile()).get(name.text) ?? [];
  return mentions.some(
    (mention) =>
      mention !== name && mention.pos >= called.pos && mention.end <= called.end && questions.symbolOf(mention) === symbol &&
      leaves(view, mention, called, visited),
  );
}
