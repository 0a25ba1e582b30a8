import type ts from 'typescript';
import type { CatalogClient } from '../catalogs/catalog.ts';
import { type ClassConstructor, type ClientParameter, clientParameter, constructorOf } from './client-parameter.ts';
import type { Declaration } from './declaration-graph.ts';
import { dependsOnGrant, printMemberType } from './guarded-members.ts';
import { isDeprecated, isStatic, memberName } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import { printType } from './print-type.ts';
import { propertyName, quote } from './quote.ts';
import { isPublic } from './references.ts';

/** The value of an exported class: its constructors and static members. Empty for what is no class, or is not exported. */
export function printConstructors(scope: ModuleScope, declaration: Declaration, name: string): string {
  const { typescript, lookup } = scope.context;
  const raw = scope.exportedName(declaration);
  if (raw === undefined || !declaration.nodes.some(typescript.isClassDeclaration)) {
    return '';
  }
  const client = lookup.client(declaration);
  const constructors =
    client?.scopeOption === undefined
      ? serviceConstructors(scope, declaration, name, raw)
      : clientConstructors(client, client.scopeOption, { scope, declaration, name, raw });
  // Without a `prototype`: one grant's is not assignable to another's, and that would be an error in each class that extends this one.
  const lines = [...constructors, ...statics(scope, declaration, raw)];
  const old = isDeprecated(typescript, declaration.nodes) ? '/** @deprecated */\n' : '';
  return `${old}export declare const ${name}: Canary<Raw.${raw}, {\n${lines.map((line) => `  ${line};\n`).join('')}}>;\n`;
}

/**
 * With a secret a client has no scopes, and nothing is checked. The type parameter of that signature has no default on purpose: without
 * type arguments a class that extends the client sees only the other one (TypeScript wants all that it sees to return the same type).
 */
function clientConstructors(
  { scopeForm, unscopedOptions }: CatalogClient,
  scopeOption: string,
  { scope: module, declaration, name, raw }: PrintedClass,
): readonly string[] {
  const { typescript, graph } = module.context;
  const own = constructorOf(typescript, graph, declaration);
  const print = (node: ts.Node): string => printType(typescript, node, module.rename(own?.owner.file ?? declaration.file, 'Granted'));
  const rest = (own?.node.parameters.slice(1) ?? []).map((parameter) => `, ${print(parameter)}`).join('');
  const options = `NonNullable<ConstructorParameters<typeof Raw.${raw}>[0]>`;
  const scope = propertyName(scopeOption);
  const unscoped = unscopedOptions.map((option) => `{ ${propertyName(option)}: K; ${scope}?: undefined }`);
  const [held, grant] = scopeForm === 'list' ? (['readonly S[]', 'GrantOfList'] as const) : (['S', 'GrantOf'] as const);
  const optional = own === undefined || own.node.parameters[0]?.questionToken !== undefined ? '?' : '';
  return [
    ...unscoped.map((secret) => `new <K extends string>(config: ${options} & ${secret}${rest}): ${name}<any>`),
    `new <const S extends string = string>(config${optional}: ${options} & { ${scope}?: ${held} }${rest}): ${name}<${grant}<S>>`,
  ];
}

interface PrintedClass {
  readonly scope: ModuleScope;
  readonly declaration: Declaration;
  readonly name: string;
  /** Name under which the SDK exports it. */
  readonly raw: string;
}

/** None for a class that only the SDK makes. */
function serviceConstructors(scope: ModuleScope, declaration: Declaration, name: string, raw: string): readonly string[] {
  const { typescript, graph, lookup } = scope.context;
  const own = constructorOf(typescript, graph, declaration);
  if (own !== undefined && !isPublic(typescript, own.node)) {
    return [];
  }
  const client = own === undefined ? undefined : clientParameter(typescript, graph, lookup, own);
  const guarded = own === undefined || client === undefined ? [] : guardedConstructors(scope, own, client, name);
  const parameters = `...args: ConstructorParameters<typeof Raw.${raw}>`;
  // Where no client says which grant it has, a type argument may; what the service is assigned to says nothing of it.
  const mayBeNamed = !lookup.hasClients || lookup.client(declaration) !== undefined;
  const named = !mayBeNamed ? [] : [`new <G = Granted>(${parameters}): ${name}<NoInfer<G>>`];
  // The SDK's own signature. It comes last and is not generic, because `InstanceType` reads the last.
  return [...guarded, ...named, `new (${parameters}): ${name}`];
}

/**
 * A service has the grant of the client that it is made with. The first signature says so, and serves type arguments and subclasses. The
 * second is for a client that is one of several, of which the first would infer only one; it has two type parameters without a default,
 * so that subclasses do not see it.
 */
function guardedConstructors(scope: ModuleScope, own: ClassConstructor, client: ClientParameter, name: string): readonly string[] {
  const { typescript, graph } = scope.context;
  const print = (node: ts.Node): string => printType(typescript, node, scope.rename(own.owner.file, 'G'));
  const rest = own.node.parameters.slice(1).map(print);
  const parameter = `${client.parameter.name.getText()}${client.parameter.questionToken === undefined ? '' : '?'}`;
  const signature = (generics: string, type: string): string =>
    `new <${generics}>(${[`${parameter}: ${type}`, ...rest].join(', ')}): ${name}<G>`;
  // An import that the SDK does not deliver is `any` to its users: they may pass a client that is not there yet.
  const isDelivered = graph.resolve(own.owner.file, client.type.typeName.getText()) !== 'undelivered';
  return [
    signature('G = Granted', isDelivered ? `${print(client.type)} & Brand<G>` : 'Brand<G> | null | undefined'),
    signature('C extends Brand<any> | null | undefined, G extends GrantIn<C, Granted>', isDelivered ? `${print(client.type)} & C` : 'C'),
  ];
}

/** What makes a client (`Acme.withToken(…)`) makes a guarded one. */
function statics(scope: ModuleScope, { nodes, file }: Declaration, raw: string): readonly string[] {
  const { context } = scope;
  const { typescript } = context;
  const members = nodes.filter(typescript.isClassDeclaration).flatMap((node) => node.members);
  const groups = new Map<string, ts.ClassElement[]>();
  for (const member of members.filter((one) => isStatic(typescript, one) && isPublic(typescript, one))) {
    const name = memberName(typescript, member);
    if (name !== undefined) {
      groups.set(name, [...(groups.get(name) ?? []), member]);
    }
  }
  const print = (node: ts.Node): string => printType(typescript, node, scope.rename(file, 'Granted'));
  return [...groups].map(([name, group]) => {
    const type = dependsOnGrant(context, file, group) ? printMemberType(typescript, group, print) : `(typeof Raw.${raw})[${quote(name)}]`;
    return `${propertyName(name)}: ${type}`;
  });
}
