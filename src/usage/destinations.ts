import type ts from 'typescript';
import { isInertParameter } from './inert-parameters.ts';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';
import { sdkMembers } from './sdk-symbols.ts';

/**
 * Where a value that is passed on ends up.
 *
 * - `harmless`: the language, the SDK itself, a place that takes the type of the value
 * - `keeper`: a package that only keeps what it gets, and hands it back
 * - `package`: code of another package, which may call what it likes
 * - `untyped`: code without types
 * - `type`: a place that is declared with this type
 * - `context`: an expression of the application, of which only the checker can say what it expects
 */
export type Destination =
  | { readonly kind: 'harmless' | 'keeper' | 'untyped' | 'context' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'type'; readonly type: ts.Type };

const HARMLESS: Destination = { kind: 'harmless' };
const KEEPER: Destination = { kind: 'keeper' };
const UNTYPED: Destination = { kind: 'untyped' };
const CONTEXT: Destination = { kind: 'context' };

/**
 * What declarations alone say. The type of a value and the signature that a call chooses are dear to ask for, and most destinations are
 * harmless whatever arrives: where this says `context`, ask `resolvedDestination` of the few values that matter.
 */
export function destinationOf(view: ProgramView, value: ts.Expression): Destination {
  return findDestination(view, value, destinationOfName);
}

/** What the checker says of the function, constructor or component that the value is passed to. */
export function resolvedDestination(view: ProgramView, value: ts.Expression): Destination {
  return findDestination(view, value, destinationOfSignature);
}

/** Decides by where what is called is declared; `undefined` for the application itself. */
type DecideCallee = (view: ProgramView, call: Call) => Destination | undefined;

type Call = ts.CallExpression | ts.NewExpression | ts.JsxOpeningLikeElement;

function findDestination(view: ProgramView, value: ts.Node, decide: DecideCallee): Destination {
  const { ts } = view;
  // Names of the properties and `undefined` for the results of functions between the value and the place, innermost first.
  const path: string[] = [];
  let node: ts.Node = value;
  for (;;) {
    const { parent } = node;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      return parent.expression === node ? HARMLESS : destinationOfArgument(view, parent, node, path, decide);
    }
    if (ts.isJsxAttribute(parent) || ts.isJsxSpreadAttribute(parent)) {
      return destinationOfAttribute(view, parent.parent.parent, decide);
    }
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) {
      return declaredDestination(view, parent.type, path);
    }
    if (ts.isReturnStatement(parent)) {
      return destinationOfResult(view, parent, path, decide);
    }
    if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      return parent.right === node && !isEvolving(view, parent.left) ? CONTEXT : HARMLESS;
    }
    if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) {
      path.push(ts.isIdentifier(parent.name) || ts.isStringLiteralLike(parent.name) ? parent.name.text : '');
    } else if (ts.isArrowFunction(parent) && parent.type !== undefined) {
      return declaredDestination(view, parent.type, path);
    } else if (!isPartOfValue(ts, parent, node)) {
      return HARMLESS;
    } else if (isOpaque(ts, parent)) {
      path.push('');
    }
    node = parent;
  }
}

