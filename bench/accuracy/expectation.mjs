import { covered, isAlwaysAllowed, isKnown, served } from './scope-algebra.mjs';

/**
 * What is to be said of a grant of an application that needs these scopes. `needed` names the narrowest scope of each clause, so that a
 * clause is met by whatever covers it.
 *
 * @param {string[]} needed
 * @param {string[]} open scopes of which the truth says that nobody can tell
 * @param {string[]} scopes the grant
 */
export function allExpected(needed, open, scopes, index) {
  const known = scopes.filter((scope) => isKnown(scope, index));
  const all = covered(known, index);
  const judged = known.filter((scope) => !isAlwaysAllowed(scope, index) && !open.includes(scope));
  return {
    missing: needed.filter((scope) => !all.has(scope) && !open.includes(scope)).map((scope) => [scope]),
    unused: judged.filter((scope) => served(scope, needed, index).length === 0),
    narrow: judged.flatMap((from) => {
      const [to, ...others] = served(from, needed, index);
      return to !== undefined && others.length === 0 && to !== from ? [{ from, to }] : [];
    }),
    malformed: scopes.filter((scope) => !isKnown(scope, index) && !isAlwaysAllowed(scope, index)),
  };
}
