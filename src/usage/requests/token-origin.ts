import type ts from 'typescript';
import { environmentAccess } from '../../grants/environment-access.ts';
import { unwrap, type ExpressionReader, type Frame } from '../../grants/expression-reader.ts';
import { findProperty } from '../../grants/find-property.ts';
import { followReference, isReference, type Reference } from '../../grants/follow-reference.ts';
import { functionResults } from '../../grants/function-results.ts';
import type { ProgramView } from '../program-view.ts';
import { isClientContainer, sdkMembers, isTokenMemberName } from '../sdk-symbols.ts';
import { addressReader } from './address-reader.ts';
import { optionHolders, type HttpCall } from './http-call.ts';

/** Where the token that a request carries comes from, as far as it is to be seen. */
export type TokenOrigin =
  /** The provider's client hands it out: `sdk.getToken()`. */
  | { readonly kind: 'client'; readonly receiver: ts.Expression }
  /** The answer to a request. */
  | { readonly kind: 'response'; readonly call: ts.CallExpression }
  /** A literal, or an environment variable. */
  | { readonly kind: 'given'; readonly reason: string };

/** @returns `undefined` where nothing is to be seen */
export function tokenOrigin(view: ProgramView, call: HttpCall, frame: Frame): TokenOrigin | undefined {
  const reader = addressReader(view);
  const search: Search = { view, reader, steps: MAXIMUM_STEPS };
  for (const holder of optionHolders(view, reader, call, frame)) {
    for (const headers of findProperty(reader, holder.node, 'headers', holder.frame)) {
      const values = headers.kind === 'expression' ? authorizationIn(search, headers.node, headers.frame) : [];
      const origin = values.map((value) => originOf(search, value.node, value.frame)).find((one) => one !== undefined);
      if (origin !== undefined) {
        return origin;
      }
    }
  }
  return undefined;
}

const MAXIMUM_STEPS = 60;

const IN_CODE: TokenOrigin = { kind: 'given', reason: 'the token of this request stands in the code, and what it may do is not known' };

interface Search {
  readonly view: ProgramView;
  readonly reader: ExpressionReader;
  steps: number;
}

interface Located {
  readonly node: ts.Expression;
  readonly frame: Frame;
}

function authorizationIn({ view, reader }: Search, headers: ts.Expression, frame: Frame): readonly Located[] {
  const { ts } = view;
  const inner = unwrap(view, headers);
  const object = ts.isNewExpression(inner) && inner.arguments?.[0] !== undefined ? inner.arguments[0] : inner;
  return ['Authorization', 'authorization']
    .flatMap((name) => findProperty(reader, object, name, frame))
    .flatMap((found) => (found.kind === 'expression' ? [{ node: found.node, frame: found.frame }] : []));
}

function originOf(search: Search, node: ts.Expression, frame: Frame): TokenOrigin | undefined {
  const { view, reader } = search;
  const { ts } = view;
  search.steps -= 1;
  if (search.steps < 0) {
    return undefined;
  }
  const inner = unwrap(view, node);
  const next = (part: ts.Expression): TokenOrigin | undefined => originOf(search, part, frame);
  if (ts.isAwaitExpression(inner)) {
    return next(inner.expression);
  }
  if (ts.isTemplateExpression(inner)) {
    return inner.templateSpans.map((span) => next(span.expression)).find((one) => one !== undefined);
  }
  if (ts.isBinaryExpression(inner)) {
    return next(inner.right) ?? next(inner.left);
  }
  if (ts.isConditionalExpression(inner)) {
    return next(inner.whenTrue) ?? next(inner.whenFalse);
  }
  if (ts.isStringLiteralLike(inner)) {
    const isScheme = /^(?:bearer)?\s*$/i.test(inner.text);
    return isScheme ? undefined : IN_CODE;
  }
  if (ts.isCallExpression(inner)) {
    return originOfCall(search, inner, frame);
  }
  if (!isReference(ts, inner)) {
    return undefined;
  }
  const variable = environmentAccess(reader, inner, frame);
  if (variable !== undefined) {
    return { kind: 'given', reason: `the token of this request comes from ${variable.written}, and what it may do is not known` };
  }
  if (ts.isPropertyAccessExpression(inner)) {
    return originOfMember(search, inner, frame);
  }
  const binding = ts.isIdentifier(inner) ? bindingOf(view, inner) : undefined;
  return binding === undefined ? originOfFound(search, inner, frame) : next(binding);
}

function originOfFound(search: Search, node: Reference, frame: Frame): TokenOrigin | undefined {
  return followReference(search.reader, node, frame)
    .map((found) => (found.kind === 'expression' && found.node !== node ? originOf(search, found.node, found.frame) : undefined))
    .find((one) => one !== undefined);
}

function originOfMember(search: Search, access: ts.PropertyAccessExpression, frame: Frame): TokenOrigin | undefined {
  return originOfFound(search, access, frame) ?? originOf(search, access.expression, frame);
}

/** `const { access_token } = await response.json()`. */
function bindingOf(view: ProgramView, name: ts.Identifier): ts.Expression | undefined {
  const { ts } = view;
  const declaration = view.questions.symbolOf(name)?.valueDeclaration;
  const owner = declaration !== undefined && ts.isBindingElement(declaration) ? declaration.parent.parent : undefined;
  return owner !== undefined && ts.isVariableDeclaration(owner) ? owner.initializer : undefined;
}

function originOfCall(search: Search, call: ts.CallExpression, frame: Frame): TokenOrigin | undefined {
  const { view } = search;
  const { ts } = view;
  const callee = unwrap(view, call.expression);
  if (ts.isPropertyAccessExpression(callee)) {
    if (isTokenMember(view, callee)) {
      return { kind: 'client', receiver: callee.expression };
    }
    // `response.json()`, `promise.then(…)`: what the receiver is decides.
    const origin = RESPONSE_MEMBERS.has(callee.name.text) ? originOf(search, callee.expression, frame) : undefined;
    if (origin !== undefined) {
      return origin;
    }
  }
  const returned = functionResults(search.reader, call, frame);
  if (returned === undefined) {
    return { kind: 'response', call };
  }
  return returned
    .map((found) => (found.kind === 'expression' ? originOf(search, found.node, found.frame) : undefined))
    .find((one) => one !== undefined);
}

const RESPONSE_MEMBERS: ReadonlySet<string> = new Set(['json', 'then', 'text']);

function isTokenMember(view: ProgramView, access: ts.PropertyAccessExpression): boolean {
  if (!isTokenMemberName(view, access.name.text)) {
    return false;
  }
  const symbol = view.questions.symbolOf(access.name);
  return symbol !== undefined && sdkMembers(view, symbol).some(({ container }) => isClientContainer(view, container));
}
