import type ts from 'typescript';
import { unwrap, type ExpressionReader, type Frame } from './expression-reader.ts';
import { onlyObject } from './find-property.ts';
import { textOfLiteral } from './literal-text.ts';
import { escapedText, type LocatedText } from './located-text.ts';
import { linesOf, placeOfNode } from './place-of-node.ts';
import type { ScopeValue } from './scope-value.ts';

/**
 * The names of an object's properties as a list, all of them or those that are switched on:
 *
 * - `Object.keys(SCOPES)`, also with `.filter((scope) => SCOPES[scope])`
 * - `Object.entries(SCOPES).filter(([, isOn]) => isOn).map(([scope]) => scope)`
 * - `Object.entries(SCOPES).flatMap(([scope, isOn]) => (isOn ? [scope] : []))`
 *
 * @returns `undefined` for any other call. A flag that is no literal leaves open whether the name is in the list.
 */
export function readFlaggedNames(reader: ExpressionReader, call: ts.CallExpression, frame: Frame): ScopeValue | undefined {
  const selection = selectionOf(reader, call);
  if (selection === undefined) {
    return undefined;
  }
  const place = placeOfNode(call);
  const object = onlyObject(reader, selection.object, frame);
  const entries = object && entriesOf(reader, object);
  if (entries === undefined) {
    return { kind: 'unknown', reason: `${reader.subject.are} the names of an object that is not followed`, place };
  }
  const items = entries.flatMap((entry) => itemFor(reader, entry, selection.isFlagged));
  return { kind: 'filled', list: { kind: 'list', items, place }, place };
}

/** Of which object the names are taken, and whether only of properties that are switched on. */
interface Selection {
  readonly object: ts.Expression;
  readonly isFlagged: boolean;
}

function selectionOf(reader: ExpressionReader, call: ts.CallExpression): Selection | undefined {
  const { ts } = reader;
  const [first] = call.arguments;
  const callee = unwrap(reader, call.expression);
  if (!ts.isPropertyAccessExpression(callee) || first === undefined) {
    return undefined;
  }
  const method = callee.name.text;
  const owner = unwrap(reader, callee.expression);
  const keys = objectIn(reader, call, 'keys');
  if (keys !== undefined) {
    return { object: keys, isFlagged: false };
  }
  if (method === 'filter') {
    const object = objectIn(reader, owner, 'keys');
    return object !== undefined && looksUp(reader, first, object) ? { object, isFlagged: true } : undefined;
  }
  if (method === 'flatMap') {
    const object = objectIn(reader, owner, 'entries');
    return object !== undefined && keepsFlagged(reader, first) ? { object, isFlagged: true } : undefined;
  }
  if (method !== 'map' || !picks(reader, first, 0)) {
    return undefined;
  }
  const all = objectIn(reader, owner, 'entries');
  return all === undefined ? filteredEntries(reader, owner) : { object: all, isFlagged: false };
}

function filteredEntries(reader: ExpressionReader, node: ts.Expression): Selection | undefined {
  const { ts } = reader;
  const callee = ts.isCallExpression(node) ? unwrap(reader, node.expression) : undefined;
  const [condition] = ts.isCallExpression(node) ? node.arguments : [];
  const isFilter = callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === 'filter';
  const object = isFilter ? objectIn(reader, unwrap(reader, callee.expression), 'entries') : undefined;
  return object !== undefined && condition !== undefined && picks(reader, condition, 1) ? { object, isFlagged: true } : undefined;
}

/** The argument of `Object.keys()` or `Object.entries()`. */
function objectIn(reader: ExpressionReader, node: ts.Expression, method: 'keys' | 'entries'): ts.Expression | undefined {
  const { ts } = reader;
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  const isCalled =
    callee !== undefined && ts.isPropertyAccessExpression(callee) && callee.name.text === method &&
    ts.isIdentifier(callee.expression) && callee.expression.text === 'Object';
  return isCalled && ts.isCallExpression(node) && node.arguments.length === 1 ? node.arguments[0] : undefined;
}

/** What a function of one parameter returns, without a block around it. */
function resultOf(reader: ExpressionReader, callback: ts.Expression): { parameter: ts.BindingName; result: ts.Expression } | undefined {
  const { ts } = reader;
  const [parameter, ...others] = ts.isArrowFunction(callback) ? callback.parameters : [];
  return ts.isArrowFunction(callback) && parameter !== undefined && others.length === 0 && !ts.isBlock(callback.body)
    ? { parameter: parameter.name, result: unwrap(reader, callback.body) }
    : undefined;
}

