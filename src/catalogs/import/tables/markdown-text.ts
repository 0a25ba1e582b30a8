import type { Cell } from './table.ts';

/**
 * What a piece of inline Markdown says: links by their text, code by its content, no emphasis, `<br>` as a line feed, other tags left out.
 * One pass; of an unpaired mark nothing is lost but the mark.
 *
 * @param source at most some thousand characters; what is longer is cut
 */
export function inlineText(source: string): Cell {
  const code: string[] = [];
  let text = '';
  let rest = source.slice(0, LONGEST_CELL).trim();
  while (rest !== '') {
    const piece = nextPiece(rest, text);
    if (piece.code) {
      code.push(piece.text);
    }
    text += piece.text;
    rest = rest.slice(piece.length);
  }
  return { text: text.trim(), code };
}

/** `&amp;` and the other references that occur in tables; one that is not known stays as it is. */
function decodeReferences(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|nbsp|#39|#124|#x7c);/gi, (reference) => REFERENCES.get(reference.toLowerCase()) ?? reference);
}

const LONGEST_CELL = 10_000;

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
  ['&#39;', "'"],
  ['&#124;', '|'],
  ['&#x7c;', '|'],
]);

interface Piece {
  /** Of the source. */
  readonly length: number;
  readonly text: string;
  readonly code?: true;
}

function nextPiece(rest: string, before: string): Piece {
  const [character = ''] = rest;
  switch (character) {
    case '\\':
      return /^\\[!-/:-@[-`{-~]/.test(rest) ? { length: 2, text: rest.charAt(1) } : { length: 1, text: character };
    case '`':
      return codeSpan(rest);
    case '<':
      return tag(rest);
    case '[':
    case ']':
      return linkMark(rest);
    case '*':
      return { length: 1, text: '' };
    case '_':
      return underscore(rest, before);
    default: {
      const [plain = character] = /^[^\\`<[\]*_]+/.exec(rest) ?? [];
      return { length: plain.length, text: decodeReferences(plain) };
    }
  }
}

/** CommonMark 6.1: as many backticks end it as began it. */
function codeSpan(rest: string): Piece {
  const [fence = '`'] = /^`+/.exec(rest) ?? [];
  const end = rest.indexOf(fence, fence.length);
  return end === -1 || rest.charAt(end + fence.length) === '`'
    ? { length: fence.length, text: '' }
    : { length: end + fence.length, text: rest.slice(fence.length, end).replaceAll('\\|', '|').trim(), code: true };
}

function tag(rest: string): Piece {
  const [whole, name = ''] = /^<\/?([a-z][a-z0-9]*)\b[^<>]*>/i.exec(rest) ?? [];
  const isBreak = /^(?:br|li|p|div)$/i.test(name);
  return whole === undefined ? { length: 1, text: '<' } : { length: whole.length, text: isBreak ? '\n' : '' };
}

/** `[text](address)`: the brackets and the address go. A bracket that no address follows stays. */
function linkMark(rest: string): Piece {
  if (rest.startsWith('[')) {
    return /^\[[^[\]]*\]\(/.test(rest) ? { length: 1, text: '' } : { length: 1, text: '[' };
  }
  const [address] = /^\]\([^()]*\)/.exec(rest) ?? [];
  return address === undefined ? { length: 1, text: ']' } : { length: address.length, text: '' };
}

/** An underscore inside of a word is part of it: `offline_access`. */
function underscore(rest: string, before: string): Piece {
  const isInside = /\w/.test(before.slice(-1)) && /^_+[A-Za-z0-9]/.test(rest.slice(0, 8));
  return { length: 1, text: isInside ? '_' : '' };
}
