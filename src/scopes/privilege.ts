import type { Clause, Requirement, Scope } from './requirement.ts';
import { meets } from './satisfy.ts';
import { compareScopes, isSuggestible, type Vocabulary } from './vocabulary.ts';

/** What is too much about a held scope. */
export interface PrivilegeVerdict {
  /**
   * `unused`: it satisfies no clause of any requirement. `narrow`: `narrower` satisfies every clause that it satisfies.
   * `redundant`: it satisfies a clause, and the other scopes satisfy all of them without it.
   */
  readonly kind: 'unused' | 'redundant' | 'narrow';
  readonly scope: Scope;
  /** For `narrow` only: a scope that `scope` implies and that does not imply it. */
  readonly narrower?: Scope;
}

/**
 * What could be taken away from a grant. Each verdict is true by itself, and all of them applied at once leave every clause satisfied
 * that was satisfied. Scopes that are always allowed and role-based wildcards get no verdict. A requirement that the grant does not
 * satisfy is no hindrance.
 *
 * @param held may repeat itself; a scope gets one verdict at most, in the order of its first appearance
 * @param requirements of all calls that are made with the grant; what is unknown is the caller's business
 */
export function judgePrivilege(held: readonly Scope[], requirements: readonly Requirement[], vocabulary: Vocabulary): PrivilegeVerdict[] {
  const clauses = satisfiedClauses(held, requirements, vocabulary);
  const judged = [...new Set(held)].filter((scope) => !vocabulary.isAlwaysAllowed(scope) && !vocabulary.isRoleWildcard(scope));
  const used = judged.filter((scope) => clauses.some((clause) => meets(vocabulary.implied(scope), clause)));
  const replacements = new Map(used.map((scope) => [scope, narrowest(scope, clauses, vocabulary)]));
  const untouched = held.filter((scope) => !judged.includes(scope));
  const dropped = redundant(new Set(replacements.values()), untouched, clauses, vocabulary);
  return judged.flatMap((scope): PrivilegeVerdict[] => {
    const kept = replacements.get(scope);
    if (kept === undefined) {
      return [{ kind: 'unused', scope }];
    }
    if (dropped.has(kept)) {
      return [{ kind: 'redundant', scope }];
    }
    return kept === scope ? [] : [{ kind: 'narrow', scope, narrower: kept }];
  });
}

function satisfiedClauses(held: readonly Scope[], requirements: readonly Requirement[], vocabulary: Vocabulary): Clause[] {
  const covered = vocabulary.closure(held);
  const distinct = new Map(requirements.flat().map((clause) => [clause.join(' '), clause]));
  return [...distinct.values()].filter((clause) => meets(covered, clause));
}

/** The implied scope with the smallest closure that alone does all that the scope does; the scope itself where there is none. */
function narrowest(scope: Scope, clauses: readonly Clause[], vocabulary: Vocabulary): Scope {
  const work = clauses.filter((clause) => meets(vocabulary.implied(scope), clause));
  const candidates = [...vocabulary.implied(scope)].filter((candidate) => {
    const covered = vocabulary.implied(candidate);
    return isSuggestible(vocabulary, candidate) && !covered.has(scope) && work.every((clause) => meets(covered, clause));
  });
  const bySize = (left: Scope, right: Scope): number => vocabulary.implied(left).size - vocabulary.implied(right).size;
  const inOrder = compareScopes(vocabulary);
  return candidates.sort((left, right) => bySize(left, right) || inOrder(left, right))[0] ?? scope;
}

/**
 * Takes scopes away one by one while the rest suffices: first those that another one implies, which are a second mention of the same
 * privilege; then the broadest, so that what stays is small.
 */
function redundant(
  scopes: ReadonlySet<Scope>,
  untouched: readonly Scope[],
  clauses: readonly Clause[],
  vocabulary: Vocabulary,
): Set<Scope> {
  const isImplied = (scope: Scope): boolean =>
    [...scopes].some((other) => vocabulary.implied(other).has(scope) && !vocabulary.implied(scope).has(other));
  const inOrder = compareScopes(vocabulary);
  const sequence = [...scopes].sort(
    (left, right) =>
      Number(isImplied(right)) - Number(isImplied(left)) ||
      vocabulary.implied(right).size - vocabulary.implied(left).size ||
      inOrder(right, left),
  );
  const kept = new Set(scopes);
  for (const scope of sequence) {
    kept.delete(scope);
    const covered = vocabulary.closure([...kept, ...untouched]);
    if (!clauses.every((clause) => meets(covered, clause))) {
      kept.add(scope);
    }
  }
  return new Set(sequence.filter((scope) => !kept.has(scope)));
}
