import { PatternError, readPositions, type PatternPositions } from './pattern-positions.ts';

/**
 * What keeps a pattern from being matched in a time that grows with the length of a text and no faster, by an engine that tries one way after
 * another; `null` where nothing does. A pattern from a file is matched with whatever stands in other files.
 *
 * The number of ways of reading a text must not grow with it: no part that repeats may be passed through in two ways (`(a+)+`, `(a|a)*`), and no
 * two parts that repeat may share a text between them (`a*a*`). This is finite ambiguity as in Weber and Seidl, On the degree of ambiguity of
 * finite automata, 1991, of an automaton whose steps are counted as often as the pattern has them.
 */
export function superlinearity(pattern: string): string | null {
  if (pattern.length > MAXIMUM_LENGTH) {
    return `Expected no more than ${MAXIMUM_LENGTH} characters`;
  }
  try {
    const positions = readPositions(pattern);
    return isLinear(positions) ? null : 'Expected a pattern that reads a text in one way: parts that repeat and take the same characters need something between them';
  } catch (error) {
    if (error instanceof PatternError) {
      return `Expected ${error.message}`;
    }
    throw error;
  }
}

const MAXIMUM_LENGTH = 1000;

/** Ways of reading that do not grow with the text, but with the pattern: `(?:a|a)(?:a|a)…` has many. */
const MAXIMUM_WAYS = 1000;

/** Pairs of positions that the search looks at. A form of names takes some thousands. */
const MAXIMUM_STEPS = 1_000_000;

function isLinear(automaton: PatternPositions): boolean {
  const { takes, first, next } = automaton;
  const reachable = takes.map((_, position) => reachableFrom([position], next));
  const isRepeated = (position: number): boolean => reachable[position]?.has(position) === true;
  const isTogether = (one: number, other: number): boolean => reachable[one]?.has(other) === true && reachable[other]?.has(one) === true;
  const repeated = takes.flatMap((_, position) => (isRepeated(position) ? [position] : []));
  const budget = { steps: MAXIMUM_STEPS };

  const ways = [first, ...next].reduce((product, choices) => product * widestChoice(choices, takes), 1);
  const isDoubled = repeated.some((position) => {
    const inside = (next[position] ?? []).filter((other) => isTogether(position, other));
    return new Set(inside).size < inside.length;
  });
  return ways <= MAXIMUM_WAYS && !isDoubled && repeated.every((start) =>
    !returnsInTwoWays(start, automaton, isTogether, budget) &&
    repeated.every((end) => start === end || isTogether(start, end) || reachable[start]?.has(end) !== true || !sharesText(start, end, automaton, isTogether, budget)));
}

function reachableFrom(starts: readonly number[], next: PatternPositions['next']): ReadonlySet<number> {
  const found = new Set<number>();
  const waiting = starts.flatMap((start) => next[start] ?? []);
  for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
    if (!found.has(position)) {
      found.add(position);
      waiting.push(...(next[position] ?? []));
    }
  }
  return found;
}

/** The most of these positions that one character leads to. */
function widestChoice(choices: readonly number[], takes: PatternPositions['takes']): number {
  return Math.max(1, ...choices.map((one) => choices.filter((other) => ((takes[one] ?? 0n) & (takes[other] ?? 0n)) !== 0n).length));
}

/** A text leads from the position back to it on two different ways. */
function returnsInTwoWays(start: number, automaton: PatternPositions, isTogether: (one: number, other: number) => boolean, budget: { steps: number }): boolean {
  return leads(automaton, [start, start, 0], ([left, right, parted]) => left === start && right === start && parted === 1, budget, ([left, right, parted]) =>
    pairsOf(automaton, left, right)
      .filter(([one, other]) => isTogether(start, one) && isTogether(start, other))
      .map(([one, other]) => [one, other, parted === 1 || one !== other ? 1 : 0]));
}

/** A text leads from `start` back to it, from `start` to `end`, and from `end` back to it. */
function sharesText(start: number, end: number, automaton: PatternPositions, isTogether: (one: number, other: number) => boolean, budget: { steps: number }): boolean {
  return leads(automaton, [start, start, end], ([one, between, other]) => one === start && between === end && other === end, budget, ([one, between, other]) =>
    pairsOf(automaton, one, between)
      .filter(([nextOne]) => isTogether(start, nextOne))
      .flatMap(([nextOne, nextBetween]) => (automaton.next[other] ?? []).filter((nextOther) =>
        isTogether(end, nextOther) && meet(automaton, nextOne, nextBetween, nextOther)).map((nextOther) => [nextOne, nextBetween, nextOther])));
}

type Triple = readonly [number, number, number];

/** Whether a way of at least one step leads from a triple to one that is looked for. Yes, when that would take too long to find out. */
function leads(
  { takes, next }: PatternPositions,
  start: Triple,
  isFound: (triple: Triple) => boolean,
  budget: { steps: number },
  stepsFrom: (triple: Triple) => readonly (readonly number[])[],
): boolean {
  const size = takes.length + 1;
  const seen = new Set<number>();
  const waiting: Triple[] = [start];
  for (let triple = waiting.pop(); triple !== undefined; triple = waiting.pop()) {
    budget.steps -= (next[triple[0]]?.length ?? 0) * (next[triple[1]]?.length ?? 0);
    if (budget.steps < 0) {
      return true;
    }
    for (const [one = 0, two = 0, three = 0] of stepsFrom(triple)) {
      if (isFound([one, two, three])) {
        return true;
      }
      const key = (one * size + two) * size + three;
      if (!seen.has(key)) {
        seen.add(key);
        waiting.push([one, two, three]);
      }
    }
  }
  return false;
}

function pairsOf(automaton: PatternPositions, left: number, right: number): readonly (readonly [number, number])[] {
  return (automaton.next[left] ?? []).flatMap((one) => (automaton.next[right] ?? []).flatMap((other) => (meet(automaton, one, other) ? [[one, other] as const] : [])));
}

/** One character may lead to all of them. */
function meet({ takes }: PatternPositions, ...positions: readonly number[]): boolean {
  return positions.reduce((common, position) => common & (takes[position] ?? 0n), (1n << 129n) - 1n) !== 0n;
}
