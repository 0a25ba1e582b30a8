import type ts from 'typescript';
import { isSameSymbol, symbolOf, type ExpressionReader } from './expression-reader.ts';
import { identifiersIn, privateNamesIn } from './identifiers.ts';
import { namesOf } from './symbol-names.ts';

/**
 * A variable, or what it holds, is changed somewhere in one of the files: assigned, `list.push(…)`, `config.scope = …`, also by a function
 * of the application that it is handed to, by another name that it is given, and in other files that import it.
 * @param first the mention that gives a field its first value
 */
export function isChangedLater(reader: ExpressionReader, symbol: ts.Symbol, files: Iterable<ts.SourceFile>, first?: ts.MemberName): boolean {
  return isChangedIn(reader, symbol, { files, first }, new Set())
    || (isReachedFromOutside(reader, symbol) && isChangedAnywhere(reader, symbol, first));
}

/** A variable of a module, or a field: other files may have it. */
function isReachedFromOutside({ ts }: ExpressionReader, { valueDeclaration: declaration }: ts.Symbol): boolean {
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) {
    return declaration !== undefined && ts.isPropertyDeclaration(declaration);
  }
  return ts.isSourceFile(declaration.parent.parent.parent);
}

/** In any file in which callers are looked for, under any name that imports give it. Kept with the reader's list of files. */
function isChangedAnywhere(reader: ExpressionReader, symbol: ts.Symbol, first: ts.MemberName | undefined): boolean {
  const { files, subject } = reader;
  const ofSubjects = changedAnywhere.get(files) ?? new Map<ExpressionReader['subject'], Map<ts.Symbol, boolean>>();
  changedAnywhere.set(files, ofSubjects);
  const known = ofSubjects.get(subject) ?? new Map<ts.Symbol, boolean>();
  ofSubjects.set(subject, known);
  const isChanged = known.get(symbol) ?? [...namesOf(reader, symbol)].some((name) =>
    isChangedIn(reader, symbol, { files: files.filter(({ text }) => text.includes(name)), name, first }, new Set()));
  known.set(symbol, isChanged);
  return isChanged;
}

const changedAnywhere = new WeakMap<readonly ts.SourceFile[], Map<ExpressionReader['subject'], Map<ts.Symbol, boolean>>>();

/** A mention of a variable, or of a member, changes what it holds. */
export function isChange(reader: ExpressionReader, identifier: ts.MemberName): boolean {
  const change = changeAt(reader, identifier, false);
  return change === 'change' || (change !== 'none' && isChangedUnder(reader, change, new Set()));
}

interface Search {
  readonly files: Iterable<ts.SourceFile>;
  /** Under which the files have it. */
  readonly name?: string;
  /** A mention that is none of those that are looked for. */
  readonly first?: ts.MemberName | undefined;
}

/** @param seen names that what is held has had; in a circle of them each is looked at once */
function isChangedIn(reader: ExpressionReader, symbol: ts.Symbol, { files, name = nameOf(reader, symbol), first }: Search, seen: Set<ts.Symbol>): boolean {
  const isOtherName = seen.size > 0;
  seen.add(symbol);
  const namesIn = name.startsWith('#') ? privateNamesIn : identifiersIn;
  const mentions = [...new Set(files)]
    .filter((file) => !file.isDeclarationFile)
    .flatMap((file): readonly ts.MemberName[] => namesIn(reader.ts, file).get(name) ?? []);
  return mentions.some((identifier) => {
    // The text is asked first: to look up what a name stands for costs more.
    const change = identifier === first ? 'none' : changeAt(reader, identifier, isOtherName);
    return change !== 'none' && isSameSymbol(symbolOf(reader, identifier), symbol)
      && (change === 'change' || isChangedUnder(reader, change, seen));
  });
}

/** The compiler gives the symbol of a private name another one. */
function nameOf({ ts }: ExpressionReader, { name, valueDeclaration }: ts.Symbol): string {
  const declared = valueDeclaration && ts.getNameOfDeclaration(valueDeclaration);
  return declared !== undefined && ts.isPrivateIdentifier(declared) ? declared.text : name;
}

const CHANGING_METHODS: ReadonlySet<string> = new Set([
  'push', 'unshift', 'splice', 'pop', 'shift', 'fill', 'copyWithin', 'add', 'delete', 'set', 'clear', 'append',
]);
const CHANGING_FUNCTIONS: ReadonlySet<string> = new Set(['assign', 'defineProperty', 'defineProperties', 'set']);

/** Functions that call the method on which they are called. */
const CALLING_METHODS: ReadonlySet<string> = new Set(['apply', 'bind', 'call']);

