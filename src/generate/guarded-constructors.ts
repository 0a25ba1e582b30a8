import type ts from 'typescript';
import type { CatalogClient } from '../catalogs/catalog.ts';
import type { Declaration } from './declaration-graph.ts';
import { baseClasses, isStatic, memberName } from './members.ts';
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
  const own = constructorOf(context, declaration);
  const plain = `new (...args: ConstructorParameters<typeof Raw.${raw}>): ${name}`;
  if (own === undefined || !isPublic(context.typescript, own.node)) {
    return own === undefined ? [plain] : [];
  }
  const [first, ...rest] = own.node.parameters;
  const print = (node: ts.Node): string => printType(context.typescript, node, scope.rename(own.owner.file, 'G'));
  const parameter = first === undefined ? undefined : clientParameter(context, own.owner, first, print);
  if (parameter === undefined) {
    return [plain];
  }
  const signature = (generics: string, client: string): string =>
    `new <${generics}>(${[`${parameter.name}: ${parameter.type(client)}`, ...rest.map(print)].join(', ')}): ${name}<G>`;
  return [signature('G = Granted', 'Brand<G>'), signature('C extends Brand<any> | null | undefined, G extends GrantIn<C, Granted>', 'C'), plain];
}

function clientParameter(
  { typescript, graph, lookup }: OverlayContext,
  owner: Declaration,
  parameter: ts.ParameterDeclaration,
  print: (node: ts.Node) => string,
): { readonly name: string; readonly type: (client: string) => string } | undefined {
  const { type } = parameter;
  if (type === undefined || !typescript.isTypeReferenceNode(type) || !typescript.isIdentifier(type.typeName)) {
    return undefined;
  }
  const name = type.typeName.text;
  const target = graph.resolve(owner.file, name);
  if (!lookup.isClientName(typeof target === 'object' ? target.name : graph.importedName(owner.file, name))) {
    return undefined;
  }
  return {
    name: `${parameter.name.getText()}${parameter.questionToken === undefined ? '' : '?'}`,
    // An import that the SDK does not deliver is `any` to its users: they may pass a client that is not there yet.
    type: (client) => (target !== 'undelivered' ? `${print(type)} & ${client}` : client === 'C' ? client : `${client} | null | undefined`),
  };
}

/** The constructor that a class declares or inherits, and the class that it stands in. */
function constructorOf(
  { typescript, graph }: OverlayContext,
  declaration: Declaration,
): { readonly owner: Declaration; readonly node: ts.ConstructorDeclaration } | undefined {
  for (const owner of [declaration, ...baseClasses(typescript, graph, declaration)]) {
    const node = owner.nodes
      .filter(typescript.isClassDeclaration)
      .flatMap(({ members }) => members)
      .find(typescript.isConstructorDeclaration);
    if (node !== undefined) {
      return { owner, node };
    }
  }
  return undefined;
}

function statics({ typescript }: OverlayContext, { nodes }: Declaration, raw: string): readonly string[] {
  const members = nodes.filter(typescript.isClassDeclaration).flatMap((node) => node.members);
  const names = members
    .filter((member) => isStatic(typescript, member) && isPublic(typescript, member))
    .flatMap((member) => memberName(typescript, member) ?? []);
  return [...new Set(names)].map((name) => `${propertyName(name)}: (typeof Raw.${raw})[${quote(name)}]`);
}
