import type ts from 'typescript';
import type { Declaration, DeclarationGraph, DeclarationNode } from './declaration-graph.ts';

/** Everything that the exports of an SDK mention, themselves included. */
export function reachableDeclarations(typescript: typeof ts, graph: DeclarationGraph): ReadonlySet<Declaration> {
  const reached = new Set(graph.entries.flatMap(({ exports }) => [...exports.values()]));
  // A Set's iterator also visits what is added on the way.
  for (const declaration of reached) {
    for (const mentioned of mentionedDeclarations(typescript, graph, declaration)) {
      reached.add(mentioned);
    }
  }
  return reached;
}

/**
 * The declarations of the SDK that a declaration mentions where its users can see it: neither in private or protected members nor in
 * bodies.
 */
export function mentionedDeclarations(
  typescript: typeof ts,
  graph: DeclarationGraph,
  declaration: Declaration,
  namesOf: typeof namesIn = namesIn,
): ReadonlySet<Declaration> {
  const names = declaration.nodes.flatMap((node) => publicParts(typescript, node).flatMap((part) => [...namesOf(typescript, part)]));
  const targets = names.map((name) => graph.resolve(declaration.file, name));
  return new Set(targets.filter((target) => typeof target === 'object'));
}

/** The names of types and values that a part of a declaration refers to; of a qualified name its first part. */
export function namesIn(typescript: typeof ts, node: ts.Node): ReadonlySet<string> {
  return collectNames(typescript, node, () => true);
}

/**
 * Of a qualified name both parts (`models.Order`), not the first alone: that is a namespace, which a class or an interface may share its
 * name with.
 */
export function unqualifiedNamesIn(typescript: typeof ts, node: ts.Node): ReadonlySet<string> {
  return collectNames(typescript, node, (name) => !isQualified(typescript, name));
}

function collectNames(typescript: typeof ts, node: ts.Node, accepts: (name: ts.Identifier) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    const name = referenceName(typescript, child);
    if (name !== undefined && accepts(name)) {
      names.add(name.text);
    }
    const qualified = name === undefined ? undefined : qualifiedName(typescript, name);
    if (qualified !== undefined) {
      names.add(qualified);
    }
    typescript.forEachChild(child, visit);
  };
  visit(node);
  return names;
}

function isQualified(typescript: typeof ts, { parent }: ts.Identifier): boolean {
  return typescript.isQualifiedName(parent) || typescript.isPropertyAccessExpression(parent);
}

/** The identifier that a type reference, an `extends` or a `typeof` starts with. */
export function referenceName(typescript: typeof ts, node: ts.Node): ts.Identifier | undefined {
  const name = typescript.isTypeReferenceNode(node)
    ? node.typeName
    : typescript.isTypeQueryNode(node)
      ? node.exprName
      : typescript.isExpressionWithTypeArguments(node)
        ? node.expression
        : undefined;
  return name === undefined ? undefined : firstIdentifier(typescript, name);
}

/** `models.Order`, for the identifier `models`; `undefined` where it is not the first part of a name. */
export function qualifiedName(typescript: typeof ts, { parent, text }: ts.Identifier): string | undefined {
  if (typescript.isQualifiedName(parent)) {
    return `${text}.${parent.right.text}`;
  }
  return typescript.isPropertyAccessExpression(parent) ? `${text}.${parent.name.text}` : undefined;
}

function firstIdentifier(typescript: typeof ts, name: ts.Node): ts.Identifier | undefined {
  if (typescript.isQualifiedName(name)) {
    return firstIdentifier(typescript, name.left);
  }
  if (typescript.isPropertyAccessExpression(name)) {
    return firstIdentifier(typescript, name.expression);
  }
  return typescript.isIdentifier(name) ? name : undefined;
}

function publicParts(typescript: typeof ts, node: DeclarationNode): readonly ts.Node[] {
  if (!typescript.isClassDeclaration(node)) {
    return [node];
  }
  const inherited = node.heritageClauses ?? [];
  return [...(node.typeParameters ?? []), ...inherited, ...node.members.filter((member) => isPublic(typescript, member))];
}

/** Neither `private`, nor `protected`, nor `#private`. */
export function isPublic(typescript: typeof ts, member: ts.ClassElement | ts.TypeElement): boolean {
  const hidden = typescript.ModifierFlags.Private | typescript.ModifierFlags.Protected;
  const isPrivateName = member.name !== undefined && typescript.isPrivateIdentifier(member.name);
  return !isPrivateName && (typescript.getCombinedModifierFlags(member) & hidden) === 0;
}
