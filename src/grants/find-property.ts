import type ts from 'typescript';
import { constantText, deeper, unwrap, type ExpressionReader, type Frame } from './expression-reader.ts';
import { followReference, isReference } from './follow-reference.ts';
import { expression, unknown, type Found, type FoundObject } from './found.ts';
import { functionResults } from './function-results.ts';

/** What a property of an object holds, whichever expression the object comes from. */
export function findProperty(reader: ExpressionReader, object: ts.Expression, name: string, frame: Frame): readonly Found[] {
  const found = objectsOf(reader, object, frame).flatMap((one): readonly Found[] => {
    switch (one.kind) {
      case 'object': case 'attributes':
        return propertyOf(reader, one, name);
      case 'absent':
        return [one];
      case 'unknown':
        return [lacksProperty(reader, object, name) ? { kind: 'absent', node: one.node } : one];
    }
  });
  const given = found.filter(({ kind }) => kind !== 'absent');
  return given.length > 0 && given.length < found.length && hasProperty(reader, object, name) ? given : found;
}

/** The objects that an expression can stand for. */
export function objectsOf(reader: ExpressionReader, node: ts.Expression, frame: Frame): readonly FoundObject[] {
  const { ts } = reader;
  const next = deeper(reader, frame);
  const inner = unwrap(reader, node);
  if (next === undefined) {
    return [unknown(inner, `the options of ${reader.subject.owner} are put together in too many steps`)];
  }
  if (ts.isObjectLiteralExpression(inner)) {
    return [{ kind: 'object', node: inner, frame: next }];
  }
  if (isNothing(reader, inner)) {
    return [{ kind: 'absent', node: inner }];
  }
  if (ts.isConditionalExpression(inner)) {
    return [...objectsOf(reader, inner.whenTrue, next), ...objectsOf(reader, inner.whenFalse, next)];
  }
  if (ts.isBinaryExpression(inner)) {
    return objectsOfBinary(reader, inner, next);
  }
  if (ts.isCallExpression(inner)) {
    return (functionResults(reader, inner, next) ?? [computed(reader, inner)]).flatMap((found) => objectsIn(reader, found));
  }
  return isReference(ts, inner)
    ? followReference(reader, inner, next).flatMap((found) => objectsIn(reader, found))
    : [computed(reader, inner)];
}

/** The object that an expression stands for; `undefined` where it is not in sight, or may be one of several. */
export function onlyObject(reader: ExpressionReader, node: ts.Expression, frame: Frame): ts.ObjectLiteralExpression | undefined {
  const [object, ...others] = objectsOf(reader, node, frame);
  return object?.kind === 'object' && others.length === 0 ? object.node : undefined;
}

/** Looks a property up where it is written, the last one first: it overrides those before it. */
export function propertyOf(
  reader: ExpressionReader,
  { node: object, frame }: Extract<FoundObject, { kind: 'object' | 'attributes' }>,
  name: string,
): readonly Found[] {
  const { ts } = reader;
  const overriding: Found[] = [];
  for (const property of object.properties.toReversed()) {
    if (ts.isSpreadAssignment(property) || ts.isJsxSpreadAttribute(property)) {
      const found = findProperty(reader, property.expression, name, frame);
      overriding.push(...found.filter(({ kind }) => kind !== 'absent'));
      if (found.every(({ kind }) => kind !== 'absent')) {
        return overriding;
      }
      continue;
    }
    const written = nameOf(reader, property.name, frame);
    if (written === undefined) {
      return [...overriding, unknown(property, `the options of ${reader.subject.owner} have a property whose name is computed`)];
    }
    if (written === name) {
      const value = valueOf(reader, property);
      return [...overriding, value === undefined ? unknown(property, `${name} is computed`) : expression(value, frame)];
    }
  }
  return [...overriding, { kind: 'absent', node: object }];
}

/** `undefined`, `null`, `false`, `void 0`. */
export function isNothing({ ts }: ExpressionReader, node: ts.Expression): boolean {
  return (ts.isIdentifier(node) && node.text === 'undefined') || ts.isVoidExpression(node)
    || node.kind === ts.SyntaxKind.NullKeyword || node.kind === ts.SyntaxKind.FalseKeyword;
}

function nameOf(reader: ExpressionReader, name: ts.PropertyName | ts.JsxAttributeName, frame: Frame): string | undefined {
  const { ts } = reader;
  if (ts.isComputedPropertyName(name)) {
    return constantText(reader, name.expression, frame);
  }
  return ts.isJsxNamespacedName(name) ? `${name.namespace.text}:${name.name.text}` : name.text;
}

function valueOf({ ts }: ExpressionReader, property: ts.ObjectLiteralElementLike | ts.JsxAttribute): ts.Expression | undefined {
  if (ts.isJsxAttribute(property)) {
    const { initializer } = property;
    return initializer !== undefined && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
  }
  return ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function objectsIn(reader: ExpressionReader, found: Found): readonly FoundObject[] {
  switch (found.kind) {
    case 'expression':
      return objectsOf(reader, found.node, found.frame);
    case 'defaulted':
      return objectsOrElse(found.first.flatMap((one) => objectsIn(reader, one)), () => objectsOf(reader, found.second, found.frame));
    case 'environment':
      return [unknown(found.node, `the options of ${reader.subject.owner} come from ${found.written}`)];
    default:
      return [found];
  }
}

function objectsOfBinary(reader: ExpressionReader, node: ts.BinaryExpression, frame: Frame): readonly FoundObject[] {
  const { ts } = reader;
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.QuestionQuestionToken: case ts.SyntaxKind.BarBarToken:
      return objectsOrElse(objectsOf(reader, node.left, frame), () => objectsOf(reader, node.right, frame));
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return [{ kind: 'absent', node }, ...objectsOf(reader, node.right, frame)];
    default:
      return [computed(reader, node)];
  }
}

/** The first, and what stands in for them where they may not be given. */
function objectsOrElse(first: readonly FoundObject[], second: () => readonly FoundObject[]): readonly FoundObject[] {
  const given = first.filter(({ kind }) => kind !== 'absent');
  const mayBeAbsent = given.length < first.length || given.some(({ kind }) => kind === 'unknown');
  return mayBeAbsent ? [...given, ...second()] : given;
}

function computed({ subject }: ExpressionReader, node: ts.Node): Extract<Found, { kind: 'unknown' }> {
  return unknown(node, `the options of ${subject.owner} are computed`);
}

/** The type of an object that cannot be followed has no such property. */
function lacksProperty(reader: ExpressionReader, object: ts.Expression, name: string): boolean {
  const { ts, checker } = reader;
  return typesOf(reader, object).every((type) =>
    (type.flags & ts.TypeFlags.Object) !== 0
    && checker.getPropertyOfType(type, name) === undefined
    && checker.getIndexInfosOfType(type).length === 0
    && checker.getPropertiesOfType(type).length > 0);
}

/** The type, as narrowed where the object is used, always has the property: an object without it does not come this far. */
function hasProperty(reader: ExpressionReader, object: ts.Expression, name: string): boolean {
  const { ts, checker } = reader;
  return typesOf(reader, object).every((type) => {
    const property = checker.getPropertyOfType(type, name);
    return property !== undefined && (property.flags & ts.SymbolFlags.Optional) === 0;
  });
}

function typesOf({ checker }: ExpressionReader, node: ts.Expression): readonly ts.Type[] {
  const type = checker.getTypeAtLocation(node);
  return type.isUnion() ? type.types : [type];
}
