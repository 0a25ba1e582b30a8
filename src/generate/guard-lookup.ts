import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { CatalogClient, CatalogMethod } from '../catalogs/catalog.ts';
import { rowsInForce, weakestRequirement } from '../catalogs/rows-in-force.ts';
import type { Requirement } from '../scopes/requirement.ts';
import type { Declaration, DeclarationGraph } from './declaration-graph.ts';
import { reachableDeclarations } from './references.ts';

/** What the catalog says of the members that an SDK declares. */
export interface GuardLookup {
  method(declaration: Declaration, member: string): CatalogMethod | undefined;
  /** What the catalog says of a class whose constructor takes the scopes; `undefined` of any other declaration. */
  client(declaration: Declaration): CatalogClient | undefined;
  /** Clients of this SDK are given scopes, and hand them on to what is made with them. */
  readonly hasClients: boolean;
  /** A name under which constructors ask for a client (`IUiPath`). */
  isClientName(name: string): boolean;
}

export function createGuardLookup(typescript: typeof ts, graph: DeclarationGraph, index: CatalogIndex): GuardLookup {
  const implementations = classesByInterface(typescript, graph);
  const { clients } = index.catalog;
  const clientDeclarations = new Map(
    graph.entries.flatMap(({ specifier, exports }) =>
      clients.filter(({ modules }) => modules.includes(specifier)).map((client) => [exports.get(client.className), client] as const),
    ),
  );
  return {
    method: (declaration, member) =>
      [declaration, ...(implementations.get(declaration) ?? [])]
        .map(({ name }) => index.method(name, member))
        .find((method) => method !== undefined),
    client: (declaration) => clientDeclarations.get(declaration),
    hasClients: clients.length > 0,
    isClientName: (name) => clients.some(({ className }) => className === index.containerOf(name)),
  };
}

/**
 * What a type may demand of a method: a grant that satisfies any of the rows in force passes. `undefined` where no row states the scopes
 * for certain, so that nothing can be demanded.
 */
export function demandedRequirement(method: CatalogMethod | undefined): Requirement | undefined {
  const rows = method === undefined ? [] : rowsInForce(method);
  return rows.some(({ requires, confidence }) => requires !== null && confidence === 'exact') ? weakestRequirement(rows) : undefined;
}

/** Interface → the classes that implement it: the catalog lists a service under its class. */
function classesByInterface(typescript: typeof ts, graph: DeclarationGraph): ReadonlyMap<Declaration, readonly Declaration[]> {
  const classes = new Map<Declaration, Declaration[]>();
  for (const declaration of reachableDeclarations(typescript, graph)) {
    for (const node of declaration.nodes.filter(typescript.isClassDeclaration)) {
      const clauses = node.heritageClauses?.filter(({ token }) => token === typescript.SyntaxKind.ImplementsKeyword) ?? [];
      for (const { expression } of clauses.flatMap(({ types }) => types)) {
        const target = typescript.isIdentifier(expression) ? graph.resolve(declaration.file, expression.text) : 'global';
        if (typeof target === 'object') {
          classes.set(target, [...(classes.get(target) ?? []), declaration]);
        }
      }
    }
  }
  return classes;
}
