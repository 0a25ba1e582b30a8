import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../support/sources.ts';
import { projectDirectory } from '../support/workspace.ts';

const sources = sourceFiles().filter((file) => /\.[jt]s$/.test(file));

/** Modules that reach a network or start programs, and globals that do. */
const MODULES = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|child_process|vm|worker_threads|cluster|inspector)(?:\/|$)|^(?:undici|axios|got|ky|node-fetch)$/;
const GLOBALS = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'eval', 'Function']);

/** What a source imports of the modules above, and where it calls or makes one of the globals: `src/x.ts:3 fetch`. */
function findings(file: string): readonly string[] {
  const tree = ts.createSourceFile(file, readFileSync(join(projectDirectory, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOf(node);
    if (name !== undefined) {
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${name}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function nameOf(node: ts.Node): string | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return MODULES.test(node.moduleSpecifier.text) ? node.moduleSpecifier.text : undefined;
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) {
    return undefined;
  }
  const { expression } = node;
  const [first] = node.arguments ?? [];
  const loads = expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
  if (loads && first !== undefined && ts.isStringLiteral(first)) {
    return MODULES.test(first.text) ? first.text : undefined;
  }
  const isGlobal = ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression) && /^(?:globalThis|window|self)$/.test(expression.expression.text);
  const called = isGlobal ? expression.name : expression;
  return ts.isIdentifier(called) && GLOBALS.has(called.text) ? called.text : undefined;
}

describe('no source of the package', () => {
  it('talks to a network, starts a program (but git), or runs text as code', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(findings)).toEqual([
      // `diff` asks git for the manifest of a commit: it starts git itself, with words of which no shell makes anything.
      'src/cli/read-manifest-state.ts:1 node:child_process',
    ]);
  });

  // A pattern that is put together when the package runs is none that the linter can look at: each of these has been read by hand.
  it('puts regular expressions together, but for those that are known', () => {
    const made = sources.filter((file) => readFileSync(join(projectDirectory, file), 'utf8').includes('new RegExp('));
    expect(made.sort()).toEqual([
      // A catalog says what its scopes look like.
      'src/catalogs/catalog-index.ts',
      'src/catalogs/check-quality.ts',
      'src/catalogs/schema.ts',
      // Names of providers, classes, options, fields and libraries between literal parts. None repeats what overlaps.
      'src/cli/analysis-overlay.ts',
      'src/grants/form-field.ts',
      'src/grants/registration-file.ts',
      'src/usage/requests/mentions-api.ts',
      'src/usage/requests/provider-path.ts',
    ]);
  });
});
