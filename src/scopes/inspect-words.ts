import type { InspectionGrammar, Problem, ProblemReason, ScopeSuggestion, ScopeToken } from './inspection.ts';
import type { Scope } from './requirement.ts';
import { spellingIndex, type SpellingIndex } from './spelling.ts';
import { suggestScope } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What one word of a scope string means, or several that belong together. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  /** One scope of the vocabulary that stands there as it should. */
  readonly plain: boolean;
  readonly tokens: readonly ScopeToken[];
  readonly problems: readonly Problem[];
}

/** Reads the string word by word. The readings follow one another; what is between them separates. */
export function readWords(text: string, vocabulary: Vocabulary, grammar: InspectionGrammar): Reading[] {
  const words = splitWords(text);
  const reader: Reader = { vocabulary, grammar, spelling: spellingIndex(vocabulary), suggest: limitedSuggest(vocabulary) };
  const readings: Reading[] = [];
  for (let position = 0; position < words.length; ) {
    const apart = readScopeTornApart(words.slice(position, position + MOST_PARTS), text, reader);
    readings.push(...(apart === undefined ? readWord(words[position] as Word, reader) : [apart.reading]));
    position += apart?.parts ?? 1;
  }
  return readings;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Reader {
  readonly vocabulary: Vocabulary;
  readonly grammar: InspectionGrammar;
  readonly spelling: SpellingIndex;
  readonly suggest: (name: string) => Scope | undefined;
}

/** Names for which a near one is looked for in one string: more only cost time. */
const MOST_NAMES = 50;

/** Words that are tried as the parts of one scope. */
const MOST_PARTS = 3;

/** What people leave around a scope: brackets, quotes, a full stop. */
const AROUND = new Set('"\'`()[]{}<>.;:');

const PUNCTUATION_AT_EDGE = /^[.:_-]|[.:_-]$/;

const OTHER_SEPARATOR = /[;|+&/]|%20|%2C/i;

/** RFC 6749, section 3.3: printable ASCII without the quotation mark and the backslash. */
const RFC_TOKEN = /^[\x21\x23-\x5B\x5D-\x7E]+$/;

const TEMPLATE = /^(?:<[^<>]*>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|%\w+%)$/;

const STAND_IN =
  /^(?:(?:your|my|insert|enter|replace|change|add)(?:$|[-_.:]|me|scope)|(?:todo|fixme|tbd|xxx+|placeholder|example|scopes?\d*)$)/i;

const ELLIPSIS = /(?:\.\.|…)$/;

/** `KEY=`, once or again and again, in front of the value that belongs to it. */
const KEYS = /^(?:[A-Za-z_]\w*=)+/;

/** What a template leaves open (`<your scopes>`, `${SCOPES}`) is one word, with the spaces in it. */
function splitWords(text: string): Word[] {
  return [...text.matchAll(/<[^<>]*>|\$\{[^{}]*\}|\{\{[^{}]*\}\}|[^\s,]+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

function readWord(word: Word, reader: Reader): Reading[] {
  if (reader.vocabulary.has(word.text)) {
    return [readKnown(word, reader)];
  }
  const keys = reader.grammar.token.test(word.text) ? undefined : KEYS.exec(word.text)?.[0];
  if (keys !== undefined) {
    const start = word.start + keys.length;
    const key = problem(word, 'malformed', 'doubled-key', '', []);
    const value = { text: word.text.slice(keys.length), start, end: word.end };
    const reading = { start: word.start, end: start, plain: false, tokens: [], problems: [{ ...key, end: start }] };
    return [reading, ...(value.text === '' ? [] : readWord(value, reader))];
  }
  return [readPlaceholder(word, reader) ?? readList(word, reader) ?? readUnknown(word, reader)];
}

function readKnown(word: Word, reader: Reader): Reading {
  const replacement = reader.vocabulary.entry(word.text)?.replacedBy;
  const problems = replacement === undefined ? [] : [problem(word, 'unknown', 'deprecated', word.text, [replacement])];
  return { ...range(word), plain: true, tokens: [token(word, word.text)], problems };
}

function readPlaceholder(word: Word, { vocabulary }: Reader): Reading | undefined {
  const inner = trimAround(word.text);
  if (!TEMPLATE.test(word.text) && !STAND_IN.test(inner) && !ELLIPSIS.test(word.text)) {
    return undefined;
  }
  const tokens = vocabulary.has(inner) ? [token(word, inner)] : [];
  return { ...range(word), plain: false, tokens, problems: [problem(word, 'malformed', 'placeholder', tokens[0]?.text ?? '', [])] };
}

/** Scopes with something between them that separates elsewhere: `OR.Jobs;OR.Tasks`. */
function readList(word: Word, { vocabulary }: Reader): Reading | undefined {
  const scopes = word.text.split(OTHER_SEPARATOR).filter((part) => part !== '');
  if (scopes.length < 2 || !scopes.every((scope) => vocabulary.has(scope))) {
    return undefined;
  }
  let from = word.start;
  const tokens = scopes.map((scope) => {
    const start = word.start + word.text.indexOf(scope, from - word.start);
    from = start + scope.length;
    return { text: scope, start, end: from };
  });
  const found = problem(word, 'malformed', 'wrong-separator', '', []);
  return { ...range(word), plain: false, tokens, problems: [{ ...found, suggestions: [{ ...range(word), text: scopes.join(' ') }] }] };
}

/** One name that is not in the vocabulary: another spelling of one that is, a role permission, or nothing that is known. */
function readUnknown(word: Word, { vocabulary, grammar, spelling, suggest }: Reader): Reading {
  const inner = trimAround(word.text);
  if (inner !== word.text && vocabulary.has(inner)) {
    return respelt(word, 'forbidden-character', inner);
  }
  if (grammar.permission?.test(inner) === true) {
    const found = problem(word, 'unknown', 'permission', inner, grammar.permissionScopes?.(inner) ?? []);
    return { ...range(word), plain: false, tokens: [token(word, inner)], problems: [found] };
  }
  const sameLetters = spelling.sameIgnoringCase(inner);
  if (sameLetters !== undefined) {
    return respelt(word, 'wrong-case', sameLetters);
  }
  const otherSeparators = spelling.sameIgnoringSeparators(inner);
  if (otherSeparators !== undefined) {
    return respelt(word, 'wrong-separator', otherSeparators);
  }
  const near = grammar.correction?.(inner) ?? suggest(inner);
  const [kind, reason]: [Problem['kind'], ProblemReason] = !RFC_TOKEN.test(word.text)
    ? ['malformed', 'forbidden-character']
    : grammar.token.test(word.text)
      ? ['unknown', 'unknown']
      : ['malformed', 'wrong-form'];
  const problems = [problem(word, kind, reason, word.text, near === undefined ? [] : [near])];
  return { ...range(word), plain: false, tokens: [token(word, word.text)], problems };
}

/** The most words, from the first on, that together spell one scope which none of them is: `OR. Jobs`, `OR,Jobs`, `users :manage`. */
function readScopeTornApart(words: readonly Word[], text: string, reader: Reader): { reading: Reading; parts: number } | undefined {
  for (let parts = words.length; parts > 1; parts -= 1) {
    const candidates = words.slice(0, parts);
    const gaps = candidates.slice(1).map((word, index) => text.slice(candidates[index]?.end, word.start));
    const commas = gaps.filter((gap) => gap === ',').length;
    const scope = commas > 0 && commas < gaps.length ? undefined : spellTogether(candidates, reader);
    const [first, last] = [candidates[0], candidates.at(-1)];
    if (scope !== undefined && first !== undefined && last !== undefined && gaps.every((gap) => gap === ',' || gap.trim() === '')) {
      const whole = { text: text.slice(first.start, last.end), start: first.start, end: last.end };
      return { reading: respelt(whole, commas > 0 ? 'wrong-separator' : 'space-inside', scope), parts };
    }
  }
  return undefined;
}

function spellTogether(words: readonly Word[], { vocabulary, spelling }: Reader): Scope | undefined {
  if (!words.some((word) => vocabulary.has(word.text))) {
    return spelling.sameIgnoringSeparators(words.map((word) => word.text).join('.'));
  }
  const joined = words.map((word) => word.text).join('');
  const [left, right] = words;
  const atEdge = [left, right].filter((word) => PUNCTUATION_AT_EDGE.test(word?.text ?? '')).length;
  return words.length === 2 && atEdge === 1 && vocabulary.has(joined) ? joined : undefined;
}

/** A word whose meaning is certain and whose spelling is not that of the scope. */
function respelt(word: Word, reason: ProblemReason, scope: Scope): Reading {
  return { ...range(word), plain: false, tokens: [token(word, scope)], problems: [problem(word, 'malformed', reason, scope, [scope])] };
}

function problem(word: Word, kind: Problem['kind'], reason: ProblemReason, scope: Scope, proposals: readonly Scope[]): Problem {
  const suggestions = proposals.map((proposal): ScopeSuggestion => ({ ...range(word), text: proposal, scope: proposal }));
  return { kind, reason, ...range(word), scope, suggestions };
}

function token(word: Word, scope: Scope): ScopeToken {
  return { text: scope, ...range(word) };
}

function range({ start, end }: Word): { start: number; end: number } {
  return { start, end };
}

function trimAround(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && AROUND.has(text.charAt(start))) {
    start += 1;
  }
  while (end > start && AROUND.has(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(start, end);
}

/** `suggestScope` with a memory, for the first so many names. */
function limitedSuggest(vocabulary: Vocabulary): (name: string) => Scope | undefined {
  const found = new Map<string, Scope | undefined>();
  return (name) => {
    if (!found.has(name) && found.size < MOST_NAMES) {
      found.set(name, suggestScope(name, vocabulary));
    }
    return found.get(name);
  };
}
