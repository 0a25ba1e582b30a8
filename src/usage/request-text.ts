import type ts from 'typescript';
import type { Catalog } from '../catalogs/catalog.ts';
import { identifiersIn } from '../grants/identifiers.ts';
import { hasSegment } from './has-segment.ts';
import type { TypeScript } from './typescript.ts';

/** A literal, or a piece of a template, that looks like the address of a request to the provider; links for people to follow are none. */
export function isRequestText(ts: TypeScript, node: ts.Node, requests: Catalog['requests']): boolean {
  const isPiece = ts.isTemplateHead(node) || ts.isTemplateMiddle(node);
  if (!isPiece && !ts.isStringLiteralLike(node) && !ts.isTemplateTail(node)) {
    return false;
  }
  const continues = isPiece || (ts.isBinaryExpression(node.parent) && node.parent.left === node) || isAddedTo(ts, node);
  return mentionsRequest(continues ? node.text + CONTINUATION : node.text, requests) && !isLink(ts, node);
}

/** `let url = 'https://…'; url += path`: the value of a variable to which something is added, in that file. */
function isAddedTo(ts: TypeScript, { parent }: ts.Node): boolean {
  const name = ts.isVariableDeclaration(parent)
    ? parent.name
    : ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken ? parent.left : undefined;
  if (name === undefined || !ts.isIdentifier(name)) {
    return false;
  }
  const mentions = identifiersIn(ts, name.getSourceFile()).get(name.text) ?? [];
  return mentions.some((mention) => {
    const { parent: assignment } = mention;
    if (!ts.isBinaryExpression(assignment) || assignment.left !== mention) {
      return false;
    }
    const { operatorToken, right } = assignment;
    return operatorToken.kind === ts.SyntaxKind.PlusEqualsToken
      || (operatorToken.kind === ts.SyntaxKind.EqualsToken && mentions.some(({ pos, end }) => pos >= right.pos && end <= right.end));
  });
}

/**
 * Whether a text names one of the provider's services (`/orchestrator_/…`) or continues one of its hosts by a path.
 * An address that needs no scope (the token endpoint) does not count.
 */
function mentionsRequest(text: string, requests: Catalog['requests']): boolean {
  const unscoped = requests.unscopedSegments.filter((segment) => text.includes(segment));
  const rest = unscoped.reduce((left, segment) => left.replaceAll(segment, ''), text);
  return (
    requests.segments.some((segment) => hasSegment(rest, segment)) ||
    (unscoped.length === 0 && requests.hosts.some((host) => hasPath(text, host)))
  );
}

/** Stands for what an expression adds to a text. */
const CONTINUATION = '…';

function hasPath(text: string, host: string): boolean {
  const at = text.indexOf(host);
  return at !== -1 && /^(?::\d+)?(?:\/[^/\s?#]|…)/.test(text.slice(at + host.length));
}

/** `<a href="https://…">` */
function isLink(ts: TypeScript, text: ts.Node): boolean {
  let node = text;
  while (ts.isTemplateSpan(node.parent) || ts.isTemplateExpression(node.parent) || ts.isJsxExpression(node.parent)) {
    node = node.parent;
  }
  return ts.isJsxAttribute(node.parent) && ts.isIdentifier(node.parent.name) && node.parent.name.text === 'href';
}
