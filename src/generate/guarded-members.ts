import type ts from 'typescript';
import { describeClause, describeRequirement, type Requirement } from '../scopes/requirement.ts';
import type { Declaration } from './declaration-graph.ts';
import { demandedRequirement } from './guard-lookup.ts';
import { instanceMembers, isDeprecated, isReadonly, type MemberGroup, memberName, publicMembers } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import type { OverlayContext } from './overlay-context.ts';
import { printType, unreserved } from './print-type.ts';
import { propertyName, quote } from './quote.ts';
import { isPublic, namesIn } from './references.ts';
import { typeParametersOf } from './type-parameters.ts';

/** The body of a guarded interface, indented, one member after the other. */
export function printMembers(context: OverlayContext, scope: ModuleScope, declaration: Declaration): string {
  const { typescript, graph } = context;
  const named = publicMembers(typescript, graph, declaration).map((group) => printMember(context, scope, declaration, group));
  const unnamed = instanceMembers(typescript, declaration)
    .filter((member) => memberName(typescript, member) === undefined && isPublic(typescript, member))
    .map((member) => `  ${printType(typescript, member, scope.rename(declaration.file, 'G'))};\n`);
  return [...named, ...unnamed].join('');
}

function printMember(context: OverlayContext, scope: ModuleScope, declaration: Declaration, group: MemberGroup): string {
  const { typescript, lookup } = context;
  const method = lookup.method(declaration, group.name) ?? lookup.method(group.owner, group.name);
  const requirement = demandedRequirement(method);
  const isOptional = group.nodes.some((node) => (node as ts.PropertySignature).questionToken !== undefined);
  const type = memberType(context, scope, declaration, group);
  const guarded =
    method === undefined || requirement === undefined || requirement.length === 0
      ? type
      : `Guard<G, [${requirement.map((clause) => quote(describeClause(clause))).join(', ')}], ${isOptional ? `NonNullable<${type}>` : type}, ${quote(method.label)}>`;
  const modifier = isReadonly(typescript, group.nodes) ? 'readonly ' : '';
  return `${printDocumentation(context, scope, declaration, group, requirement)}  ${modifier}${propertyName(group.name)}${isOptional ? '?' : ''}: ${guarded};\n`;
}

/** The SDK's own type of the member where that does not depend on the grant and can be reached, else what the SDK declares, written out again. */
function memberType(context: OverlayContext, scope: ModuleScope, declaration: Declaration, group: MemberGroup): string {
  const { typescript } = context;
  const raw = rawType(context, scope, declaration);
  if (raw !== undefined && !dependsOnGrant(context, group.owner.file, group.nodes)) {
    return `${raw}[${quote(group.name)}]`;
  }
  const rename = scope.rename(group.owner.file, 'G');
  const signatures = group.nodes.filter((node) => typescript.isMethodDeclaration(node) || typescript.isMethodSignature(node));
  if (signatures.length > 0) {
    // Written as methods, because parameters of methods are bivariant, as they are in the SDK's classes.
    return `{ ${signatures.map((node) => printSignature(typescript, node, scope, group.owner)).join('; ')} }['m']`;
  }
  const [property] = group.nodes;
  const type = (property as ts.PropertySignature | ts.GetAccessorDeclaration).type;
  return type === undefined ? 'any' : printType(typescript, type, rename);
}

function printSignature(typescript: typeof ts, node: ts.MethodDeclaration | ts.MethodSignature, scope: ModuleScope, owner: Declaration): string {
  const { typeParameters, parameters, type } = node;
  const print = (part: ts.Node): string => printType(typescript, part, scope.rename(owner.file, 'G'));
  const generics = typeParameters === undefined ? '' : `<${typeParameters.map(print).join(', ')}>`;
  return `m${generics}(${parameters.map(print).join(', ')}): ${type === undefined ? 'any' : print(type)}`;
}

/** `Raw.TaskService`, with its own type parameters where it has some. */
export function rawType(context: OverlayContext, scope: ModuleScope, declaration: Declaration): string | undefined {
  const path = scope.rawPath(declaration);
  const parameters = typeParametersOf(context.typescript, declaration).map(({ name }) => unreserved(name.text));
  return path === undefined || parameters.length === 0 ? path : `${path}<${parameters.join(', ')}>`;
}

/** A part of a declaration in `file` mentions a type that depends on the grant. */
export function dependsOnGrant({ typescript, graph, guarded }: OverlayContext, file: string, nodes: readonly ts.Node[]): boolean {
  const names = nodes.flatMap((node) => [...namesIn(typescript, node)]);
  return names.some((name) => {
    const target = graph.resolve(file, name);
    return typeof target === 'object' && guarded.has(target);
  });
}

/** Facts only: the scopes, a link to the SDK's own documentation, and a request to show that, too. */
function printDocumentation(
  context: OverlayContext,
  scope: ModuleScope,
  declaration: Declaration,
  group: MemberGroup,
  requirement: Requirement | undefined,
): string {
  const exported = scope.exportedName(declaration);
  const link = exported === undefined ? [] : [`{@link Raw.${exported}.${group.name} | SDK documentation}`];
  const scopes = requirement === undefined ? [] : [`**Scopes:** ${requirement.length === 0 ? 'none' : describeRequirement(requirement)}`];
  const deprecated = isDeprecated(context.typescript, group.nodes) ? ['@deprecated'] : [];
  if (scopes.length === 0 && deprecated.length === 0) {
    return '';
  }
  const lines = [...(scopes.length === 0 ? [] : [[...scopes, ...link].join(' · ')]), '@inheritDoc', ...deprecated];
  return `  /**\n${lines.map((line) => `   * ${line}\n`).join('')}   */\n`;
}
