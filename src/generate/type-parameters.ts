import type ts from 'typescript';
import type { Declaration } from './declaration-graph.ts';

/** The type parameters of a class, an interface or a type alias; merged declarations have the same. */
export function typeParametersOf(typescript: typeof ts, declaration: Declaration): readonly ts.TypeParameterDeclaration[] {
  const { isClassDeclaration, isInterfaceDeclaration, isTypeAliasDeclaration } = typescript;
  const node = declaration.nodes.find((one) => isClassDeclaration(one) || isInterfaceDeclaration(one) || isTypeAliasDeclaration(one));
  return node?.typeParameters ?? [];
}
