/** What the row's `source` says of scopes that no definition states: those of the nearest endpoints. */
const NEIGHBOURS = 'neighbours';

/**
 * The endpoints of the platform in the order of the SDK's methods, each with the methods that call it.
 *
 * @param methods facts: class, member, verb, path, scopes with their confidence, permissions
 * @param conflicts endpoints of which two snapshots of the definition say different things
 */
export function catalogEndpoints(methods, conflicts) {
  const endpoints = new Map();
  for (const method of methods) {
    const label = `${method.httpMethod} ${method.path}`;
    const name = `${method.apiClass}.${method.method}`;
    const known = endpoints.get(label);
    if (known === undefined) {
      const conflict = conflicts.find((entry) => entry.method === method.httpMethod && entry.path === method.path);
      endpoints.set(label, endpoint(name, method, conflict));
    } else {
      known.sdk.push(name);
    }
  }
  return [...endpoints.values()];
}

function endpoint(name, method, conflict) {
  return {
    verb: method.httpMethod,
    path: method.path,
    sdk: [name],
    rows: conflict === undefined ? rows(method) : conflictingRows(conflict),
    permissions: permissions(method.permissions),
    refusedTo: method.notForClientCredentials ? ['client_credentials'] : undefined,
  };
}

/**
 * An empty list says that the definition names no scope, which is not that none is needed: it counts as unknown, unless the definition
 * asks for no sign-in at all.
 */
function rows({ scopes, scopesConfidence, scopesSource, auth, readonlyPossible = [] }) {
  switch (scopesConfidence) {
    case 'exact':
      return [row(scopes.length === 0 && auth !== 'none' ? null : scopes, scopesSource)];
    case 'prefix':
      // Whether the read-only scope would do cannot be told: with it the row says less, and what it says is right in either case.
      return [row(scopes.map((clause) => [...clause, ...readonlyPossible]), NEIGHBOURS, 'inferred')];
    default:
      return [];
  }
}

function row(requires, source, confidence = 'exact') {
  return { requires, source, confidence };
}

/** Both statements stay, the newer one last; the day of the newer snapshot is the first on which the older one no longer holds. */
function conflictingRows({ july2026, feb2026 }) {
  const day = '2026-07-26';
  return [
    { requires: [feb2026.scopes], until: day, source: 'openapi-2026-02', confidence: 'exact' },
    { requires: [july2026.scopes], since: day, source: 'openapi-2026-07', confidence: 'exact' },
  ];
}

/** A list with a sentence in it says nothing that could be compared. */
function permissions(stated) {
  if (stated === null || stated.list.some((name) => name.includes(' '))) {
    return undefined;
  }
  return stated.type === 'ANY' ? [stated.list] : stated.list.map((name) => [name]);
}
