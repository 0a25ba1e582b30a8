import type ts from 'typescript';
import type { Undecided } from '../grants/declaration.ts';
import { placeOfNode } from '../grants/place-of-node.ts';
import type { ProgramView } from './program-view.ts';
import { hasRemoteMethod, isClientContainer, sdkContainers } from './sdk-symbols.ts';

/** The places where a subclass of a service uses the SDK's protected members: with them it makes requests of its own. */
export function inheritedRequests(view: ProgramView, subclass: ts.ClassLikeDeclaration): readonly Undecided[] {
  const { ts, questions } = view;
  const base = subclass.heritageClauses?.find((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const type = base && questions.typeOf(base);
  const containers = type === undefined ? [] : sdkContainers(view, type);
  if (!containers.some((container) => hasRemoteMethod(view, container) && !isClientContainer(view, container))) {
    return [];
  }
  const own = new Set(subclass.members.map(({ name }) => (name !== undefined && ts.isIdentifier(name) ? name.text : '')));
  const found: Undecided[] = [];
  const pending: ts.Node[] = [...subclass.members];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isPropertyAccessExpression(node) && isOfSelf(ts, node) && !own.has(node.name.text) && isNoPublicMember(view, node)) {
      const reason = `${node.name.text} is a protected member of the SDK, and the requests made with it are not seen`;
      found.push({ place: placeOfNode(node.name), reason });
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return found;
}

function isOfSelf(ts: ProgramView['ts'], access: ts.PropertyAccessExpression): boolean {
  return access.expression.kind === ts.SyntaxKind.ThisKeyword || access.expression.kind === ts.SyntaxKind.SuperKeyword;
}

/** Protected, or, where the declarations over the SDK hide such members, not declared at all. */
function isNoPublicMember(view: ProgramView, access: ts.PropertyAccessExpression): boolean {
  const declaration = view.questions.symbolOf(access.name)?.declarations?.[0];
  return declaration === undefined || (view.ts.getCombinedModifierFlags(declaration) & view.ts.ModifierFlags.Protected) !== 0;
}
