import type ts from 'typescript';
import { holderOf } from '../../grants/arguments-of-callers.ts';
import type { TypeScript } from '../typescript.ts';

/** The innermost function around a node that other code can call by a name; callbacks and constructors are none. */
export function enclosingFunction(ts: TypeScript, node: ts.Node): ts.SignatureDeclaration | undefined {
  for (let { parent }: ts.Node = node; !ts.isSourceFile(parent); { parent } = parent) {
    if (ts.isConstructorDeclaration(parent)) {
      return undefined;
    }
    if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent) || isNamedValue(ts, parent)) {
      return parent;
    }
  }
  return undefined;
}

/** `const get = () => …`, `{ get: () => … }`, `get = () => …` in a class. */
function isNamedValue(ts: TypeScript, node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && holderOf(ts, node) !== undefined;
}

/** A declaration, or the class or object that it is a part of, can be reached from outside of the program. */
export function isExported({ ts }: { readonly ts: TypeScript }, declaration: ts.Node): boolean {
  for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isExportAssignment(node)) {
      return true;
    }
    if (ts.isVariableStatement(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
      return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    }
  }
  return false;
}
