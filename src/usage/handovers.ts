import type ts from 'typescript';
import { unwrap } from '../grants/expression-reader.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import { destinationOf, resolvedDestination, type Destination } from './destinations.ts';
import type { Escape, MethodUse } from './facts.ts';
import { untypedUses } from './method-uses.ts';
import { callableContainers, callableContainersOfMembers, heldContainers } from './passed-clients.ts';
import type { ProgramView } from './program-view.ts';
import { isClientContainer, sdkContainers } from './sdk-symbols.ts';

/** What a client or service that leaves the types of the SDK brings with it. */
export interface Handover {
  readonly escapes: readonly Escape[];
  /** Members that a type of the application's own takes over from a service: they may be called through it. */
  readonly uses: readonly MethodUse[];
}

/** A value that is passed on: to another package, to code without types, to a type of the application's own. */
export function readPassedValue(view: ProgramView, value: ts.Expression): Handover {
  const apparent = destinationOf(view, value);
  if (apparent.kind === 'harmless' || apparent.kind === 'keeper' || (apparent.kind === 'type' && !hidesCalls(view, apparent.type))) {
    return NOTHING;
  }
  const direct = callableContainers(view, value);
  const spread = direct.length === 0 && isOutside(apparent) ? callableContainersOfMembers(view, value) : [];
  const held = direct.length === 0 && spread.length === 0 ? heldContainers(view, value) : [];
  const containers = [...direct, ...spread, ...held];
  if (containers.length === 0) {
    return NOTHING;
  }
  const destination = apparent.kind === 'context' ? resolvedDestination(view, value) : apparent;
  switch (destination.kind) {
    case 'harmless':
    case 'keeper':
      return NOTHING;
    case 'package':
      return escape(value, `${nounOf(view, containers)} is passed to ${destination.name}`, destination.name);
    case 'untyped':
      return escape(value, `${nounOf(view, containers)} is passed to code without types`);
    case 'type':
      return readTargets(view, value, containers, [destination.type], held.length > 0);
    case 'context':
      return readTargets(view, value, containers, expectedTypes(view, value), held.length > 0);
  }
}

/** Of a list that is spread over parameters each of them expects something of it. */
function expectedTypes(view: ProgramView, value: ts.Expression): readonly ts.Type[] {
  const { ts, questions } = view;
  let list: ts.Node = value;
  while (ts.isArrayLiteralExpression(list.parent) || ts.isAsExpression(list.parent) || ts.isParenthesizedExpression(list.parent)) {
    list = list.parent;
  }
  const spread = list.parent;
  if (!ts.isSpreadElement(spread) || !(ts.isCallExpression(spread.parent) || ts.isNewExpression(spread.parent))) {
    const expected = questions.expectedType(value);
    return expected === undefined ? [] : [expected];
  }
  const position = spread.parent.arguments?.indexOf(spread) ?? 0;
  const called = questions.calledDeclaration(spread.parent);
  const parameters = called !== undefined && ts.isFunctionLike(called) ? called.parameters.slice(position) : [];
  return parameters.flatMap((parameter) => {
    const type = questions.typeOf(parameter.name);
    return type === undefined ? [] : parameter.dotDotDotToken === undefined ? [type] : questions.typeArguments(type);
  });
}

function readTargets(
  view: ProgramView,
  value: ts.Expression,
  containers: readonly string[],
  targets: readonly ts.Type[],
  isHeld: boolean,
): Handover {
  const outcomes = targets
    .filter((target) => !isHeld || view.questions.isAny(target))
    .map((target) => readTarget(view, value, containers, target));
  return outcomes.find(({ escapes }) => escapes.length > 0) ?? { escapes: [], uses: outcomes.flatMap(({ uses }) => uses) };
}

/** Of a value that is spread, what its members hold arrives, too. */
function isOutside({ kind }: Destination): boolean {
  return kind === 'package' || kind === 'untyped';
}

