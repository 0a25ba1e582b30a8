/**
 * The role permissions that a method of the SDK needs besides its scopes: those of the endpoints that it calls, where all of them are known and
 * demand the same. Where they differ, the facts do not say whether the method calls all of them or one, and nothing is said.
 *
 * @param row documented method with the endpoints that the SDK's code calls
 * @param endpoints those of the catalog
 * @returns CNF, or `undefined`
 */
export function permissionsOfMethod(row, endpoints) {
  const called = row.sdk.endpointsHead ?? row.sdk.endpoints138 ?? [];
  const known = called.map(({ method, path }) => endpoints.find((endpoint) => endpoint.verb === method && placeOf(endpoint) === normalize(path)));
  const demanded = new Set(known.map((endpoint) => JSON.stringify(endpoint?.permissions)));
  return demanded.size === 1 ? known[0]?.permissions : undefined;
}

function placeOf({ service = '', path }) {
  return normalize(`${service}${path}`);
}

/** Names of parameters are those of whoever wrote the path down. */
function normalize(path) {
  return path.replace(/^\//, '').replace(/\{[^{}]*\}/g, '{}').toLowerCase();
}
