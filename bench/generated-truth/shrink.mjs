/**
 * Takes parts out of a recipe for as long as it stays wrong.
 *
 * @param {object} recipe
 * @param {(recipe: object) => boolean} isWrong
 */
export function shrink(recipe, isWrong) {
  let best = recipe;
  for (let isSmaller = true; isSmaller;) {
    const smaller = smallerRecipes(best).find(isWrong);
    isSmaller = smaller !== undefined;
    best = smaller ?? best;
  }
  return best;
}

function smallerRecipes(recipe) {
  const without = (list, position) => list.filter((_, other) => other !== position);
  const replaced = (list, position, value) => list.map((one, other) => (other === position ? value : one));
  return [
    ...recipe.calls.map((_, position) => ({ ...recipe, calls: without(recipe.calls, position) })).filter(hasCallForEach),
    ...recipe.calls.flatMap((call, position) =>
      ['before', 'around', 'after'].flatMap((part) =>
        (call[part] ?? []).map((_, flow) => ({
          ...recipe, calls: replaced(recipe.calls, position, { ...call, [part]: without(call[part], flow) }),
        })),
      ),
    ),
    ...recipe.clients.map((_, position) => ({
      ...recipe,
      clients: without(recipe.clients, position),
      calls: recipe.calls.filter(({ client }) => client !== position).map((call) => ({ ...call, client: call.client - (call.client > position ? 1 : 0) })),
    })).filter(({ clients }) => clients.length > 0),
    ...recipe.clients.flatMap((client, position) => [
      ...client.flows.map((_, flow) => ({ ...recipe, clients: replaced(recipe.clients, position, { ...client, flows: without(client.flows, flow) }) })),
      ...(client.source === 'literal' ? [] : [{ ...recipe, clients: replaced(recipe.clients, position, { ...client, source: 'literal' }) }]),
    ]),
    ...recipe.calls.flatMap((call, position) => {
      const simple = { method: { form: 'statement', access: 'service' }, returned: { form: 'variable', access: 'service' }, request: { form: 'fetch', address: 'literal' } }[call.kind];
      return Object.entries(simple).filter(([key, value]) => call[key] !== value)
        .map(([key, value]) => ({ ...recipe, calls: replaced(recipe.calls, position, { ...call, [key]: value }) }));
    }),
  ];
}

/** A client that is never used has nothing to be compared with. */
function hasCallForEach({ clients, calls }) {
  return clients.every((_, number) => calls.some(({ client, place }) => client === number && place === 'live'));
}
