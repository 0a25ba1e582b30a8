import type ts from 'typescript';
import { symbolOf } from '../../grants/expression-reader.ts';
import { identifiersIn } from '../../grants/identifiers.ts';
import { namesOf } from '../../grants/symbol-names.ts';
import type { ProgramView } from '../program-view.ts';
import { addressReader } from './address-reader.ts';

/**
 * A text that looks like an address of the provider is part of a request that is known, or is told to somebody who only reads it. A constant
 * must be that wherever it is mentioned.
 * @param read the literals and names of which the addresses of known requests are made
 */
export function isAccountedFor(view: ProgramView, text: ts.Node, read: ReadonlySet<ts.Node>): boolean {
  if (isMessage(view, text)) {
    return true;
  }
  if (!read.has(text)) {
    return false;
  }
  const name = nameOfConstant(view, text);
  return name === undefined || mentionsOf(view, name).every((mention) => read.has(mention) || read.has(mention.parent) || isMessage(view, mention));
}

/** `console.log(…)`, `new Error(…)`, and a part of a sentence. */
function isMessage(view: ProgramView, node: ts.Node): boolean {
  const { ts } = view;
  if (isInSentence(view, node)) {
    return true;
  }
  let inner = node;
  while (ts.isTemplateSpan(inner.parent) || ts.isTemplateExpression(inner.parent) || ts.isBinaryExpression(inner.parent)
    || ts.isPropertyAccessExpression(inner.parent)) {
    inner = inner.parent;
  }
  const { parent } = inner;
  if (ts.isNewExpression(parent)) {
    return ts.isIdentifier(parent.expression) && parent.expression.text.endsWith('Error');
  }
  const callee = ts.isCallExpression(parent) && parent.expression !== inner ? parent.expression : undefined;
  return callee !== undefined && ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === 'console';
}

/** `Sign in first: ${url}`: no address begins with white space inside. */
function isInSentence({ ts }: ProgramView, node: ts.Node): boolean {
  const template = ts.isTemplateSpan(node.parent) ? node.parent.parent : undefined;
  const sum = ts.isBinaryExpression(node.parent) && node.parent.right === node ? node.parent.left : undefined;
  const before = template?.head ?? (sum !== undefined && ts.isStringLiteralLike(sum) ? sum : undefined);
  return before !== undefined && /\S\s/.test(before.text);
}

/** The name of the constant or property that holds the text, or what is made of it. */
function nameOfConstant({ ts }: ProgramView, text: ts.Node): ts.Identifier | undefined {
  let node = text;
  while (ts.isBinaryExpression(node.parent) || ts.isConditionalExpression(node.parent) || ts.isParenthesizedExpression(node.parent)
    || ts.isAsExpression(node.parent) || ts.isTemplateSpan(node.parent) || ts.isTemplateExpression(node.parent)
    || (ts.isNewExpression(node.parent) && node.parent.expression.getText() === 'URL')) {
    node = node.parent;
  }
  const { parent } = node;
  const isHolder = ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
  return isHolder && ts.isIdentifier(parent.name) ? parent.name : undefined;
}

/** Where a constant is used, in any file: not where it is declared, imported or exported. */
function mentionsOf(view: ProgramView, name: ts.Identifier): readonly ts.Identifier[] {
  const { ts } = view;
  const reader = addressReader(view);
  const symbol = symbolOf(reader, name);
  if (symbol === undefined) {
    return [];
  }
  return [...namesOf(reader, symbol)].flatMap((known) => view.files
    .filter((file) => !view.isTest(file) && file.text.includes(known))
    .flatMap((file) => identifiersIn(ts, file).get(known) ?? [])
    .filter((identifier) => isUse(view, identifier) && symbolOf(reader, identifier) === symbol));
}

function isUse({ ts }: ProgramView, identifier: ts.Identifier): boolean {
  const { parent } = identifier;
  const isNaming = ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent) || ts.isExportAssignment(parent)
    || ts.isTypeQueryNode(parent);
  const isDeclaring = (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    && parent.name === identifier;
  return !isNaming && !isDeclaring;
}
