import type ts from 'typescript';
import { isChange } from './changed-later.ts';
import { constantText, symbolOf, unwrap, type ExpressionReader, type Frame } from './expression-reader.ts';
import { findProperty, objectsOf } from './find-property.ts';
import { followReference, isReference, type Reference } from './follow-reference.ts';
import { functionResults } from './function-results.ts';
import { identifiersIn } from './identifiers.ts';
import { textOfLiteral } from './literal-text.ts';
import { sliceText, unlocatedText } from './located-text.ts';
import { placeOfNode } from './place-of-node.ts';
import { readFound, readScopeExpression } from './scope-expression.ts';
import type { ScopeValue } from './scope-value.ts';

/** What a form, a query or a body has under a name. */
export interface FormField {
  readonly value: ScopeValue;
  /** Where it is written. */
  readonly node: ts.Node;
}

/**
 * Reads one field of what is sent: `new URLSearchParams({ … })` with what is appended to it, `qs.stringify({ … })`,
 * `JSON.stringify({ … })`, a plain object, and texts such as `grant_type=…&scope=…`.
 * @returns nothing where the field is not sent; `undefined` where that is not to be seen
 */
export function formField(
  reader: ExpressionReader,
  form: ts.Expression,
  name: string,
  frame: Frame,
  depth = 0,
): readonly FormField[] | undefined {
  const { ts } = reader;
  const inner = unwrap(reader, form);
  const next = (node: ts.Expression): readonly FormField[] | undefined => formField(reader, node, name, frame, depth + 1);
  if (depth > MAXIMUM_DEPTH) {
    return undefined;
  }
  if (ts.isAwaitExpression(inner)) {
    return next(inner.expression);
  }
  if (ts.isConditionalExpression(inner)) {
    return together([next(inner.whenTrue), next(inner.whenFalse)]);
  }
  if (ts.isNewExpression(inner)) {
    const [content] = inner.arguments ?? [];
    const isForm = ts.isIdentifier(inner.expression) && FORMS.has(inner.expression.text);
    return isForm ? (content === undefined ? [] : (pairOf(reader, content, name, frame) ?? next(content))) : undefined;
  }
  if (ts.isStringLiteralLike(inner) || ts.isTemplateExpression(inner) || isSum(ts, inner)) {
    return fieldOfText(reader, inner, name, frame, depth);
  }
  if (ts.isCallExpression(inner)) {
    return fieldOfCall(reader, inner, name, frame, depth);
  }
  if (objectsOf(reader, inner, frame).some(({ kind }) => kind === 'object')) {
    return fieldOfObject(reader, inner, name, frame);
  }
  return isReference(ts, inner) ? fieldOfVariable(reader, inner, name, frame, depth) : undefined;
}

const MAXIMUM_DEPTH = 12;

/** Classes of the platform that hold the fields of a form. */
const FORMS: ReadonlySet<string> = new Set(['URLSearchParams', 'FormData']);

/** Functions that make a text of an object: `JSON.stringify`, `qs.stringify`, `querystring.stringify`. */
const STRINGIFY = 'stringify';

