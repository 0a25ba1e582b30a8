import type ts from 'typescript';
import type { Place } from './declaration.ts';
import { environmentAccess } from './environment-access.ts';
import { constantText, deeper, literalTexts, symbolOf, unwrap, type ExpressionReader, type Frame } from './expression-reader.ts';
import { isNothing, onlyObject } from './find-property.ts';
import { readFlaggedNames } from './flagged-names.ts';
import { followReference, isReference, type Reference } from './follow-reference.ts';
import { unknown, type Found } from './found.ts';
import { functionResults } from './function-results.ts';
import { textOfLiteral } from './literal-text.ts';
import { unlocatedText } from './located-text.ts';
import { placeOfNode } from './place-of-node.ts';
import type { ScopeValue } from './scope-value.ts';
import { isEnvironmentSet } from './set-environment.ts';

/**
 * Reads what was found of an expression that makes a scope string, through variables, imports and functions of the application. Runs nothing.
 * @param node what the scopes were looked for with, for places and types
 * @returns what it can be, with environment variables left open; `unknown`, with the place and the reason, where it depends on something
 *   that is not to be seen
 */
export function readFound(reader: ExpressionReader, found: readonly Found[] | undefined, node: ts.Expression): ScopeValue {
  const place = placeOfNode(node);
  const values = (found ?? [unknown(node, `${reader.subject.come} from a call that is not followed`)])
    .map((one): ScopeValue => {
      switch (one.kind) {
        case 'expression':
          return readScopeExpression(reader, one.node, one.frame);
        case 'environment':
          return readVariable(reader, one.key, one.written, one.node);
        case 'defaulted':
          return {
            kind: 'fallback',
            operator: '??',
            first: readFound(reader, one.first, node),
            second: readScopeExpression(reader, one.second, one.frame),
            place,
          };
        case 'absent':
          return { kind: 'absent', place: placeOfNode(one.node) };
        case 'attributes':
          return { kind: 'unknown', reason: `${reader.subject.are} properties of a component`, place: placeOfNode(one.node) };
        case 'unknown':
          return { kind: 'unknown', reason: one.reason, place: placeOfNode(one.node) };
      }
    });
  const [only, ...others] = values;
  const open = values.find(({ kind }) => kind === 'unknown');
  if (open !== undefined) {
    return typedTexts(reader, node, place) ?? open;
  }
  return only !== undefined && others.length === 0 ? only : { kind: 'choice', options: values, place };
}

/** Reads one expression that makes a text: what `readFound` does with what it is given. */
export function readScopeExpression(reader: ExpressionReader, node: ts.Expression, frame: Frame): ScopeValue {
  const { ts } = reader;
  const inner = unwrap(reader, node);
  const next = deeper(reader, frame);
  const place = placeOfNode(inner);
  if (next === undefined) {
    return { kind: 'unknown', reason: `${reader.subject.are} put together in too many steps`, place };
  }
  const read = (part: ts.Expression): ScopeValue => readScopeExpression(reader, part, next);
  reader.trace?.nodes.add(inner);
  if (ts.isStringLiteralLike(inner)) {
    return { kind: 'text', text: textOfLiteral(ts, inner), place };
  }
  if (ts.isTemplateExpression(inner)) {
    const spans = inner.templateSpans.flatMap((span) => [read(span.expression), literalPart(ts, span.literal)]);
    return { kind: 'concatenation', parts: [literalPart(ts, inner.head), ...spans], place };
  }
  if (isNothing(reader, inner)) {
    return { kind: 'absent', place };
  }
  if (ts.isConditionalExpression(inner)) {
    return { kind: 'choice', options: [read(inner.whenTrue), read(inner.whenFalse)], place };
  }
  if (ts.isBinaryExpression(inner)) {
    return readBinary(reader, inner, read);
  }
  if (ts.isArrayLiteralExpression(inner)) {
    const items = inner.elements.map((item): ScopeValue =>
      (ts.isSpreadElement(item) ? { kind: 'spread', list: read(item.expression), place: placeOfNode(item) } : read(item)));
    return { kind: 'list', items, place };
  }
  if (ts.isNewExpression(inner) && nameOf(ts, inner.expression) === 'URL') {
    const [reference, base] = inner.arguments ?? [];
    const absent: ScopeValue = { kind: 'absent', place };
    const readOr = (part: ts.Expression | undefined): ScopeValue => (part === undefined ? absent : read(part));
    return { kind: 'address', reference: readOr(reference), base: readOr(base), place };
  }
  if (ts.isNewExpression(inner) && nameOf(ts, inner.expression) === 'Set') {
    const [list] = inner.arguments ?? [];
    return { kind: 'unique', list: list === undefined ? { kind: 'list', items: [], place } : read(list), place };
  }
  if (ts.isCallExpression(inner)) {
    return readMethod(reader, inner, next) ?? readFlaggedNames(reader, inner, next) ?? readFound(reader, functionResults(reader, inner, next), inner);
  }
  if (isReference(ts, inner)) {
    return readReference(reader, inner, next);
  }
  return { kind: 'unknown', reason: `${reader.subject.are} computed`, place };
}

