import type ts from 'typescript';
import type { Declaration } from './declaration-graph.ts';
import { printConstructors } from './guarded-constructors.ts';
import { printMembers, rawType } from './guarded-members.ts';
import { heritage, publicMembers } from './members.ts';
import type { ModuleScope } from './module-scope.ts';
import type { OverlayContext } from './overlay-context.ts';
import { objectMembers } from './object-members.ts';
import { printType } from './print-type.ts';
import { protectedBase } from './protected-members.ts';
import { quote } from './quote.ts';
import { typeParametersOf } from './type-parameters.ts';

/** A declaration of the SDK again, with the grant as a type parameter. */
export function printGuardedDeclaration(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string): string {
  const { typescript } = context;
  const [node] = declaration.nodes;
  if (node === undefined) {
    return '';
  }
  if (typescript.isTypeAliasDeclaration(node)) {
    const parts = interfaceParts(context, declaration, node.type);
    if (parts !== undefined) {
      const bases = parts.map((part) => printType(typescript, part, scope.rename(declaration.file, 'G')));
      return `export interface ${name}${typeParameters(context, scope, declaration, 'out G = Granted')} extends ${bases.join(', ')} {}\n`;
    }
    const type = printType(typescript, node.type, scope.rename(declaration.file, 'G'));
    return `export type ${name}${typeParameters(context, scope, declaration, 'G = Granted')} = ${type};\n`;
  }
  if (typescript.isFunctionDeclaration(node)) {
    return declaration.nodes.filter(typescript.isFunctionDeclaration).map((overload) => printFunction(context, scope, declaration, name, overload)).join('');
  }
  if (typescript.isVariableDeclaration(node)) {
    const type = node.type === undefined ? 'any' : printType(typescript, node.type, scope.rename(declaration.file, 'Granted'));
    return `export declare const ${name}: ${type};\n`;
  }
  return printInterface(context, scope, declaration, name);
}

function printInterface(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string): string {
  const parameters = typeParameters(context, scope, declaration, 'out G = Granted');
  const bases = [...inherited(context, scope, declaration), documented(context, scope, declaration), 'Brand<G>'].filter((base) => base !== undefined);
  const body = printMembers(context, scope, declaration);
  const header = `export interface ${name}${parameters} extends ${bases.join(', ')} {\n${body}}\n`;
  return header + printConstructors(context, scope, declaration, name);
}

/** Of a class its members are written out with those that it inherits, and only the protected ones come from a base. */
function inherited(context: OverlayContext, scope: ModuleScope, declaration: Declaration): readonly string[] {
  const { typescript } = context;
  if (declaration.nodes.some(typescript.isClassDeclaration)) {
    const base = protectedBase(context, scope, declaration);
    return base === undefined ? [] : [base];
  }
  return heritage(declaration, typescript.SyntaxKind.ExtendsKeyword, typescript.isInterfaceDeclaration).map((type) => {
    const renamed = typescript.isIdentifier(type.expression) ? scope.rename(declaration.file, 'G')(type.expression.text) : undefined;
    const given = type.typeArguments?.map((argument) => printType(typescript, argument, scope.rename(declaration.file, 'G'))) ?? [];
    const all = [...given, ...(renamed?.grant === undefined ? [] : [...renamed.grant.defaults.slice(given.length), renamed.grant.text])];
    return `${renamed?.text ?? type.expression.getText()}${all.length > 0 ? `<${all.join(', ')}>` : ''}`;
  });
}

/** The names are spelled out where the SDK's type has more of them than the interface declares. */
function documented(context: OverlayContext, scope: ModuleScope, declaration: Declaration): string | undefined {
  const { typescript, graph } = context;
  const raw = rawType(context, scope, declaration);
  const members = publicMembers(typescript, graph, declaration);
  if (raw === undefined || members.length === 0) {
    return undefined;
  }
  const isInheriting = heritage(declaration, typescript.SyntaxKind.ExtendsKeyword, typescript.isInterfaceDeclaration).length > 0;
  const isExported = scope.exportedName(declaration) !== undefined;
  return isExported && !isInheriting ? `Documented<${raw}>` : `Documented<${raw}, ${members.map(({ name }) => quote(name)).join(' | ')}>`;
}

/**
 * The parts of an intersection of objects that an interface can extend, which is the same type to who uses it. TypeScript compares two intersections
 * property by property, and so an object with a narrow grant would not fit where nothing is checked (`any`); of an interface it compares the grants.
 */
function interfaceParts({ typescript, graph }: OverlayContext, { file }: Declaration, type: ts.TypeNode): readonly ts.TypeNode[] | undefined {
  if (!typescript.isIntersectionTypeNode(type) || !type.types.every(typescript.isTypeReferenceNode)) {
    return undefined;
  }
  const members = objectMembers(typescript, graph, file, type);
  return members !== undefined && new Set(members).size === members.length ? type.types : undefined;
}

function printFunction(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string, node: ts.FunctionDeclaration): string {
  const { typescript } = context;
  const print = (part: ts.Node): string => printType(typescript, part, scope.rename(declaration.file, 'G'));
  const generics = [...(node.typeParameters?.map(print) ?? []), 'G = Granted'].join(', ');
  const result = node.type === undefined ? 'any' : print(node.type);
  return `export declare function ${name}<${generics}>(${node.parameters.map(print).join(', ')}): ${result};\n`;
}

function typeParameters(context: OverlayContext, scope: ModuleScope, declaration: Declaration, grant: string): string {
  const { typescript } = context;
  const own = typeParametersOf(typescript, declaration).map((node) => printType(typescript, node, scope.rename(declaration.file, 'G')));
  return `<${[...own, grant].join(', ')}>`;
}

/** A copy of a declaration that the SDK exports nowhere, and that does not depend on the grant. */
export function printCopy(context: OverlayContext, scope: ModuleScope, declaration: Declaration, name: string): string {
  const { typescript } = context;
  return declaration.nodes
    .map((node) => {
      const text = printType(typescript, node, scope.rename(declaration.file, 'Granted'));
      const renamed = text.replace(/^(?:export )?(?:declare )?/, '').replace(declaration.name, () => name);
      const needsDeclare = !typescript.isInterfaceDeclaration(node) && !typescript.isTypeAliasDeclaration(node);
      return `export ${needsDeclare ? 'declare ' : ''}${typescript.isVariableDeclaration(node) ? 'const ' : ''}${renamed}\n`;
    })
    .join('');
}
