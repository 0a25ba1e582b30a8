import type ts from 'typescript';
import { isSameSymbol, symbolOf } from '../../grants/expression-reader.ts';
import { identifiersIn } from '../../grants/identifiers.ts';
import { namesOf } from '../../grants/symbol-names.ts';
import type { ProgramView } from '../program-view.ts';
import { addressReader } from './address-reader.ts';
import { isExported } from './enclosing-function.ts';

/**
 * Whether the token that a member of the client hands out goes nowhere but into requests that are known: through variables, parameters,
 * fields, objects of headers and results of functions. Where any way is not plain it may go elsewhere.
 * @param member where the member is named: `getToken` of `sdk.getToken()`
 * @param known calls that make requests to the provider, all of which are reported
 */
export function staysInRequests(view: ProgramView, member: ts.Node, known: ReadonlySet<ts.Node>): boolean {
  const { ts } = view;
  const access = member.parent;
  const call = access.parent;
  if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(call) || call.expression !== access) {
    return false;
  }
  const pending: ts.Node[] = [call];
  const visited = new Set<ts.Node>();
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (visited.has(value)) {
      continue;
    }
    visited.add(value);
    const next = visited.size > MAXIMUM_STEPS ? undefined : step(view, value, known);
    if (next === undefined) {
      return false;
    }
    pending.push(...next);
  }
  return true;
}

const MAXIMUM_STEPS = 300;

/** Where a value goes from its place; nothing where it ends there, `undefined` where that is not to be seen. */
function step(view: ProgramView, value: ts.Node, known: ReadonlySet<ts.Node>): readonly ts.Node[] | undefined {
  const { ts } = view;
  const { parent } = value;
  if (ts.isExpressionStatement(parent) || isAsked(view, value, parent)) {
    return [];
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return parent.expression === value ? undefined : stepOfArgument(view, value, parent, known);
  }
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) {
    return ts.isIdentifier(parent.name) ? usesOf(view, parent.name) : undefined;
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return parent.right === value ? usesOfTarget(view, parent.left) : [];
  }
  if (ts.isReturnStatement(parent)) {
    const called = ts.findAncestor(parent, ts.isFunctionLike);
    return called && callsOf(view, called);
  }
  if (ts.isArrowFunction(parent) && parent.body === value) {
    return callsOf(view, parent);
  }
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent) || ts.isSpreadAssignment(parent)) {
    return [parent.parent];
  }
  return isPassedOn(view, parent) ? [parent] : undefined;
}

/** The value of the parent is the value, or holds it. */
function isPassedOn({ ts }: ProgramView, parent: ts.Node): boolean {
  return ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isNonNullExpression(parent)
    || ts.isSatisfiesExpression(parent) || ts.isAwaitExpression(parent) || ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent)
    || ts.isBinaryExpression(parent) || ts.isConditionalExpression(parent);
}

/** `if (!token)`, `token === ''`, `token && …`. */
function isAsked({ ts }: ProgramView, value: ts.Node, parent: ts.Node): boolean {
  if (ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent)) {
    return true;
  }
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
      || kind === ts.SyntaxKind.EqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsToken
      || (kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.left === value);
  }
  return (ts.isIfStatement(parent) && parent.expression === value) || (ts.isConditionalExpression(parent) && parent.condition === value);
}

/** What is made with the token goes where it goes: `fetch(new Request(…))`. */
const HOLDERS: readonly string[] = ['Headers', 'Request'];

