import type ts from 'typescript';
import type { ExpressionReader } from './expression-reader.ts';
import { identifiersIn } from './identifiers.ts';

/** A class of the application that extends the one of a field has a member of that name itself: `this` may be an object of it. */
export function isOverridden(reader: ExpressionReader, field: ts.Symbol, declaration: ts.Declaration): boolean {
  const { ts } = reader;
  const base = ts.findAncestor(declaration, ts.isClassLike);
  const files = new Set([declaration.getSourceFile(), ...reader.files.filter(({ text }) => text.includes(field.name))]);
  return base !== undefined && [...files].flatMap((file) => identifiersIn(ts, file).get(field.name) ?? []).some(({ parent }) => {
    const owner = ts.isClassElement(parent) ? parent.parent : ts.isParameter(parent) && ts.isConstructorDeclaration(parent.parent) ? parent.parent.parent : undefined;
    return owner !== undefined && owner !== base && ts.isClassLike(owner) && basesOf(reader, owner).includes(base);
  });
}

/** The declarations of the classes that a class extends, nearest first; ends where one extends itself. */
function basesOf({ checker }: ExpressionReader, declaration: ts.ClassLikeDeclaration): readonly ts.Declaration[] {
  const bases: ts.Declaration[] = [];
  for (let type: ts.Type | undefined = checker.getTypeAtLocation(declaration); type?.isClass() === true;) {
    [type] = checker.getBaseTypes(type);
    const base: ts.Declaration | undefined = type?.symbol.valueDeclaration;
    if (base === undefined || bases.includes(base)) {
      break;
    }
    bases.push(base);
  }
  return bases;
}