/** A cast, through which a value is seen as something else from here on. */
export function readCast(view: ProgramView, cast: ts.AsExpression | ts.TypeAssertion): Handover {
  const isPassing = view.ts.isConstTypeReference(cast.type) || isFirstOfTwo(view, cast);
  const target = isPassing ? undefined : view.questions.typeFromNode(cast.type);
  if (target === undefined || !hidesCalls(view, target)) {
    return NOTHING;
  }
  const value = unwrap(view, cast.expression);
  const containers = callableContainers(view, value);
  return containers.length === 0 ? NOTHING : readTarget(view, value, containers, target);
}

/** `value as unknown as Type`: the second cast says what becomes of the value. */
function isFirstOfTwo(view: ProgramView, cast: ts.Expression): boolean {
  const { ts } = view;
  const { parent } = cast;
  return ts.isParenthesizedExpression(parent) ? isFirstOfTwo(view, parent) : ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent);
}

const NOTHING: Handover = { escapes: [], uses: [] };

function readTarget(view: ProgramView, value: ts.Expression, containers: readonly string[], target: ts.Type): Handover {
  if (view.questions.isAny(target)) {
    return escape(value, `${nounOf(view, containers)} becomes any`);
  }
  const anything = nameOfAnything(view, target);
  if (anything !== undefined) {
    return escape(value, `${nounOf(view, containers)} becomes ${anything}`);
  }
  if (sdkContainers(view, target).length > 0) {
    return NOTHING;
  }
  const taken = ownMembers(view, target);
  const remote = view.index.catalog.methods.filter((method) => method.local !== true && containers.includes(method.container));
  const methods = remote.filter((method) => taken.has(method.member));
  return { escapes: [], uses: untypedUses(view, methods, value, "a type of the application's own stands for the service") };
}

/** Calls of SDK methods through this type are not recognised as such: it is any, or has members of their names that are not the SDK's. */
function hidesCalls(view: ProgramView, type: ts.Type): boolean {
  return view.questions.isAny(type) || nameOfAnything(view, type) !== undefined || ownMembers(view, type).size > 0;
}

/** A type that says nothing of its values, which whoever has them has to turn into something else. */
function nameOfAnything({ ts, questions }: ProgramView, type: ts.Type): 'unknown' | 'object' | '{}' | undefined {
  if ((type.flags & ts.TypeFlags.Unknown) !== 0) {
    return 'unknown';
  }
  if ((type.flags & ts.TypeFlags.NonPrimitive) !== 0) {
    return 'object';
  }
  const isEmpty = (type.flags & ts.TypeFlags.Object) !== 0 && questions.membersOf(type).length === 0 && !questions.isCallable(type);
  return isEmpty && type.getSymbol()?.name === '__type' ? '{}' : undefined;
}

function ownMembers(view: ProgramView, type: ts.Type): ReadonlySet<string> {
  const ofTypes = ownMembersOfTypes.get(view) ?? new WeakMap<ts.Type, ReadonlySet<string>>();
  ownMembersOfTypes.set(view, ofTypes);
  const members = ofTypes.get(type) ?? findOwnMembers(view, type);
  ofTypes.set(type, members);
  return members;
}

/** Kept as long as the view, and with it the types of its checker. */
const ownMembersOfTypes = new WeakMap<ProgramView, WeakMap<ts.Type, ReadonlySet<string>>>();

function findOwnMembers(view: ProgramView, type: ts.Type): ReadonlySet<string> {
  const objects = view.questions.alternatives(type).filter((one) => one.isIntersection() || (one.flags & view.ts.TypeFlags.Object) !== 0);
  const members = objects.flatMap((one) => view.questions.membersOf(one)).filter(({ name }) => view.methodsByMember.has(name));
  const isOfSdk = (declaration: ts.Declaration): boolean => view.sdk.has(declaration.getSourceFile().fileName);
  const own = members.filter(({ declarations = [] }) => declarations.length > 0 && !declarations.some(isOfSdk));
  return new Set(own.map(({ name }) => name));
}

function nounOf(view: ProgramView, containers: readonly string[]): string {
  return containers.some((container) => isClientContainer(view, container)) ? 'the client' : `a ${containers.join(' or ')}`;
}

function escape(at: ts.Node, reason: string, packageName?: string): Handover {
  return { escapes: [{ place: placeOfNode(at), reason, ...(packageName === undefined ? {} : { package: packageName }) }], uses: [] };
}
