import type ts from 'typescript';
import type { Declaration, DeclarationGraph, GraphEntry } from './declaration-graph.ts';
import { type MemberGroup, publicMembers } from './members.ts';
import { typeParametersOf } from './type-parameters.ts';

/** A type expression that reaches a declaration. */
export interface RawPath {
  readonly text: string;
  /** `false`: it reaches more than the declaration, which makes no difference to one who looks up a member. */
  readonly isExact: boolean;
}

/**
 * How a generated module names the SDK's own declarations (`import type * as Raw`): by export (`Raw.TaskService`), or, for a class or an
 * interface that is not exported, through the property of one that is (`Raw.UiPath['tasks']`). What is found in neither way has no entry.
 */
export function rawPaths(typescript: typeof ts, graph: DeclarationGraph, entry: GraphEntry): ReadonlyMap<Declaration, RawPath> {
  const exported = [...entry.exportedName].map(([declaration, name]) => [declaration, { text: `Raw.${name}`, isExact: true }] as const);
  const paths = new Map<Declaration, RawPath>(exported);
  // A Map's iterator also visits what is added on the way.
  for (const [declaration, { text }] of paths) {
    if (typeParametersOf(typescript, declaration).length === 0) {
      for (const member of publicMembers(typescript, graph, declaration)) {
        const type = propertyType(typescript, member);
        if (type !== undefined) {
          walk({ typescript, graph, file: member.owner.file, paths }, type, { text: `${text}['${member.name}']`, isExact: true });
        }
      }
    }
  }
  return paths;
}

/** The type of a property or a getter; `undefined` for methods, and for properties that may be absent. */
function propertyType(typescript: typeof ts, { nodes }: MemberGroup): ts.TypeNode | undefined {
  const isProperty = (node: ts.Node): node is ts.PropertyDeclaration | ts.PropertySignature | ts.GetAccessorDeclaration =>
    typescript.isPropertyDeclaration(node) || typescript.isPropertySignature(node) || typescript.isGetAccessorDeclaration(node);
  const property = nodes.find(isProperty);
  return property?.questionToken === undefined ? property?.type : undefined;
}

interface Walk {
  readonly typescript: typeof ts;
  readonly graph: DeclarationGraph;
  readonly file: string;
  readonly paths: Map<Declaration, RawPath>;
}

function walk(around: Walk, type: ts.TypeNode, path: RawPath): void {
  const { typescript, graph, file, paths } = around;
  if (typescript.isTypeReferenceNode(type) && type.typeArguments === undefined && typescript.isIdentifier(type.typeName)) {
    const target = graph.resolve(file, type.typeName.text);
    if (typeof target === 'object' && !paths.has(target)) {
      paths.set(target, path);
    }
  } else if (typescript.isIntersectionTypeNode(type)) {
    type.types.forEach((part) => {
      walk(around, part, { ...path, isExact: false });
    });
  } else if (typescript.isParenthesizedTypeNode(type)) {
    walk(around, type.type, path);
  } else if (typescript.isTypeLiteralNode(type)) {
    for (const member of type.members) {
      if (typescript.isPropertySignature(member) && typescript.isIdentifier(member.name) && member.type && !member.questionToken) {
        walk(around, member.type, { text: `${path.text}['${member.name.text}']`, isExact: true });
      }
    }
  }
}
