import type ts from 'typescript';
import type { CatalogClient } from '../catalogs/catalog.ts';
import { clientParameter, constructorOf } from './client-parameter.ts';
import type { Declaration } from './declaration-graph.ts';
import { isStatic, memberName } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import type { OverlayContext } from './overlay-context.ts';
import { printType } from './print-type.ts';
import { propertyName, quote } from './quote.ts';
import { isPublic } from './references.ts';

/** The value of an exported class: its constructors and static members. Empty for what is no class, and for a class that only the SDK can make. */
export function printConstructors(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string): string {
  const raw = scope.exportedName(declaration);
  if (raw === undefined || !declaration.nodes.some(context.typescript.isClassDeclaration)) {
    return '';
  }
  const client = context.lookup.client(declaration);
  const constructors = client === undefined ? serviceConstructors(context, scope, declaration, name, raw) : clientConstructors(client, name, raw);
  // Without a `prototype`: one grant's is not assignable to another's, and that would be an error in each class that extends this one.
  const lines = [...constructors, ...statics(context, declaration, raw)];
  return `export declare const ${name}: Canary<Raw.${raw}, {\n${lines.map((line) => `  ${line};\n`).join('')}}>;\n`;
}

/**
 * With a secret a client has no scopes, and nothing is checked. The type parameter of that signature has no default on purpose: without type
 * arguments a class that extends the client sees only the other one (TypeScript wants all that it sees to return the same type).
 */
function clientConstructors({ scopeOption, unscopedOptions }: CatalogClient, name: string, raw: string): readonly string[] {
  const options = `NonNullable<ConstructorParameters<typeof Raw.${raw}>[0]>`;
  const scope = propertyName(scopeOption);
  return [
    ...unscopedOptions.map((option) => `new <K extends string>(config: ${options} & { ${propertyName(option)}: K; ${scope}?: undefined }): ${name}<any>`),
    `new <const S extends string = string>(config?: ${options} & { ${scope}?: S }): ${name}<GrantOf<S>>`,
  ];
}

/**
 * A service has the grant of the client that it is made with. The first signature says so, and serves type arguments and subclasses. The second is for
 * a client that is one of several, of which the first would infer only one; it has two type parameters without a default, so that subclasses do not see
 * it. The last is the SDK's own, not generic because `InstanceType` reads the last.
 */
function serviceConstructors(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string, raw: string): readonly string[] {
  const { typescript, graph, lookup } = context;
  const own = constructorOf(typescript, graph, declaration);
  const plain = `new (...args: ConstructorParameters<typeof Raw.${raw}>): ${name}`;
  if (own === undefined) {
    return [plain];
  }
  if (!isPublic(typescript, own.node)) {
    return [];
  }
  const client = clientParameter(typescript, graph, lookup, own);
  if (client === undefined) {
    return [plain];
  }
  const print = (node: ts.Node): string => printType(typescript, node, scope.rename(own.owner.file, 'G'));
  const rest = own.node.parameters.slice(1).map(print);
  const optional = client.parameter.questionToken === undefined ? '' : '?';
  const signature = (generics: string, type: string): string =>
    `new <${generics}>(${[`${client.parameter.name.getText()}${optional}: ${type}`, ...rest].join(', ')}): ${name}<G>`;
  // An import that the SDK does not deliver is `any` to its users: they may pass a client that is not there yet.
  const isDelivered = graph.resolve(own.owner.file, client.type.typeName.getText()) !== 'undelivered';
  const type = isDelivered ? `${print(client.type)} & Brand<G>` : 'Brand<G> | null | undefined';
  const several = isDelivered ? `${print(client.type)} & C` : 'C';
  return [signature('G = Granted', type), signature('C extends Brand<any> | null | undefined, G extends GrantIn<C, Granted>', several), plain];
}

function statics({ typescript }: OverlayContext, { nodes }: Declaration, raw: string): readonly string[] {
  const members = nodes.filter(typescript.isClassDeclaration).flatMap((node) => node.members);
  const names = members
    .filter((member) => isStatic(typescript, member) && isPublic(typescript, member))
    .flatMap((member) => memberName(typescript, member) ?? []);
  return [...new Set(names)].map((name) => `${propertyName(name)}: (typeof Raw.${raw})[${quote(name)}]`);
}
