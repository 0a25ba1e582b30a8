import type { Declaration } from './declaration.ts';
import type { FileProblem } from './file-problem.ts';
import { atPointer, parseJson } from './json-document.ts';
import { declaredText, joinTexts } from './located-text.ts';

/**
 * Reads the scope string of a JSON file that a catalog names.
 * @param pointer JSON pointer of the string, or of a list of strings; where nothing stands there, the file declares nothing
 */
export function readConfigurationFile(
  text: string,
  file: string,
  pointer: string,
  declared: Pick<Declaration, 'provider' | 'kind'>,
): { readonly declaration?: Declaration; readonly problems: readonly FileProblem[] } {
  const document = parseJson(text, file);
  if ('message' in document) {
    return { problems: [document] };
  }
  const node = atPointer(document.root, pointer);
  if (node === undefined) {
    return { problems: [] };
  }
  const strings = node.type === 'array' ? (node.children ?? []) : [node];
  const wrong = strings.find(({ type }) => type !== 'string');
  if (wrong !== undefined) {
    return { problems: [document.problem(wrong, `the value at ${pointer} must be a string of scopes`)] };
  }
  const value = joinTexts(strings.map((string) => document.textOf(string)), ' ');
  return { declaration: { ...declared, ...declaredText(value, document.placeOf(node)), key: pointer, environment: null }, problems: [] };
}
