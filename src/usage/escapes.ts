import type ts from 'typescript';
import type { Undecided } from '../grants/declaration.ts';
import type { MethodUse } from './facts.ts';
import { untypedUses } from './method-uses.ts';
import { unwrap } from '../grants/expression-reader.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { ProgramView } from './program-view.ts';
import { packageOf } from './sdk-files.ts';
import { isClientContainer, sdkContainers } from './sdk-symbols.ts';
import type { SyntacticFacts } from './syntactic-facts.ts';

/** Where calls may happen that no one sees. */
export interface EscapeFacts {
  readonly escapes: readonly Undecided[];
  /** Members that a type of the application's own takes over from a service: they may be called through it. */
  readonly uses: readonly MethodUse[];
}

/** The places of one file, tests excepted, where a client or service leaves the part of the program that types describe, or where a request is made beside it. */
export function findEscapes(view: ProgramView, file: ts.SourceFile, facts: SyntacticFacts): EscapeFacts {
  if (view.isTest(file)) {
    return { escapes: [], uses: [] };
  }
  const requests = facts.requests.map((node) => ({ place: placeOfNode(node), reason: 'a request to the provider is made here, or prepared' }));
  const inherited = facts.subclasses.flatMap((subclass) => findInheritedRequests(view, subclass));
  const handed = facts.passed.map((value) => readPassedValue(view, value));
  const cast = facts.casts.map((node) => readCast(view, node));
  return {
    escapes: [...requests, ...inherited, ...[...handed, ...cast].flatMap((one) => one.escapes)],
    uses: [...handed, ...cast].flatMap((one) => one.uses),
  };
}

const NOTHING: EscapeFacts = { escapes: [], uses: [] };

/**
 * Packages that keep what they are given and hand it back: frameworks and their stores. A component or a function of any other package may call
 * whatever it likes on a client.
 */
const KEEPERS: ReadonlySet<string> = new Set([
  'react', 'react-dom', 'preact', 'vue', '@vue/reactivity', '@vue/runtime-core', 'svelte', 'solid-js', '@angular/core', 'rxjs',
  'zustand', 'jotai', 'redux', '@reduxjs/toolkit', 'react-redux', 'mobx', 'recoil', 'valtio', '@tanstack/query-core', '@tanstack/react-query', 'swr',
  'node', 'typescript', 'eslint-plugin-oauth-scopes',
]);

function readPassedValue(view: ProgramView, value: ts.Expression): EscapeFacts {
  const containers = callableContainers(view, valueType(view, value));
  if (containers.length === 0) {
    return NOTHING;
  }
  const receiver = receivingPackage(view, value);
  if (receiver !== undefined) {
    return receiver === TRUSTED
      ? NOTHING
      : escape(value, receiver === UNTYPED ? `${nounOf(view, containers)} is passed to code without types` : `${nounOf(view, containers)} is passed to ${receiver}`);
  }
  const expected = view.questions.expectedType(value);
  return expected === undefined || isEvolving(view, value) ? NOTHING : readTarget(view, value, containers, expected);
}

function readCast(view: ProgramView, cast: ts.AsExpression | ts.TypeAssertion): EscapeFacts {
  const value = unwrap(view, cast.expression);
  const target = view.questions.typeFromNode(cast.type);
  if (target === undefined || view.ts.isConstTypeReference(cast.type)) {
    return NOTHING;
  }
  const containers = callableContainers(view, valueType(view, value));
  return containers.length === 0 ? NOTHING : readTarget(view, value, containers, target);
}

/** A value of these containers is from here on seen as `target`. */
function readTarget(view: ProgramView, value: ts.Expression, containers: readonly string[], target: ts.Type): EscapeFacts {
  if (view.questions.isAny(target)) {
    return escape(value, `${nounOf(view, containers)} becomes any`);
  }
  if (sdkContainers(view, target).length > 0) {
    return NOTHING;
  }
  const seen = view.questions.alternatives(target);
  const taken = view.index.catalog.methods.filter(
    (method) => method.local !== true && containers.includes(method.container) && seen.some((type) => declaresItself(view, type, method.member)),
  );
  return { escapes: [], uses: untypedUses(view, taken, value) };
}

/** The type has a member of that name which is not the SDK's: a use through it is not recognised as one of the SDK. */
function declaresItself(view: ProgramView, type: ts.Type, member: string): boolean {
  const declarations = view.questions.memberOf(type, member)?.declarations ?? [];
  return declarations.length > 0 && !declarations.some((declaration) => view.sdk.has(declaration.getSourceFile().fileName));
}

/** Containers of a value through which calls to the provider can be made. */
function callableContainers(view: ProgramView, type: ts.Type | undefined): readonly string[] {
  return type === undefined ? [] : sdkContainers(view, type).filter((container) => isClientContainer(view, container) || hasRemoteMethod(view, container));
}

function hasRemoteMethod(view: ProgramView, container: string): boolean {
  return view.index.catalog.methods.some((method) => method.container === container && method.local !== true);
}

/** The declared type does for a name: narrowing takes no method away, and is dear to ask for. */
function valueType(view: ProgramView, value: ts.Expression): ts.Type | undefined {
  const { ts, questions } = view;
  if (!ts.isIdentifier(value)) {
    return questions.typeOf(value);
  }
  const symbol = ts.isShorthandPropertyAssignment(value.parent) ? questions.shorthandValue(value.parent) : questions.symbolOf(value);
  return symbol && questions.typeOfSymbol(symbol);
}

