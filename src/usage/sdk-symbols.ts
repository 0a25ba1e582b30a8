import type ts from 'typescript';
import type { CatalogMethod } from '../catalogs/catalog.ts';
import type { ProgramView } from './program-view.ts';
import type { TypeScript } from './typescript.ts';

/** A member that the SDK, or what we generated over it, declares. */
export interface SdkMember {
  /** As the catalog names it. */
  readonly container: string;
  readonly member: string;
  /** `undefined` for a member that the catalog does not have. */
  readonly method: CatalogMethod | undefined;
}

/** The SDK's members that a symbol is: several where the receiver is one of several services, none where the symbol is something else. */
export function sdkMembers(view: ProgramView, symbol: ts.Symbol): readonly SdkMember[] {
  const found = new Map<string, SdkMember>();
  for (const declaration of symbol.declarations ?? []) {
    const declared = view.sdk.has(declaration.getSourceFile().fileName) ? containerName(view.ts, declaration) : undefined;
    if (declared !== undefined && view.index.hasContainer(declared)) {
      const container = view.index.containerOf(declared);
      found.set(container, { container, member: symbol.name, method: view.index.method(container, symbol.name) });
    }
  }
  return [...found.values()];
}

/** The containers of the catalog that a value of this type is, through base classes, intersections and unions. */
export function sdkContainers(view: ProgramView, type: ts.Type): readonly string[] {
  const ofTypes = containersOfTypes.get(view) ?? new WeakMap<ts.Type, readonly string[]>();
  containersOfTypes.set(view, ofTypes);
  const containers = ofTypes.get(type) ?? findContainers(view, type);
  ofTypes.set(type, containers);
  return containers;
}

/** Kept as long as the view, and with it the types of its checker. */
const containersOfTypes = new WeakMap<ProgramView, WeakMap<ts.Type, readonly string[]>>();

function findContainers(view: ProgramView, type: ts.Type): readonly string[] {
  const lineage = view.questions.alternatives(type).flatMap((alternative) => view.questions.lineage(alternative));
  const names = lineage
    .flatMap((one) => one.getSymbol()?.declarations ?? [])
    .filter((declaration) => view.sdk.has(declaration.getSourceFile().fileName))
    .flatMap((declaration) => (isNamedContainer(view.ts, declaration) ? [declaration.name.text] : []))
    .filter((name) => view.index.hasContainer(name));
  return [...new Set(names.map((name) => view.index.containerOf(name)))];
}

/** The container is a client of the catalog: what `new UiPath()` makes. */
export function isClientContainer(view: ProgramView, container: string): boolean {
  return view.index.catalog.clients.some((client) => client.className === container);
}

/** Members of that name hand out the access token of a client, if they are a client's. */
export function isTokenMemberName({ index }: ProgramView, member: string): boolean {
  return index.catalog.clients.some(({ tokenMembers }) => tokenMembers.includes(member));
}

/** Calls to the provider can be made with it. */
export function hasRemoteMethod(view: ProgramView, container: string): boolean {
  return view.index.catalog.methods.some((method) => method.container === container && method.local !== true);
}

function containerName(ts: TypeScript, member: ts.Node): string | undefined {
  let node = member.parent;
  while (ts.isTypeLiteralNode(node) || ts.isIntersectionTypeNode(node) || ts.isUnionTypeNode(node) || ts.isParenthesizedTypeNode(node)) {
    node = node.parent;
  }
  return isNamedContainer(ts, node) ? node.name.text : undefined;
}

function isNamedContainer(
  ts: TypeScript,
  node: ts.Node,
): node is (ts.ClassLikeDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration) & { readonly name: ts.Identifier } {
  return (ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name !== undefined;
}
