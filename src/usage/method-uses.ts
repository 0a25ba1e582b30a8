import type ts from 'typescript';
import type { CatalogMethod } from '../catalogs/catalog.ts';
import { isMapped } from '../catalogs/rows-in-force.ts';
import type { Undecided } from '../grants/declaration.ts';
import type { MethodUse, UnmappedUse } from './facts.ts';
import type { HeldGrants, ReachedGrant } from './held-grants.ts';
import type { MemberReference } from './member-references.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { ProgramView } from './program-view.ts';
import { isReached } from './reached-code.ts';
import { isClientContainer, sdkContainers, sdkMembers, type SdkMember, isTokenMemberName } from './sdk-symbols.ts';
import type { SyntacticFacts } from './syntactic-facts.ts';

/** What the members that a file takes from SDK objects say; of a test only the uses. */
export interface MemberFacts {
  readonly uses: readonly MethodUse[];
  readonly unmapped: readonly UnmappedUse[];
  readonly escapes: readonly Undecided[];
}

/**
 * Binds every reference of one file by the symbol that the checker resolves; names only choose which ones to ask about.
 * @param isTokenSeen all that is done with the token that a member hands out is known
 */
export function methodUses(
  view: ProgramView,
  file: ts.SourceFile,
  facts: SyntacticFacts,
  grants: HeldGrants,
  isTokenSeen: (member: ts.Node) => boolean,
): MemberFacts {
  const importsSdk = view.isUntyped || facts.sdkSpecifiers.length > 0;
  const named = [...facts.references]
    .filter(([member]) => view.memberNames.has(member))
    .flatMap(([member, references]) => (isTokenMemberName(view, member) ? references.filter(({ name }) => !isTokenSeen(name)) : references))
    .map((reference) => readReference(view, reference, grants, importsSdk));
  const computed = facts.computed.map((access) => readComputedAccess(view, access, grants));
  const all = combine([...named, ...computed]);
  return view.isTest(file) ? { ...NOTHING, uses: all.uses } : all;
}

const NOTHING: MemberFacts = { uses: [], unmapped: [], escapes: [] };

function readReference(view: ProgramView, reference: MemberReference, grants: HeldGrants, importsSdk: boolean): MemberFacts {
  const symbol = referencedSymbol(view, reference);
  const members = symbol === undefined ? [] : sdkMembers(view, symbol);
  if ((symbol !== undefined && members.length === 0) || !isReached(view.ts, reference.name)) {
    return NOTHING;
  }
  if (symbol === undefined) {
    return readUnresolved(view, reference, importsSdk);
  }
  const type = receiverType(view, reference);
  const reached = type === undefined ? NO_TYPE : grants.reaching(reference.receiver, type);
  return combine(members.map((member) => readMember(view, member, symbol, reference.name, reached)));
}

const NO_TYPE: readonly ReachedGrant[] = [
  { grant: { kind: 'undecided', reason: 'the type of the receiver cannot be told' }, chain: [] },
];

/** The member that a reference stands for, as the checker resolves it. */
export function referencedSymbol(view: ProgramView, reference: MemberReference): ts.Symbol | undefined {
  if (reference.kind === 'access' && view.ts.isIdentifier(reference.name)) {
    return view.questions.symbolOf(reference.name);
  }
  const type = receiverType(view, reference);
  return type && view.questions.memberOf(type, reference.member);
}

function receiverType(view: ProgramView, { kind, receiver }: MemberReference): ts.Type | undefined {
  return kind === 'assignment' ? view.questions.assignedType(receiver as ts.AssignmentPattern) : view.questions.typeOf(receiver);
}

/** One member of one container, whichever way it was reached. */
function readMember(view: ProgramView, sdkMember: SdkMember, symbol: ts.Symbol, name: ts.Node, reached: readonly ReachedGrant[]): MemberFacts {
  const { container, member, method } = sdkMember;
  const { provider } = view.index.catalog;
  const place = placeOfNode(name);
  if (isClientContainer(view, container) && isTokenMemberName(view, member)) {
    return { ...NOTHING, escapes: [{ place, reason: `${member}() hands out the access token, and requests made with it are not seen` }] };
  }
  if (method?.local === true) {
    return NOTHING;
  }
  if (method === undefined || !isMapped(method)) {
    const type = view.questions.typeOfSymbol(symbol);
    const isMethod = method !== undefined || (type !== undefined && view.questions.isCallable(type));
    return isMethod ? { ...NOTHING, unmapped: [{ provider, call: method?.label ?? labelLike(view, container, member), place }] } : NOTHING;
  }
  const inTest = view.isTest(name.getSourceFile());
  const uses = reached.map(({ grant, chain }) => ({
    provider, method: method.label, place, grant, typed: true, inTest, ...(chain.length === 0 ? {} : { chain }),
  }));
  return { ...NOTHING, uses };
}

