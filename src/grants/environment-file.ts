import type { FileProblem } from './file-problem.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { escapedText, type LocatedText } from './located-text.ts';
import type { Place } from './declaration.ts';

/** What an .env file assigns to one of the keys that were asked for. */
export interface EnvironmentEntry {
  readonly key: string;
  readonly value: LocatedText;
  /** The value with its quotes. */
  readonly place: Place;
  /** The value mentions another variable (`$BASE`), which the loader puts in its place. */
  readonly expands: boolean;
}

export interface EnvironmentFile {
  readonly entries: readonly EnvironmentEntry[];
  /** If there is one, there are no entries. */
  readonly problems: readonly FileProblem[];
}

/**
 * Reads the wanted keys of an .env file, and nothing else of it: no other value is kept or named. Takes time in proportion to the text.
 *
 * The grammar is that of the dotenv package, which Vite and most loaders use: `export` and white space before a key; single, double and
 * back quotes around a value, which may then have several lines; `\n` and `\r` inside double quotes; a comment after `#`. The last
 * assignment of a key wins. What dotenv passes over is passed over; a wanted key whose line is broken is a problem.
 * @param file path for places and problems
 */
export function readEnvironmentFile(text: string, file: string, wanted: ReadonlySet<string>): EnvironmentFile {
  const source = text.replace(/^\uFEFF/, '');
  if (source.includes('\0')) {
    return { entries: [], problems: [{ file, line: 1, column: 1, message: 'is not UTF-8 text; save it as UTF-8' }] };
  }
  const lines = indexLines(file, source);
  const entries = new Map<string, EnvironmentEntry>();
  const problems: FileProblem[] = [];
  for (const assignment of assignmentsIn(source)) {
    if (!wanted.has(assignment.key)) {
      continue;
    }
    const fault = faultOf(assignment, wanted);
    if (fault === undefined && assignment.separated) {
      entries.set(assignment.key, entryOf(assignment, lines));
    } else if (fault !== undefined) {
      const { line, column } = lines.place(assignment.start, assignment.start);
      problems.push({ file, line, column, message: `${assignment.key} ${fault}` });
    }
  }
  return problems.length > 0 ? { entries: [], problems } : { entries: [...entries.values()], problems };
}

interface Assignment {
  readonly key: string;
  /** By "=", or by ":" and white space. */
  readonly separated: boolean;
  /** Of the value with its quotes. */
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | '\'' | '`';
  /** The value as it is written, without quotes. */
  readonly raw: string;
}

/** A key, with what separates it from its value, if anything does. White space may hold line breaks where dotenv's may. */
const KEY = /[^\S\r\n]*(?:export\s+)?(?<key>[\w.-]+)(?<separator>\s*=|:(?:\r\n|\s))?[^\S\r\n]*/y;
const REST_OF_LINE = /[^\r\n]*/y;
const UNQUOTED = /[^#\r\n]*/y;
const END_OF_QUOTED = /[^\S\r\n]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;
/** Also on one of the next lines, if nothing else stands before it. */
const OPENING = /\s*(?<quote>["'`])/y;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /(?:\\"|[^"])*"/y,
  '\'': /(?:\\'|[^'])*'/y,
  '`': /(?:\\`|[^`])*`/y,
};

function* assignmentsIn(source: string): Generator<Assignment> {
  let position = 0;
  while (position < source.length) {
    const key = matchAt(KEY, source, position);
    let end = position;
    if (key?.groups?.['key'] !== undefined) {
      const assignment = readValue(source, position + key[0].length, key.groups['key'], key.groups['separator'] !== undefined);
      yield assignment;
      end = assignment.separated ? assignment.end : position;
    }
    position = end + (matchAt(REST_OF_LINE, source, end)?.[0].length ?? 0) + 1;
  }
}

function readValue(source: string, start: number, key: string, separated: boolean): Assignment {
  const quoted = separated ? readQuoted(source, start) : undefined;
  if (quoted !== undefined) {
    return { key, separated, ...quoted };
  }
  const value = (matchAt(UNQUOTED, source, start)?.[0] ?? '').trimEnd();
  const quote = isQuote(value[0]) && value.length > 1 && value.endsWith(value[0]) ? value[0] : '';
  return { key, separated, start, end: start + value.length, quote, raw: quote === '' ? value : value.slice(1, -1) };
}

/** A quoted value is one only if nothing but a comment follows it; otherwise the quotes are part of a value that ends with the line. */
function readQuoted(source: string, start: number): Pick<Assignment, 'start' | 'end' | 'quote' | 'raw'> | undefined {
  const opening = matchAt(OPENING, source, start);
  const quote = opening?.groups?.['quote'];
  const inside = start + (opening?.[0].length ?? 0);
  const closing = isQuote(quote) ? CLOSING[quote] : undefined;
  const match = closing === undefined ? null : matchAt(closing, source, inside);
  if (!isQuote(quote) || match === null) {
    return undefined;
  }
  const end = inside + match[0].length;
  return matchAt(END_OF_QUOTED, source, end) === null ? undefined : { start: inside - 1, end, quote, raw: match[0].slice(0, -1) };
}

/** Says what is wrong with the line of a wanted key; never quotes the value. */
function faultOf({ separated, quote, raw }: Assignment, wanted: ReadonlySet<string>): string | undefined {
  if (!separated) {
    return raw === '' ? undefined : 'has no "=" after it';
  }
  if (quote === '' && isQuote(raw[0]) && !raw.slice(1).includes(raw[0])) {
    return `begins with ${raw[0]} and does not end with it`;
  }
  return holdsOther(raw, wanted) ? 'has another assignment in its value; put each on a line of its own' : undefined;
}

/** `UIPATH_SCOPE=UIPATH_SCOPE=…` is a mistake in the scopes. With any other key, the value would be printed that belongs to it. */
function holdsOther(raw: string, wanted: ReadonlySet<string>): boolean {
  const assigned = Array.from(raw.matchAll(/(?<![\w.-])(?<key>[\w.-]+)\s*=/g), (match) => match.groups?.['key'] ?? '');
  const signs = raw.split('=').length - 1;
  return assigned.filter((key) => wanted.has(key)).length < signs || /\n[^\S\n]*[\w.-]+:\s/.test(raw);
}

function entryOf({ key, start, end, quote, raw }: Assignment, lines: LineIndex): EnvironmentEntry {
  const meant = raw.replaceAll(/\r\n?/g, '\n');
  const text = quote === '"' ? meant.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : meant;
  return {
    key,
    value: escapedText(raw, text, quote === '' ? start : start + 1, lines),
    place: lines.place(start, end),
    expands: /(?<!\\)\$(?:\{|[A-Za-z_])/.test(text),
  };
}

function matchAt(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}

function isQuote(character: string | undefined): character is '"' | '\'' | '`' {
  return character === '"' || character === '\'' || character === '`';
}
