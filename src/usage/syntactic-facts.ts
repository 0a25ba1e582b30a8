import type ts from 'typescript';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import { isComputedAccess, memberReferences, type MemberReference } from './member-references.ts';
import { passedValues } from './passed-values.ts';
import { isScopeQuery, mayBeRequest, wholeSum } from './request-shapes.ts';
import { isRequestText } from './request-text.ts';
import { sdkFiles } from './sdk-files.ts';
import type { TypeScript } from './typescript.ts';

/** What the text of one file shows without types. */
export interface SyntacticFacts {
  /** By the name of the member. */
  readonly references: ReadonlyMap<string, readonly MemberReference[]>;
  readonly computed: readonly ts.ElementAccessExpression[];
  readonly constructions: readonly ts.NewExpression[];
  readonly passed: readonly ts.Expression[];
  readonly casts: readonly (ts.AsExpression | ts.TypeAssertion)[];
  readonly subclasses: readonly ts.ClassLikeDeclaration[];
  /** Literals and templates that look like the address of a request to the provider. */
  readonly requests: readonly ts.Node[];
  /** Calls that may make an HTTP request, by the name of what is called. */
  readonly calls: readonly ts.CallExpression[];
  /** Texts with a query that may hold scopes. */
  readonly queries: readonly ts.Expression[];
  /** The specifiers of all modules that the file loads. */
  readonly modules: readonly ts.StringLiteralLike[];
  /** Those of them that are the SDK's. */
  readonly sdkSpecifiers: readonly ts.StringLiteralLike[];
}

/**
 * Reads one file. What it finds is kept with the file's tree, for each catalog: an edit in another file, which makes a new program with the
 * same tree, does not read it again.
 */
export function syntacticFacts(ts: TypeScript, index: CatalogIndex, file: ts.SourceFile): SyntacticFacts {
  const ofCatalogs = factsOfFiles.get(file) ?? new Map<CatalogIndex, SyntacticFacts>();
  factsOfFiles.set(file, ofCatalogs);
  const facts = ofCatalogs.get(index) ?? collect(ts, index, file);
  ofCatalogs.set(index, facts);
  return facts;
}

const factsOfFiles = new WeakMap<ts.SourceFile, Map<CatalogIndex, SyntacticFacts>>();

function collect(ts: TypeScript, index: CatalogIndex, file: ts.SourceFile): SyntacticFacts {
  const references = new Map<string, MemberReference[]>();
  const computed: ts.ElementAccessExpression[] = [];
  const constructions: ts.NewExpression[] = [];
  const passed: ts.Expression[] = [];
  const casts: (ts.AsExpression | ts.TypeAssertion)[] = [];
  const subclasses: ts.ClassLikeDeclaration[] = [];
  const requests = new Set<ts.Node>();
  const calls: ts.CallExpression[] = [];
  const queries = new Set<ts.Expression>();
  const modules: ts.StringLiteralLike[] = [];

  // A list instead of recursion: a sum of ten thousand strings is ten thousand levels deep.
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const specifier = moduleSpecifier(ts, node);
    if (specifier !== undefined) {
      modules.push(specifier);
    }
    if (isWithoutValues(ts, node)) {
      continue;
    }
    for (const reference of memberReferences(ts, node)) {
      const others = references.get(reference.member) ?? [];
      references.set(reference.member, others);
      others.push(reference);
    }
    passed.push(...passedValues(ts, node));
    if (isScopeQuery(ts, node)) {
      queries.add(wholeSum(ts, node));
    }
    if (ts.isCallExpression(node)) {
      calls.push(...(mayBeRequest(ts, node) ? [node] : []));
    } else if (isComputedAccess(ts, node)) {
      computed.push(node);
    } else if (ts.isNewExpression(node)) {
      constructions.push(node);
    } else if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
      casts.push(node);
    } else if (ts.isClassLike(node) && node.heritageClauses !== undefined) {
      subclasses.push(node);
    } else if (isRequestText(ts, node, index.catalog.requests)) {
      requests.add(wholeText(ts, node));
    }
    ts.forEachChild(node, (child) => {
      // Half of all nodes, and none of what is looked for.
      if (child.kind !== ts.SyntaxKind.Identifier) {
        pending.push(child);
      }
    });
  }
  const sdk = sdkFiles(index.catalog);
  const sdkSpecifiers = modules.filter((module) => sdk.isSpecifier(module.text));
  return {
    references, computed, constructions, passed, casts, subclasses, modules, sdkSpecifiers, calls,
    requests: [...requests], queries: [...queries],
  };
}

/** The template that a piece of text is part of. */
function wholeText(ts: TypeScript, text: ts.Node): ts.Node {
  return ts.isTemplateHead(text) ? text.parent : ts.isTemplateSpan(text.parent) ? text.parent.parent : text;
}

/** The module that a node loads: `import … from`, `export … from`, `import x = require()`, `import()`, `require()`. */
function moduleSpecifier(ts: TypeScript, node: ts.Node): ts.StringLiteralLike | undefined {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isExternalModuleReference(node)
        ? node.expression
        : ts.isCallExpression(node) && isModuleLoader(ts, node.expression)
          ? node.arguments[0]
          : undefined;
  return specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier : undefined;
}

function isModuleLoader(ts: TypeScript, callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

/** Types and imports hold no value; a class's `extends` does. */
function isWithoutValues(ts: TypeScript, node: ts.Node): boolean {
  return (
    (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isExternalModuleReference(node)
  );
}