function together(parts: readonly (readonly FormField[] | undefined)[]): readonly FormField[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function fieldOfCall(
  reader: ExpressionReader,
  call: ts.CallExpression,
  name: string,
  frame: Frame,
  depth: number,
): readonly FormField[] | undefined {
  const { ts } = reader;
  const callee = unwrap(reader, call.expression);
  const [first] = call.arguments;
  const called = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (called === STRINGIFY && first !== undefined) {
    return formField(reader, first, name, frame, depth + 1);
  }
  if (called === 'toString' && ts.isPropertyAccessExpression(callee)) {
    return formField(reader, callee.expression, name, frame, depth + 1);
  }
  const results = functionResults(reader, call, frame);
  return results && together(results.map((found) => {
    return found.kind === 'expression' ? formField(reader, found.node, name, found.frame, depth + 1) : undefined;
  }));
}

function fieldOfObject(reader: ExpressionReader, object: ts.Expression, name: string, frame: Frame): readonly FormField[] {
  const found = findProperty(reader, object, name, frame);
  const [given] = found.filter(({ kind }) => kind !== 'absent');
  return given === undefined ? [] : [{ value: readFound(reader, found, object), node: given.node }];
}

/** `[['grant_type', …], ['scope', …]]`. */
function pairOf(reader: ExpressionReader, content: ts.Expression, name: string, frame: Frame): readonly FormField[] | undefined {
  const { ts } = reader;
  const list = unwrap(reader, content);
  if (!ts.isArrayLiteralExpression(list)) {
    return undefined;
  }
  const pairs = list.elements.map((element): Addition => {
    const [key, value] = ts.isArrayLiteralExpression(element) ? element.elements : [];
    return { key: key && constantText(reader, key, frame), value };
  });
  // What stands under a name that is not to be seen may be the field.
  return pairs.some(({ key }) => key === undefined) ? undefined : additionsUnder(reader, pairs, name, frame);
}

/** A variable with a form, and what is appended to it afterwards. */
function fieldOfVariable(
  reader: ExpressionReader,
  reference: Reference,
  name: string,
  frame: Frame,
  depth: number,
): readonly FormField[] | undefined {
  const { ts } = reader;
  const symbol = ts.isIdentifier(reference) ? symbolOf(reader, reference) : undefined;
  const declaration = symbol?.valueDeclaration;
  const initializer = declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const made = initializer && unwrap(reader, initializer);
  if (symbol !== undefined && made !== undefined && ts.isNewExpression(made)) {
    const changes = changesOf(reader, symbol, made.getSourceFile(), frame).filter(({ key }) => key === undefined || key === name);
    if (changes.some(({ how, key }) => how === 'hidden' || how === 'delete' || key === undefined)) {
      return undefined;
    }
    const last = changes.findLastIndex(({ how, node }) => how === 'set' && isCertain(reader, node, made, reference));
    const added = additionsUnder(reader, changes.slice(Math.max(last, 0)), name, frame);
    // An address that gets a query has none of its own.
    const isAddress = added.length > 0 && ts.isIdentifier(made.expression) && made.expression.text === 'URL';
    const first = last !== -1 || isAddress ? [] : formField(reader, made, name, frame, depth + 1);
    return first && [...first, ...added];
  }
  const found = followReference(reader, reference, frame);
  return together(found.map((one) => (one.kind === 'expression' ? formField(reader, one.node, name, one.frame, depth + 1) : undefined)));
}

/** It stands by itself beside the variable, before the use: whoever comes to one has come by the other. */
function isCertain({ ts }: ExpressionReader, call: ts.Node, made: ts.Node, reference: ts.Node): boolean {
  const block = ts.isExpressionStatement(call.parent) ? call.parent.parent : undefined;
  const variable = ts.findAncestor(made, ts.isVariableStatement);
  return block !== undefined && variable?.parent === block && call.end <= reference.pos && reference.getSourceFile() === call.getSourceFile();
}

/** `form.append('scope', …)`, `form.set('scope', …)`, `url.searchParams.set('scope', …)`. */
export function appendedTo(
  reader: ExpressionReader,
  symbol: ts.Symbol,
  file: ts.SourceFile,
  name: string,
  frame: Frame,
): readonly FormField[] {
  return additionsUnder(reader, changesOf(reader, symbol, file, frame), name, frame);
}

interface Addition {
  /** `undefined` where it is not to be seen. */
  readonly key: string | undefined;
  readonly value: ts.Expression | undefined;
}

/** What a mention of a variable does to the form that it holds. */
interface Change extends Addition {
  readonly how: 'append' | 'set' | 'delete' | 'hidden';
  readonly node: ts.Node;
}

function additionsUnder(reader: ExpressionReader, additions: readonly Addition[], name: string, frame: Frame): readonly FormField[] {
  return additions.flatMap(({ key, value }) =>
    (key === name && value !== undefined ? [{ value: readScopeExpression(reader, value, frame), node: value }] : []));
}

function changesOf(reader: ExpressionReader, symbol: ts.Symbol, file: ts.SourceFile, frame: Frame): readonly Change[] {
  const { ts } = reader;
  return (identifiersIn(ts, file).get(symbol.name) ?? []).flatMap((identifier): readonly Change[] => {
    const { parent } = identifier;
    const owner = ts.isPropertyAccessExpression(parent) && parent.name.text === 'searchParams' ? parent : identifier;
    const access = owner.parent;
    const call = access.parent;
    const member = ts.isPropertyAccessExpression(access) && access.expression === owner ? access.name.text : '';
    if (symbolOf(reader, identifier) !== symbol) {
      return [];
    }
    if (!isChanging(member) || !ts.isCallExpression(call) || call.expression !== access) {
      return isChanging(member) || isChange(reader, identifier) ? [{ how: 'hidden', node: identifier, key: undefined, value: undefined }] : [];
    }
    const [key, value] = call.arguments;
    return [{ how: member, node: call, key: key && constantText(reader, key, frame), value: member === 'delete' ? undefined : value }];
  });
}

function isChanging(member: string): member is 'append' | 'set' | 'delete' {
  return member === 'append' || member === 'set' || member === 'delete';
}

function isSum(ts: ExpressionReader['ts'], node: ts.Expression): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

type TextPart = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

/** The texts and expressions of a template or a sum, in order. */
function partsOf(reader: ExpressionReader, node: ts.Expression): readonly (TextPart | ts.Expression)[] {
  const { ts } = reader;
  const parts: (TextPart | ts.Expression)[] = [];
  // A list instead of recursion: a sum of ten thousand strings is ten thousand levels deep.
  const pending: (TextPart | ts.Expression)[] = [node];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const inner = isTextPart(ts, part) ? part : unwrap(reader, part);
    if (!isTextPart(ts, inner) && ts.isTemplateExpression(inner)) {
      pending.push(...inner.templateSpans.flatMap((span) => [span.expression, span.literal]).reverse(), inner.head);
    } else if (!isTextPart(ts, inner) && isSum(ts, inner)) {
      pending.push(inner.right, inner.left);
    } else {
      parts.push(inner);
    }
  }
  return parts;
}

