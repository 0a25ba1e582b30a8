import type ts from 'typescript';
import type { Declaration } from './declaration-graph.ts';
import { printConstructors } from './guarded-constructors.ts';
import { printMembers, rawType } from './guarded-members.ts';
import { hasDocumentation, heritage, publicMembers } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import { objectMembers } from './object-members.ts';
import { printType } from './print-type.ts';
import { protectedBase } from './protected-members.ts';
import { quote } from './quote.ts';
import { typeParametersOf } from './type-parameters.ts';

/** A declaration of the SDK again, with the grant as a type parameter. `name` is what the generated module calls it. */
export function printGuardedDeclaration(scope: ModuleScope, declaration: Declaration, name: string): string {
  const { typescript } = scope.context;
  const [node] = declaration.nodes;
  if (node === undefined) {
    return '';
  }
  if (typescript.isTypeAliasDeclaration(node)) {
    return printAlias(scope, declaration, name, node.type);
  }
  if (typescript.isFunctionDeclaration(node)) {
    const overloads = declaration.nodes.filter(typescript.isFunctionDeclaration);
    const print = (part: ts.Node): string => printType(typescript, part, scope.rename(declaration.file, 'G'));
    return overloads.map((overload) => `export declare function ${name}${printFunction(overload, print)};\n`).join('');
  }
  if (typescript.isVariableDeclaration(node)) {
    const type = node.type === undefined ? 'any' : printType(typescript, node.type, scope.rename(declaration.file, 'Granted'));
    return `export declare const ${name}: ${type};\n`;
  }
  return printInterface(scope, declaration, name) + printConstructors(scope, declaration, name) + printNamespace(scope, declaration, name);
}

/** The types of the namespace that the SDK declares under the name of a class, such as those of the options of its methods. */
function printNamespace(scope: ModuleScope, declaration: Declaration, name: string): string {
  const { typescript } = scope.context;
  const raw = scope.rawPath(declaration);
  const bodies = declaration.nodes.flatMap((node) => (typescript.isModuleDeclaration(node) ? (node.body ?? []) : []));
  const statements = bodies.flatMap((body) => (typescript.isModuleBlock(body) ? [...body.statements] : []));
  const types = statements.filter((node) => typescript.isInterfaceDeclaration(node) || typescript.isTypeAliasDeclaration(node));
  if (raw === undefined || types.length === 0) {
    return '';
  }
  const lines = [...new Map(types.map((node) => [node.name.text, node])).values()].map((node) => {
    const print = (part: ts.Node): string => printType(typescript, part, scope.rename(declaration.file, 'Granted'));
    const parameters = node.typeParameters === undefined ? '' : `<${node.typeParameters.map(print).join(', ')}>`;
    const passed = node.typeParameters === undefined ? '' : `<${node.typeParameters.map((parameter) => parameter.name.text).join(', ')}>`;
    return `  type ${node.name.text}${parameters} = ${raw}.${node.name.text}${passed};\n`;
  });
  return `export declare namespace ${name} {\n${lines.join('')}}\n`;
}

/** A copy of a declaration that the SDK does not export anywhere near, and that does not depend on the grant. */
export function printCopy(scope: ModuleScope, declaration: Declaration, name: string): string {
  const { typescript } = scope.context;
  const copies = declaration.nodes.map((node) => {
    const text = printType(typescript, node, scope.rename(declaration.file, 'Granted'));
    const renamed = text.replace(/^(?:export )?(?:declare )?/, '').replace(declaration.name, () => name);
    const isType = typescript.isInterfaceDeclaration(node) || typescript.isTypeAliasDeclaration(node);
    return `export ${isType ? '' : 'declare '}${typescript.isVariableDeclaration(node) ? 'const ' : ''}${renamed}\n`;
  });
  return copies.join('');
}

