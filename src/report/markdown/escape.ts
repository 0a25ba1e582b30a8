import { oneLine } from '../one-line.ts';

/**
 * Text of others as Markdown, also in a cell of a table: whatever it holds, it is shown as it is, on one line, and mentions nobody.
 * @param most of a longer text the rest is left out
 */
export function plain(text: string, most = 1_000): string {
  return escape(shorten(text, most)).replaceAll(/&#(64|35);(?=\w)/g, '&#$1;&#8203;');
}

/** The same in a fixed width: a tag in place of backticks, which a name may hold. */
export function code(text: string, most = 400): string {
  return `<code>${escape(shorten(text, most))}</code>`;
}

/** Character references have no meaning to Markdown, whatever the characters have. A colon has one in addresses and in `:tada:`. */
function escape(text: string): string {
  return oneLine(text)
    .replaceAll(/[&<>|\\`*_~[\]$@#!]|:(?=\/|[\w+-]+:)/g, (character) => `&#${character.charCodeAt(0)};`);
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}
