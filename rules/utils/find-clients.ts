import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { TSESLint } from '@typescript-eslint/utils';
import type { CatalogClient } from '../../src/catalogs/catalog.ts';
import type { CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import { constantBehind } from './constant-behind.ts';
import { staticName } from './static-name.ts';

/** A place where a provider's client is made: `new UiPath(…)`. */
export interface ClientConstruction {
  readonly node: TSESTree.NewExpression;
  readonly client: CatalogClient;
  readonly index: CatalogIndex;
}

/**
 * The clients that a file makes, found by what it imports or requires under which name: neither types nor the files that re-export a client
 * are looked at. In the order of the source.
 */
export function findClients(sourceCode: Readonly<TSESLint.SourceCode>, indexes: readonly CatalogIndex[]): readonly ClientConstruction[] {
  const variables = sourceCode.scopeManager?.scopes.flatMap((scope) => scope.variables) ?? [];
  const found = variables.flatMap((variable) =>
    variable.defs.flatMap((definition) => {
      const source = importSource(definition, sourceCode);
      return indexes.flatMap((index) =>
        index.catalog.clients
          .filter((client) => source !== null && client.modules.includes(source.module))
          .flatMap((client) => constructions(variable, source?.exportName ?? null, client).map((node) => ({ node, client, index }))),
      );
    }),
  );
  return found.toSorted((left, right) => left.node.range[0] - right.node.range[0]);
}

interface ImportSource {
  readonly module: string;
  /** `null`: the variable is the module itself. */
  readonly exportName: string | null;
}

function importSource(definition: TSESLint.Scope.Definition, sourceCode: Readonly<TSESLint.SourceCode>): ImportSource | null {
  const { node } = definition;
  switch (node.type) {
    case AST_NODE_TYPES.ImportSpecifier:
      return node.parent.type === AST_NODE_TYPES.ImportDeclaration
        ? { module: node.parent.source.value, exportName: 'name' in node.imported ? node.imported.name : node.imported.value }
        : null;
    case AST_NODE_TYPES.ImportNamespaceSpecifier:
    case AST_NODE_TYPES.ImportDefaultSpecifier:
      return { module: node.parent.source.value, exportName: null };
    case AST_NODE_TYPES.VariableDeclarator:
      return requiredSource(node, definition.name, sourceCode);
    default:
      return null;
  }
}

/** `const { UiPath: Client } = require('…')`, `const sdk = await import('…')`. */
function requiredSource(
  declarator: TSESTree.VariableDeclarator,
  name: TSESTree.Node,
  sourceCode: Readonly<TSESLint.SourceCode>,
): ImportSource | null {
  const module = requiredModule(declarator.init, sourceCode);
  if (module === null || declarator.id.type !== AST_NODE_TYPES.ObjectPattern) {
    return module === null || declarator.id !== name ? null : { module, exportName: null };
  }
  const property = declarator.id.properties.find((candidate) => candidate.type === AST_NODE_TYPES.Property && candidate.value === name);
  const exportName = property?.type === AST_NODE_TYPES.Property ? staticName(property) : null;
  return exportName === null ? null : { module, exportName };
}

function requiredModule(node: TSESTree.Expression | null, sourceCode: Readonly<TSESLint.SourceCode>): string | null {
  if (node?.type === AST_NODE_TYPES.AwaitExpression) {
    return requiredModule(node.argument, sourceCode);
  }
  const argument = node === null ? undefined : moduleArgument(node);
  const value = argument === undefined ? undefined : constantBehind(argument, sourceCode);
  return value?.type === AST_NODE_TYPES.Literal && typeof value.value === 'string' ? value.value : null;
}

function moduleArgument(node: TSESTree.Expression): TSESTree.Node | undefined {
  if (node.type === AST_NODE_TYPES.ImportExpression) {
    return node.source;
  }
  const isRequire = node.type === AST_NODE_TYPES.CallExpression && 'name' in node.callee && node.callee.name === 'require';
  return isRequire ? node.arguments[0] : undefined;
}

function constructions(
  variable: TSESLint.Scope.Variable,
  exportName: string | null,
  client: CatalogClient,
): readonly TSESTree.NewExpression[] {
  if (exportName !== null && exportName !== client.className) {
    return [];
  }
  return variable.references.flatMap(({ identifier }) => {
    const callee = exportName === null ? memberAround(identifier, client.className) : identifier;
    const construction = callee?.parent;
    return construction?.type === AST_NODE_TYPES.NewExpression && construction.callee === callee ? [construction] : [];
  });
}

function memberAround(object: TSESTree.Node, name: string): TSESTree.Node | null {
  const member = object.parent;
  return member?.type === AST_NODE_TYPES.MemberExpression && member.object === object && staticName(member) === name ? member : null;
}
