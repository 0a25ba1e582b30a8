import type ts from 'typescript';
import { isSameSymbol, OUTERMOST, symbolOf, unwrap, type Argument, type Call, type ExpressionReader } from './expression-reader.ts';
import { identifiersIn } from './identifiers.ts';
import { isLoadedLater, namesOf } from './symbol-names.ts';

/** What one call passes for a parameter. */
export interface PassedArgument {
  readonly call: Call;
  readonly argument: Argument;
}

/** What the callers of a function pass for one of its parameters. */
export interface Callers {
  readonly passed: readonly PassedArgument[];
  /** There are no others: the function is not handed on as a value, and no call spreads a list over the parameter. */
  readonly isComplete: boolean;
}

/**
 * What is passed for a parameter wherever the program calls its function, makes an object of its class or renders its component.
 * Kept with the reader's list of files, which is made for one program.
 */
export function callersOf(reader: ExpressionReader, parameter: ts.ParameterDeclaration): Callers {
  if (reader.budget.searches === 0) {
    return UNKNOWN;
  }
  reader.budget.searches -= 1;
  const ofFiles = callersInFiles.get(reader.files) ?? new Map<ts.ParameterDeclaration, Callers>();
  callersInFiles.set(reader.files, ofFiles);
  const callers = ofFiles.get(parameter) ?? findCallers(reader, parameter);
  ofFiles.set(parameter, callers);
  return callers;
}

const callersInFiles = new WeakMap<readonly ts.SourceFile[], Map<ts.ParameterDeclaration, Callers>>();

const UNKNOWN: Callers = { passed: [], isComplete: false };

function findCallers(reader: ExpressionReader, parameter: ts.ParameterDeclaration): Callers {
  const symbol = calledSymbol(reader, parameter.parent);
  const index = parameter.parent.parameters.indexOf(parameter);
  if (symbol === undefined || parameter.dotDotDotToken !== undefined) {
    return UNKNOWN;
  }
  const names = namesOf(reader, symbol);
  const references = reader.files
    .flatMap((file) => (isLoadedLater(file, symbol) ? ['escapes' as const] : referencesIn(reader, file, names, symbol)));
  const passed = references.map((reference) => (reference === 'escapes' ? undefined : passedAt(reader, reference, index)));
  const known = passed.filter((one) => one !== undefined);
  return { passed: known, isComplete: known.length === passed.length && !mayBeCalledAs(reader, parameter.parent, symbol) };
}

/**
 * A member may be called through another type that has one of its name, or through none at all. Both are looked for in the application:
 * what is handed to a package is lost by then.
 */
function mayBeCalledAs(reader: ExpressionReader, called: ts.SignatureDeclaration, symbol: ts.Symbol): boolean {
  const { ts } = reader;
  const declares = (identifier: ts.Identifier): boolean => {
    const { parent } = identifier;
    const isMember = ts.isMethodSignature(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)
      || ts.isPropertyDeclaration(parent);
    const isUntyped = ts.isPropertyAccessExpression(parent) && parent.name === identifier && ts.isCallExpression(parent.parent)
      && symbolOf(reader, identifier) === undefined;
    return isUntyped || (isMember && parent.name === identifier && !isSameSymbol(symbolOf(reader, identifier), symbol));
  };
  return (ts.isMethodDeclaration(called) || ts.isPropertyAssignment(called.parent) || ts.isPropertyDeclaration(called.parent))
    && reader.files.some((file) => (identifiersIn(ts, file).get(symbol.name) ?? []).some(declares));
}

/** The name under which a function, a class or a component is called. */
function calledSymbol(reader: ExpressionReader, called: ts.SignatureDeclaration): ts.Symbol | undefined {
  const { ts } = reader;
  if (ts.isFunctionDeclaration(called)) {
    return called.name && symbolOf(reader, called.name);
  }
  if (ts.isConstructorDeclaration(called)) {
    return called.parent.name && symbolOf(reader, called.parent.name);
  }
  if (ts.isMethodDeclaration(called)) {
    return ts.isIdentifier(called.name) ? symbolOf(reader, called.name) : undefined;
  }
  if (!ts.isArrowFunction(called) && !ts.isFunctionExpression(called)) {
    return undefined;
  }
  const holder = holderOf(ts, called);
  return holder && symbolOf(reader, holder.name);
}

