import { relative } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Place } from '../../src/grants/declaration.ts';
import { forwardSlashes } from '../../src/grants/file-system.ts';
import { placeInText } from '../../src/grants/located-text.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { inspectDeclaration } from '../../src/verdict/inspect-declarations.ts';
import { atTheClient } from '../../src/verdict/messages.ts';
import type { FileAnalysis } from './analyses-of.ts';
import { clientSiteOf } from './client-site.ts';
import { coordinatesOf } from './coordinates.ts';
import { sourceEdit, type SourceEdit, type TextEdit } from './source-edit.ts';

type UnusedContext = Readonly<TSESLint.RuleContext<'unused' | 'remove', readonly unknown[]>>;

/**
 * Reports a scope that could go: where it stands, if that is code of this file; where this file makes the client, if it is declared outside
 * of the code, because neither .env nor a JSON file knows of the calls when it is linted.
 */
export function reportUnused(context: UnusedContext, finding: Finding, analysis: FileAnalysis): void {
  const { place, message, scope } = finding;
  const { effective } = analysis.grant;
  const coordinates = coordinatesOf(context.sourceCode);
  if (place.file === forwardSlashes(context.filename)) {
    const edit = removal(finding, analysis, context);
    context.report({
      loc: coordinates.location(place),
      messageId: 'unused',
      data: { message },
      suggest: edit === null
        ? []
        : [{ messageId: 'remove', data: { scope }, fix: (fixer) => fixer.replaceTextRange(edit.range, edit.text) }],
    });
  } else if (effective !== null && effective.kind !== 'code' && effective.place.file === place.file) {
    const client = clientSiteOf(effective, analysis, context);
    if (client !== null) {
      const file = forwardSlashes(relative(context.cwd, place.file));
      context.report({ loc: coordinates.location(client), messageId: 'unused', data: { message: atTheClient(message, file, place.line) } });
    }
  }
}

function removal({ scope, place }: Finding, { usage, index }: FileAnalysis, context: UnusedContext): SourceEdit | null {
  const declarations = usage.clients.flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []));
  for (const declaration of declarations) {
    const { tokens } = inspectDeclaration(declaration, index);
    const placeOf = ({ start, end }: Omit<TextEdit, 'text'>): Place => placeInText(declaration, start, end, declaration.place);
    const position = tokens.findIndex((token) => token.text === scope && isSame(placeOf(token), place));
    const edit = removalOf(position, tokens);
    if (edit !== null) {
      return sourceEdit(declaration, edit, context);
    }
  }
  return null;
}

/** Takes a scope out of a string together with what separates it from the one before; from the one after, if it is the first. */
function removalOf(position: number, tokens: readonly Omit<TextEdit, 'text'>[]): TextEdit | null {
  const token = tokens[position];
  const before = tokens[position - 1];
  if (token === undefined) {
    return null;
  }
  return before === undefined
    ? { start: token.start, end: tokens[position + 1]?.start ?? token.end, text: '' }
    : { start: before.end, end: token.end, text: '' };
}

function isSame(left: Place, right: Place): boolean {
  return left.file === right.file && left.line === right.line && left.column === right.column;
}
