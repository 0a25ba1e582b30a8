import { placeInText } from '../../src/grants/located-text.ts';
import { isSamePlace } from '../../src/grants/compare-places.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { heldScopes, inspectDeclaration } from '../../src/verdict/inspect-declarations.ts';
import type { FileAnalysis } from './analyses-of.ts';
import type { LintedFile } from './linted-file.ts';
import { sourceEdit, type SourceEdit, type TextEdit } from './source-edit.ts';

/** How a scope that is too much can be taken out of the code, or made narrower. */
export interface PrivilegeEdit extends SourceEdit {
  /** What is put in its place; absent where it is only taken out. */
  readonly replacement?: string;
}

/**
 * @param finding of a scope that stands in code
 * @returns `null` where the scope stands in another file, or cannot be changed on its own. The form that it stands in is kept: a text, an
 *   array, a fallback.
 */
export function privilegeEdit(finding: Finding, { usage, index }: FileAnalysis, file: LintedFile): PrivilegeEdit | null {
  const declarations = usage.clients.flatMap(({ stated }) => (stated.kind === 'scopes' ? stated.alternatives : []));
  for (const declaration of declarations) {
    const { tokens } = inspectDeclaration(declaration, index);
    const position = tokens.findIndex(
      ({ text, start, end }) =>
        text === finding.scope && isSamePlace(placeInText(declaration, start, end, declaration.place), finding.place),
    );
    const token = tokens[position];
    if (token !== undefined) {
      const narrower = finding.kind === 'narrow' ? finding.suggestion : undefined;
      const replacement = narrower === undefined || heldScopes(declaration, index).includes(narrower) ? undefined : narrower;
      const change = replacement === undefined ? removalOf(position, tokens) : { start: token.start, end: token.end, text: replacement };
      const edit = sourceEdit(declaration, change, file);
      return edit === null ? null : { ...edit, ...(replacement === undefined ? {} : { replacement }) };
    }
  }
  return null;
}

/** Takes a scope out of a string together with what separates it from the one before; from the one after, if it is the first. */
function removalOf(position: number, tokens: readonly Omit<TextEdit, 'text'>[]): TextEdit {
  const { start = 0, end = 0 } = tokens[position] ?? {};
  const before = tokens[position - 1];
  return before === undefined ? { start, end: tokens[position + 1]?.start ?? end, text: '' } : { start: before.end, end, text: '' };
}
