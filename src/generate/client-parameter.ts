import type ts from 'typescript';
import type { Declaration, DeclarationGraph } from './declaration-graph.ts';
import type { GuardLookup } from './guard-lookup.ts';
import { baseClasses } from './members.ts';

/** How a class of the SDK is made. */
export interface ClassConstructor {
  readonly node: ts.ConstructorDeclaration;
  /** The class that declares it: the class itself, or one that it extends. */
  readonly owner: Declaration;
}

/** The first parameter of a service's constructor. */
export interface ClientParameter {
  readonly parameter: ts.ParameterDeclaration;
  readonly type: ts.TypeReferenceNode;
}

/** The constructor that a class declares or inherits; `undefined` where the SDK's declarations have none. */
export function constructorOf(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): ClassConstructor | undefined {
  for (const owner of [declaration, ...baseClasses(typescript, graph, declaration)]) {
    const members = owner.nodes.filter(typescript.isClassDeclaration).flatMap((node) => node.members);
    const node = members.find(typescript.isConstructorDeclaration);
    if (node !== undefined) {
      return { node, owner };
    }
  }
  return undefined;
}

/** The first parameter of a constructor that takes a client, as the constructors of services do; `undefined` of any other. */
export function clientParameter(
  typescript: typeof ts,
  graph: DeclarationGraph,
  lookup: GuardLookup,
  { node, owner }: ClassConstructor,
): ClientParameter | undefined {
  const [parameter] = node.parameters;
  const type = parameter?.type;
  if (parameter === undefined || type === undefined || !typescript.isTypeReferenceNode(type) || !typescript.isIdentifier(type.typeName)) {
    return undefined;
  }
  const name = type.typeName.text;
  const target = graph.resolve(owner.file, name);
  const known = typeof target === 'object' ? target.name : graph.importedName(owner.file, name);
  return lookup.isClientName(known) ? { parameter, type } : undefined;
}
