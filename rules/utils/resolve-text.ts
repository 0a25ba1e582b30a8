import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { TSESLint } from '@typescript-eslint/utils';
import type { LineIndex } from '../../src/grants/line-index.ts';
import { escapedText, joinTexts, unlocatedText, type LocatedText } from '../../src/grants/located-text.ts';
import { constantBehind } from './constant-behind.ts';
import { staticName } from './static-name.ts';

/** A file as far as reading strings in it needs it. */
export interface SourceText {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly lines: LineIndex;
}

/**
 * The strings that an expression may stand for, as far as this file alone shows them: literals, templates, concatenations, consts, arrays
 * joined, and both sides of `??`, `||` and `? :`. A side that cannot be read is left out, and a string of which only a part can be read is
 * left out as a whole.
 *
 * This is the counterpart, without types and for one file, of what `src/grants` reads with the checker.
 */
export function resolveText(node: TSESTree.Node, source: SourceText, depth = maximumDepth): readonly LocatedText[] {
  if (depth === 0) {
    return [];
  }
  const resolve = (inner: TSESTree.Node): readonly LocatedText[] => resolveText(inner, source, depth - 1);
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === 'string' ? [escapedText(node.raw.slice(1, -1), node.value, node.range[0] + 1, source.lines)] : [];
    case AST_NODE_TYPES.TemplateLiteral:
      return concatenate(templateParts(node).map(resolve));
    case AST_NODE_TYPES.TemplateElement:
      return textOfQuasi(node, source);
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === '+' ? concatenate([resolve(node.left), resolve(node.right)]) : [];
    case AST_NODE_TYPES.LogicalExpression:
      // `?? ''` only says that a string is wanted; what is declared stands on the left.
      return node.operator === '&&' ? resolve(node.right) : [...resolve(node.left), ...resolve(node.right).filter(isFilled)];
    case AST_NODE_TYPES.ConditionalExpression:
      return [...resolve(node.consequent), ...resolve(node.alternate)];
    case AST_NODE_TYPES.CallExpression:
      return resolveJoin(node, source, depth - 1);
    default: {
      const constant = constantBehind(node, source.sourceCode);
      return constant === node ? [] : resolve(constant);
    }
  }
}

function isFilled({ text }: LocatedText): boolean {
  return text.trim() !== '';
}

/** Enough for a const of a template of consts; a const that leads back to itself ends here. */
const maximumDepth = 12;

/** Strings multiply where several parts have alternatives. More than this are not worth reading. */
const maximumAlternatives = 32;

function textOfQuasi(node: TSESTree.TemplateElement, { sourceCode, lines }: SourceText): readonly LocatedText[] {
  const { cooked } = node.value;
  if (cooked === null) {
    return [];
  }
  // The range takes in the delimiters, "`" or "}" before and "`" or "${" behind. `value.raw` would not do: line ends are normalised in it.
  const raw = sourceCode.text.slice(node.range[0] + 1, node.range[1] - (node.tail ? 1 : 2));
  return [escapedText(raw, cooked, node.range[0] + 1, lines)];
}

function templateParts(node: TSESTree.TemplateLiteral): readonly TSESTree.Node[] {
  return node.quasis.flatMap((quasi, index) => [quasi, ...node.expressions.slice(index, index + 1)]);
}

/** What a list of scopes holds, as one scope string: `['OR.Jobs', 'OR.Tasks']`, or `'OR.Jobs OR.Tasks'.split(' ')`. */
export function resolveList(node: TSESTree.Node, source: SourceText): readonly LocatedText[] {
  const list = constantBehind(node, source.sourceCode);
  if (list.type === AST_NODE_TYPES.CallExpression) {
    const { callee, arguments: [separator] } = list;
    const isSplit = callee.type === AST_NODE_TYPES.MemberExpression && staticName(callee) === 'split'
      && separator?.type === AST_NODE_TYPES.Literal && separator.value === ' ';
    return isSplit ? resolveText(callee.object, source) : [];
  }
  return joinElements(resolveElements(list, source, maximumDepth), ' ');
}

/** `['OR.Jobs', 'OR.Tasks'].join(' ')`. */
function resolveJoin(node: TSESTree.CallExpression, source: SourceText, depth: number): readonly LocatedText[] {
  const [separator] = node.arguments;
  const { callee } = node;
  if (callee.type !== AST_NODE_TYPES.MemberExpression || staticName(callee) !== 'join' || separator?.type !== AST_NODE_TYPES.Literal) {
    return [];
  }
  return joinElements(resolveElements(callee.object, source, depth), String(separator.value));
}

function joinElements(elements: readonly (readonly LocatedText[])[] | null, separator: string): readonly LocatedText[] {
  const joint = [unlocatedText(separator)];
  return elements === null ? [] : concatenate(elements.flatMap((element, index) => (index === 0 ? [element] : [joint, element])));
}

/** The strings that each element of an array may be; `null` where not all of its elements can be seen. */
function resolveElements(node: TSESTree.Node, source: SourceText, depth: number): readonly (readonly LocatedText[])[] | null {
  const array = depth === 0 ? null : constantBehind(node, source.sourceCode);
  if (array?.type !== AST_NODE_TYPES.ArrayExpression) {
    return null;
  }
  const elements = array.elements.map((element) => {
    if (element?.type === AST_NODE_TYPES.SpreadElement) {
      return resolveElements(element.argument, source, depth - 1);
    }
    return element === null ? null : [resolveText(element, source, depth - 1)];
  });
  return elements.includes(null) ? null : elements.flatMap((element) => element ?? []);
}

/** Every way to take one string of each part, in order. */
function concatenate(parts: readonly (readonly LocatedText[])[]): readonly LocatedText[] {
  return parts.reduce<readonly LocatedText[]>((texts, part) => {
    const longer = texts.flatMap((text) => part.map((alternative) => joinTexts([text, alternative])));
    return longer.length > maximumAlternatives ? [] : longer;
  }, [unlocatedText('')]);
}