/** A name for a member that the catalog does not have, in the form of the labels of its siblings. */
function labelLike(view: ProgramView, container: string, member: string): string {
  const sibling = view.index.catalog.methods.find((method) => method.container === container);
  return `${sibling?.label.slice(0, -sibling.member.length - 1) ?? container}.${member}`;
}

/**
 * A member of `any` in a file that imports the SDK may be any method of that name. A member that a service lacks is one of another version:
 * the catalog may know it, but what the code does with it is not what the types say.
 */
function readUnresolved(view: ProgramView, reference: MemberReference, importsSdk: boolean): MemberFacts {
  const { name, member } = reference;
  const type = receiverType(view, reference);
  if (type === undefined) {
    return NOTHING;
  }
  if (view.questions.isAny(type)) {
    return importsSdk ? { ...NOTHING, uses: untypedUses(view, view.methodsByMember.get(member) ?? [], name, 'the receiver has no type') } : NOTHING;
  }
  const [container] = sdkContainers(view, type);
  const method = container === undefined ? undefined : view.index.method(container, member);
  if (method !== undefined && isMapped(method)) {
    return { ...NOTHING, uses: untypedUses(view, [method], name, 'the installed SDK does not declare this method') };
  }
  const { provider } = view.index.catalog;
  return container === undefined
    ? NOTHING
    : { ...NOTHING, unmapped: [{ provider, call: labelLike(view, container, member), place: placeOfNode(name) }] };
}

/** Uses that cannot be told apart, at one place: they show which scopes may be needed, and accuse nobody. */
export function untypedUses(view: ProgramView, methods: readonly CatalogMethod[], at: ts.Node, reason: string): readonly MethodUse[] {
  const place = placeOfNode(at);
  const inTest = view.isTest(at.getSourceFile());
  return methods.map((method) => ({
    provider: view.index.catalog.provider,
    method: method.label,
    place,
    grant: { kind: 'undecided', reason },
    typed: false,
    inTest,
  }));
}

/** `c[name]`: every member that the type of `name` allows; a plain string may be any. */
function readComputedAccess(view: ProgramView, access: ts.ElementAccessExpression, grants: HeldGrants): MemberFacts {
  const { ts, questions } = view;
  const nameType = questions.typeOf(access.argumentExpression);
  if (nameType === undefined || !questions.alternatives(nameType).some((type) => (type.flags & ts.TypeFlags.StringLike) !== 0)) {
    return NOTHING;
  }
  const type = questions.typeOf(access.expression);
  const containers = type === undefined ? [] : sdkContainers(view, type);
  if (type === undefined || containers.length === 0 || !isReached(ts, access)) {
    return NOTHING;
  }
  const names = questions.alternatives(nameType).map((one) => (one.isStringLiteral() ? one.value : undefined));
  const isOpen = (nameType.flags & ts.TypeFlags.Instantiable) !== 0 || names.includes(undefined);
  if (isOpen || namesEveryMember(view, type, containers, new Set(names))) {
    return { ...NOTHING, escapes: [{ place: placeOfNode(access), reason: 'the name of the called method is only known at run time' }] };
  }
  const reached = grants.reaching(access.expression, type);
  return combine(
    names.flatMap((name) => {
      const symbol = name === undefined ? undefined : questions.memberOf(type, name);
      const members = symbol === undefined ? [] : sdkMembers(view, symbol);
      return symbol === undefined ? [] : members.map((member) => readMember(view, member, symbol, access.argumentExpression, reached));
    }),
  );
}

/** `keyof` of a service: the caller decides, and nobody says that every method is called. */
function namesEveryMember(
  view: ProgramView,
  type: ts.Type,
  containers: readonly string[],
  names: ReadonlySet<string | undefined>,
): boolean {
  const members = view.index.catalog.methods.filter((method) => containers.includes(method.container)).map((method) => method.member);
  const declared = members.filter((member) => view.questions.memberOf(type, member) !== undefined);
  return declared.length > 1 && declared.every((member) => names.has(member));
}

function combine(parts: readonly MemberFacts[]): MemberFacts {
  return {
    uses: parts.flatMap((part) => part.uses),
    unmapped: parts.flatMap((part) => part.unmapped),
    escapes: parts.flatMap((part) => part.escapes),
  };
}
