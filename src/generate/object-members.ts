import type ts from 'typescript';
import type { Declaration, DeclarationGraph } from './declaration-graph.ts';
import { instanceMembers, type Member, memberName, publicMembers } from './members.ts';
import { referenceName } from './references.ts';

/**
 * The names of all members of a type that an interface can extend; `undefined` where they cannot be told from the declarations (a union,
 * a mapped type, a type parameter, something that is not of the SDK).
 */
export function objectMembers(
  typescript: typeof ts,
  graph: DeclarationGraph,
  file: string,
  type: ts.TypeNode,
): readonly string[] | undefined {
  if (typescript.isTypeLiteralNode(type)) {
    return namesOf(typescript, type.members);
  }
  if (typescript.isIntersectionTypeNode(type)) {
    return join(type.types.map((part) => objectMembers(typescript, graph, file, part)));
  }
  const name = referenceName(typescript, type);
  const target = name === undefined ? undefined : graph.resolve(file, name.text);
  return typeof target === 'object' ? declaredMembers(typescript, graph, target) : undefined;
}

/** The same for a declaration, with what it inherits. */
export function declaredMembers(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): readonly string[] | undefined {
  const [node] = declaration.nodes;
  if (node === undefined) {
    return undefined;
  }
  if (typescript.isTypeAliasDeclaration(node)) {
    return objectMembers(typescript, graph, declaration.file, node.type);
  }
  if (typescript.isClassDeclaration(node)) {
    return publicMembers(typescript, graph, declaration).map((group) => group.name);
  }
  if (!typescript.isInterfaceDeclaration(node)) {
    return undefined;
  }
  const bases = node.heritageClauses?.flatMap(({ types }) => types) ?? [];
  const inherited = bases.map((base) => objectMembers(typescript, graph, declaration.file, base));
  return join([namesOf(typescript, instanceMembers(typescript, declaration)), ...inherited]);
}

function namesOf(typescript: typeof ts, members: readonly Member[]): readonly string[] | undefined {
  const names = members.map((member) => memberName(typescript, member));
  return names.every((name) => name !== undefined) ? names : undefined;
}

function join(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}