function isTextPart(ts: ExpressionReader['ts'], node: ts.Node): node is TextPart {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}

/** `grant_type=client_credentials&scope=${scopes}`; a form that is part of the text (`?${params}`) counts as well. */
function fieldOfText(
  reader: ExpressionReader,
  text: ts.Expression,
  name: string,
  frame: Frame,
  depth: number,
): readonly FormField[] | undefined {
  const { ts } = reader;
  const parts = partsOf(reader, text);
  const start = new RegExp(`(?:^|[?&\\s])${name}=`);
  const at = parts.findIndex((part) => isTextPart(ts, part) && start.test(part.text));
  const first = parts[at];
  if (first === undefined || !isTextPart(ts, first)) {
    // What stands before a path or a query is a host.
    const isAddress = parts.some((part) => isTextPart(ts, part) && /^[^&=]*[/?]/.test(part.text));
    const forms = parts.map((part, index) => {
      const before = parts[index - 1];
      const text = before === undefined ? '' : isTextPart(ts, before) ? before.text : undefined;
      const isQuery = text === '' ? !isAddress : text !== undefined && /[?&]$/.test(text);
      // A host or a value that is not to be seen hides no field; a query does.
      return isTextPart(ts, part) ? [] : (formField(reader, part, name, frame, depth + 1) ?? (isQuery ? undefined : []));
    });
    return together(forms);
  }
  const values: ScopeValue[] = [];
  for (const [offset, part] of parts.slice(at).entries()) {
    if (!isTextPart(ts, part)) {
      values.push(readScopeExpression(reader, part, frame));
      continue;
    }
    const from = offset === 0 ? (start.exec(part.text)?.index ?? 0) + (start.exec(part.text)?.[0].length ?? 0) : 0;
    const length = part.text.slice(from).search(/[&#]/);
    values.push(readTextPart(reader, part, from, length === -1 ? part.text.length : from + length));
    if (length !== -1) {
      break;
    }
  }
  const place = placeOfNode(text);
  const [only, ...others] = values;
  return [{ value: only !== undefined && others.length === 0 ? only : { kind: 'concatenation', parts: values, place }, node: text }];
}

/** A part of a query, without the escapes of one. */
function readTextPart({ ts }: ExpressionReader, part: TextPart, from: number, to: number): ScopeValue {
  const place = placeOfNode(part);
  const text = sliceText(textOfLiteral(ts, part), from, to);
  return { kind: 'text', text: /[%+]/.test(text.text) ? unlocatedText(decode(text.text)) : text, place };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