function readReference(reader: ExpressionReader, node: Reference, frame: Frame): ScopeValue {
  const { ts } = reader;
  const variable = environmentAccess(reader, node, frame);
  if (variable === undefined) {
    const value = ts.isPropertyAccessExpression(node) && node.name.text === 'href'
      ? readScopeExpression(reader, node.expression, frame)
      : undefined;
    return value?.kind === 'address' ? value : reachedBy(node, readFound(reader, followReference(reader, node, frame), node));
  }
  const place = placeOfNode(node);
  return variable.key === undefined
    ? { kind: 'unknown', reason: `${reader.subject.come} from an environment variable whose name is computed`, place }
    : readVariable(reader, variable.key, variable.written, node);
}

function readVariable(reader: ExpressionReader, key: string, written: string, node: ts.Node): ScopeValue {
  const place = placeOfNode(node);
  return isEnvironmentSet(reader, key)
    ? { kind: 'unknown', reason: `${reader.subject.come} from ${written}, which the code sets at run time`, place }
    : { kind: 'environment', key, written, place };
}

/** Adds the name under which a part was reached that is not known; a long chain of calls is none. */
function reachedBy(node: Reference, value: ScopeValue): ScopeValue {
  const isOpen = value.kind === 'unknown' || value.kind === 'environment';
  const name = isOpen ? node.getText() : '';
  return isOpen && name.length <= LONGEST_NAME ? { ...value, names: [name, ...(value.names ?? [])] } : value;
}

const LONGEST_NAME = 100;

function readBinary(reader: ExpressionReader, node: ts.BinaryExpression, read: (part: ts.Expression) => ScopeValue): ScopeValue {
  const { ts } = reader;
  const place = placeOfNode(node);
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
      return { kind: 'concatenation', parts: [read(node.left), read(node.right)], place };
    case ts.SyntaxKind.QuestionQuestionToken:
      return { kind: 'fallback', operator: '??', first: read(node.left), second: read(node.right), place };
    case ts.SyntaxKind.BarBarToken:
      return { kind: 'fallback', operator: '||', first: read(node.left), second: read(node.right), place };
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return { kind: 'choice', options: [{ kind: 'absent', place }, read(node.right)], place };
    case ts.SyntaxKind.CommaToken:
      return read(node.right);
    default:
      return { kind: 'unknown', reason: `${reader.subject.are} computed`, place };
  }
}

