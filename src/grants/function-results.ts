import type ts from 'typescript';
import { deeper, symbolOf, unwrap, type Argument, type ExpressionReader, type Frame } from './expression-reader.ts';
import { followReference, isReference } from './follow-reference.ts';
import { expression, type Found } from './found.ts';

/**
 * What a call of a function of the application results in: the expressions that the function returns, with its parameters bound.
 * Of an asynchronous function what its promise resolves to. Also `useMemo(() => …)` and `Object.freeze(…)`. `undefined` where the function
 * is not to be seen, or does not return plainly.
 */
export function functionResults(reader: ExpressionReader, call: ts.CallExpression, frame: Frame): readonly Found[] | undefined {
  const { ts } = reader;
  const callee = unwrap(reader, call.expression);
  const [first] = call.arguments;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (first !== undefined && PASSING.has(name)) {
    return [expression(first, frame)];
  }
  const called = first !== undefined && name === 'useMemo' ? functionIn(reader, first, frame) : functionIn(reader, callee, frame);
  const next = deeper(reader, frame);
  if (called?.body === undefined || next === undefined || called.asteriskToken !== undefined) {
    return undefined;
  }
  const parameters = bind(reader, called, name === 'useMemo' ? [] : call.arguments, frame);
  return parameters && resultsOf(reader, called.body, { ...next, parameters: new Map([...frame.parameters, ...parameters]) });
}

/** Functions that hand back their first argument. */
const PASSING: ReadonlySet<string> = new Set(['freeze', 'seal']);

type FunctionNode = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction;

function functionIn(reader: ExpressionReader, node: ts.Expression, frame: Frame): FunctionNode | undefined {
  const { ts } = reader;
  const inner = unwrap(reader, node);
  if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) {
    return inner;
  }
  if (!isReference(ts, inner)) {
    return undefined;
  }
  const declared = (symbolOf(reader, ts.isPropertyAccessExpression(inner) ? inner.name : inner)?.declarations ?? [])
    .filter(ts.isFunctionDeclaration).find(({ body }) => body !== undefined);
  if (declared !== undefined) {
    return declared;
  }
  const [found, ...others] = followReference(reader, inner, frame);
  const value = found?.kind === 'expression' && others.length === 0 ? unwrap(reader, found.node) : undefined;
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}

function bind(
  { ts }: ExpressionReader,
  called: FunctionNode,
  passed: readonly ts.Expression[],
  frame: Frame,
): readonly (readonly [ts.ParameterDeclaration, Argument])[] | undefined {
  if (passed.some(ts.isSpreadElement) || called.parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) {
    return undefined;
  }
  return called.parameters.map((parameter, index) => {
    const node = passed[index];
    return [parameter, node === undefined ? 'absent' : { node, frame }] as const;
  });
}

function resultsOf({ ts }: ExpressionReader, body: ts.ConciseBody, frame: Frame): readonly Found[] {
  if (!ts.isBlock(body)) {
    return [expression(body, frame)];
  }
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node)) {
      found.push(node.expression === undefined ? { kind: 'absent', node } : expression(node.expression, frame));
    } else if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) {
      ts.forEachChild(node, visit);
    }
  };
  visit(body);
  return endsAlways(ts, body) ? found : [...found, { kind: 'absent', node: body }];
}

/** No way through the statement leads to what comes after it. A loop or a switch counts as leading there. */
function endsAlways(ts: ExpressionReader['ts'], statement: ts.Statement | undefined): boolean {
  if (statement === undefined) {
    return false;
  }
  if (ts.isBlock(statement)) {
    return endsAlways(ts, statement.statements.at(-1));
  }
  if (ts.isIfStatement(statement)) {
    return endsAlways(ts, statement.thenStatement) && endsAlways(ts, statement.elseStatement);
  }
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement);
}
