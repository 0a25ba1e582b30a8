import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';

/** The name that `a.b`, `a['b']`, `{ b: 1 }` or `{ 'b': 1 }` spells out; `null` where it is computed. */
export function staticName(node: TSESTree.MemberExpression | TSESTree.Property): string | null {
  const name = node.type === AST_NODE_TYPES.MemberExpression ? node.property : node.key;
  if (name.type === AST_NODE_TYPES.Identifier && !node.computed) {
    return name.name;
  }
  return name.type === AST_NODE_TYPES.Literal && typeof name.value === 'string' ? name.value : null;
}
