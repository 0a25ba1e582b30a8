// node bench/measure-import.mjs <imported catalog> <provider> [service]
// Holds a catalog that `oauth-scopes catalog import` made against the built-in one, operation by operation: the numbers of docs/import-accuracy.md, and every difference.
import { readFileSync } from 'node:fs';

const [file, provider, service] = process.argv.slice(2);
const imported = byOperation(JSON.parse(readFileSync(file, 'utf8')).endpoints ?? []);
const { endpoints } = JSON.parse(readFileSync(new URL(`../src/catalogs/data/${provider}.json`, import.meta.url), 'utf8'));
const own = byOperation(endpoints.filter((endpoint) => service === undefined || endpoint.service === service));

const shared = [...imported].flatMap(([operation, endpoint]) => (own.has(operation) ? [{ operation, found: newest(endpoint), rows: rowsOf(own.get(operation)) }] : []));
const isSame = ({ found, rows }) => rows.length <= 1 && (rows[0] ?? null) === found;
const isOneOf = (one) => !isSame(one) && one.rows.includes(one.found);
const other = shared.filter((one) => !isSame(one) && !isOneOf(one));
console.table({
  operations: imported.size,
  same: shared.filter(isSame).length,
  'one of several built-in rows': shared.filter(isOneOf).length,
  other: other.length,
  'not built in': [...imported.keys()].filter((operation) => !own.has(operation)).length,
  'built in, and not imported': [...own.keys()].filter((operation) => !imported.has(operation)).length,
});
other.forEach(({ operation, found, rows }) => console.log(`${operation}: ${found ?? 'unknown'}, built in ${rows.join(' | ') || 'unknown'}`));

/** Names of parameters, quotes and case are not what operations differ in; nor is what stands before the service. */
function byOperation(list) {
  const pathOf = ({ path }) => (service !== undefined && path.includes(`/${service}`) ? path.slice(path.indexOf(`/${service}`) + service.length + 1) : path);
  return new Map(list.map((endpoint) => [`${endpoint.verb} ${pathOf(endpoint).replaceAll(/\{[^}]*\}/g, '{}').replaceAll("'", '').toLowerCase()}`, endpoint]));
}

function rowsOf({ rows }) {
  return rows.map(({ requires }) => (requires === null ? null : JSON.stringify(requires.map((clause) => clause.toSorted()).sort())));
}

function newest(endpoint) {
  return rowsOf(endpoint).at(-1) ?? null;
}
