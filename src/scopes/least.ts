import type { Clause, Requirement, Scope } from './requirement.ts';
import { meets } from './satisfy.ts';
import { compareScopes, type Vocabulary } from './vocabulary.ts';

/** The scopes to ask for. */
export interface LeastScopes {
  /** In the order of the vocabulary. */
  readonly scopes: readonly Scope[];
  /** `false`: the search was cut at its bound; the scopes suffice, and a smaller set may exist. */
  readonly provenLeast: boolean;
}

export interface LeastOptions {
  /** Most sets to look at before the best one so far is taken. */
  readonly bound?: number;
}

/**
 * The scopes of least privilege that satisfy all requirements: as few as possible that are suspect or reserved for the provider's own
 * clients, then the smallest implied closure, then the fewest scopes, then those that a requirement names, then the first in the order
 * of the vocabulary. A scope that no requirement names is never taken if it is itself one to avoid.
 *
 * Exact by branch and bound, in each group of clauses that have no scope in common with the others; above the bound the best set found,
 * marked as such.
 */
export function leastScopes(requirements: readonly Requirement[], vocabulary: Vocabulary, options: LeastOptions = {}): LeastScopes {
  const budget = { left: options.bound ?? DEFAULT_BOUND };
  const costOf = costFunction(new Set(requirements.flat(2)), vocabulary);
  const groups = independentGroups(withCandidates(requirements.flat(), vocabulary), vocabulary);
  const parts = groups.map((group) => search(group, vocabulary, costOf, budget));
  return {
    scopes: parts.flatMap((part) => part.scopes).sort(compareScopes(vocabulary)),
    provenLeast: parts.every((part) => part.provenLeast),
  };
}

/** A group of a real program has a handful of scopes and some ten sets; the bound only has to stop what someone made up. */
const DEFAULT_BOUND = 20_000;

interface OpenClause {
  readonly clause: Clause;
  /** Scopes that are worth trying for the clause, first in the vocabulary first. */
  readonly candidates: readonly Scope[];
}

/** The clauses without repetition and without those that another one makes needless, each with its candidates. */
function withCandidates(clauses: readonly Clause[], vocabulary: Vocabulary): OpenClause[] {
  const distinct = [...new Map(clauses.map((clause) => [[...clause].sort().join(' '), clause])).values()];
  const needed = distinct.filter((clause) => !distinct.some((other) => other !== clause && other.every((scope) => clause.includes(scope))));
  const pool = worthTrying(distinct.flat(), vocabulary);
  return needed.map((clause) => ({ clause, candidates: pool.filter((scope) => meets(vocabulary.implied(scope), clause)) }));
}

/**
 * Some set of least privilege takes all its scopes from here: a scope that no clause names is broader than the one that it implies,
 * and so only of use where that is one to avoid and it itself is none: nobody shall ask for a doubtful scope that no call accepts by name.
 */
function worthTrying(named: readonly Scope[], vocabulary: Vocabulary): Scope[] {
  const avoided = named.filter((scope) => isAvoided(scope, vocabulary));
  const substitutes = vocabulary.names.filter(
    (name) => !isAvoided(name, vocabulary) && avoided.some((scope) => vocabulary.implied(name).has(scope)),
  );
  return [...new Set([...named, ...substitutes])].sort(compareScopes(vocabulary));
}

function isAvoided(scope: Scope, vocabulary: Vocabulary): boolean {
  const entry = vocabulary.entry(scope);
  return entry?.suspect === true || entry?.firstPartyOnly === true;
}

