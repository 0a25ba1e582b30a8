import type ts from 'typescript';
import { isSameSymbol, symbolOf, type ExpressionReader } from './expression-reader.ts';
import { identifiersIn } from './identifiers.ts';
import { namesOf } from './symbol-names.ts';

/**
 * A variable, or what it holds, is changed somewhere in one of the files: assigned, `list.push(…)`, `config.scope = …`, also by a function
 * of the application that it is handed to, and by another name that it is given.
 */
export function isChangedLater(reader: ExpressionReader, symbol: ts.Symbol, files: Iterable<ts.SourceFile>): boolean {
  return isChangedIn(reader, symbol, files, new Set()) || (isReachedFromOutside(reader, symbol) && isChangedAnywhere(reader, symbol));
}

/** A variable of a module, or a field: other files may have it. */
function isReachedFromOutside({ ts }: ExpressionReader, { valueDeclaration: declaration }: ts.Symbol): boolean {
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) {
    return declaration !== undefined && ts.isPropertyDeclaration(declaration);
  }
  return ts.isSourceFile(declaration.parent.parent.parent);
}

/** In any file in which callers are looked for, under any name that imports give it. Kept with the reader's list of files. */
function isChangedAnywhere(reader: ExpressionReader, symbol: ts.Symbol): boolean {
  const { files, subject } = reader;
  const ofSubjects = changedAnywhere.get(files) ?? new Map<ExpressionReader['subject'], Map<ts.Symbol, boolean>>();
  changedAnywhere.set(files, ofSubjects);
  const known = ofSubjects.get(subject) ?? new Map<ts.Symbol, boolean>();
  ofSubjects.set(subject, known);
  const isChanged = known.get(symbol) ?? [...namesOf(reader, symbol)].some((name) =>
    isChangedIn(reader, symbol, files.filter(({ text }) => text.includes(name)), new Set(), name));
  known.set(symbol, isChanged);
  return isChanged;
}

const changedAnywhere = new WeakMap<readonly ts.SourceFile[], Map<ExpressionReader['subject'], Map<ts.Symbol, boolean>>>();

/** A mention of a variable, or of a member, changes what it holds. */
export function isChange(reader: ExpressionReader, identifier: ts.Identifier): boolean {
  const change = changeAt(reader, identifier, false);
  return change === 'change' || (change !== 'none' && isChangedUnder(reader, change, new Set()));
}

/**
 * @param seen names that what is held has had; in a circle of them each is looked at once
 * @param name under which the files have it
 */
function isChangedIn(
  reader: ExpressionReader,
  symbol: ts.Symbol,
  files: Iterable<ts.SourceFile>,
  seen: Set<ts.Symbol>,
  name = symbol.name,
): boolean {
  const isOtherName = seen.size > 0;
  seen.add(symbol);
  const mentions = [...new Set(files)]
    .filter((file) => !file.isDeclarationFile)
    .flatMap((file) => identifiersIn(reader.ts, file).get(name) ?? []);
  return mentions.some((identifier) => {
    // The text is asked first: to look up what a name stands for costs more.
    const change = changeAt(reader, identifier, isOtherName);
    return change !== 'none' && isSameSymbol(symbolOf(reader, identifier), symbol)
      && (change === 'change' || isChangedUnder(reader, change, seen));
  });
}

const CHANGING_METHODS: ReadonlySet<string> = new Set([
  'push', 'unshift', 'splice', 'pop', 'shift', 'fill', 'copyWithin', 'add', 'delete', 'set', 'clear', 'append',
]);
const CHANGING_FUNCTIONS: ReadonlySet<string> = new Set(['assign', 'defineProperty', 'defineProperties', 'set']);

/** Where what a mention holds gets another name: as an argument, or as the value of a variable. */
interface HandedOn {
  readonly held: ts.Node;
  readonly to: ts.CallExpression | ts.NewExpression | ts.VariableDeclaration;
}

/** @param isOtherName what is changed had another name before: a name that gets another value leaves it as it is */
function changeAt(reader: ExpressionReader, identifier: ts.Identifier, isOtherName: boolean): 'change' | 'none' | HandedOn {
  const { ts } = reader;
  const isMember = ts.isPropertyAccessExpression(identifier.parent) && identifier.parent.name === identifier;
  const mention: ts.Node = isMember ? identifier.parent : identifier;
  let target = mention;
  let method = '';
  while (isAround(reader, target.parent) && target.parent.expression === target) {
    target = target.parent;
    method = memberName(ts, target) ?? method;
    if (reader.subject.passedOver.has(method)) {
      return 'none';
    }
  }
  const { parent } = target;
  if (ts.isCallExpression(parent) && parent.expression === target) {
    return CHANGING_METHODS.has(method) ? 'change' : 'none';
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const isChanging = ts.isPropertyAccessExpression(parent.expression) && CHANGING_FUNCTIONS.has(parent.expression.name.text);
    return isChanging && parent.arguments?.[0] === target ? 'change' : { held: target, to: parent };
  }
  if (ts.isVariableDeclaration(parent)) {
    return parent.initializer === target ? { held: target, to: parent } : 'none';
  }
  const changes = ts.isDeleteExpression(parent) || isCounted(reader, parent) || isAssigned(reader, target);
  return changes && !(isOtherName && target === mention) ? 'change' : 'none';
}

/** Changed by a function whose source is there, or under the name of another variable. */
function isChangedUnder(reader: ExpressionReader, { held, to }: HandedOn, seen: Set<ts.Symbol>): boolean {
  const { ts } = reader;
  const name = isCopied(reader, held) ? undefined : ts.isVariableDeclaration(to) ? to.name : parameterOf(reader, held, to);
  const symbol = name !== undefined && ts.isIdentifier(name) ? symbolOf(reader, name) : undefined;
  return name !== undefined && symbol !== undefined && !seen.has(symbol) && isChangedIn(reader, symbol, [name.getSourceFile()], seen);
}

/** Texts and numbers are copied, and change with no other name. */
function isCopied({ ts, checker }: ExpressionReader, held: ts.Node): boolean {
  const { StringLike, NumberLike, BooleanLike, Undefined, Null } = ts.TypeFlags;
  const type = checker.getTypeAtLocation(held);
  return (type.isUnion() ? type.types : [type]).every(({ flags }) => (flags & (StringLike | NumberLike | BooleanLike | Undefined | Null)) !== 0);
}

function parameterOf({ ts, checker }: ExpressionReader, argument: ts.Node, call: ts.CallExpression | ts.NewExpression): ts.BindingName | undefined {
  const index = call.arguments?.findIndex((one) => one === argument) ?? -1;
  const called = checker.getResolvedSignature(call)?.declaration;
  if (index === -1 || called === undefined || called.getSourceFile().isDeclarationFile || ts.isJSDocSignature(called)) {
    return undefined;
  }
  const { parameters } = called;
  const rest = parameters.at(-1);
  return (parameters[index] ?? (rest?.dotDotDotToken === undefined ? undefined : rest))?.name;
}

function memberName({ isElementAccessExpression, isPropertyAccessExpression, isStringLiteralLike }: ExpressionReader['ts'], node: ts.Node): string | undefined {
  if (isPropertyAccessExpression(node)) {
    return node.name.text;
  }
  return isElementAccessExpression(node) && isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
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
