import type { Clause, Requirement } from '../scopes/requirement.ts';

/** A requirement with more clauses says nothing to a reader any more; an intermediate result may be longer. */
const MOST_CLAUSES = 64;
const MOST_COMBINATIONS = 1024;

/**
 * The requirement that is met where any of the given ones is: each clause of one with each clause of the others.
 * @returns clauses that another clause makes superfluous are left out; `undefined` where there would be more than 64
 */
export function anyOf(requirements: readonly Requirement[]): Requirement | undefined {
  const [first = [], ...others] = requirements;
  let product = distinctClauses(first);
  for (const requirement of others) {
    if (product.length * requirement.length > MOST_COMBINATIONS) {
      return undefined;
    }
    const combined = product.flatMap((clause) => requirement.map((other): Clause => [...new Set([...clause, ...other])]));
    product = withoutSuperfluous(distinctClauses(combined));
    if (product.length > MOST_CLAUSES) {
      return undefined;
    }
  }
  return product;
}

/** Each clause once, in the order in which they come first. */
export function distinctClauses(clauses: readonly Clause[]): Requirement {
  const seen = new Set<string>();
  return clauses.filter((clause) => {
    const key = keyOf(clause);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** The same clauses with the same alternatives, whatever their order. */
export function sameRequirement(left: Requirement | null, right: Requirement | null): boolean {
  return left === null || right === null ? left === right : clausesKey(left) === clausesKey(right);
}

/** Leaves out a clause that another one makes needless: whoever holds one scope of a narrower clause holds one of the wider. */
export function withoutSuperfluous(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter((clause) => !clauses.some((other) => isNarrower(other, clause)));
}

function isNarrower(clause: Clause, than: Clause): boolean {
  return clause.length < than.length && clause.every((scope) => than.includes(scope));
}

function clausesKey(requirement: Requirement): string {
  return JSON.stringify(requirement.map(keyOf).sort());
}

function keyOf(clause: Clause): string {
  return [...new Set(clause)].sort().join(' ');
}
