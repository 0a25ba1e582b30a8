import type ts from 'typescript';
import { unwrap, type ExpressionReader, type Frame } from '../../grants/expression-reader.ts';
import { followReference, isReference } from '../../grants/follow-reference.ts';
import { functionResults } from '../../grants/function-results.ts';
import type { ProgramView } from '../program-view.ts';
import { packageOf } from '../sdk-files.ts';
import { originOf } from './callee-origin.ts';
import { CLIENT_MAKERS, LIBRARIES, type HttpLibrary } from './http-libraries.ts';

/** An object with which requests are made: a library itself, or what `axios.create(…)` returned. */
export interface HttpClient {
  readonly library: HttpLibrary;
  /** What the client was made with, the last one first; `null`: that is not to be seen. */
  readonly options: readonly (ClientOptions | null)[];
}

export interface ClientOptions {
  readonly node: ts.Expression;
  readonly frame: Frame;
}

/** The client that an expression stands for, through consts, fields, imports and functions of the application. */
export function clientBehind(
  view: ProgramView,
  reader: ExpressionReader,
  node: ts.Expression,
  frame: Frame,
  depth = 0,
): HttpClient | undefined {
  const { ts } = view;
  const inner = unwrap(view, node);
  if (depth > MAXIMUM_DEPTH) {
    return undefined;
  }
  const origin = originOf(view, inner);
  const library = origin?.module == null ? undefined : LIBRARIES.get(origin.module);
  if (origin !== undefined && library !== undefined && origin.path.length === 0) {
    return { library, options: [] };
  }
  if (ts.isAwaitExpression(inner)) {
    return clientBehind(view, reader, inner.expression, frame, depth + 1);
  }
  if (ts.isCallExpression(inner)) {
    return clientMadeBy(view, reader, inner, frame, depth) ?? onlyClient(view, reader, functionResults(reader, inner, frame) ?? [], depth);
  }
  if (!isReference(ts, inner)) {
    return undefined;
  }
  return onlyClient(view, reader, followReference(reader, inner, frame), depth) ?? clientOfType(view, inner);
}

/** A client that is made of a client that is made of a client. */
const MAXIMUM_DEPTH = 8;

function clientMadeBy(
  view: ProgramView,
  reader: ExpressionReader,
  call: ts.CallExpression,
  frame: Frame,
  depth: number,
): HttpClient | undefined {
  const { ts } = view;
  const callee = unwrap(view, call.expression);
  const [options] = call.arguments;
  const added = options === undefined ? [] : [{ node: options, frame }];
  if (ts.isPropertyAccessExpression(callee) && CLIENT_MAKERS.has(callee.name.text)) {
    const parent = clientBehind(view, reader, callee.expression, frame, depth + 1);
    return parent && { ...parent, options: [...added, ...parent.options] };
  }
  const origin = originOf(view, callee);
  const library = origin?.module == null ? undefined : LIBRARIES.get(origin.module);
  return library === 'openapi-fetch' ? { library, options: added } : undefined;
}

/** A choice between several clients is none that could be read. */
function onlyClient(
  view: ProgramView,
  reader: ExpressionReader,
  found: ReturnType<typeof followReference>,
  depth: number,
): HttpClient | undefined {
  const [only, ...others] = found.filter(({ kind }) => kind !== 'absent');
  return only?.kind === 'expression' && others.length === 0 ? clientBehind(view, reader, only.node, only.frame, depth + 1) : undefined;
}

/** A parameter or a field of type `AxiosInstance`, of which it is not to be seen how it was made. */
function clientOfType(view: ProgramView, node: ts.Expression): HttpClient | undefined {
  const type = view.questions.typeOf(node);
  const declarations = type === undefined ? [] : view.questions.alternatives(type).flatMap((one) => one.getSymbol()?.declarations ?? []);
  const owners = declarations.map((declaration) => packageOf(declaration.getSourceFile().fileName));
  const library = owners.map((owner) => (owner === undefined ? undefined : LIBRARIES.get(owner))).find((one) => one !== undefined);
  return library === undefined ? undefined : { library, options: [null] };
}
