import type { Declaration } from './declaration-graph.ts';
import { dependsOnGrant } from './guarded-members.ts';
import { baseClasses, instanceMembers, type Member } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import type { OverlayContext } from './overlay-context.ts';
import { printType } from './print-type.ts';

/**
 * The name of a class that has the protected members of a class and of what it extends, so that a subclass in an application can go on
 * using them; none if there are none.
 */
export function protectedBase(scope: ModuleScope, declaration: Declaration): readonly string[] {
  const { context } = scope;
  const bases = [declaration, ...baseClasses(context.typescript, context.graph, declaration)];
  const first = bases.find((base) => protectedMembers(context, base).length > 0);
  return first === undefined ? [] : [scope.protectedName(first)];
}

/** The class that `protectedBase` names. */
export function printProtectedBase(scope: ModuleScope, declaration: Declaration, name: string): string {
  const { context } = scope;
  const [next] = baseClasses(context.typescript, context.graph, declaration).flatMap((base) => protectedBase(scope, base));
  const rename = scope.rename(declaration.file, 'any');
  const members = protectedMembers(context, declaration).map((member) => `  ${printType(context.typescript, member, rename)};\n`);
  return `export declare abstract class ${name}${next === undefined ? '' : ` extends ${next}`} {\n${members.join('')}}\n`;
}

/** Without those that depend on a grant: the class has none, because several services share it. */
function protectedMembers(context: OverlayContext, declaration: Declaration): readonly Member[] {
  const { typescript } = context;
  return instanceMembers(typescript, declaration).filter(
    (member) =>
      (typescript.getCombinedModifierFlags(member) & typescript.ModifierFlags.Protected) !== 0 &&
      !dependsOnGrant(context, declaration.file, [member]),
  );
}
