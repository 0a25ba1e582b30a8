import { covered, isAlwaysAllowed, isKnown, served } from './scope-algebra.mjs';

/** How many scopes are tried that the application has nothing to do with; each is of another category. */
const FOREIGN = 3;

/**
 * Grants with one fault each: a needed scope taken away, a foreign one added, a narrow one broadened, a name misspelt.
 *
 * @param {{ needed: string[], dated: string[][], undecided: string[] }} truth see `allExpected`
 * @param {string[]} scopes the declared grant
 * @returns {{ kind: 'removed' | 'foreign' | 'broadened' | 'misspelt', scopes: string[] }[]}
 */
export function mutationsOf({ needed, dated, undecided }, scopes, index) {
  const known = scopes.filter((scope) => isKnown(scope, index) && !isAlwaysAllowed(scope, index));
  const without = (scope) => scopes.filter((other) => !covered([other], index).has(scope));
  const removed = needed.map(without).filter((rest) => rest.length < scopes.length && rest.length > 0);
  const used = [...needed, ...dated.flat()];
  const foreign = foreignScopes(used, undecided, scopes, index).map((scope) => [...scopes, scope]);
  const broadened = needed.flatMap((narrow) =>
    broaderScopes(narrow, used, index)
      .filter((broad) => scopes.includes(narrow) && !scopes.includes(broad))
      .map((broad) => scopes.map((scope) => (scope === narrow ? broad : scope))),
  );
  const misspelt = known.slice(0, 12).map((scope) => scopes.map((other) => (other === scope ? misspell(scope, index) : other)));
  return Object.entries({ removed, foreign, broadened, misspelt }).flatMap(([kind, grants]) =>
    grants.map((grant) => ({ kind, scopes: grant })),
  );
}

function foreignScopes(needed, undecided, scopes, index) {
  const held = covered(scopes, index);
  const open = new Set(undecided);
  const candidates = index.catalog.scopes.filter(
    ({ name, suspect, firstPartyOnly, roleWildcard }) =>
      !(suspect || firstPartyOnly || roleWildcard || held.has(name) || isAlwaysAllowed(name, index)) &&
      served(name, needed, index).length === 0 &&
      ![...covered([name], index)].some((scope) => open.has(scope) || held.has(scope)),
  );
  const byCategory = new Map(candidates.map((scope) => [scope.category, scope.name]));
  return [...byCategory.values()].slice(0, FOREIGN);
}

/** Those that do nothing for the application but what the narrow one does. */
function broaderScopes(narrow, needed, index) {
  return index.catalog.scopes
    .filter(({ name, suspect, firstPartyOnly }) => !(suspect || firstPartyOnly) && name !== narrow)
    .map(({ name }) => name)
    .filter((name) => served(name, needed, index).join() === narrow);
}

/** Two letters change places. */
function misspell(scope, index) {
  for (let position = scope.length - 2; position > 0; position -= 1) {
    const [left, right] = [scope[position], scope[position + 1]];
    const text = `${scope.slice(0, position)}${right}${left}${scope.slice(position + 2)}`;
    if (left !== right && /[a-z]/i.test(left) && /[a-z]/i.test(right) && !isKnown(text, index)) {
      return text;
    }
  }
  return `${scope}x`;
}
