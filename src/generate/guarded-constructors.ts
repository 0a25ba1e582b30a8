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
  const lines = [...constructors, ...statics(context, declaration, raw), `readonly prototype: ${name}<any>`];
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

/** A service has the grant of the client that it is made with. The last signature is not generic, because `InstanceType` reads the last. */
function serviceConstructors(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string, raw: string): readonly string[] {
  const own = constructorOf(context, declaration);
  const plain = `new (...args: ConstructorParameters<typeof Raw.${raw}>): ${name}`;
  if (own === undefined || !isPublic(context.typescript, own.node)) {
    return own === undefined ? [plain] : [];
  }
  const [first, ...rest] = own.node.parameters;
  const print = (node: ts.Node): string => printType(context.typescript, node, scope.rename(own.owner.file, 'G'));
  const client = first === undefined ? undefined : clientParameter(context, own.owner, first, print);
  return client === undefined ? [plain] : [`new <G = Granted>(${[client, ...rest.map(print)].join(', ')}): ${name}<G>`, plain];
}

function clientParameter(
  { typescript, graph, lookup }: OverlayContext,
  owner: Declaration,
  parameter: ts.ParameterDeclaration,
  print: (node: ts.Node) => string,
): string | undefined {
  const { type } = parameter;
  if (type === undefined || !typescript.isTypeReferenceNode(type) || !typescript.isIdentifier(type.typeName)) {
    return undefined;
  }
  const name = type.typeName.text;
  const target = graph.resolve(owner.file, name);
  if (!lookup.isClientName(typeof target === 'object' ? target.name : graph.importedName(owner.file, name))) {
    return undefined;
  }
  // An import that the SDK does not deliver is `any` to its users: they may pass a client that is not there yet.
  const accepted = target === 'undelivered' ? 'Brand<G> | null | undefined' : `${print(type)} & Brand<G>`;
  return `${parameter.name.getText()}${parameter.questionToken === undefined ? '' : '?'}: ${accepted}`;
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