/** The SDK, the language, or a package that only keeps what it gets. */
const TRUSTED = Symbol('trusted');
const UNTYPED = Symbol('untyped');

/** Who receives a value that stands in an argument or attribute, at whatever depth of literals; `undefined` for the application itself, and for a value that is not passed to a call. */
function receivingPackage(view: ProgramView, value: ts.Expression): string | typeof TRUSTED | typeof UNTYPED | undefined {
  const call = receivingCall(view, value);
  if (call === undefined) {
    return undefined;
  }
  const { ts, questions } = view;
  const callee = ts.isJsxOpeningLikeElement(call) ? call.tagName : call.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const signature = questions.calledDeclaration(call);
  const declarations = [...(questions.symbolOf(name)?.declarations ?? []), ...(signature === undefined ? [] : [signature])];
  const files = declarations.map((declaration) => declaration.getSourceFile());
  if (files.some((file) => view.sdk.has(file.fileName))) {
    return TRUSTED;
  }
  const foreign = files.filter((file) => !view.program.isSourceFileDefaultLibrary(file)).map((file) => packageOf(file.fileName));
  const stranger = foreign.find((name) => name !== undefined && !KEEPERS.has(name.replace(/^@types\//, '')));
  if (stranger !== undefined) {
    return stranger;
  }
  if (files.length > 0) {
    return foreign.includes(undefined) && signature !== undefined ? undefined : TRUSTED;
  }
  const calleeType = questions.typeOf(callee);
  return calleeType !== undefined && questions.isAny(calleeType) ? UNTYPED : undefined;
}

function receivingCall(view: ProgramView, value: ts.Expression): ts.CallExpression | ts.NewExpression | ts.JsxOpeningLikeElement | undefined {
  const { ts } = view;
  let node: ts.Node = value;
  for (;;) {
    const { parent } = node;
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      return parent.expression === node ? undefined : parent;
    }
    if (ts.isJsxOpeningLikeElement(parent)) {
      return parent;
    }
    if (!isPartOfValue(ts, parent, node)) {
      return undefined;
    }
    node = parent;
  }
}

/** The parent's value contains that of the node, or is it, or returns it. */
function isPartOfValue(ts: ProgramView['ts'], parent: ts.Node, node: ts.Node): boolean {
  return (
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isJsxAttributes(parent) ||
    ts.isJsxSpreadAttribute(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    (ts.isArrowFunction(parent) && parent.body === node)
  );
}

/** `let sdk; sdk = new UiPath()`: the variable takes the type of what is assigned, though it is expected to be `any`. */
function isEvolving(view: ProgramView, value: ts.Expression): boolean {
  const { ts, questions } = view;
  const { parent } = value;
  if (!ts.isBinaryExpression(parent) || !ts.isIdentifier(parent.left)) {
    return false;
  }
  const declaration = questions.symbolOf(parent.left)?.valueDeclaration;
  const { noImplicitAny, strict } = view.program.getCompilerOptions();
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.type === undefined &&
    (noImplicitAny ?? strict ?? false)
  );
}

/** A subclass of a service that uses its protected members makes requests of its own. */
function findInheritedRequests(view: ProgramView, subclass: ts.ClassLikeDeclaration): readonly Undecided[] {
  const { ts, questions } = view;
  const base = subclass.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const type = base && questions.typeOf(base);
  const containers = type === undefined ? [] : sdkContainers(view, type).filter((container) => hasRemoteMethod(view, container));
  if (containers.length === 0 || containers.some((container) => isClientContainer(view, container))) {
    return [];
  }
  const own = new Set(subclass.members.flatMap((member) => (member.name !== undefined && ts.isIdentifier(member.name) ? [member.name.text] : [])));
  const found: Undecided[] = [];
  const pending: ts.Node[] = [...subclass.members];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isPropertyAccessExpression(node) && isOfSelf(ts, node) && !own.has(node.name.text) && isNoPublicMember(view, node)) {
      found.push({ place: placeOfNode(node.name), reason: `${node.name.text} is a protected member of the SDK, and the requests made with it are not seen` });
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found;
}

function isOfSelf(ts: ProgramView['ts'], access: ts.PropertyAccessExpression): boolean {
  return access.expression.kind === ts.SyntaxKind.ThisKeyword || access.expression.kind === ts.SyntaxKind.SuperKeyword;
}

/** Protected, or, where the declarations over the SDK hide such members, not declared at all. */
function isNoPublicMember(view: ProgramView, access: ts.PropertyAccessExpression): boolean {
  const declaration = view.questions.symbolOf(access.name)?.declarations?.[0];
  return declaration === undefined || (view.ts.getCombinedModifierFlags(declaration) & view.ts.ModifierFlags.Protected) !== 0;
}

function nounOf(view: ProgramView, containers: readonly string[]): string {
  return containers.some((container) => isClientContainer(view, container)) ? 'the client' : `a ${containers.join(' or ')}`;
}

function escape(at: ts.Node, reason: string): EscapeFacts {
  return { escapes: [{ place: placeOfNode(at), reason }], uses: [] };
}