function stepOfArgument(
  view: ProgramView,
  value: ts.Node,
  call: ts.CallExpression | ts.NewExpression,
  known: ReadonlySet<ts.Node>,
): readonly ts.Node[] | undefined {
  const { ts } = view;
  if (known.has(call)) {
    return [];
  }
  if (ts.isNewExpression(call)) {
    return ts.isIdentifier(call.expression) && HOLDERS.includes(call.expression.text) ? [call] : undefined;
  }
  const declaration = view.questions.calledDeclaration(call);
  const index = call.arguments.findIndex((argument) => argument === value);
  const isOwn = declaration !== undefined && ts.isFunctionLike(declaration) && 'body' in declaration && declaration.body !== undefined;
  const parameter = isOwn ? declaration.parameters[index] : undefined;
  const isPlain = parameter !== undefined && parameter.dotDotDotToken === undefined && ts.isIdentifier(parameter.name);
  return isPlain && ts.isIdentifier(parameter.name) ? usesOf(view, parameter.name) : undefined;
}

/** `headers.Authorization = …` gives the token to whoever gets the headers, `this.token = …` to whoever reads the field. */
function usesOfTarget(view: ProgramView, target: ts.Expression): readonly ts.Node[] | undefined {
  const { ts } = view;
  if (ts.isIdentifier(target)) {
    return usesOf(view, target);
  }
  if (ts.isElementAccessExpression(target) && ts.isIdentifier(target.expression)) {
    return usesOf(view, target.expression);
  }
  if (!ts.isPropertyAccessExpression(target)) {
    return undefined;
  }
  return target.expression.kind === ts.SyntaxKind.ThisKeyword
    ? usesOf(view, target.name)
    : ts.isIdentifier(target.expression) ? usesOf(view, target.expression) : undefined;
}

/** Every place where a name is read. */
function usesOf(view: ProgramView, name: ts.MemberName): readonly ts.Node[] | undefined {
  const { ts } = view;
  const reader = addressReader(view);
  const symbol = symbolOf(reader, name);
  if (symbol === undefined) {
    return undefined;
  }
  const mentions = [...namesOf(reader, symbol)].flatMap((known) => reader.files
    .filter((file) => file.text.includes(known))
    .flatMap((file) => identifiersIn(ts, file).get(known) ?? []));
  const readings = mentions
    .filter((identifier) => isSameSymbol(symbolOf(reader, identifier), symbol))
    .flatMap((identifier) => readingAt(view, identifier));
  // What the program exports and never reads is there for somebody else.
  return readings.length === 0 && symbol.declarations?.some((declaration) => isExported(view, declaration)) === true ? undefined : readings;
}

function readingAt({ ts }: ProgramView, identifier: ts.Identifier): readonly ts.Node[] {
  const { parent } = identifier;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === identifier;
  const value = isMember ? parent : identifier;
  const around = value.parent;
  const isTarget = ts.isBinaryExpression(around) && around.left === value && around.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  const isOwner = (ts.isPropertyAccessExpression(around) || ts.isElementAccessExpression(around)) && around.expression === value
    && ts.isBinaryExpression(around.parent) && around.parent.left === around;
  const isNaming = ts.isImportSpecifier(around) || ts.isExportSpecifier(around) || ts.isImportClause(around)
    || ((ts.isVariableDeclaration(around) || ts.isParameter(around) || ts.isFunctionLike(around) || ts.isPropertyDeclaration(around))
      && around.name === value);
  return isTarget || isOwner || isNaming ? [] : [value];
}

/** The calls of a function by its name; `undefined` where it has none, or is handed on. */
function callsOf(view: ProgramView, called: ts.SignatureDeclaration): readonly ts.Node[] | undefined {
  const { ts } = view;
  const holder = called.parent;
  const name = ts.isFunctionDeclaration(called) || ts.isMethodDeclaration(called)
    ? called.name
    : ts.isVariableDeclaration(holder) || ts.isPropertyDeclaration(holder) ? holder.name : undefined;
  const uses = name !== undefined && ts.isIdentifier(name) ? usesOf(view, name) : undefined;
  const calls = uses?.map((use) => (ts.isCallExpression(use.parent) && use.parent.expression === use ? use.parent : undefined));
  return calls === undefined || calls.includes(undefined) ? undefined : calls.filter((call) => call !== undefined);
}
