/**
 * The report of an application with many findings: calls that lack a scope, and scopes that nothing needs. Not an application that anyone has;
 * a page must bear it all the same.
 * @param {number} count of findings
 * @param {number} wrapped share of the calls that are made through a wrapper of their own, so that no other finding has the same message
 * @param {number} methods of each resource
 */
export function reportOf(count, wrapped, methods) {
  const files = Math.ceil(count / 10);
  const scopes = Array.from({ length: 60 }, (_, index) => `OR.Resource${index}`);
  const held = [...scopes.slice(0, 20), ...Array.from({ length: 40 }, (_, index) => `OR.Unneeded${index}.Read`)];
  const missing = Array.from({ length: count - 40 }, (_, index) => {
    const scope = scopes[20 + (index % 40)];
    const call = `Resource${20 + (index % 40)}s.update${index % methods}`;
    const isWrapped = (index % 100) / 100 < wrapped;
    const wrapper = { file: fileOf((index * 7) % files), line: (index % 400) + 1 };
    return {
      rule: 'no-missing-scope',
      kind: 'missing',
      scope: `${scope} or ${scope}.Write`,
      suggestion: `${scope}.Write`,
      place: placeOf(fileOf(index % files), index),
      message: `${call}${isWrapped ? `, called through wrap${index} (${wrapper.file.slice(12)}:${wrapper.line}),` : ''} `
        + `needs ${scope} or ${scope}.Write, which the client does not hold. `
        + `Declare ${scope}.Write. Source: OAuth Scopes Reference of the SDK, 2026-05-12.`,
      call,
      ...(isWrapped ? { chain: [{ name: `wrap${index}`, place: placeOf(wrapper.file, wrapper.line - 1) }] } : {}),
    };
  });
  const unused = held.slice(20).map((scope, index) => ({
    rule: 'no-unused-scope', kind: 'unused', scope, place: placeOf('/repository/uipath.json', index), message: `No call needs ${scope}. Remove it.`,
  }));
  const needed = scopes.slice(20).map((scope) => ({
    anyOf: [scope, `${scope}.Write`],
    by: missing.filter((finding) => finding.scope.startsWith(`${scope} `)).map(({ place, call }) => ({ place, call })),
  }));
  const met = scopes.slice(0, 20).map((scope, index) => ({
    anyOf: [scope],
    by: Array.from({ length: 100 }, (_, use) => ({ place: placeOf(fileOf((use * 3 + index) % files), use), call: `${scope.slice(3)}s.getAll` })),
  }));
  return {
    name: 'many-findings',
    provider: 'uipath',
    declared: [{ scopes: held, place: placeOf('/repository/uipath.json', 2), kind: 'configuration', effective: true }],
    needed: [...met, ...needed],
    minimal: { scopes, complete: true, provenLeast: true, reasons: Object.fromEntries(scopes.map((scope) => [scope, []])), newestUsedFor: [] },
    findings: [...missing, ...unused],
    undecided: [],
    coverage: { calls: count + 2_000, resolved: count + 2_000, unmapped: 0, untyped: 0 },
    files,
  };
}

function fileOf(index) {
  return `/repository/packages/package-${index % 40}/src/features/feature-${index}.ts`;
}

function placeOf(file, index) {
  const line = (index % 900) + 1;
  return { file, line, column: 15, endLine: line, endColumn: 21 };
}