/** The parent's value contains that of the node, or is it, or returns it. */
function isPartOfValue(ts: ProgramView['ts'], parent: ts.Node, node: ts.Node): boolean {
  return (
    isOpaque(ts, parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    (ts.isArrowFunction(parent) && parent.body === node)
  );
}

/** What the declared type says of the parts of such a value takes the checker to tell. A cast is a destination of its own. */
function isOpaque(ts: ProgramView['ts'], node: ts.Node): boolean {
  const isSpread = ts.isSpreadElement(node) || ts.isSpreadAssignment(node);
  return isSpread || ts.isArrayLiteralExpression(node) || ts.isArrowFunction(node) || ts.isAsExpression(node);
}

/** @param path names of properties, innermost first; `''` where the way through the type is not plain */
function declaredDestination(view: ProgramView, annotation: ts.TypeNode | undefined, path: readonly string[]): Destination {
  if (annotation === undefined) {
    return HARMLESS;
  }
  if (path.includes('')) {
    return CONTEXT;
  }
  const type = view.questions.typeFromNode(annotation);
  return type === undefined ? CONTEXT : partOfType(view, type, path);
}

function partOfType(view: ProgramView, whole: ts.Type, path: readonly string[]): Destination {
  let type = whole;
  for (const name of [...path].reverse()) {
    if (view.questions.isAny(type)) {
      break;
    }
    const member = view.questions.memberOf(type, name);
    const next = member && view.questions.typeOfSymbol(member);
    if (next === undefined) {
      return CONTEXT;
    }
    type = next;
  }
  return { kind: 'type', type };
}

function destinationOfResult(view: ProgramView, statement: ts.ReturnStatement, path: readonly string[], decide: DecideCallee): Destination {
  const { ts, questions } = view;
  let callee: ts.Node = statement.parent;
  while (!ts.isFunctionLike(callee) && !ts.isSourceFile(callee)) {
    callee = callee.parent;
  }
  const annotation = ts.isFunctionLike(callee) ? callee.type : undefined;
  const type = annotation && questions.typeFromNode(annotation);
  const result = type && (questions.awaited(type) ?? type);
  if (result !== undefined) {
    return path.includes('') ? CONTEXT : partOfType(view, result, path);
  }
  // A function without an annotation that is itself passed on, to a package for example, hands over what it returns.
  const destination = ts.isFunctionExpression(callee) || ts.isArrowFunction(callee) ? findDestination(view, callee, decide) : HARMLESS;
  return destination.kind === 'type' ? CONTEXT : destination;
}

function destinationOfArgument(
  view: ProgramView,
  call: ts.CallExpression | ts.NewExpression,
  argument: ts.Node,
  path: readonly string[],
  decide: DecideCallee,
): Destination {
  const { ts } = view;
  const receiver = decide(view, call);
  if (receiver !== undefined) {
    const keepsAny = receiver.kind === 'keeper' && call.typeArguments?.some((type) => type.kind === ts.SyntaxKind.AnyKeyword) === true;
    return keepsAny ? CONTEXT : receiver;
  }
  const named = ts.isIdentifier(call.expression) ? view.questions.symbolOf(call.expression)?.valueDeclaration : undefined;
  const declaration = functionBehind(view, named);
  const position = call.arguments?.findIndex((candidate) => candidate === argument) ?? -1;
  const parameter = declaration?.parameters[position];
  const isGeneric = (declaration?.typeParameters?.length ?? 0) > 0;
  const isPlain = parameter?.type !== undefined && parameter.dotDotDotToken === undefined && !isGeneric;
  if (isPlain && parameter.type.kind === ts.SyntaxKind.UnknownKeyword && isInertParameter(view, parameter)) {
    return HARMLESS;
  }
  return isPlain ? declaredDestination(view, parameter.type, path) : CONTEXT;
}

function destinationOfAttribute(view: ProgramView, element: ts.JsxOpeningLikeElement, decide: DecideCallee): Destination {
  const { ts } = view;
  // `<div>`: what the browser gets is called by nobody who knows the SDK.
  if (ts.isIdentifier(element.tagName) && /^[a-z]/.test(element.tagName.text)) {
    return HARMLESS;
  }
  const receiver = decide(view, element) ?? CONTEXT;
  return receiver.kind === 'keeper' ? destinationOfContext(view, element) : receiver;
}

/** `<Client.Provider value={…}>`: what a context of any keeps is any for everyone who takes it out again. */
function destinationOfContext(view: ProgramView, { tagName }: ts.JsxOpeningLikeElement): Destination {
  const type = view.ts.isPropertyAccessExpression(tagName) ? view.questions.typeOf(tagName.expression) : undefined;
  const any = type && view.questions.typeArguments(type).find((argument) => view.questions.isAny(argument));
  return any === undefined ? CONTEXT : { kind: 'type', type: any };
}

/**
 * By the declaration that a plain name leads to. A member takes the type of its object to resolve, and a variable may hold a function of
 * any origin.
 */
const destinationOfName: DecideCallee = (view, call) => {
  const callee = calleeOf(view, call);
  if (!view.ts.isIdentifier(callee)) {
    return undefined;
  }
  const declaration = declarationOf(view, callee);
  if (declaration === undefined) {
    // Not declared, or imported from a package that is not installed.
    return UNTYPED;
  }
  return isStateSetter(view, declaration) ? KEEPER : destinationOfFile(view, declaration.getSourceFile());
};

/** By the declaration of the member, and of the signature: `const { mount } = widgets`. */
const destinationOfSignature: DecideCallee = (view, call) => {
  const callee = calleeOf(view, call);
  const declaration = declarationOf(view, callee);
  if (declaration === undefined) {
    return isOfMethod(view, callee) ? HARMLESS : isUntyped(view, callee) ? UNTYPED : undefined;
  }
  const byDeclaration = destinationOfDeclaration(view, declaration, new Set());
  if (byDeclaration !== undefined) {
    return byDeclaration;
  }
  const isSeen = functionBehind(view, declaration) !== undefined;
  if (!isSeen && isUntyped(view, callee)) {
    return UNTYPED;
  }
  const signature = isSeen ? undefined : view.questions.calledDeclaration(call);
  const bySignature = signature && destinationOfFile(view, signature.getSourceFile());
  return bySignature?.kind === 'keeper' ? CONTEXT : bySignature;
};

/** `service.create.bind(service)` of a method whose call the grant does not cover: its type is no function, and has no `bind`. */
function isOfMethod(view: ProgramView, callee: ts.Node): boolean {
  const { ts, questions } = view;
  if (!ts.isPropertyAccessExpression(callee) || !['bind', 'call', 'apply'].includes(callee.name.text)) {
    return false;
  }
  const method = ts.isPropertyAccessExpression(callee.expression) ? questions.symbolOf(callee.expression.name) : undefined;
  return method !== undefined && sdkMembers(view, method).length > 0;
}

/** `any`, or a `Function` of which nothing more is known. */
function isUntyped(view: ProgramView, callee: ts.Node): boolean {
  const type = view.questions.typeOf(callee);
  return type === undefined || view.questions.isAny(type) || type.getSymbol()?.name === 'Function';
}

/** A component of another package keeps its origin under another name, and wrapped: `const Table = memo(widgets.Table)`. */
function destinationOfDeclaration(view: ProgramView, declaration: ts.Declaration, visited: Set<ts.Declaration>): Destination | undefined {
  const { ts } = view;
  const known = destinationOfFile(view, declaration.getSourceFile());
  if (known !== undefined || visited.has(declaration)) {
    return known;
  }
  visited.add(declaration);
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const origins = value === undefined ? [] : ts.isCallExpression(value) ? value.arguments : [value];
  const destinations = origins
    .filter((origin) => isName(ts, origin))
    .map((origin) => declarationOf(view, origin))
    .map((origin) => origin && destinationOfDeclaration(view, origin, visited));
  return destinations.find((destination) => destination?.kind === 'package');
}

function isName(ts: ProgramView['ts'], node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

function calleeOf({ ts }: ProgramView, call: Call): ts.Node {
  return ts.isCallExpression(call) || ts.isNewExpression(call) ? call.expression : call.tagName;
}

function declarationOf({ ts, questions }: ProgramView, callee: ts.Node): ts.Declaration | undefined {
  const symbol = questions.symbolOf(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

function destinationOfFile(view: ProgramView, file: ts.SourceFile): Destination | undefined {
  if (view.sdk.has(file.fileName) || view.program.isSourceFileDefaultLibrary(file)) {
    return HARMLESS;
  }
  const name = packageOf(file.fileName);
  if (name === undefined) {
    return undefined;
  }
  return KEEPERS.has(name.replace(/^@types\//, '')) ? KEEPER : { kind: 'package', name };
}

/**
 * Packages that keep what they are given and hand it back: frameworks and their stores. A function or component of any other package may
 * call what it likes.
 */
const KEEPERS: ReadonlySet<string> = new Set([
  'react', 'react-dom', 'preact', 'vue', '@vue/reactivity', '@vue/runtime-core', 'svelte', 'solid-js', '@angular/core', 'rxjs',
  'zustand', 'jotai', 'redux', '@reduxjs/toolkit', 'react-redux', 'mobx', 'recoil', 'valtio',
  '@tanstack/query-core', '@tanstack/react-query', 'swr',
  'node', 'eslint-plugin-oauth-scopes',
]);

type NamedFunction = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration;

/** The function that a name stands for, or the constructor of the class. A class without one takes what its base class takes. */
function functionBehind(
  { ts }: ProgramView,
  declaration: ts.Declaration | undefined,
): NamedFunction | ts.ConstructorDeclaration | undefined {
  if (declaration !== undefined && ts.isClassLike(declaration)) {
    return declaration.members.filter((member) => ts.isConstructorDeclaration(member)).find((member) => member.body !== undefined);
  }
  const isInferred = declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.type === undefined;
  const node = isInferred ? declaration.initializer : declaration;
  return node !== undefined && isNamedFunction(ts, node) ? node : undefined;
}

function isNamedFunction(ts: ProgramView['ts'], node: ts.Node): node is NamedFunction {
  return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node);
}

/** `const [value, setValue] = useState(…)`: the second of what a framework's function returns, where the first is not any. */
function isStateSetter(view: ProgramView, declaration: ts.Declaration): boolean {
  const { ts, questions } = view;
  if (!ts.isBindingElement(declaration) || !ts.isArrayBindingPattern(declaration.parent)) {
    return false;
  }
  const { initializer } = declaration.parent.parent;
  const callee = initializer !== undefined && ts.isCallExpression(initializer) ? initializer.expression : undefined;
  const maker = callee && questions.symbolOf(ts.isPropertyAccessExpression(callee) ? callee.name : callee)?.declarations?.[0];
  const [state] = declaration.parent.elements;
  const type = state !== undefined && ts.isBindingElement(state) ? questions.typeOf(state.name) : undefined;
  const isKept = type !== undefined && !questions.isAny(type);
  return isKept && maker !== undefined && destinationOfFile(view, maker.getSourceFile())?.kind === 'keeper';
}

/** `let sdk; sdk = new UiPath()`: the variable takes the type of what is assigned, though it is expected to be `any`. */
function isEvolving(view: ProgramView, left: ts.Expression): boolean {
  const { ts, questions } = view;
  const declaration = ts.isIdentifier(left) ? questions.symbolOf(left)?.valueDeclaration : undefined;
  const { noImplicitAny, strict } = view.program.getCompilerOptions();
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.type === undefined &&
    (noImplicitAny ?? strict ?? false)
  );
}
