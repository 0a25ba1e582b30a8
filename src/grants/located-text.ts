import type { Declaration, DeclaredScope, Place, TextStretch } from './declaration.ts';
import { hideTokens } from './hide-tokens.ts';
import type { LineIndex } from './line-index.ts';

/** A text that knows where its parts stand in source files. What no stretch covers stands nowhere: the space that joins an array. */
export interface LocatedText {
  readonly text: string;
  /** In the order of the text, without overlaps. */
  readonly stretches: readonly TextStretch[];
}

/** A text that no file holds as it is. */
export function unlocatedText(text: string): LocatedText {
  return { text, stretches: [] };
}

/** The source from `offset` on, taken as it is. */
function verbatimText(text: string, offset: number, lines: LineIndex): LocatedText {
  return { text, stretches: verbatimStretches(text, 0, offset, lines) };
}

/**
 * What a literal means, whose inside stands at `offset`.
 * @param raw the inside as it is written, with its escapes
 * @param text what it means; where that is not what the escapes of JSON and JavaScript amount to, the literal is known only as a whole
 */
export function escapedText(raw: string, text: string, offset: number, lines: LineIndex): LocatedText {
  if (raw === text) {
    return verbatimText(text, offset, lines);
  }
  const place = lines.place(offset, offset + raw.length);
  const whole: LocatedText = { text, stretches: [{ start: 0, end: text.length, place, verbatim: false }] };
  if (raw.length > LONGEST_WITH_ESCAPES) {
    return whole;
  }
  const stretches: TextStretch[] = [];
  let decoded = '';
  for (const match of raw.matchAll(ESCAPE_OR_PLAIN)) {
    const [written] = match;
    const meant = unescape(written);
    const start = offset + match.index;
    if (written === meant) {
      stretches.push(...verbatimStretches(written, decoded.length, start, lines));
    } else if (meant !== '') {
      const end = decoded.length + meant.length;
      stretches.push({ start: decoded.length, end, place: lines.place(start, start + written.length), verbatim: false });
    }
    decoded += meant;
  }
  return decoded === text ? { text, stretches } : whole;
}

/** One text after the other, with `separator` between them. */
export function joinTexts(parts: readonly LocatedText[], separator = ''): LocatedText {
  const stretches: TextStretch[] = [];
  let text = '';
  for (const [index, part] of parts.entries()) {
    text += index === 0 ? '' : separator;
    for (const stretch of part.stretches) {
      stretches.push({ ...stretch, start: stretch.start + text.length, end: stretch.end + text.length });
    }
    text += part.text;
  }
  return { text, stretches };
}

/** Without white space at both ends. */
export function trimText(located: LocatedText): LocatedText {
  const start = located.text.length - located.text.trimStart().length;
  return sliceText(located, start, start + located.text.trim().length);
}

/**
 * A part of a text.
 * @param start offset into the text
 * @param end exclusive
 */
export function sliceText({ text, stretches }: LocatedText, start: number, end: number): LocatedText {
  const inside = stretchesBetween(stretches, start, end)
    .map((stretch) => ({ ...stretch, start: stretch.start - start, end: stretch.end - start }));
  return { text: text.slice(start, end), stretches: inside };
}

/**
 * The place of a range of the text. A range that comes from several files, or from none, is at `whole`.
 * @param start offset into `located.text`
 * @param end exclusive
 */
export function placeInText(located: Pick<Declaration, 'stretches'>, start: number, end: number, whole: Place): Place {
  const parts = stretchesBetween(located.stretches ?? [], start, end);
  const first = parts[0]?.place;
  const last = parts.at(-1)?.place;
  if (first === undefined || last === undefined || parts.some(({ place }) => place.file !== first.file) || !isBefore(first, last)) {
    return whole;
  }
  return { ...first, endLine: last.endLine, endColumn: last.endColumn };
}

/** The fields of a declaration that follow from its text, in which no token is shown. */
export function declaredText(declared: LocatedText, place: Place): Pick<Declaration, 'place' | 'text' | 'stretches' | 'scopes'> {
  const located = hideTokens(declared);
  return { place, text: located.text, stretches: located.stretches, scopes: scopesOf(located, place) };
}

/** White space and commas separate; a doubled key (`KEY=KEY=…`) belongs to no scope. What else may be wrong is not judged here. */
function scopesOf(located: LocatedText, whole: Place): DeclaredScope[] {
  return Array.from(located.text.matchAll(/[^\s,]+/g), ({ 0: word, index }) => {
    const keys = /^(?:[A-Za-z_]\w*=)+(?=.)/.exec(word)?.[0] ?? '';
    return { scope: word.slice(keys.length), place: placeInText(located, index + keys.length, index + word.length, whole) };
  });
}

/** Characters: far more than all scopes of a provider have. Each escape has a place of its own, and a file may consist of nothing else. */
const LONGEST_WITH_ESCAPES = 100_000;

/** The longest plain run, or one escape. A line break inside a template or after a backslash counts as one. */
const ESCAPE_OR_PLAIN =
  /[^\\\r]+|\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\r\n|[^])|\r\n?|\\$/g;

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['v', '\v'], ['0', '\0'],
  // A backslash at the end of a line joins it with the next one.
  ['\n', ''], ['\r', ''], ['\r\n', ''], ['\u2028', ''], ['\u2029', ''],
]);

function unescape(written: string): string {
  if (written === '\r\n' || written === '\r') {
    return '\n';
  }
  if (!written.startsWith('\\')) {
    return written;
  }
  const escape = written.slice(1);
  const code = /^(?:u\{(?<long>.+)\}|u(?<four>.{4})|x(?<two>.{2}))$/.exec(escape);
  const digits = code?.groups?.['long'] ?? code?.groups?.['four'] ?? code?.groups?.['two'];
  if (digits !== undefined) {
    const point = Number.parseInt(digits, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }
  return SIMPLE_ESCAPES.get(escape) ?? escape;
}

/** One stretch a line; the line breaks between them are in none. */
function verbatimStretches(text: string, start: number, offset: number, lines: LineIndex): TextStretch[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    place: lines.place(offset + match.index, offset + match.index + match[0].length),
    verbatim: true,
  }));
}

/** What a range holds of the stretches, found by a binary search for the first: a text may have as many of them as scopes. */
function stretchesBetween(stretches: readonly TextStretch[], start: number, end: number): TextStretch[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((stretches[middle]?.end ?? 0) > start) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  const found: TextStretch[] = [];
  for (let stretch = stretches[low]; stretch !== undefined && stretch.start < end; stretch = stretches[low]) {
    found.push(cutStretch(stretch, start, end));
    low += 1;
  }
  return found;
}

/** The part of a stretch inside a range; all of it where its characters are not those of the file. */
function cutStretch(stretch: TextStretch, from: number, to: number): TextStretch {
  const start = Math.max(stretch.start, from);
  const end = Math.min(stretch.end, to);
  if (!stretch.verbatim) {
    return { ...stretch, start, end };
  }
  const column = stretch.place.column + start - stretch.start;
  return { ...stretch, start, end, place: { ...stretch.place, column, endColumn: column + end - start } };
}

function isBefore(first: Place, last: Place): boolean {
  return first.line < last.endLine || (first.line === last.endLine && first.column < last.endColumn);
}
