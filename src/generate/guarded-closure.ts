import type ts from 'typescript';
import { clientParameter, constructorOf } from './client-parameter.ts';
import type { Declaration, DeclarationGraph } from './declaration-graph.ts';
import { demandedRequirement, type GuardLookup } from './guard-lookup.ts';
import { memberName } from './members.ts';
import { mentionedDeclarations, reachableDeclarations, unqualifiedNamesIn } from './references.ts';

/**
 * The declarations whose types depend on a grant: clients, services that are made with one, whatever has a method that needs a scope, and
 * whatever mentions one of these. Applications write such types (`useState<JobGetResponse[]>([])`), so a guard that one of them loses is
 * a call that nobody checks.
 */
export function guardedDeclarations(typescript: typeof ts, graph: DeclarationGraph, lookup: GuardLookup): ReadonlySet<Declaration> {
  const reachable = reachableDeclarations(typescript, graph);
  const isService = (declaration: Declaration): boolean => {
    const own = constructorOf(typescript, graph, declaration);
    return own !== undefined && clientParameter(typescript, graph, lookup, own) !== undefined;
  };
  const guarded = new Set<Declaration>();
  const mentionedBy = new Map<Declaration, Declaration[]>();
  for (const declaration of reachable) {
    if (lookup.client(declaration) !== undefined || isService(declaration) || hasGuardedMember(typescript, declaration, lookup)) {
      guarded.add(declaration);
    }
    for (const mentioned of mentionedDeclarations(typescript, graph, declaration, unqualifiedNamesIn)) {
      mentionedBy.set(mentioned, [...(mentionedBy.get(mentioned) ?? []), declaration]);
    }
  }
  for (const declaration of guarded) {
    for (const user of mentionedBy.get(declaration) ?? []) {
      guarded.add(user);
    }
  }
  return guarded;
}

function hasGuardedMember(typescript: typeof ts, declaration: Declaration, lookup: GuardLookup): boolean {
  return declaration.nodes.some(
    (node) =>
      (typescript.isClassDeclaration(node) || typescript.isInterfaceDeclaration(node)) &&
      node.members.some((member) => {
        const name = memberName(typescript, member);
        return name !== undefined && (demandedRequirement(lookup.method(declaration, name))?.length ?? 0) > 0;
      }),
  );
}
