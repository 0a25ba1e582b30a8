import type ts from 'typescript';
import { unwrap } from '../../grants/expression-reader.ts';
import type { ProgramView } from '../program-view.ts';
import { packageOf } from '../sdk-files.ts';

/** Where a called function comes from, as far as names and imports tell: `axios.get` of `import axios from 'axios'`. */
export interface Origin {
  /** The specifier of the module, or the name of its package; `null` for what the platform provides. */
  readonly module: string | null;
  /** Names from the module's exports to the function; the default export and the module itself are the empty path. */
  readonly path: readonly string[];
}

/**
 * Follows imports, `require`, destructuring and consts back to a module or to a global that nothing shadows. Types are not needed: an
 * import of a package that is not installed says as much.
 * @returns `undefined` for what the application itself defines
 */
export function originOf(view: ProgramView, callee: ts.Expression, depth = 0): Origin | undefined {
  const { ts } = view;
  const inner = unwrap(view, callee);
  if (depth > MAXIMUM_DEPTH) {
    return undefined;
  }
  if (ts.isPropertyAccessExpression(inner)) {
    const owner = unwrap(view, inner.expression);
    if (ts.isIdentifier(owner) && GLOBAL_OBJECTS.has(owner.text) && isGlobal(view, owner)) {
      return { module: null, path: [inner.name.text] };
    }
    const origin = ts.isIdentifier(owner) || ts.isPropertyAccessExpression(owner) || ts.isCallExpression(owner)
      ? originOf(view, owner, depth + 1)
      : undefined;
    return origin && member(origin, inner.name.text);
  }
  if (ts.isAwaitExpression(inner)) {
    return originOf(view, inner.expression, depth + 1);
  }
  if (ts.isCallExpression(inner)) {
    const module = loadedModule(view, inner);
    return module === undefined ? undefined : { module, path: [] };
  }
  return ts.isIdentifier(inner) ? originOfName(view, inner, depth) : undefined;
}

/** Consts that stand for each other. */
const MAXIMUM_DEPTH = 8;

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);

function member({ module, path }: Origin, name: string): Origin {
  return { module, path: name === 'default' || name === module ? path : [...path, name] };
}

function originOfName(view: ProgramView, name: ts.Identifier, depth: number): Origin | undefined {
  const { ts } = view;
  const declaration = view.questions.nameOf(name)?.declarations?.[0];
  const module = declaration && importedModule(view, declaration);
  if (declaration !== undefined && module !== undefined && !/^[./]/.test(module)) {
    const exported = ts.isImportSpecifier(declaration) ? (declaration.propertyName ?? declaration.name).text : 'default';
    return member({ module, path: [] }, exported);
  }
  if (isGlobal(view, name)) {
    return { module: null, path: [name.text] };
  }
  // In JavaScript `const axios = require('axios')` is an import as well, which leads nowhere if the package is not installed.
  const own = declaration !== undefined && (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration))
    ? originOfDeclaration(view, declaration, depth)
    : undefined;
  if (own !== undefined) {
    return own;
  }
  const target = view.questions.symbolOf(name)?.declarations?.[0];
  return target && originOfDeclaration(view, target, depth);
}

/** The declaration, behind imports and re-exports, that a name leads to. */
function originOfDeclaration(view: ProgramView, declaration: ts.Declaration, depth: number): Origin | undefined {
  const { ts } = view;
  const owner = packageOf(declaration.getSourceFile().fileName);
  if (owner !== undefined) {
    const name = 'name' in declaration ? (declaration as ts.NamedDeclaration).name : undefined;
    return member({ module: owner, path: [] }, name !== undefined && ts.isIdentifier(name) ? name.text : 'default');
  }
  if (ts.isBindingElement(declaration) && ts.isObjectBindingPattern(declaration.parent)) {
    const { parent } = declaration.parent;
    const named = declaration.propertyName ?? declaration.name;
    const origin = ts.isVariableDeclaration(parent) && parent.initializer !== undefined
      ? originOf(view, parent.initializer, depth + 1)
      : undefined;
    return origin && ts.isIdentifier(named) ? member(origin, named.text) : undefined;
  }
  const isConstant = ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  return isConstant && declaration.initializer !== undefined ? originOf(view, declaration.initializer, depth + 1) : undefined;
}

/** Of the platform: declared for all files by a library, or, in a program without one, not at all. */
function isGlobal(view: ProgramView, name: ts.Identifier): boolean {
  const declarations = view.questions.nameOf(name)?.declarations ?? [];
  return declarations.every((declaration) => {
    const file = declaration.getSourceFile();
    return file.isDeclarationFile && (view.program.isSourceFileDefaultLibrary(file) || packageOf(file.fileName) !== undefined);
  });
}

function importedModule({ ts }: ProgramView, declaration: ts.Declaration): string | undefined {
  if (ts.isImportEqualsDeclaration(declaration)) {
    const { moduleReference } = declaration;
    const specifier = ts.isExternalModuleReference(moduleReference) ? moduleReference.expression : undefined;
    return specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : undefined;
  }
  if (!ts.isImportSpecifier(declaration) && !ts.isImportClause(declaration) && !ts.isNamespaceImport(declaration)) {
    return undefined;
  }
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
  return statement !== undefined && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
}

/** `require('axios')`, `import('axios')`. */
function loadedModule({ ts }: ProgramView, call: ts.CallExpression): string | undefined {
  const [specifier] = call.arguments;
  const { expression: callee } = call;
  const isLoader = callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
  const module = isLoader && specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : undefined;
  return module === undefined || /^[./]/.test(module) ? undefined : module;
}
