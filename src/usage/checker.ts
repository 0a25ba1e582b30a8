import type ts from 'typescript';
import type { TypeScript } from './typescript.ts';

/**
 * Every question that is put to the type checker. Answers are symbols and types of that checker's program, and are kept no longer than it.
 *
 * A checker that runs into an assertion of its own, or too deep, answers like one that knows nothing.
 */
export interface Questions {
  /** What a name stands for; through imports and re-exports, to the declaration itself. */
  symbolOf(node: ts.Node): ts.Symbol | undefined;
  /** What a name stands for in its own file: an import is the import itself. */
  nameOf(node: ts.Node): ts.Symbol | undefined;
  /** The property that a name in an access, a string in brackets or a destructuring stands for, on every part of a union. */
  memberOf(receiver: ts.Type, name: string): ts.Symbol | undefined;
  /** The type of what a destructuring assignment takes apart. */
  assignedType(pattern: ts.AssignmentPattern): ts.Type | undefined;
  /** What `{ name }` takes its value from. */
  shorthandValue(property: ts.ShorthandPropertyAssignment): ts.Symbol | undefined;
  typeOf(node: ts.Node): ts.Type | undefined;
  typeOfSymbol(symbol: ts.Symbol): ts.Type | undefined;
  declaredTypeOf(symbol: ts.Symbol): ts.Type | undefined;
  typeFromNode(node: ts.TypeNode): ts.Type | undefined;
  /** The type that a value is expected to have where it stands. */
  expectedType(node: ts.Expression): ts.Type | undefined;
  /** What a promise of this type resolves to. */
  awaited(type: ts.Type): ts.Type | undefined;
  /** The declaration of the function, constructor or component that a call reaches. */
  calledDeclaration(node: ts.CallLikeExpression): ts.Node | undefined;
  exportsOf(module: ts.Symbol): readonly ts.Symbol[];
  membersOf(type: ts.Type): readonly ts.Symbol[];
  /** The members of a union without `null` and `undefined`; a type parameter by its constraint. */
  alternatives(type: ts.Type): readonly ts.Type[];
  /** The type itself, the parts of an intersection, and all base classes and interfaces of these. */
  lineage(type: ts.Type): readonly ts.Type[];
  /** `UiPath` of `Context<UiPath>`; none of what is no generic class or interface. */
  typeArguments(type: ts.Type): readonly ts.Type[];
  isCallable(type: ts.Type): boolean;
  isAny(type: ts.Type): boolean;
}

export function createQuestions(ts: TypeScript, checker: ts.TypeChecker): Questions {
  const attempt = <Answer>(ask: () => Answer): Answer | undefined => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };
  const resolve = (symbol: ts.Symbol | undefined): ts.Symbol | undefined =>
    symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  // `NoInfer<T>` is `T` wherever nothing is inferred.
  const substituted = (type: ts.Type): ts.Type =>
    type.flags & ts.TypeFlags.Substitution ? substituted((type as ts.SubstitutionType).baseType) : type;
  const alternatives = (given: ts.Type): readonly ts.Type[] => {
    const type = substituted(given);
    const constrained = type.flags & ts.TypeFlags.Instantiable ? (checker.getBaseConstraintOfType(type) ?? type) : type;
    const parts = constrained.isUnion() ? constrained.types : [constrained];
    return parts.map(substituted).filter((part) => !(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)));
  };
  const lineage = (type: ts.Type): readonly ts.Type[] => {
    const reached = new Set([type]);
    // A set iterates over what is added during the iteration.
    for (const one of reached) {
      const parts = one.isIntersection() ? one.types : one.isClassOrInterface() ? checker.getBaseTypes(one) : referenceBases(one);
      parts.forEach((part) => reached.add(part));
    }
    return [...reached];
  };
  const isReference = (type: ts.Type): type is ts.TypeReference =>
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  const referenceBases = (type: ts.Type): readonly ts.Type[] => (isReference(type) && type.target !== type ? [type.target] : []);
  return {
    symbolOf: (node) => attempt(() => resolve(checker.getSymbolAtLocation(node))),
    nameOf: (node) => attempt(() => checker.getSymbolAtLocation(node)),
    memberOf: (receiver, name) =>
      attempt(() => checker.getPropertyOfType(checker.getApparentType(checker.getNonNullableType(receiver)), name)),
    assignedType: (pattern) => attempt(() => checker.getTypeOfAssignmentPattern(pattern)),
    shorthandValue: (property) => attempt(() => resolve(checker.getShorthandAssignmentValueSymbol(property))),
    typeOf: (node) => attempt(() => checker.getTypeAtLocation(node)),
    typeOfSymbol: (symbol) => attempt(() => checker.getTypeOfSymbol(symbol)),
    declaredTypeOf: (symbol) => attempt(() => checker.getDeclaredTypeOfSymbol(symbol)),
    typeFromNode: (node) => attempt(() => checker.getTypeFromTypeNode(node)),
    expectedType: (node) => attempt(() => checker.getContextualType(node)),
    awaited: (type) => attempt(() => checker.getAwaitedType(type)),
    calledDeclaration: (node) => attempt(() => checker.getResolvedSignature(node)?.declaration),
    exportsOf: (module) => attempt(() => checker.getExportsOfModule(module)) ?? [],
    membersOf: (type) => attempt(() => checker.getPropertiesOfType(checker.getApparentType(type))) ?? [],
    alternatives: (type) => attempt(() => alternatives(type)) ?? [],
    lineage: (type) => attempt(() => lineage(type)) ?? [type],
    typeArguments: (type) => attempt(() => (isReference(type) ? checker.getTypeArguments(type) : [])) ?? [],
    isCallable: (type) => attempt(() => type.getCallSignatures().length > 0) ?? false,
    isAny: (type) => (type.flags & ts.TypeFlags.Any) !== 0,
  };
}
