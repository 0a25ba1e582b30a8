import type ts from 'typescript';
import { escapedText, type LocatedText } from './located-text.ts';
import { linesOf } from './place-of-node.ts';

/** The text of a literal, or of a piece of a template between its expressions, with the place of each character. */
export function textOfLiteral(
  ts: typeof import('typescript'),
  node: ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail,
): LocatedText {
  const file = node.getSourceFile();
  const start = node.getStart(file) + 1;
  const isFollowedByExpression = ts.isTemplateHead(node) || ts.isTemplateMiddle(node);
  const end = node.getEnd() - (isFollowedByExpression ? '${'.length : 1);
  return escapedText(file.text.slice(start, Math.max(start, end)), node.text, start, linesOf(file));
}
