import { oneLine } from '../one-line.ts';

/** HTML that is safe to stand in a page. Only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Insertion = string | number | Markup | readonly Markup[];

/**
 * HTML with insertions, which are escaped unless they are markup themselves: `html`<td>${name}</td>``. Insertions may stand in an element,
 * or in an attribute in double quotes; nowhere in a script or a style.
 */
export function html(strings: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup {
  return { markup: strings.reduce((text, string, index) => text + render(insertions[index - 1] ?? '') + string) };
}

function render(insertion: Insertion): string {
  if (typeof insertion === 'string' || typeof insertion === 'number') {
    return escape(String(insertion));
  }
  return 'markup' in insertion ? insertion.markup : insertion.map(({ markup }) => markup).join('');
}

/** Most texts have nothing to escape, and a page has thousands of them. */
const PLAIN = /^[\w ./:,()-]*$/;

function escape(text: string): string {
  return PLAIN.test(text) ? text : oneLine(text).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
