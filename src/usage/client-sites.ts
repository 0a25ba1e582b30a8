import type ts from 'typescript';
import { readClientGrant, type ClientConstruction, type ClientGrant } from '../grants/client-grant.ts';
import type { DeclaredEnvironment } from '../grants/declared-environment.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { ClientSite, HeldGrant } from './facts.ts';
import type { ProgramView } from './program-view.ts';
import { isClientContainer, sdkContainers } from './sdk-symbols.ts';
import { syntacticFacts } from './syntactic-facts.ts';

/** All places of the program where a client is made, by the node of the construction, in the order of the program's files. */
export function findClientSites(view: ProgramView, environment: DeclaredEnvironment): ReadonlyMap<ts.NewExpression, ClientSite> {
  const { provider } = view.index.catalog;
  const context = { ts: view.ts, checker: view.program.getTypeChecker(), provider, environment };
  return new Map(
    findConstructions(view).map((construction) => {
      const stated = readClientGrant(context, construction);
      const { node } = construction;
      return [node, { provider, place: placeOfNode(node), grant: heldBy(stated), stated, inTest: view.isTest(node.getSourceFile()) }];
    }),
  );
}

function heldBy(stated: ClientGrant): HeldGrant {
  switch (stated.kind) {
    case 'none':
      return { kind: 'declared' };
    case 'unscoped':
      return { kind: 'unscoped' };
    case 'undecided':
      return { kind: 'undecided', reason: stated.undecided.reason };
    case 'scopes':
      return stated.orDeclared
        ? { kind: 'declared' }
        : { kind: 'literal', alternatives: stated.alternatives.map(({ scopes }) => scopes.map(({ scope }) => scope)) };
  }
}

function findConstructions(view: ProgramView): readonly ClientConstruction[] {
  return view.files.flatMap((file) =>
    syntacticFacts(view.ts, view.index, file).constructions.flatMap((node) => {
      const type = isOfLanguage(view, node.expression) ? undefined : view.questions.typeOf(node);
      const container = type && sdkContainers(view, type).find((name) => isClientContainer(view, name));
      const client = view.index.catalog.clients.find((candidate) => candidate.className === container);
      return client === undefined ? [] : [{ node, client, arguments: constructorArguments(view, node) }];
    }),
  );
}

/** `Map`, `Date`, `Error`: most constructions are of these, and the type of one with a long argument is dear to ask for. */
function isOfLanguage(view: ProgramView, callee: ts.Expression): boolean {
  const declaration = view.ts.isIdentifier(callee) ? view.questions.symbolOf(callee)?.declarations?.[0] : undefined;
  return declaration !== undefined && view.program.isSourceFileDefaultLibrary(declaration.getSourceFile());
}

/** What reaches the SDK's own constructor; for a subclass with a constructor of its own what it gives to `super()`. */
function constructorArguments(view: ProgramView, construction: ts.NewExpression): readonly ts.Expression[] | undefined {
  const { ts } = view;
  const visited = new Set<ts.Node>();
  let given: readonly ts.Expression[] | undefined = construction.arguments ?? [];
  let callee: ts.Expression | undefined = construction.expression;
  while (callee !== undefined) {
    const name: ts.Node = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
    const declaration = view.questions.symbolOf(name)?.valueDeclaration;
    if (declaration === undefined || !ts.isClassLike(declaration) || visited.has(declaration) || view.sdk.has(declaration.getSourceFile().fileName)) {
      return given;
    }
    visited.add(declaration);
    const constructor = declaration.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined);
    if (constructor !== undefined) {
      given = superCall(ts, constructor)?.arguments;
    }
    callee = declaration.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
  }
  return given;
}

function superCall(ts: ProgramView['ts'], inside: ts.Node): ts.CallExpression | undefined {
  const pending: ts.Node[] = [inside];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) {
      return node;
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return undefined;
}