/** Where what a mention holds gets another name: as an argument, or as the value of a variable or a member. */
interface HandedOn {
  readonly held: ts.Node;
  readonly to: ts.CallExpression | ts.NewExpression | ts.VariableDeclaration | ts.BinaryExpression | ts.PropertyAssignment | ts.ShorthandPropertyAssignment;
}

/** @param isOtherName what is changed had another name before: a name that gets another value leaves it as it is */
function changeAt(reader: ExpressionReader, identifier: ts.MemberName, isOtherName: boolean): 'change' | 'none' | HandedOn {
  const { ts } = reader;
  const isMember = ts.isPropertyAccessExpression(identifier.parent) && identifier.parent.name === identifier;
  const mention: ts.Node = isMember ? identifier.parent : identifier;
  let target = mention;
  const members: string[] = [];
  while (isAround(reader, target.parent) && target.parent.expression === target) {
    target = target.parent;
    members.push(memberName(ts, target) ?? '');
    if (reader.subject.passedOver.has(members.at(-1) ?? '')) {
      return 'none';
    }
  }
  const { parent } = target;
  const [method = '', caller] = members.filter((member) => member !== '').slice(-2).reverse();
  if (ts.isCallExpression(parent) && parent.expression === target) {
    return CHANGING_METHODS.has(method) || (CALLING_METHODS.has(method) && caller !== undefined && CHANGING_METHODS.has(caller)) ? 'change' : 'none';
  }
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    return isChangedAsArgument(reader, parent, target) || CHANGING_METHODS.has(method) ? 'change' : { held: target, to: parent };
  }
  if (ts.isDeleteExpression(parent) || isCounted(reader, parent) || isAssigned(reader, target)) {
    return isOtherName && target === mention ? 'none' : 'change';
  }
  return isGiven(reader, parent, target) ? { held: target, to: parent } : 'none';
}

/** `Object.assign(list, …)`, `Array.prototype.push.apply(list, …)`. */
function isChangedAsArgument({ ts }: ExpressionReader, call: ts.CallExpression | ts.NewExpression, argument: ts.Node): boolean {
  const called = call.expression;
  if (call.arguments?.[0] !== argument || !ts.isPropertyAccessExpression(called)) {
    return false;
  }
  const method = CALLING_METHODS.has(called.name.text) ? memberName(ts, called.expression) : undefined;
  return CHANGING_FUNCTIONS.has(called.name.text) || (method !== undefined && CHANGING_METHODS.has(method));
}

/** `const other = list`, `other = list`, `{ other: list }`, `{ list }`. */
function isGiven({ ts }: ExpressionReader, node: ts.Node, value: ts.Node): node is Exclude<HandedOn['to'], ts.CallExpression | ts.NewExpression> {
  return ((ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && node.initializer === value)
    || (ts.isShorthandPropertyAssignment(node) && node.name === value)
    || (ts.isBinaryExpression(node) && node.right === value && isAssignmentTo(ts, node, node.left));
}

/** Changed by a function whose source is there, or under the name of another variable or member. */
function isChangedUnder(reader: ExpressionReader, { held, to }: HandedOn, seen: Set<ts.Symbol>): boolean {
  return namesGiven(reader, held, to).some((name) => {
    const symbol = reader.checker.getSymbolAtLocation(name);
    // Types come last: that of a text which doubles with every step would be the text.
    return symbol !== undefined && !seen.has(symbol) && isChangedIn(reader, symbol, { files: [name.getSourceFile()] }, seen)
      && !isCopied(reader, held) && !isCopied(reader, name);
  });
}

function namesGiven(reader: ExpressionReader, held: ts.Node, to: HandedOn['to']): readonly ts.Node[] {
  const { ts } = reader;
  if (ts.isPropertyAssignment(to) || ts.isShorthandPropertyAssignment(to)) {
    return [to.name];
  }
  if (ts.isBinaryExpression(to)) {
    return ts.isIdentifier(to.left) ? [to.left] : ts.isPropertyAccessExpression(to.left) ? [to.left.name] : [];
  }
  return namesBoundIn(ts, ts.isVariableDeclaration(to) ? to.name : parameterOf(reader, held, to));
}

/** `list`, and each name in `{ list, inner: [first] }`. */
function namesBoundIn(ts: ExpressionReader['ts'], name: ts.BindingName | undefined): readonly ts.Identifier[] {
  if (name === undefined || ts.isIdentifier(name)) {
    return name === undefined ? [] : [name];
  }
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesBoundIn(ts, element.name) : []));
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
