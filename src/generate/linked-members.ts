import type ts from 'typescript';
import { isMethod, type DeclaredMember } from '../catalogs/declared-members.ts';
import { createDeclarationGraph, type Declaration } from './declaration-graph.ts';
import { baseClasses, heritage, publicMembers } from './members.ts';
import { reachableDeclarations } from './references.ts';
import type { SdkEntry, SdkPackage } from './sdk-package.ts';

/**
 * The public methods of the classes and interfaces that a module exports or mentions, through whatever files it is linked from: what
 * `readDeclaredMembers` says of a module that is one file. Error classes do not count, nor what every object has. Overloads count once.
 */
export function linkedMembers(typescript: typeof ts, sdk: SdkPackage, entry: SdkEntry): DeclaredMember[] {
  const graph = createDeclarationGraph(typescript, { ...sdk, entries: [entry] });
  const isError = (declaration: Declaration): boolean =>
    [declaration, ...baseClasses(typescript, graph, declaration)].some((one) =>
      heritage(one, typescript.SyntaxKind.ExtendsKeyword, typescript.isClassDeclaration).some(({ expression }) => expression.getText() === 'Error'),
    );
  return [...reachableDeclarations(typescript, graph)]
    .filter((declaration) => !isError(declaration))
    .flatMap((declaration) =>
      publicMembers(typescript, graph, declaration)
        .filter(({ name, nodes }) => nodes.some((node) => isMethod(typescript, node)) && !(name in Object.prototype))
        .map(({ name }) => ({ container: declaration.name, member: name, module: entry.specifier })),
    );
}
