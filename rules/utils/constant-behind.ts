import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { TSESLint } from '@typescript-eslint/utils';
import { staticName } from './static-name.ts';

/**
 * The expression that a node has its value from: what a const of this file was given, a property of such a const, and whatever stands
 * within `as const`, `satisfies` and `!`. The node itself where there is nothing to see through. A variable that may be assigned again is
 * not seen through.
 */
export function constantBehind(node: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>, depth = maximumDepth): TSESTree.Node {
  const next = depth === 0 ? null : step(node, sourceCode, depth - 1);
  return next === null ? node : constantBehind(next, sourceCode, depth - 1);
}

/** Ends a const that leads back to itself. */
const maximumDepth = 12;

function step(node: TSESTree.Node, sourceCode: Readonly<TSESLint.SourceCode>, depth: number): TSESTree.Node | null {
  switch (node.type) {
    case AST_NODE_TYPES.TSAsExpression:
    case AST_NODE_TYPES.TSSatisfiesExpression:
    case AST_NODE_TYPES.TSNonNullExpression:
    case AST_NODE_TYPES.TSTypeAssertion:
      return node.expression;
    case AST_NODE_TYPES.Identifier:
      return initializer(node, sourceCode);
    case AST_NODE_TYPES.MemberExpression: {
      const object = constantBehind(node.object, sourceCode, depth);
      const name = staticName(node);
      return object.type === AST_NODE_TYPES.ObjectExpression && name !== null ? propertyValue(object, name) : null;
    }
    default:
      return null;
  }
}

function initializer(node: TSESTree.Identifier, sourceCode: Readonly<TSESLint.SourceCode>): TSESTree.Node | null {
  const [definition, ...others] = findVariable(node, sourceCode)?.defs ?? [];
  if (others.length > 0 || definition?.node.type !== AST_NODE_TYPES.VariableDeclarator) {
    return null;
  }
  const { id, init, parent } = definition.node;
  return parent.kind === 'const' && id.type === AST_NODE_TYPES.Identifier ? init : null;
}

function findVariable(node: TSESTree.Identifier, sourceCode: Readonly<TSESLint.SourceCode>): TSESLint.Scope.Variable | undefined {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node);
  while (scope !== null) {
    const variable = scope.set.get(node.name);
    if (variable !== undefined) {
      return variable;
    }
    scope = scope.upper;
  }
  return undefined;
}

/** The value of a property; `null` where a spread or a computed key behind it may replace it. */
export function propertyValue(object: TSESTree.ObjectExpression, name: string): TSESTree.Node | null {
  for (const property of object.properties.toReversed()) {
    const key = property.type === AST_NODE_TYPES.Property ? staticName(property) : null;
    if (property.type !== AST_NODE_TYPES.Property || key === null) {
      return null;
    }
    if (key === name) {
      return property.value;
    }
  }
  return null;
}
