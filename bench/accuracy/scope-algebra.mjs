/**
 * What a token with these scopes covers. Written a second time and not imported: the truth must not share a fault with what it judges.
 *
 * @param {Iterable<string>} scopes
 * @param {{ catalog: { scopes: readonly { name: string, implies?: readonly string[] }[] } }} index
 * @returns {Set<string>}
 */
export function covered(scopes, { catalog }) {
  const implies = new Map(catalog.scopes.map((scope) => [scope.name, scope.implies ?? []]));
  const all = new Set();
  const add = (scope) => {
    if (!all.has(scope)) {
      all.add(scope);
      (implies.get(scope) ?? []).forEach(add);
    }
  };
  [...scopes].forEach(add);
  return all;
}

/** Which of the needed scopes one scope serves. */
export function served(scope, needed, index) {
  const own = covered([scope], index);
  return needed.filter((one) => own.has(one));
}

export function isKnown(scope, { catalog }) {
  return catalog.scopes.some(({ name }) => name === scope);
}

export function isAlwaysAllowed(scope, { catalog }) {
  return catalog.alwaysAllowed.includes(scope);
}
