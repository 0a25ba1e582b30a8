import type { PathSegment } from './path-template.ts';

/** A segment in the form in which two of them compare: lower case, without escapes, neighbouring known pieces joined. */
export type SegmentPattern = readonly (string | null)[];

/** A segment that calls or indexes: `Jobs(5)`, `GetByKey(identifier=…)`. The values of its arguments are left out. */
export interface CallPattern {
  readonly name: string;
  readonly arguments: readonly ArgumentPattern[];
}

/** A named argument, one without a name (the key of an OData entity), or one of which not even that is known. */
export type ArgumentPattern = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'positional' | 'unknown' };

/**
 * @returns pieces in lower case, because the providers' servers do not tell case apart in paths, with `%28` and the like decoded; the
 * empty call of a function (`GetForEdit()`) is its name
 */
export function normalizeSegment(segment: PathSegment): SegmentPattern {
  const [only] = segment;
  // Most are one piece, and plain.
  if (segment.length === 1 && (only === null || (only !== undefined && /^[\w.-]+$/.test(only)))) {
    return only === null ? UNKNOWN : [only.toLowerCase()];
  }
  const pieces: (string | null)[] = [];
  for (const piece of segment) {
    const last = pieces.at(-1);
    if (piece === null ? last !== null : piece !== '') {
      if (piece !== null && typeof last === 'string') {
        pieces[pieces.length - 1] = last + piece;
      } else {
        pieces.push(piece);
      }
    }
  }
  const normal = pieces.map((piece) => (piece === null ? null : decode(piece).toLowerCase()));
  const [text] = normal;
  return normal.length === 1 && typeof text === 'string' && /^[^()]*\(\)$/.test(text) ? [text.slice(0, -2)] : normal;
}

/**
 * Reads a segment as `name(arguments)`; `undefined` where it is none, or where the name is not known to its end.
 *
 * Arguments are told apart by their names, because OData binds a function by "the unordered set of non-binding parameter names" (CSDL
 * 4.01, section 12.3): they may stand in any order.
 */
export function parseCall(pattern: SegmentPattern): CallPattern | undefined {
  const [first] = pattern;
  const open = first?.indexOf('(') ?? -1;
  const last = pattern.at(-1);
  if (typeof first !== 'string' || open <= 0 || typeof last !== 'string' || !last.endsWith(')')) {
    return undefined;
  }
  const inside = [first.slice(open + 1), ...pattern.slice(1)];
  inside[inside.length - 1] = (inside.at(-1) ?? '').slice(0, -1);
  return { name: first.slice(0, open), arguments: splitArguments(inside).map(parseArgument) };
}

/** Could one text match both? A piece that is not known stands for any text, also for none. */
export function patternsMeet(left: SegmentPattern, right: SegmentPattern): boolean {
  if (left.length > LONGEST_SEGMENT || right.length > LONGEST_SEGMENT) {
    return false;
  }
  const [rows, columns] = [toSymbols(left), toSymbols(right)];
  if (rows.length > LONGEST_SEGMENT || columns.length > LONGEST_SEGMENT) {
    return false;
  }
  // `reachable[j]`: what is before the current symbol on the left and the first j symbols on the right have a text in common.
  let reachable = firstRow(columns);
  for (const symbol of rows) {
    const next: boolean[] = [symbol === null && reachable[0] === true];
    columns.forEach((other, index) => {
      const [diagonal, above, before] = [reachable[index] === true, reachable[index + 1] === true, next[index] === true];
      const skips = (symbol === null || other === null) && (above || before);
      next.push(skips || (diagonal && (symbol === null || other === null || symbol === other)));
    });
    reachable = next;
  }
  return reachable.at(-1) === true;
}

const UNKNOWN: SegmentPattern = [null];

/** Longer text is no segment of an API's path; the comparison takes time in proportion to the product of both lengths. */
const LONGEST_SEGMENT = 1000;

function firstRow(columns: readonly (string | null)[]): boolean[] {
  const literal = columns.findIndex((symbol) => symbol !== null);
  return [true, ...columns.map((_, index) => literal === -1 || index < literal)];
}

function toSymbols(pattern: SegmentPattern): readonly (string | null)[] {
  return pattern.flatMap((piece) => (piece === null ? [null] : Array.from(piece)));
}

function decode(text: string): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Splits at the commas that are not inside quotation marks or brackets. */
function splitArguments(pieces: SegmentPattern): readonly SegmentPattern[] {
  const lists: (string | null)[][] = [[]];
  let quoted = false;
  let depth = 0;
  for (const piece of pieces) {
    if (piece === null) {
      lists.at(-1)?.push(null);
      continue;
    }
    let start = 0;
    for (let index = 0; index < piece.length; index += 1) {
      const character = piece[index];
      if (character === "'") {
        quoted = !quoted;
      } else if (!quoted && (character === '(' || character === '[')) {
        depth += 1;
      } else if (!quoted && (character === ')' || character === ']')) {
        depth -= 1;
      } else if (!quoted && depth === 0 && character === ',') {
        lists.at(-1)?.push(piece.slice(start, index));
        lists.push([]);
        start = index + 1;
      }
    }
    lists.at(-1)?.push(piece.slice(start));
  }
  return lists;
}

function parseArgument(pieces: SegmentPattern): ArgumentPattern {
  const head = pieces.find((piece) => piece !== '');
  if (typeof head !== 'string') {
    return { kind: 'unknown' };
  }
  const name = /^\s*([\w.]+)\s*=/.exec(head)?.[1];
  if (name !== undefined) {
    return { kind: 'named', name };
  }
  return pieces.length > 1 && /^\s*[\w.]*$/.test(head) ? { kind: 'unknown' } : { kind: 'positional' };
}
