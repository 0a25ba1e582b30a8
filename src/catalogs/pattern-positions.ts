/** Characters 0 to 127 by their code, and one bit for all others. */
export type CharacterSet = bigint;

/** A regular expression as an automaton without empty steps: a state for each place of the pattern that takes one character. */
export interface PatternPositions {
  /** What each position takes. */
  readonly takes: readonly CharacterSet[];
  /** Where a match may begin. */
  readonly first: readonly number[];
  /** From a position to those that may come next; one stands there as often as there are ways of getting there. */
  readonly next: readonly (readonly number[])[];
}

/** The pattern has something that is not supported; the message says what, and follows on "Expected". */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/**
 * Reads a pattern of the form `^…$` with literals, classes, groups, alternatives and quantifiers.
 * @throws PatternError for anything else, and for more positions than a form of names has
 */
export function readPositions(pattern: string): PatternPositions {
  if (!pattern.startsWith('^') || !pattern.endsWith('$') || /\\\$$/.test(pattern)) {
    throw new PatternError('a pattern of the form ^…$');
  }
  const reading: Reading = { pattern: pattern.slice(1, -1), at: 0, takes: [], next: [] };
  const { first } = readAll(reading);
  return { takes: reading.takes, first, next: reading.next };
}

/** Positions of a part: where it begins and ends, and whether it may be empty. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

const MAXIMUM_POSITIONS = 200;
const NOTHING: Part = { first: [], last: [], empty: true };
const ALL: CharacterSet = (1n << 129n) - 1n;

/** A pattern that is read from left to right; a part that is repeated is read as often. */
interface Reading {
  readonly pattern: string;
  /** Offset of what is read next. */
  at: number;
  readonly takes: CharacterSet[];
  readonly next: number[][];
}

function readAll(reading: Reading): Part {
  const whole = sequence(reading);
  if (reading.at < reading.pattern.length) {
    throw new PatternError(reading.pattern[reading.at] === '|' ? 'alternatives in a group: ^(?:a|b)$' : 'brackets in pairs');
  }
  return whole;
}

function alternatives(reading: Reading): Part {
  const parts = [sequence(reading)];
  while (reading.pattern[reading.at] === '|') {
    reading.at += 1;
    parts.push(sequence(reading));
  }
  return { first: parts.flatMap(({ first }) => first), last: parts.flatMap(({ last }) => last), empty: parts.some(({ empty }) => empty) };
}

function sequence(reading: Reading): Part {
  let whole = NOTHING;
  while (reading.at < reading.pattern.length && reading.pattern[reading.at] !== '|' && reading.pattern[reading.at] !== ')') {
    whole = join(reading, whole, quantified(reading));
  }
  return whole;
}

function quantified(reading: Reading): Part {
  const start = reading.at;
  let whole = atom(reading);
  const quantifier = /^(?:[*+?]|\{(\d{1,3})(,(\d{0,3}))?\})\??/.exec(reading.pattern.slice(reading.at, reading.at + 12));
  if (quantifier === null) {
    return whole;
  }
  const [written, least = '', comma, most = ''] = quantifier;
  const end = reading.at + written.length;
  const minimum = written.startsWith('+') ? 1 : least === '' ? 0 : Number(least);
  const maximum = /^[*+]/.test(written) || (comma !== undefined && most === '') ? Infinity : written.startsWith('?') ? 1 : most === '' ? minimum : Number(most);
  if (maximum === 0) {
    reading.at = end;
    return NOTHING;
  }
  if (whole.empty && maximum > 1) {
    throw new PatternError('nothing repeated that may be empty');
  }
  const copies = maximum === Infinity ? Math.max(minimum, 1) : maximum;
  const parts = [whole];
  while (parts.length < copies) {
    reading.at = start;
    parts.push(atom(reading));
  }
  if (maximum === Infinity) {
    const last = parts.at(-1) ?? whole;
    link(reading, last.last, last.first);
  }
  // The third comes only after the second: a(a(a)?)?, not a a? a?.
  whole = parts.reduceRight((rest, part, index) => join(reading, part, index + 1 >= minimum ? { ...rest, empty: true } : rest), NOTHING);
  whole = minimum === 0 ? { ...whole, empty: true } : whole;
  reading.at = end;
  return whole;
}

