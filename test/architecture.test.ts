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

function partOf(file: string): string {
  const path = relative(root, file).replaceAll('\\', '/');
  return path.startsWith('src/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(root, folder, name));
}

function importsOf(file: string): { specifier: string; typeOnly: boolean }[] {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement);
    if (!(isImport || ts.isExportDeclaration(statement)) || statement.moduleSpecifier === undefined) {
      return [];
    }
    const typeOnly = isImport ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : statement.isTypeOnly;
    return ts.isStringLiteral(statement.moduleSpecifier) ? [{ specifier: statement.moduleSpecifier.text, typeOnly }] : [];
  });
}

describe('the parts', () => {
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

  it.each(Object.keys(below))('%s never loads the compiler or the whole of typescript-eslint', (part) => {
    const heavy = sourceFiles(part).flatMap((file) =>
      importsOf(file)
        .filter(({ specifier, typeOnly }) => !typeOnly && ['typescript', 'ts-api-utils', '@typescript-eslint/utils'].includes(specifier))
        .map(({ specifier }) => `${relative(root, file)} imports ${specifier}`),
    );
    expect(heavy).toEqual([]);
  });
});