function printAlias(scope: ModuleScope, declaration: Declaration, name: string, type: ts.TypeNode): string {
  const print = (part: ts.Node): string => printType(scope.context.typescript, part, scope.rename(declaration.file, 'G'));
  const parts = interfaceParts(scope, declaration, type);
  return parts === undefined
    ? `export type ${name}${typeParameters(scope, declaration, 'G = Granted')} = ${print(type)};\n`
    : `export interface ${name}${typeParameters(scope, declaration, 'out G = Granted')} extends ${parts.map(print).join(', ')} {}\n`;
}

/**
 * The parts of an intersection of objects that an interface can extend, which is the same type to who uses it. TypeScript compares two
 * intersections property by property, and so an object with a narrow grant would not fit where nothing is checked (`any`); of an
 * interface it compares the grants.
 */
function interfaceParts(scope: ModuleScope, { file }: Declaration, type: ts.TypeNode): readonly ts.TypeNode[] | undefined {
  const { typescript, graph } = scope.context;
  if (!typescript.isIntersectionTypeNode(type) || !type.types.every(typescript.isTypeReferenceNode)) {
    return undefined;
  }
  const members = objectMembers(typescript, graph, file, type);
  return members !== undefined && new Set(members).size === members.length ? type.types : undefined;
}

function printInterface(scope: ModuleScope, declaration: Declaration, name: string): string {
  const parameters = typeParameters(scope, declaration, 'out G = Granted');
  const bases = [...inherited(scope, declaration), ...documented(scope, declaration), 'Brand<G>'];
  return `export interface ${name}${parameters} extends ${bases.join(', ')} {\n${printMembers(scope, declaration)}}\n`;
}

/** Of a class its members are written out with those that it inherits, and only the protected ones come from a base. */
function inherited(scope: ModuleScope, declaration: Declaration): readonly string[] {
  const { typescript } = scope.context;
  if (declaration.nodes.some(typescript.isClassDeclaration)) {
    return protectedBase(scope, declaration);
  }
  const print = (part: ts.Node): string => printType(typescript, part, scope.rename(declaration.file, 'G'));
  const bases = heritage(declaration, typescript.SyntaxKind.ExtendsKeyword, typescript.isInterfaceDeclaration);
  return bases.map(({ expression, typeArguments }) => {
    const base = typescript.isIdentifier(expression) ? scope.rename(declaration.file, 'G')(expression.text) : undefined;
    const given = typeArguments?.map(print) ?? [];
    const added = base?.grant === undefined ? [] : [...base.grant.defaults.slice(given.length), base.grant.text];
    const all = [...given, ...added];
    return `${base?.text ?? expression.getText()}${all.length > 0 ? `<${all.join(', ')}>` : ''}`;
  });
}

/** The names are spelled out where the SDK's type has more of them than the interface declares. */
function documented(scope: ModuleScope, declaration: Declaration): readonly string[] {
  const { typescript, graph } = scope.context;
  const raw = rawType(scope, declaration);
  const members = publicMembers(typescript, graph, declaration);
  if (raw === undefined || !hasDocumentation(typescript, graph, declaration)) {
    return [];
  }
  const isInheriting = heritage(declaration, typescript.SyntaxKind.ExtendsKeyword, typescript.isInterfaceDeclaration).length > 0;
  const hasMore = isInheriting || scope.exportedName(declaration) === undefined;
  return [hasMore ? `Documented<${raw}, ${members.map(({ name }) => quote(name)).join(' | ')}>` : `Documented<${raw}>`];
}

function printFunction({ typeParameters: own, parameters, type }: ts.SignatureDeclaration, print: (part: ts.Node) => string): string {
  const generics = [...(own?.map(print) ?? []), 'G = Granted'].join(', ');
  return `<${generics}>(${parameters.map(print).join(', ')}): ${type === undefined ? 'any' : print(type)}`;
}

function typeParameters(scope: ModuleScope, declaration: Declaration, grant: string): string {
  const { typescript } = scope.context;
  const own = typeParametersOf(typescript, declaration).map((node) => printType(typescript, node, scope.rename(declaration.file, 'G')));
  return `<${[...own, grant].join(', ')}>`;
}