function atom(reading: Reading): Part {
  const character = reading.pattern[reading.at] ?? '';
  if (character === '(') {
    const { 0: opening } = /^\((?:\?:|(?!\?))/.exec(reading.pattern.slice(reading.at, reading.at + 3)) ?? [''];
    if (opening === '') {
      throw new PatternError('groups of the form (…) or (?:…)');
    }
    reading.at += opening.length;
    const inner = alternatives(reading);
    if (reading.pattern[reading.at] !== ')') {
      throw new PatternError('brackets in pairs');
    }
    reading.at += 1;
    return inner;
  }
  if (/[*+?{}^$)\]]/.test(character)) {
    throw new PatternError(`${character} only where it has its meaning; else \\${character}`);
  }
  return position(reading, character === '[' ? readClass(reading) : character === '.' ? readAnyCharacter(reading) : readCharacter(reading));
}

function readAnyCharacter(reading: Reading): CharacterSet {
  reading.at += 1;
  return ALL & ~setOf('\n') & ~setOf('\r');
}

function readClass(reading: Reading): CharacterSet {
  reading.at += 1;
  const negated = reading.pattern[reading.at] === '^';
  reading.at += negated ? 1 : 0;
  let set = 0n;
  while (reading.pattern[reading.at] !== ']') {
    if (reading.at >= reading.pattern.length) {
      throw new PatternError('brackets in pairs');
    }
    const from = readCharacter(reading);
    if (reading.pattern[reading.at] === '-' && reading.pattern[reading.at + 1] !== ']' && reading.at + 1 < reading.pattern.length) {
      reading.at += 1;
      set |= range(from, readCharacter(reading));
    } else {
      set |= from;
    }
  }
  reading.at += 1;
  return negated ? ALL & ~set : set;
}

function readCharacter(reading: Reading): CharacterSet {
  const character = String.fromCodePoint(reading.pattern.codePointAt(reading.at) ?? 0);
  reading.at += character.length;
  if (character !== '\\') {
    return setOf(character);
  }
  const escape = /^(?:[dDwWsS]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[tnrfv]|[^\w\s])/.exec(reading.pattern.slice(reading.at, reading.at + 5))?.[0];
  if (escape === undefined) {
    throw new PatternError('no reference to a group, no \\b, no \\p, and no escape that is not known');
  }
  reading.at += escape.length;
  const named = CLASSES.get(escape);
  return named ?? setOf(/^[xu]./.test(escape) ? String.fromCodePoint(parseInt(escape.slice(1), 16)) : (CONTROLS.get(escape) ?? escape));
}

function position(reading: Reading, set: CharacterSet): Part {
  if (reading.takes.length >= MAXIMUM_POSITIONS) {
    throw new PatternError(`no more than ${MAXIMUM_POSITIONS} characters, repeated ones counted`);
  }
  const index = reading.takes.push(set) - 1;
  reading.next.push([]);
  return { first: [index], last: [index], empty: false };
}

function join(reading: Reading, left: Part, right: Part): Part {
  link(reading, left.last, right.first);
  return {
    first: left.empty ? [...left.first, ...right.first] : left.first,
    last: right.empty ? [...left.last, ...right.last] : right.last,
    empty: left.empty && right.empty,
  };
}

function link(reading: Reading, from: readonly number[], to: readonly number[]): void {
  from.forEach((position) => reading.next[position]?.push(...to));
}

function setOf(character: string): CharacterSet {
  return 1n << BigInt(Math.min(character.codePointAt(0) ?? 0, 128));
}

function range(from: CharacterSet, to: CharacterSet): CharacterSet {
  let set = from | to;
  for (let one = from; one !== 0n && one <= to; one <<= 1n) {
    set |= one;
  }
  return set;
}

function oneOf(characters: string): CharacterSet {
  return Array.from(characters, setOf).reduce((all, one) => all | one, 0n);
}

const DIGITS = oneOf('0123456789');
const WORDS = DIGITS | range(setOf('a'), setOf('z')) | range(setOf('A'), setOf('Z')) | setOf('_');
/** Some are beyond ASCII. */
const SPACES = oneOf(' \t\n\v\f\r') | (1n << 128n);
const OTHERS = 1n << 128n;

const CLASSES: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', DIGITS], ['D', ALL & ~DIGITS], ['w', WORDS], ['W', ALL & ~WORDS], ['s', SPACES], ['S', (ALL & ~SPACES) | OTHERS],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([['t', '\t'], ['n', '\n'], ['r', '\r'], ['f', '\f'], ['v', '\v']]);