/** The variable or property that a function is the value of; `useCallback(…, [])` hands back its function. */
export function holderOf(
  ts: ExpressionReader['ts'],
  called: ts.ArrowFunction | ts.FunctionExpression,
): ts.VariableDeclaration | ts.PropertyAssignment | ts.PropertyDeclaration | undefined {
  let value: ts.Node = called;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) {
    value = value.parent;
  }
  const memo = value.parent;
  value = ts.isCallExpression(memo) && memo.arguments[0] === value && isUseCallback(ts, memo.expression) ? memo : value;
  const { parent } = value;
  const isNaming = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isNaming && parent.initializer === value ? parent : undefined;
}

function isUseCallback(ts: ExpressionReader['ts'], callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && name.text === 'useCallback';
}

/** The calls in a file, and `escapes` for each place where the function is handed on as a value. */
function referencesIn(
  reader: ExpressionReader,
  file: ts.SourceFile,
  names: ReadonlySet<string>,
  symbol: ts.Symbol,
): readonly (Call | 'escapes')[] {
  // The text is asked first: most files never mention the function, and need no list of their names.
  const mentioned = [...names].filter((name) => file.text.includes(name));
  if (mentioned.length === 0) {
    return [];
  }
  return mentioned
    .flatMap((name) => identifiersIn(reader.ts, file).get(name) ?? [])
    .sort((left, right) => left.pos - right.pos)
    .map((identifier) => classify(reader, identifier, symbol))
    .filter((reference) => reference !== 'none');
}

/** `none` for a mention that calls nothing. */
function classify(reader: ExpressionReader, identifier: ts.Identifier, symbol: ts.Symbol): Call | 'none' | 'escapes' {
  const { ts, checker } = reader;
  if (!isSameSymbol(symbolOf(reader, identifier), symbol)) {
    // `const { make } = await import('./auth')` makes a variable of its own.
    const isSame = (): boolean => checker.getTypeAtLocation(identifier).symbol === checker.getTypeOfSymbol(symbol).symbol;
    return ts.isBindingElement(identifier.parent) && isSame() ? 'escapes' : 'none';
  }
  let callee: ts.Node = identifier;
  while (ts.isParenthesizedExpression(callee.parent) || ts.isNonNullExpression(callee.parent)
    || (ts.isPropertyAccessExpression(callee.parent) && callee.parent.name === callee)) {
    callee = callee.parent;
  }
  const { parent } = callee;
  if (((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === callee)
    || ((ts.isJsxOpeningElement(parent) || ts.isJsxSelfClosingElement(parent)) && parent.tagName === callee)) {
    return parent;
  }
  const isMention = ts.isJsxClosingElement(parent) || ts.isPartOfTypeNode(callee) || ts.isTypeQueryNode(parent)
    || ts.isImportClause(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)
    || ((ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
      || ts.isPropertyDeclaration(parent)) && parent.name === callee);
  return isMention ? 'none' : 'escapes';
}

function passedAt(reader: ExpressionReader, call: Call, index: number): PassedArgument | undefined {
  const { ts } = reader;
  if (ts.isJsxOpeningElement(call) || ts.isJsxSelfClosingElement(call)) {
    return index === 0 ? { call, argument: { node: call.attributes, frame: OUTERMOST } } : undefined;
  }
  const given = call.arguments ?? [];
  if (given.slice(0, index + 1).some((argument) => ts.isSpreadElement(unwrap(reader, argument)))) {
    return undefined;
  }
  const node = given[index];
  return { call, argument: node === undefined ? 'absent' : { node, frame: OUTERMOST } };
}
