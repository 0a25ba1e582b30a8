import { covered, isAlwaysAllowed, isKnown, served } from './scope-algebra.mjs';

/**
 * What is to be said of a grant of an application that needs these scopes. `needed` names the narrowest scope of each clause, so that a
 * clause is met by whatever covers it.
 *
 * @param {{ needed: string[], dated: string[][], undecided: string[] }} truth `dated`: scopes of which one source asks for one and another
 * for another, so that all of them are used, all together suffice, none of them is missing where another one is held, and one of them is
 * where none is. `undecided`: scopes of which nobody can tell
 * @param {string[]} scopes the grant
 */
export function allExpected({ needed, dated, undecided }, scopes, index) {
  const known = scopes.filter((scope) => isKnown(scope, index));
  const all = covered(known, index);
  const judged = known.filter((scope) => !isAlwaysAllowed(scope, index) && !undecided.includes(scope));
  const used = [...needed, ...dated.flat()];
  return {
    missing: [
      ...needed.filter((scope) => !all.has(scope) && !undecided.includes(scope)).map((scope) => [scope]),
      ...dated.filter((group) => !group.some((scope) => all.has(scope))),
    ],
    unused: judged.filter((scope) => served(scope, used, index).length === 0),
    narrow: judged.flatMap((from) => {
      const [to, ...others] = served(from, used, index);
      return to !== undefined && others.length === 0 && to !== from ? [{ from, to }] : [];
    }),
    malformed: scopes.filter((scope) => !isKnown(scope, index) && !isAlwaysAllowed(scope, index)),
    undecided,
  };
}
