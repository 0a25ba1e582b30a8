import type ts from 'typescript';
import { possibleValues } from './passed-values.ts';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';
import { sdkContainers, sdkMembers } from './sdk-symbols.ts';

/**
 * The places where the client behind a value may have been made, as far as constants, fields of constant objects, SDK calls, `useMemo` and
 * functions that only return a value show it.
 *
 * @param sites the constructions that make a client
 * @returns `undefined` where the way is lost: a parameter, a variable that is assigned to, a hook
 */
export function followClient<Site>(
  view: ProgramView,
  value: ts.Expression,
  sites: ReadonlyMap<ts.Node, Site>,
): ReadonlySet<Site> | undefined {
  const found = new Set<Site>();
  const visited = new Set<ts.Node>();
  const pending: ts.Expression[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const expression of possibleValues(view.ts, next)) {
      if (visited.has(expression)) {
        continue;
      }
      visited.add(expression);
      const site = sites.get(expression);
      const origins = site !== undefined || isNothing(view.ts, expression) ? [] : originsOf(view, expression);
      if (origins === undefined) {
        return undefined;
      }
      pending.push(...origins);
      if (site !== undefined) {
        found.add(site);
      }
    }
  }
  return found.size === 0 ? undefined : found;
}

function isNothing(ts: ProgramView['ts'], expression: ts.Expression): boolean {
  return expression.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(expression) && expression.text === 'undefined');
}

/** The expressions whose client an expression has; `undefined` where that is not known. */
function originsOf(view: ProgramView, expression: ts.Expression): readonly ts.Expression[] | undefined {
  const { ts, questions } = view;
  if (ts.isAwaitExpression(expression)) {
    return [expression.expression];
  }
  if (ts.isNewExpression(expression)) {
    const type = questions.typeOf(expression);
    const [client] = expression.arguments ?? [];
    return type !== undefined && client !== undefined && sdkContainers(view, type).length > 0 ? [client] : undefined;
  }
  if (ts.isCallExpression(expression)) {
    return originsOfCall(view, expression);
  }
  if (ts.isIdentifier(expression)) {
    return originsOfDeclaration(view, questions.symbolOf(expression)?.valueDeclaration);
  }
  if (ts.isPropertyAccessExpression(expression)) {
    const symbol = questions.symbolOf(expression.name);
    const isOfSdk = symbol?.declarations?.some((declaration) => view.sdk.has(declaration.getSourceFile().fileName)) === true;
    return isOfSdk ? [expression.expression] : originsOfDeclaration(view, symbol?.valueDeclaration);
  }
  return undefined;
}

function originsOfCall(view: ProgramView, call: ts.CallExpression): readonly ts.Expression[] | undefined {
  const { ts, questions } = view;
  const { expression: callee } = call;
  if (ts.isPropertyAccessExpression(callee)) {
    const symbol = questions.symbolOf(callee.name);
    if (symbol !== undefined && sdkMembers(view, symbol).length > 0) {
      return [callee.expression];
    }
  }
  const [first] = call.arguments;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const declaration = ts.isIdentifier(name) ? questions.symbolOf(name)?.declarations?.[0] : undefined;
  if (declaration !== undefined && first !== undefined && isFunction(ts, first) && isUseMemo(name, declaration)) {
    return returnedBy(view, first);
  }
  const isVariable = declaration !== undefined && ts.isVariableDeclaration(declaration) && isConstant(ts, declaration);
  const called = isVariable ? declaration.initializer : declaration;
  return called !== undefined && isFunction(ts, called) ? returnedBy(view, called) : undefined;
}

/** React's hook, or that of a library in its image, returns what its function does. */
function isUseMemo(name: ts.Expression, declaration: ts.Declaration): boolean {
  return name.getText() === 'useMemo' && packageOf(declaration.getSourceFile().fileName) !== undefined;
}

function originsOfDeclaration(view: ProgramView, declaration: ts.Declaration | undefined): readonly ts.Expression[] | undefined {
  const { ts, questions } = view;
  if (declaration === undefined) {
    return undefined;
  }
  if (ts.isVariableDeclaration(declaration)) {
    const isPlain = isConstant(ts, declaration) && ts.isIdentifier(declaration.name);
    return isPlain && declaration.initializer !== undefined ? [declaration.initializer] : undefined;
  }
  if (ts.isPropertyAssignment(declaration)) {
    return [declaration.initializer];
  }
  if (ts.isShorthandPropertyAssignment(declaration)) {
    const value = questions.shorthandValue(declaration);
    return originsOfDeclaration(view, value?.valueDeclaration);
  }
  const isReadonlyField =
    ts.isPropertyDeclaration(declaration) && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0;
  return isReadonlyField && declaration.initializer !== undefined ? [declaration.initializer] : undefined;
}

type FunctionWithBody = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

function isFunction(ts: ProgramView['ts'], node: ts.Node): node is FunctionWithBody {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);
}

/** What the `return` statements of the function itself return; those of functions inside it do not count. */
function returnedBy(view: ProgramView, callee: FunctionWithBody): readonly ts.Expression[] | undefined {
  const { ts } = view;
  if (callee.body === undefined || callee.asteriskToken !== undefined) {
    return undefined;
  }
  if (!ts.isBlock(callee.body)) {
    return [callee.body];
  }
  const returned: ts.Expression[] = [];
  const pending: ts.Node[] = [callee.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isReturnStatement(node) && node.expression !== undefined) {
      returned.push(node.expression);
    } else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) {
      ts.forEachChild(node, (child) => {
        pending.push(child);
      });
    }
  }
  return returned;
}

function isConstant(ts: ProgramView['ts'], declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}
