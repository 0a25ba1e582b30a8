import type ts from 'typescript';
import type { Declaration, DeclarationGraph } from './declaration-graph.ts';
import { isPublic } from './references.ts';

export type Member = ts.ClassElement | ts.TypeElement;

/** What a class or an interface declares under one name: a property, an accessor, or the overloads of a method. */
export interface MemberGroup {
  readonly name: string;
  readonly nodes: readonly Member[];
  /** The declaration that the member stands in, where it is inherited. */
  readonly owner: Declaration;
}

/**
 * The members of a type that anyone may use. Those of a class include what it inherits from the SDK's classes; those of an interface do
 * not.
 */
export function publicMembers(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): readonly MemberGroup[] {
  const groups = new Map<string, MemberGroup>();
  for (const owner of [declaration, ...baseClasses(typescript, graph, declaration)]) {
    const own = new Map<string, Member[]>();
    for (const member of instanceMembers(typescript, owner)) {
      const name = memberName(typescript, member);
      if (name !== undefined && isPublic(typescript, member)) {
        own.set(name, [...(own.get(name) ?? []), member]);
      }
    }
    for (const [name, nodes] of own) {
      if (!groups.has(name)) {
        groups.set(name, { name, nodes, owner });
      }
    }
  }
  return [...groups.values()];
}

/** The classes of the SDK that a class extends, nearest first. */
export function baseClasses(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): readonly Declaration[] {
  const bases: Declaration[] = [];
  for (let base = baseClass(typescript, graph, declaration); base !== undefined && !bases.includes(base); ) {
    bases.push(base);
    base = baseClass(typescript, graph, base);
  }
  return bases;
}

function baseClass(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): Declaration | undefined {
  const [type] = heritage(declaration, typescript.SyntaxKind.ExtendsKeyword, typescript.isClassDeclaration);
  if (type === undefined || !typescript.isIdentifier(type.expression)) {
    return undefined;
  }
  const target = graph.resolve(declaration.file, type.expression.text);
  return typeof target === 'object' ? target : undefined;
}

/** The types after `extends` (or `implements`) of all classes, or of all interfaces, of a declaration. */
export function heritage(
  declaration: Declaration,
  token: ts.SyntaxKind,
  isKind: (node: ts.Node) => node is ts.ClassDeclaration | ts.InterfaceDeclaration,
): readonly ts.ExpressionWithTypeArguments[] {
  return declaration.nodes
    .filter((node) => isKind(node))
    .flatMap((node) => node.heritageClauses ?? [])
    .filter((clause) => clause.token === token)
    .flatMap(({ types }) => types);
}

/** Members of instances, without constructors. */
export function instanceMembers(typescript: typeof ts, declaration: Declaration): readonly Member[] {
  return declaration.nodes.flatMap((node): readonly Member[] => {
    if (typescript.isInterfaceDeclaration(node)) {
      return node.members;
    }
    return typescript.isClassDeclaration(node)
      ? node.members.filter((member) => !typescript.isConstructorDeclaration(member) && !isStatic(typescript, member))
      : [];
  });
}

export function isStatic(typescript: typeof ts, member: Member): boolean {
  return (typescript.getCombinedModifierFlags(member) & typescript.ModifierFlags.Static) !== 0;
}

/** `undefined` for a member whose name is computed, and for call and index signatures. */
export function memberName(typescript: typeof ts, member: Member): string | undefined {
  const { name } = member;
  return name !== undefined && (typescript.isIdentifier(name) || typescript.isStringLiteral(name)) ? name.text : undefined;
}

/** The SDK says something of at least one of the members. */
export function hasDocumentation(typescript: typeof ts, graph: DeclarationGraph, declaration: Declaration): boolean {
  const nodes = publicMembers(typescript, graph, declaration).flatMap((group) => group.nodes);
  return nodes.some((node) => typescript.getJSDocCommentsAndTags(node).length > 0);
}

/** The JSDoc of one of the nodes has the tag `@deprecated`. */
export function isDeprecated(typescript: typeof ts, nodes: readonly ts.Node[]): boolean {
  return nodes.some((node) => typescript.getJSDocDeprecatedTag(node) !== undefined);
}

/** `readonly`, or a getter without a setter. */
export function isReadonly(typescript: typeof ts, nodes: readonly Member[]): boolean {
  const hasModifier = nodes.some((node) => (typescript.getCombinedModifierFlags(node) & typescript.ModifierFlags.Readonly) !== 0);
  return hasModifier || (nodes.some(typescript.isGetAccessor) && !nodes.some(typescript.isSetAccessor));
}
