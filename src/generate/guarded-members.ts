import type ts from 'typescript';
import { describeClause, describeRequirement, type Requirement } from '../scopes/requirement.ts';
import type { CatalogMethod } from '../catalogs/catalog.ts';
import type { Declaration } from './declaration-graph.ts';
import { demandedRequirement } from './guard-lookup.ts';
import { hasDocumentation, instanceMembers, isDeprecated, isReadonly, type Member, type MemberGroup, memberName, publicMembers } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import type { OverlayContext } from './overlay-context.ts';
import { printType, unreserved } from './print-type.ts';
import { propertyName, quote } from './quote.ts';
import { isPublic, unqualifiedNamesIn } from './references.ts';
import { typeParametersOf } from './type-parameters.ts';

/** The body of a guarded interface, indented, one member after the other. */
export function printMembers(scope: ModuleScope, declaration: Declaration): string {
  const { typescript, graph } = scope.context;
  const isDocumented = hasDocumentation(typescript, graph, declaration);
  const named = publicMembers(typescript, graph, declaration).map((group) => printMember(scope, declaration, group, isDocumented));
  const unnamed = instanceMembers(typescript, declaration)
    .filter((member) => memberName(typescript, member) === undefined && isPublic(typescript, member))
    .map((member) => `  ${printType(typescript, member, scope.rename(declaration.file, 'G'))};\n`);
  return [...named, ...unnamed].join('');
}

function printMember(scope: ModuleScope, declaration: Declaration, group: MemberGroup, isDocumented: boolean): string {
  const { typescript, lookup } = scope.context;
  const method = lookup.method(declaration, group.name) ?? lookup.method(group.owner, group.name);
  const requirement = demandedRequirement(method);
  const isOptional = group.nodes.some((node) => (node as ts.PropertySignature).questionToken !== undefined);
  const type = memberType(scope, declaration, group);
  const guarded =
    method === undefined || requirement === undefined || requirement.length === 0
      ? type
      : printGuard(isOptional ? `NonNullable<${type}>` : type, requirement, method.label);
  const documentation = printDocumentation(group, {
    requirement,
    permissions: method?.permissions,
    source: isDocumented ? { className: scope.exportedName(declaration) } : undefined,
    isDeprecated: isDeprecated(typescript, group.nodes),
  });
  const modifier = isReadonly(typescript, group.nodes) ? 'readonly ' : '';
  return `${documentation}  ${modifier}${propertyName(group.name)}${isOptional ? '?' : ''}: ${guarded};\n`;
}

function printGuard(type: string, requirement: Requirement, label: string): string {
  const clauses = requirement.map((clause) => quote(describeClause(clause))).join(', ');
  return `Guard<G, [${clauses}], ${type}, ${quote(label)}>`;
}

/**
 * The SDK's own type of the member where that does not depend on the grant and can be reached, else what the SDK declares, written out
 * again.
 */
function memberType(scope: ModuleScope, declaration: Declaration, { name, nodes, owner }: MemberGroup): string {
  const { context } = scope;
  const { typescript } = context;
  const raw = rawType(scope, declaration);
  if (raw !== undefined && !dependsOnGrant(context, owner.file, nodes)) {
    return `${raw}[${quote(name)}]`;
  }
  return printMemberType(typescript, nodes, (part) => printType(typescript, part, scope.rename(owner.file, 'G')));
}

/** What the SDK declares under one name of a class or an interface, as a type. */
export function printMemberType(typescript: typeof ts, nodes: readonly Member[], print: (part: ts.Node) => string): string {
  const signatures = nodes.filter((node) => typescript.isMethodDeclaration(node) || typescript.isMethodSignature(node));
  if (signatures.length > 0) {
    // Written as methods, because parameters of methods are bivariant, as they are in the SDK's classes.
    return `{ ${signatures.map((node) => printSignature(node, print)).join('; ')} }['m']`;
  }
  const { type } = nodes[0] as ts.PropertySignature | ts.GetAccessorDeclaration;
  return type === undefined ? 'any' : print(type);
}

function printSignature({ typeParameters, parameters, type }: ts.SignatureDeclaration, print: (part: ts.Node) => string): string {
  const generics = typeParameters === undefined ? '' : `<${typeParameters.map(print).join(', ')}>`;
  return `m${generics}(${parameters.map(print).join(', ')}): ${type === undefined ? 'any' : print(type)}`;
}

/** `Raw.TaskService`, with its own type parameters where it has some. */
export function rawType(scope: ModuleScope, declaration: Declaration): string | undefined {
  const path = scope.rawPath(declaration);
  const parameters = typeParametersOf(scope.context.typescript, declaration).map(({ name }) => unreserved(name.text));
  return path === undefined || parameters.length === 0 ? path : `${path}<${parameters.join(', ')}>`;
}

/** A part of a declaration in `file` mentions a type that depends on the grant. */
export function dependsOnGrant({ typescript, graph, guarded }: OverlayContext, file: string, nodes: readonly ts.Node[]): boolean {
  const names = nodes.flatMap((node) => [...unqualifiedNamesIn(typescript, node)]);
  return names.some((name) => {
    const target = graph.resolve(file, name);
    return typeof target === 'object' && guarded.has(target);
  });
}

interface MemberDocumentation {
  readonly requirement: Requirement | undefined;
  readonly permissions: CatalogMethod['permissions'];
  /** Where the SDK's own documentation is to be found; `undefined` where it has none. */
  readonly source: { readonly className: string | undefined } | undefined;
  readonly isDeprecated: boolean;
}

/** Facts only: scopes and role permissions, a link to the SDK's own documentation if it has some, and a request to show that, too. */
function printDocumentation({ name }: MemberGroup, documentation: MemberDocumentation): string {
  const { requirement, permissions = [], source, isDeprecated: old } = documentation;
  const link = source?.className === undefined ? '' : ` · {@link Raw.${source.className}.${name} | SDK documentation}`;
  const needed = requirement?.length === 0 ? 'none' : requirement && describeRequirement(requirement);
  const scopes = needed === undefined ? [] : [`**Scopes:** ${needed}${link}`];
  const roles = permissions.length === 0 ? [] : [`**Permissions:** ${describeRequirement(permissions)}`];
  // Without a line between them an editor would put the two into one.
  const facts = scopes.length > 0 && roles.length > 0 ? [...scopes, '', ...roles] : [...scopes, ...roles];
  if (facts.length === 0 && !old) {
    return '';
  }
  const lines = [...facts, ...(source === undefined ? [] : ['@inheritDoc']), ...(old ? ['@deprecated'] : [])];
  return lines.length === 1
    ? `  /** ${lines.join('')} */\n`
    : `  /**\n${lines.map((line) => `   *${line === '' ? '' : ' '}${line}\n`).join('')}   */\n`;
}