/** `([, isOn]) => isOn`, `(entry) => entry[1]`: the function returns one half of an entry. */
function picks(reader: ExpressionReader, callback: ts.Expression, position: 0 | 1): boolean {
  const { ts } = reader;
  const found = resultOf(reader, callback);
  if (found === undefined) {
    return false;
  }
  const { parameter, result } = found;
  if (ts.isArrayBindingPattern(parameter)) {
    return isNamed(reader, result, nameAt(reader, parameter, position));
  }
  return (
    ts.isIdentifier(parameter) && ts.isElementAccessExpression(result) && isNamed(reader, result.expression, parameter.text) &&
    ts.isNumericLiteral(result.argumentExpression) && result.argumentExpression.text === String(position)
  );
}

/** `(scope) => SCOPES[scope]` */
function looksUp(reader: ExpressionReader, callback: ts.Expression, object: ts.Expression): boolean {
  const { ts } = reader;
  const found = resultOf(reader, callback);
  return (
    found !== undefined && ts.isIdentifier(found.parameter) && ts.isElementAccessExpression(found.result) &&
    unwrap(reader, found.result.expression).getText() === unwrap(reader, object).getText() &&
    isNamed(reader, unwrap(reader, found.result.argumentExpression), found.parameter.text)
  );
}

/** `([scope, isOn]) => (isOn ? [scope] : [])` */
function keepsFlagged(reader: ExpressionReader, callback: ts.Expression): boolean {
  const { ts } = reader;
  const found = resultOf(reader, callback);
  if (found === undefined || !ts.isArrayBindingPattern(found.parameter) || !ts.isConditionalExpression(found.result)) {
    return false;
  }
  const { condition, whenTrue, whenFalse } = found.result;
  const [kept, ...others] = ts.isArrayLiteralExpression(whenTrue) ? whenTrue.elements : [];
  return (
    isNamed(reader, unwrap(reader, condition), nameAt(reader, found.parameter, 1)) && kept !== undefined && others.length === 0 &&
    isNamed(reader, kept, nameAt(reader, found.parameter, 0)) && ts.isArrayLiteralExpression(whenFalse) && whenFalse.elements.length === 0
  );
}

function nameAt({ ts }: ExpressionReader, pattern: ts.ArrayBindingPattern, position: number): string | undefined {
  const element = pattern.elements[position];
  return element !== undefined && ts.isBindingElement(element) && ts.isIdentifier(element.name) && element.initializer === undefined
    ? element.name.text
    : undefined;
}

function isNamed({ ts }: ExpressionReader, node: ts.Expression, name: string | undefined): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

interface Entry {
  readonly name: ts.StringLiteral | ts.Identifier;
  readonly flag: ts.Expression;
}

/** `undefined` where a property is computed, spread, or no plain value. */
function entriesOf({ ts }: ExpressionReader, object: ts.ObjectLiteralExpression): readonly Entry[] | undefined {
  const entries = object.properties.flatMap((property): readonly Entry[] => {
    const isPlain = ts.isPropertyAssignment(property) && (ts.isStringLiteral(property.name) || ts.isIdentifier(property.name));
    return isPlain ? [{ name: property.name, flag: property.initializer }] : [];
  });
  return entries.length < object.properties.length ? undefined : entries;
}

function itemFor(reader: ExpressionReader, { name, flag }: Entry, isFlagged: boolean): readonly ScopeValue[] {
  const { ts } = reader;
  const place = placeOfNode(name);
  const item: ScopeValue = { kind: 'text', text: textOfName(ts, name), place };
  const value = unwrap(reader, flag);
  if (!isFlagged || value.kind === ts.SyntaxKind.TrueKeyword) {
    return [item];
  }
  return value.kind === ts.SyntaxKind.FalseKeyword ? [] : [{ kind: 'choice', options: [item, { kind: 'absent', place }], place }];
}

function textOfName(ts: ExpressionReader['ts'], name: ts.StringLiteral | ts.Identifier): LocatedText {
  if (ts.isStringLiteral(name)) {
    return textOfLiteral(ts, name);
  }
  const file = name.getSourceFile();
  return escapedText(name.text, name.text, name.getStart(file), linesOf(file));
}
