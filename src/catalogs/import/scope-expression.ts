import type { Clause, Requirement, Scope } from '../../scopes/requirement.ts';
import type { SeveralMeaning } from './facts.ts';
import { anyOf, distinctClauses } from '../requirement-algebra.ts';
import { isScopeToken, scopePart, tokenize, type Token } from './scope-tokens.ts';

/** What the words of a cell or of a sentence say that a call needs. */
export type Reading =
  | { readonly kind: 'requirement'; readonly requires: Requirement; readonly certain: boolean }
  /** Empty, a dash, "n/a": nothing is said. */
  | { readonly kind: 'silent' }
  /** Not decidable; `reason` goes on from the place: "lists …". */
  | { readonly kind: 'unclear'; readonly reason: string };

export interface ReadingRules {
  /** Words that are scopes although nothing in their form tells, such as `PIMS`. */
  readonly known: ReadonlySet<Scope>;
  readonly several: SeveralMeaning | undefined;
  /** The source writes "or" where it means any: where it does not, it means all. */
  readonly saysOr: boolean;
}

/**
 * Reads "A or B" (any), "A and B", "A, B" and "A B" (all), "A or B, C or D", "one of A, B", "(A or B) and C", "none".
 *
 * A comma binds less than "or". "A, B or C" has two readings in English, and so has "A and B or C": they are unclear, unless "B or C" is a
 * scope beside its own part (`x or x.read`). So is `x, x.read`, because nobody needs both.
 */
export function readScopeExpression(text: string, rules: ReadingRules): Reading {
  const { mode, rest } = splitMode(text.trim());
  if (SILENT.test(rest)) {
    return { kind: 'silent' };
  }
  if (NOTHING.test(rest)) {
    return { kind: 'requirement', requires: [], certain: true };
  }
  if (rest.length > LONGEST_EXPRESSION) {
    return { kind: 'unclear', reason: `is longer than ${LONGEST_EXPRESSION} characters` };
  }
  const tokens = tokenize(rest);
  return readTokens(tokens, { ...rules, known: withStems(rules.known, tokens), several: mode ?? rules.several }, true);
}

/** What a list of scopes means that has no words at all, such as that of a security requirement. */
export function readScopeList(scopes: readonly Scope[], rules: Pick<ReadingRules, 'several' | 'saysOr'>): Reading {
  return readList(
    scopes.map((scope) => [[scope]]),
    rules,
  );
}

const LONGEST_EXPRESSION = 5000;
const SILENT = /^(?:[-–—?*]*|n\/?a|unknown|tbd|todo)$/i;
const NOTHING = /^(?:none|no scopes?|not required|none required|no scopes? (?:is |are )?(?:required|needed|necessary))\.?$/i;

function splitMode(text: string): { readonly mode: SeveralMeaning | undefined; readonly rest: string } {
  const any = /^(?:either|any of|any one of|one of|at least one of)(?: the following)?(?: scopes)?:?\s+/i.exec(text);
  const all = /^(?:both|all of)(?: the following)?(?: scopes)?:?\s+/i.exec(text);
  const prefix = any ?? all;
  return { mode: any !== null ? 'any' : all !== null ? 'all' : undefined, rest: prefix === null ? text : text.slice(prefix[0].length) };
}

/** What stands between two operands: nothing, a word, or a comma and a word. */
type Link = 'beside' | 'comma' | 'or' | 'comma or' | 'and' | 'comma and';

interface Chain {
  readonly operands: Requirement[];
  readonly links: Link[];
  /** A parenthesis was passed over that is no scope: a condition perhaps. */
  aside: boolean;
}

function readTokens(tokens: readonly Token[], rules: ReadingRules, outermost: boolean): Reading {
  const chain: Chain = { operands: [], links: [], aside: false };
  let link: Link | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'comma' || token.kind === 'or' || token.kind === 'and') {
      const joined = joinLinks(link, token.kind);
      if (joined === undefined) {
        return { kind: 'unclear', reason: `has "${token.kind}" twice in a row` };
      }
      link = joined;
      continue;
    }
    if (token.kind === 'noise') {
      continue;
    }
    if (token.kind === 'slash') {
      return { kind: 'unclear', reason: 'separates scopes with a slash, which does not say whether all or any is needed' };
    }
    const operand =
      token.kind === 'word' ? readWord(token.text, outermost && isAlone(tokens, index), rules) : readParenthesis(token.inside, rules);
    if (operand === undefined) {
      if (token.kind === 'word') {
        return { kind: 'unclear', reason: `has words that are no scopes (${quoted(token.text)})` };
      }
      if (wordsOf(token.inside).some((word) => isKnownScope(word, rules))) {
        return { kind: 'unclear', reason: 'has a scope in parentheses among words that are none' };
      }
      chain.aside ||= !saysOnlyStatus(token.inside);
      continue;
    }
    if (token.kind === 'parenthesis' && link === undefined && chain.operands.length > 0) {
      return { kind: 'unclear', reason: 'has scopes in parentheses, and does not say whether they are needed as well' };
    }
    if (chain.operands.length > 0) {
      chain.links.push(link ?? 'beside');
    }
    chain.operands.push(operand.requires);
    chain.aside ||= !operand.certain;
    link = undefined;
  }
  if (chain.operands.length === 0) {
    return { kind: 'unclear', reason: 'names no scope' };
  }
  if (link !== undefined && link !== 'comma') {
    return { kind: 'unclear', reason: `ends in "${link}"` };
  }
  const reading = readChain(chain, rules);
  return chain.aside && reading.kind === 'requirement' ? { ...reading, certain: false } : reading;
}

