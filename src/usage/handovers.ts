import type ts from 'typescript';
import { unwrap } from '../grants/expression-reader.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import { destinationOf, resolvedDestination, type Destination } from './destinations.ts';
import type { Escape, MethodUse } from './facts.ts';
import { untypedUses } from './method-uses.ts';
import { callableContainers, callableContainersOfMembers } from './passed-clients.ts';
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
  const spread = isOutside(apparent) ? callableContainersOfMembers(view, value) : [];
  const containers = [...callableContainers(view, value), ...spread];
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
      return readTarget(view, value, containers, destination.type);
    case 'context': {
      const expected = view.questions.expectedType(value);
      return expected === undefined ? NOTHING : readTarget(view, value, containers, expected);
    }
  }
}

/** Of a value that is spread, what its members hold arrives, too. */
function isOutside({ kind }: Destination): boolean {
  return kind === 'package' || kind === 'untyped';
}

/** A cast, through which a value is seen as something else from here on. */
export function readCast(view: ProgramView, cast: ts.AsExpression | ts.TypeAssertion): Handover {
  const target = view.ts.isConstTypeReference(cast.type) ? undefined : view.questions.typeFromNode(cast.type);
  if (target === undefined || !hidesCalls(view, target)) {
    return NOTHING;
  }
  const value = unwrap(view, cast.expression);
  const containers = callableContainers(view, value);
  return containers.length === 0 ? NOTHING : readTarget(view, value, containers, target);
}

const NOTHING: Handover = { escapes: [], uses: [] };

function readTarget(view: ProgramView, value: ts.Expression, containers: readonly string[], target: ts.Type): Handover {
  if (view.questions.isAny(target)) {
    return escape(value, `${nounOf(view, containers)} becomes any`);
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
  return view.questions.isAny(type) || ownMembers(view, type).size > 0;
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
