import type ts from 'typescript';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';

/**
 * Where a value that is passed on ends up. What declarations say is looked at first: the type of most values, and the signature that a call
 * chooses, are dear to ask for, and most destinations are harmless whatever arrives.
 *
 * - `harmless`: the language, the SDK itself, a place that takes the type of the value
 * - `keeper`: a package that only keeps what it gets, and hands it back
 * - `package`: code of another package, which may call what it likes
 * - `untyped`: code without types
 * - `type`: a place that is declared with this type
 * - `context`: only the checker can say what is expected there
 */
export type Destination =
  | { readonly kind: 'harmless' | 'keeper' | 'untyped' | 'context' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'type'; readonly type: ts.Type };

const HARMLESS: Destination = { kind: 'harmless' };
const KEEPER: Destination = { kind: 'keeper' };
const UNTYPED: Destination = { kind: 'untyped' };
const CONTEXT: Destination = { kind: 'context' };

export function destinationOf(view: ProgramView, value: ts.Expression): Destination {
  const { ts } = view;
  // Names of the properties and `undefined` for the results of functions between the value and the place, innermost first.
  const path: string[] = [];
  let node: ts.Node = value;
  for (;;) {
    const { parent } = node;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      return parent.expression === node ? HARMLESS : destinationOfArgument(view, parent, node, path);
    }
    if (ts.isJsxAttribute(parent) || ts.isJsxSpreadAttribute(parent)) {
      return destinationOfAttribute(view, parent.parent.parent);
    }
    if (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) {
      return declaredDestination(view, parent.type, path);
    }
    if (ts.isReturnStatement(parent)) {
      return destinationOfResult(view, parent, path);
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
  return ts.isArrayLiteralExpression(node) || ts.isSpreadElement(node) || ts.isSpreadAssignment(node) || ts.isArrowFunction(node) || ts.isAsExpression(node);
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

function destinationOfResult(view: ProgramView, statement: ts.ReturnStatement, path: readonly string[]): Destination {
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
  return ts.isFunctionExpression(callee) || ts.isArrowFunction(callee) ? destinationOfFunction(view, callee) : HARMLESS;
}

/** Only who calls the function matters: what its result is expected to be follows from there. */
function destinationOfFunction(view: ProgramView, callee: ts.FunctionExpression | ts.ArrowFunction): Destination {
  const destination = destinationOf(view, callee);
  return destination.kind === 'type' ? CONTEXT : destination;
}

function destinationOfArgument(view: ProgramView, call: ts.CallExpression | ts.NewExpression, argument: ts.Node, path: readonly string[]): Destination {
  const { ts } = view;
  const receiver = destinationOfCallee(view, call, call.expression);
  if (receiver !== undefined) {
    const keepsAny = receiver.kind === 'keeper' && call.typeArguments?.some((type) => type.kind === ts.SyntaxKind.AnyKeyword) === true;
    return keepsAny ? CONTEXT : receiver;
  }
  const declaration = ts.isIdentifier(call.expression) ? functionBehind(view, view.questions.symbolOf(call.expression)?.valueDeclaration) : undefined;
  const position = call.arguments?.findIndex((candidate) => candidate === argument) ?? -1;
  const parameter = declaration?.parameters[position];
  const isPlain = parameter?.type !== undefined && parameter.dotDotDotToken === undefined && (declaration?.typeParameters?.length ?? 0) === 0;
  return isPlain ? declaredDestination(view, parameter.type, path) : CONTEXT;
}

function destinationOfAttribute(view: ProgramView, element: ts.JsxOpeningLikeElement): Destination {
  const { ts } = view;
  // `<div>`: what the browser gets is called by nobody who knows the SDK.
  if (ts.isIdentifier(element.tagName) && /^[a-z]/.test(element.tagName.text)) {
    return HARMLESS;
  }
  const receiver = destinationOfCallee(view, element, element.tagName) ?? CONTEXT;
  // What a provider of a context keeps may be any for everyone who takes it out again.
  return receiver.kind === 'keeper' ? CONTEXT : receiver;
}

/** Decides by where the function, the class or the component is declared; `undefined` for one of the application. */
function destinationOfCallee(view: ProgramView, call: ts.CallLikeExpression, callee: ts.Node): Destination | undefined {
  const { ts, questions } = view;
  const symbol = questions.symbolOf(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  const byName = declaration === undefined ? undefined : destinationOfFile(view, declaration.getSourceFile());
  if (byName !== undefined) {
    return byName;
  }
  if (declaration === undefined) {
    const type = questions.typeOf(callee);
    return type === undefined || questions.isAny(type) ? UNTYPED : undefined;
  }
  if (functionBehind(view, declaration) !== undefined) {
    return undefined;
  }
  if (isStateSetter(view, declaration)) {
    return KEEPER;
  }
  // A variable may hold a function of any origin: `const { mount } = widgets`.
  const signature = questions.calledDeclaration(call);
  const byType = signature && destinationOfFile(view, signature.getSourceFile());
  return byType?.kind === 'keeper' ? CONTEXT : byType;
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

/** Packages that keep what they are given and hand it back: frameworks and their stores. A function or component of any other package may call what it likes. */
const KEEPERS: ReadonlySet<string> = new Set([
  'react', 'react-dom', 'preact', 'vue', '@vue/reactivity', '@vue/runtime-core', 'svelte', 'solid-js', '@angular/core', 'rxjs',
  'zustand', 'jotai', 'redux', '@reduxjs/toolkit', 'react-redux', 'mobx', 'recoil', 'valtio', '@tanstack/query-core', '@tanstack/react-query', 'swr',
  'node', 'eslint-plugin-oauth-scopes',
]);

type FunctionOfApplication = ts.FunctionDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.MethodDeclaration | ts.ConstructorDeclaration;

/** The function that a name stands for, or the constructor of the class. A class without one takes what its base class takes. */
function functionBehind({ ts }: ProgramView, declaration: ts.Declaration | undefined): FunctionOfApplication | undefined {
  if (declaration !== undefined && ts.isClassLike(declaration)) {
    return declaration.members.find((member): member is ts.ConstructorDeclaration => ts.isConstructorDeclaration(member) && member.body !== undefined);
  }
  const node = declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.type === undefined ? declaration.initializer : declaration;
  return node !== undefined && (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isMethodDeclaration(node))
    ? node
    : undefined;
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
  return maker !== undefined && type !== undefined && !questions.isAny(type) && destinationOfFile(view, maker.getSourceFile())?.kind === 'keeper';
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