/** Clauses whose candidates cover nothing in common can be solved apart: closures and counts of the parts add up. */
function independentGroups(clauses: readonly OpenClause[], vocabulary: Vocabulary): OpenClause[][] {
  const groups: { covered: Set<Scope>; clauses: OpenClause[] }[] = [];
  for (const open of clauses) {
    const merged = { covered: new Set([...open.clause, ...vocabulary.closure(open.candidates)]), clauses: [open] };
    for (const group of groups.filter(({ covered }) => [...covered].some((scope) => merged.covered.has(scope)))) {
      group.covered.forEach((scope) => merged.covered.add(scope));
      merged.clauses.unshift(...group.clauses);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map((group) => group.clauses);
}

/** What is compared, most important first. `unnamed`: scopes that no requirement names, which stand in for one to avoid. */
type Cost = readonly [avoided: number, covered: number, scopes: number, unnamed: number];

type CostFunction = (scopes: readonly Scope[]) => Cost;

function costFunction(named: ReadonlySet<Scope>, vocabulary: Vocabulary): CostFunction {
  return (scopes) => [
    scopes.filter((scope) => isAvoided(scope, vocabulary)).length,
    vocabulary.closure(scopes).size,
    scopes.length,
    scopes.filter((scope) => !named.has(scope)).length,
  ];
}

function search(clauses: readonly OpenClause[], vocabulary: Vocabulary, costOf: CostFunction, budget: { left: number }): LeastScopes {
  const inOrder = compareScopes(vocabulary);
  let best = greedy(clauses, vocabulary, costOf);
  let bestCost = costOf(best);
  let complete = true;
  const visit = (chosen: readonly Scope[], excluded: ReadonlySet<Scope>): void => {
    if (budget.left <= 0) {
      complete = false;
      return;
    }
    budget.left -= 1;
    const covered = vocabulary.closure(chosen);
    const open = clauses.filter(({ clause }) => !meets(covered, clause));
    const now = costOf(chosen);
    const least: Cost = [now[0], now[1] + disjoint(open), now[2], now[3]];
    const next = fewestCandidates(open, excluded);
    if (compareCosts(least, bestCost) > 0) {
      return;
    }
    if (next === undefined) {
      const sorted = [...chosen].sort(inOrder);
      if (compareCosts(now, bestCost) < 0 || comparePlaces(sorted, best, inOrder) < 0) {
        best = sorted;
        bestCost = now;
      }
      return;
    }
    const tried = new Set(excluded);
    for (const candidate of next.candidates.filter((scope) => !excluded.has(scope))) {
      visit([...chosen, candidate], tried);
      // Sets that contain this candidate have all been seen now.
      tried.add(candidate);
    }
  };
  visit([], new Set());
  return { scopes: best, provenLeast: complete };
}

/** A set that suffices, to compare with: for each open clause the candidate that adds least. */
function greedy(clauses: readonly OpenClause[], vocabulary: Vocabulary, costOf: CostFunction): Scope[] {
  const chosen: Scope[] = [];
  for (const { clause, candidates: options } of clauses) {
    if (!meets(vocabulary.closure(chosen), clause)) {
      const ranked = options.map((scope) => ({ scope, added: costOf([...chosen, scope]) }));
      const cheapest = ranked.reduce((left, right) => (compareCosts(right.added, left.added) < 0 ? right : left));
      chosen.push(cheapest.scope);
    }
  }
  return chosen.sort(compareScopes(vocabulary));
}

function compareCosts(left: Cost, right: Cost): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2] || left[3] - right[3];
}

/** For sets of one cost: which comes first in the vocabulary, scope by scope. */
function comparePlaces(left: readonly Scope[], right: readonly Scope[], inOrder: (left: Scope, right: Scope) => number): number {
  const differing = left.findIndex((scope, index) => scope !== right[index]);
  return differing === -1 ? 0 : inOrder(left[differing] ?? '', right[differing] ?? '');
}

/** Open clauses without a common alternative: each of them makes the closure grow by one scope at least. */
function disjoint(open: readonly OpenClause[]): number {
  const seen = new Set<Scope>();
  let count = 0;
  for (const { clause } of open) {
    if (!clause.some((scope) => seen.has(scope))) {
      clause.forEach((scope) => seen.add(scope));
      count += 1;
    }
  }
  return count;
}

/** The open clause that leaves least choice. */
function fewestCandidates(open: readonly OpenClause[], excluded: ReadonlySet<Scope>): OpenClause | undefined {
  const choice = (clause: OpenClause): number => clause.candidates.filter((scope) => !excluded.has(scope)).length;
  return [...open].sort((left, right) => choice(left) - choice(right))[0];
}