/** A word between commas, or between "or" and the end, is an item of the list; of two words side by side one may be no scope. */
function isAlone(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.kind !== 'word' && tokens[index + 1]?.kind !== 'word';
}

interface Operand {
  readonly requires: Requirement;
  readonly certain: boolean;
}

function readWord(text: string, alone: boolean, rules: ReadingRules): Operand | undefined {
  return isScopeToken(text) && (alone || isKnownScope(text, rules)) ? { requires: [[text]], certain: true } : undefined;
}

/** "(A or B)" is an operand, "(new)" an aside. */
function readParenthesis(inside: readonly Token[], rules: ReadingRules): Operand | undefined {
  const reading = readTokens(inside, rules, false);
  return reading.kind === 'requirement' ? reading : undefined;
}

function isKnownScope(word: string, { known }: ReadingRules): boolean {
  return known.has(word) || scopePart(word);
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? [token.text] : token.kind === 'parenthesis' ? wordsOf(token.inside) : []));
}

/** Beside `Jobs.Read` the word `Jobs` is a scope. */
function withStems(known: ReadonlySet<Scope>, tokens: readonly Token[]): ReadonlySet<Scope> {
  const words = wordsOf(tokens);
  const stems = new Set(words.filter(scopePart).flatMap(stemsOf));
  const found = words.filter((word) => stems.has(word));
  return found.length === 0 ? known : new Set([...known, ...found]);
}

/** "(new)" puts no condition. */
function saysOnlyStatus(inside: readonly Token[]): boolean {
  return inside.every((token) => token.kind === 'word' && /^(?:new|beta|preview|experimental|deprecated|legacy)$/i.test(token.text));
}

function joinLinks(before: Link | undefined, token: 'comma' | 'or' | 'and'): Link | undefined {
  if (before === undefined) {
    return token;
  }
  return before === 'comma' && token !== 'comma' ? `comma ${token}` : before === token && token === 'comma' ? 'comma' : undefined;
}

function readChain({ operands, links }: Chain, rules: ReadingRules): Reading {
  const has = (...kinds: readonly Link[]): boolean => links.some((link) => kinds.includes(link));
  if (!has('or', 'comma or')) {
    return has('and', 'comma and') ? certainly(operands.flat()) : readList(operands, rules);
  }
  if (has('comma or')) {
    return has('and', 'comma and', 'or', 'beside') ? TWO_READINGS : alternatives(operands);
  }
  if (has('and')) {
    return TWO_READINGS;
  }
  const groups = splitGroups(operands, links);
  if (groups.length > 1 && endsInOneChoice(groups)) {
    return TWO_READINGS;
  }
  const clauses = groups.map((group) => anyOf(group));
  return clauses.every((clause) => clause !== undefined) ? certainly(clauses.flat()) : TOO_MANY;
}

const TWO_READINGS: Reading = { kind: 'unclear', reason: 'can be read in two ways; write which scopes are alternatives: (A or B) and C' };
const TOO_MANY: Reading = { kind: 'unclear', reason: 'combines more alternatives than are worked out' };

function splitGroups(operands: readonly Requirement[], links: readonly Link[]): Requirement[][] {
  const groups: Requirement[][] = [];
  operands.forEach((operand, index) => {
    const last = groups.at(-1);
    if (last !== undefined && links[index - 1] === 'or') {
      last.push(operand);
    } else {
      groups.push([operand]);
    }
  });
  return groups;
}

/** "A, B or C": a list of three alternatives, or A and one of the others. */
function endsInOneChoice(groups: readonly (readonly Requirement[])[]): boolean {
  const last = groups.at(-1) ?? [];
  return groups.slice(0, -1).every((group) => group.length === 1) && !hasPartOfAnother(last.flat(2));
}

function readList(operands: readonly Requirement[], { several, saysOr }: Pick<ReadingRules, 'several' | 'saysOr'>): Reading {
  if (operands.length < 2 || several === 'all') {
    return certainly(operands.flat());
  }
  if (several === 'any') {
    return alternatives(operands);
  }
  if (hasPartOfAnother(operands.flat(2))) {
    return { kind: 'unclear', reason: 'lists a scope beside its own part, and does not say whether all or any is needed' };
  }
  return { kind: 'requirement', requires: distinctClauses(operands.flat()), certain: saysOr };
}

/** `users` and `users:readonly`: one name goes on, after a sign, where the other ends. */
function hasPartOfAnother(scopes: readonly Scope[]): boolean {
  const names = new Set(scopes);
  return scopes.some((scope) => stemsOf(scope).some((stem) => names.has(stem)));
}

/** `a.b:c` has the stems `a` and `a.b`. */
function stemsOf(name: string): string[] {
  return [...name.matchAll(/[^A-Za-z0-9]/g)].map(({ index }) => name.slice(0, index));
}

function alternatives(operands: readonly Requirement[]): Reading {
  const requires = anyOf(operands);
  return requires === undefined ? TOO_MANY : certainly(requires);
}

function certainly(clauses: readonly Clause[]): Reading {
  return { kind: 'requirement', requires: distinctClauses(clauses), certain: true };
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
