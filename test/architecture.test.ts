import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** What each part may import from, besides itself. The order is that of docs/architecture.md. */
const below: Readonly<Record<string, readonly string[]>> = {
  'src/scopes': [],
  'src/catalogs': ['src/scopes'],
  'src/grants': ['src/scopes', 'src/catalogs'],
  'src/usage': ['src/scopes', 'src/catalogs', 'src/grants'],
  'src/verdict': ['src/scopes', 'src/catalogs', 'src/grants', 'src/usage'],
  'src/generate': ['src/scopes', 'src/catalogs'],
  'src/report': ['src/scopes', 'src/catalogs', 'src/grants', 'src/usage', 'src/verdict'],
  'src/cli': ['src/scopes', 'src/catalogs', 'src/grants', 'src/usage', 'src/verdict', 'src/generate', 'src/report'],
  'src/testing': ['src/scopes', 'src/catalogs', 'src/usage', 'src/verdict'],
  rules: ['src/scopes', 'src/catalogs', 'src/grants', 'src/usage', 'src/verdict'],
};

function pathOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

function partOf(file: string): string {
  const path = pathOf(file);
  return path.startsWith('src/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, folder, name));
}

interface Import {
  /** The text of an expression that is no literal. */
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Whatever a file loads, wherever it stands in it. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...importOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importOf(node: ts.Node): Import[] {
  if (ts.isImportDeclaration(node)) {
    return [{ specifier: textOf(node.moduleSpecifier), typeOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword }];
  }
  if (ts.isExportDeclaration(node)) {
    return node.moduleSpecifier === undefined ? [] : [{ specifier: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly }];
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return [{ specifier: textOf(node.argument.literal), typeOnly: true }];
  }
  const [loaded] = ts.isCallExpression(node) && loads(node) ? node.arguments : [];
  return loaded === undefined ? [] : [{ specifier: textOf(loaded), typeOnly: false }];
}

/** `import()` or `require()`. */
function loads({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

/** They bring no compiler of their own: a command takes that of the application, and a rule that which made the program. */
const loadsCompiler = ['src/cli/load-typescript.ts', 'rules/utils/typescript-of.ts'];

/** What takes too long to load, or may be another one than that of the application. */
const heavy = ['typescript', 'ts-api-utils', '@typescript-eslint/utils'];

function heavyImportsOf(file: string): string[] {
  return importsOf(file).filter(({ specifier, typeOnly }) => !typeOnly && heavy.includes(specifier)).map(({ specifier }) => specifier);
}

describe('the parts', () => {
  it('are the folders of src, and the rules', () => {
    expect(Object.keys(below).sort()).toEqual(['rules', ...readdirSync(join(root, 'src')).map((name) => `src/${name}`)].sort());
  });

  it.each(Object.entries(below))('%s imports only from the parts below it', (part, allowed) => {
    const upward = sourceFiles(part).flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => partOf(resolve(dirname(file), specifier)))
        .filter((imported) => imported !== part && !allowed.includes(imported))
        .map((imported) => `${relative(root, file)} imports ${imported}`),
    );
    expect(upward).toEqual([]);
  });

  it.each(Object.keys(below))('%s never loads the whole of typescript-eslint, nor a compiler but where it looks for the right one', (part) => {
    const found = sourceFiles(part).flatMap((file) => heavyImportsOf(file).map((specifier) => [pathOf(file), specifier]));
    expect(found).toEqual(loadsCompiler.filter((file) => partOf(join(root, file)) === part).map((file) => [file, 'typescript']));
  });
});
