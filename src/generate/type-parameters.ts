import type ts from 'typescript';
import type { Declaration } from './declaration-graph.ts';

/** The type parameters of a class, an interface or a type alias; merged declarations have the same. */
export function typeParametersOf(typescript: typeof ts, declaration: Declaration): readonly ts.TypeParameterDeclaration[] {
  const node = declaration.nodes.find(
    (candidate) =>
      typescript.isClassDeclaration(candidate) || typescript.isInterfaceDeclaration(candidate) || typescript.isTypeAliasDeclaration(candidate),
  );
  return node?.typeParameters ?? [];
}
