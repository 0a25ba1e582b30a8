import type ts from 'typescript';
import { readClientGrant, type ClientConstruction, type ClientGrant, type ClientGrantContext } from '../grants/client-grant.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { ClientSite, HeldGrant } from './facts.ts';
import type { ProgramView } from './program-view.ts';
import { isClientContainer, sdkContainers } from './sdk-symbols.ts';
import { syntacticFacts } from './syntactic-facts.ts';

/** All places of the program where a client is made, by the node of the construction, in the order of the program's files. */
export function findClientSites(view: ProgramView, context: ClientGrantContext): ReadonlyMap<ts.NewExpression, ClientSite> {
  const { provider } = context;
  return new Map(
    findConstructions(view).map((construction) => {
      const stated = readClientGrant(context, construction);
      const { node, client } = construction;
      const isScoped = stated.kind === 'none' || stated.kind === 'scopes';
      return [
        node,
        {
          provider,
          place: placeOfNode(node),
          grant: heldBy(stated),
          stated,
          ...(isScoped && client.grantType !== undefined ? { grantType: client.grantType } : {}),
          inTest: view.isTest(node.getSourceFile()),
        },
      ];
    }),
  );
}

/** What calls hold that are made with a grant so stated. */
export function heldBy(stated: ClientGrant): HeldGrant {
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
  return view.files.filter((file) => view.reaching.has(file)).flatMap((file) =>
    syntacticFacts(view.ts, view.index, file).constructions.flatMap((node) => {
      const container = constructedContainer(view, node);
      const client = view.index.catalog.clients.find((candidate) => candidate.className === container);
      return client === undefined ? [] : [{ node, client, arguments: constructorArguments(view, node) }];
    }),
  );
}

/**
 * The declaration of the class says most. The type of the whole expression is dear to ask for, and only needed where the class is a value
 * of some other kind.
 */
function constructedContainer(view: ProgramView, construction: ts.NewExpression): string | undefined {
  const { ts } = view;
  const visited = new Set<ts.Node>();
  let callee: ts.Expression | undefined = construction.expression;
  while (callee !== undefined) {
    const declaration = declarationOf(view, callee);
    const file = declaration?.getSourceFile();
    if (declaration !== undefined && file !== undefined && view.sdk.has(file.fileName) && isNamed(ts, declaration)) {
      const { text } = declaration.name;
      return view.index.hasContainer(text) ? view.index.containerOf(text) : undefined;
    }
    if (file !== undefined && view.program.isSourceFileDefaultLibrary(file)) {
      return undefined;
    }
    if (declaration === undefined || !ts.isClassLike(declaration)) {
      const type = view.questions.typeOf(construction);
      return type && sdkContainers(view, type).find((name) => isClientContainer(view, name));
    }
    callee = visited.has(declaration) ? undefined : baseOf(ts, declaration);
    visited.add(declaration);
  }
  return undefined;
}

function declarationOf(view: ProgramView, callee: ts.Expression): ts.Declaration | undefined {
  const symbol = view.questions.symbolOf(view.ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0];
}

type NamedValue = (ts.ClassLikeDeclaration | ts.VariableDeclaration) & { readonly name: ts.Identifier };

function isNamed(ts: ProgramView['ts'], node: ts.Node): node is NamedValue {
  return (ts.isClassLike(node) || ts.isVariableDeclaration(node)) && node.name !== undefined && ts.isIdentifier(node.name);
}

function baseOf(ts: ProgramView['ts'], declaration: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return declaration.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
}

/** What reaches the SDK's own constructor; for a subclass with a constructor of its own what it gives to `super()`. */
function constructorArguments(view: ProgramView, construction: ts.NewExpression): readonly ts.Expression[] | undefined {
  const { ts } = view;
  const visited = new Set<ts.Node>();
  let given: readonly ts.Expression[] | undefined = construction.arguments ?? [];
  let callee: ts.Expression | undefined = construction.expression;
  while (callee !== undefined) {
    const declaration = declarationOf(view, callee);
    const isOwnClass = declaration !== undefined && ts.isClassLike(declaration) && !view.sdk.has(declaration.getSourceFile().fileName);
    if (!isOwnClass || visited.has(declaration)) {
      return given;
    }
    visited.add(declaration);
    const constructor = declaration.members.find((member) => ts.isConstructorDeclaration(member) && member.body !== undefined);
    if (constructor !== undefined) {
      given = superCall(ts, constructor)?.arguments;
    }
    callee = baseOf(ts, declaration);
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