/** The methods of texts and lists with which applications make scope strings; `undefined` for any other call. */
function readMethod(reader: ExpressionReader, call: ts.CallExpression, frame: Frame): ScopeValue | undefined {
  const { ts } = reader;
  const callee = unwrap(reader, call.expression);
  const place = placeOfNode(call);
  const [first] = call.arguments;
  const read = (node: ts.Expression): ScopeValue => readScopeExpression(reader, node, frame);
  if (ts.isIdentifier(callee)) {
    return reader.subject.seenThrough.has(callee.text) && first !== undefined ? read(first) : undefined;
  }
  if (!ts.isPropertyAccessExpression(callee)) {
    return undefined;
  }
  const owner = callee.expression;
  switch (callee.name.text) {
    case 'join': {
      const separator = first === undefined ? ',' : constantText(reader, first, frame);
      return separator === undefined ? undefined : { kind: 'join', list: read(owner), separator, place };
    }
    case 'split':
      return first !== undefined && constantText(reader, first, frame) === ' ' ? { kind: 'words', text: read(owner), place } : undefined;
    case 'filter':
      return nameOf(ts, first) === 'Boolean' ? { kind: 'filled', list: read(owner), place } : undefined;
    case 'concat':
      return concatenated(reader, owner, call.arguments, read, place);
    case 'trim':
      return { kind: 'trim', value: read(owner), place };
    case 'toString':
      return read(owner);
    case 'replace':
      return isTrailingSlash(reader, first) ? { kind: 'trim', value: read(owner), place } : undefined;
    case 'from':
      return nameOf(ts, owner) === 'Array' && first !== undefined && call.arguments.length === 1 ? read(first) : undefined;
    case 'values':
      return nameOf(ts, owner) === 'Object' && first !== undefined ? objectValues(reader, first, frame) : undefined;
    default:
      return undefined;
  }
}

/** `/\/+$/`, with which the slash at the end of an address is taken away: that makes no other address of it. */
function isTrailingSlash({ ts }: ExpressionReader, pattern: ts.Expression | undefined): boolean {
  return pattern !== undefined && ts.isRegularExpressionLiteral(pattern) && /^\/(?:\\\/|\[\/\])[+*]?\$\/$/.test(pattern.text);
}

function nameOf(ts: ExpressionReader['ts'], node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isIdentifier(node) ? node.text : undefined;
}

/** A text or a list, whichever the receiver is. */
function concatenated(
  { checker }: ExpressionReader,
  owner: ts.Expression,
  others: readonly ts.Expression[],
  read: (node: ts.Expression) => ScopeValue,
  place: Place,
): ScopeValue {
  const isList = (node: ts.Expression): boolean => {
    const type = checker.getTypeAtLocation(node);
    return checker.isArrayType(type) || checker.isTupleType(type);
  };
  const parts = [owner, ...others];
  return isList(owner)
    ? { kind: 'list', items: parts.map((part) => (isList(part) ? { kind: 'spread', list: read(part), place } : read(part))), place }
    : { kind: 'concatenation', parts: parts.map(read), place };
}

/** `Object.values(SCOPES)` of an object literal or an enum. */
function objectValues(reader: ExpressionReader, node: ts.Expression, frame: Frame): ScopeValue {
  const { ts } = reader;
  const place = placeOfNode(node);
  const declaration = ts.isIdentifier(node) ? symbolOf(reader, node)?.valueDeclaration : undefined;
  const members = declaration !== undefined && ts.isEnumDeclaration(declaration)
    ? declaration.members
    : onlyObject(reader, node, frame)?.properties;
  const values = members?.flatMap((member) => (ts.isEnumMember(member) || ts.isPropertyAssignment(member) ? member.initializer ?? [] : []));
  return members === undefined || values === undefined || values.length < members.length
    ? { kind: 'unknown', reason: `${reader.subject.are} the values of an object that is not followed`, place }
    : { kind: 'list', items: values.map((value) => readScopeExpression(reader, value, frame)), place };
}

function literalPart(ts: ExpressionReader['ts'], node: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail): ScopeValue {
  return { kind: 'text', text: textOfLiteral(ts, node), place: placeOfNode(node) };
}

/** What the type says where the value is not to be seen: a parameter of type `'OR.Jobs' | 'OR.Jobs.Read'`. */
function typedTexts(reader: ExpressionReader, node: ts.Expression, place: Place): ScopeValue | undefined {
  const texts = literalTexts(reader, node);
  return texts && { kind: 'choice', options: texts.map((text): ScopeValue => ({ kind: 'text', text: unlocatedText(text), place })), place };
}
