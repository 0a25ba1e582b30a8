import type ts from 'typescript';
import { isRequestMember } from './requests/http-libraries.ts';
import type { TypeScript } from './typescript.ts';

/** The name of what is called may be that of a function that makes HTTP requests; a plain name may be an import's under any name. */
export function mayBeRequest(ts: TypeScript, call: ts.CallExpression): boolean {
  const [target] = call.arguments;
  const { expression: callee } = call;
  if (target === undefined || ts.isFunctionLike(target) || ts.isNumericLiteral(target)) {
    return false;
  }
  return ts.isIdentifier(callee) ? !NEVER.has(callee.text) : ts.isPropertyAccessExpression(callee) && isRequestMember(callee.name.text);
}

/** Functions of frameworks that are called everywhere, under names that nobody gives to anything else. */
const NEVER: ReadonlySet<string> = new Set([
  'require', 'useState', 'useRef', 'useMemo', 'useCallback', 'useEffect', 'useContext', 'describe', 'it', 'test', 'expect',
  'String', 'Number', 'Boolean', 'parseInt', 'parseFloat', 'encodeURIComponent', 'setTimeout', 'clearTimeout',
]);

/** A text, or a piece of one, that names scopes in a query, or that a query follows. */
export function isScopeQuery(ts: TypeScript, node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression {
  if (ts.isStringLiteralLike(node)) {
    return SCOPE_QUERY.test(node.text) || (node.text.endsWith('?') && ts.isBinaryExpression(node.parent));
  }
  return ts.isTemplateExpression(node)
    && [node.head, ...node.templateSpans.map(({ literal }) => literal)].some(({ text }) => SCOPE_QUERY.test(text) || text.endsWith('?'));
}

const SCOPE_QUERY = /[?&]scope=/;

/** The sum that a text is a part of. */
export function wholeSum(ts: TypeScript, text: ts.Expression): ts.Expression {
  const isSum = (node: ts.Node): node is ts.Expression =>
    ts.isParenthesizedExpression(node) || (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken);
  let node = text;
  // A sum of ten thousand texts is ten thousand levels deep.
  while (isSum(node.parent)) {
    node = node.parent;
  }
  return node;
}
