import type ts from 'typescript';
import { symbolOf } from '../../grants/expression-reader.ts';
import { identifiersIn } from '../../grants/identifiers.ts';
import { namesOf } from '../../grants/symbol-names.ts';
import type { ProgramView } from '../program-view.ts';
import { addressReader } from './address-reader.ts';
import { enclosingFunction, isExported } from './enclosing-function.ts';

/**
 * A text that looks like an address of the provider is part of a request that is known, or is told to somebody who only reads it.
 * A constant must be that wherever it is mentioned.
 * @param read the literals and names of which the addresses of known requests are made
 */
export function isAccountedFor(view: ProgramView, text: ts.Node, read: ReadonlySet<ts.Node>): boolean {
  if (isMessage(view, text)) {
    return true;
  }
  const name = nameOfConstant(view, text);
  const mentions = name === undefined ? [] : mentionsOf(view, name);
  if (mentions.length === 0) {
    return read.has(text) || (name !== undefined && view.ts.isVariableDeclaration(name.parent) && !isExported(view, name));
  }
  const isRead = (mention: ts.Node): boolean => read.has(mention) || read.has(mention.parent);
  return mentions.every((mention) => isRead(mention) || isMessage(view, mention) || isReturnedToReaders(view, mention));
}

/** What a function returns, every call of which only tells it. */
function isReturnedToReaders(view: ProgramView, node: ts.Node): boolean {
  const { ts } = view;
  const holder = enclosingFunction(ts, node);
  const isReturned = holder !== undefined && (ts.isReturnStatement(node.parent) || node.parent === holder);
  const name = isReturned ? nameOfFunction(view, holder) : undefined;
  const calls = name === undefined ? [] : mentionsOf(view, name).filter((mention) => mention !== name);
  return calls.length > 0 && calls.every(({ parent }) => ts.isCallExpression(parent) && isMessage(view, parent));
}

function nameOfFunction({ ts }: ProgramView, node: ts.SignatureDeclaration): ts.Identifier | undefined {
  const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : node.name;
  return name !== undefined && ts.isIdentifier(name) ? name : undefined;
}

/** `console.log(…)`, `new Error(…)`, a part of a sentence, and what an element of a page shows or links to. */
function isMessage(view: ProgramView, node: ts.Node): boolean {
  const { ts } = view;
  if (isInSentence(view, node) || isShown(view, node)) {
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
  const owner = callee !== undefined && ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
  return owner !== undefined && ts.isIdentifier(owner) && owner.text === 'console';
}

/** `<a href={url}>{url}</a>`: a browser that follows it sends no token. A component may do anything with what it gets. */
function isShown({ ts }: ProgramView, node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isJsxExpression(parent)) {
    return false;
  }
  const element = ts.isJsxAttribute(parent.parent) ? parent.parent.parent.parent : parent.parent;
  const opening = ts.isJsxElement(element) ? element.openingElement : element;
  return (ts.isJsxOpeningElement(opening) || ts.isJsxSelfClosingElement(opening)) && /^[a-z]/.test(opening.tagName.getText());
}

/** `Sign in first: ${url}`: no address begins with words. */
function isInSentence({ ts }: ProgramView, node: ts.Node): boolean {
  const template = ts.isTemplateExpression(node) ? node : ts.isTemplateSpan(node.parent) ? node.parent.parent : undefined;
  const left = ts.isBinaryExpression(node.parent) && node.parent.right === node ? node.parent.left : undefined;
  const before = template?.head ?? (left !== undefined && ts.isStringLiteralLike(left) ? left : undefined);
  const text = before?.text ?? (ts.isStringLiteralLike(node) ? node.text.split('/')[0] : undefined);
  return text !== undefined && /\S\s+\S+\s|:\s/.test(text);
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
