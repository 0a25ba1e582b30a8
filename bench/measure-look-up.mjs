// node bench/measure-look-up.mjs [--rounds 7]
// Microseconds to find what a request may be, among a hundred, a thousand and four thousand templates: medians over all requests of a
// table, of several rounds. Build first.
import { parseArgs } from 'node:util';
import { builtInCatalog } from '../dist/src/catalogs/built-in.js';
import { indexCatalog } from '../dist/src/catalogs/catalog-index.js';
import { findEndpoints } from '../dist/src/catalogs/endpoint-index.js';
import { median } from './statistics.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(values.rounds);
const uipath = builtInCatalog('uipath');
const all = [...(builtInCatalog('genesys').endpoints ?? []), ...uipath.endpoints].map((endpoint) => ({ ...endpoint, service: undefined }));

for (const size of [100, 1000, all.length]) {
  // Every n-th, so that each table has templates of all kinds.
  const endpoints = all.filter((_, position) => position % Math.floor(all.length / size) === 0).slice(0, size);
  const index = indexCatalog({ ...uipath, endpoints });
  for (const [kind, queryOf] of Object.entries({ 'with values': filled, 'with unknown parts': template })) {
    const queries = endpoints.map(queryOf);
    const times = Array.from({ length: rounds + 1 }, () => queries.map((query) => timed(index, query)));
    const medians = times.slice(1).map((round) => median(round));
    console.log(`${endpoints.length} templates, ${kind}: ${median(medians).toFixed(2)} µs`);
  }
}

/** One look-up is too short for the clock: twenty are. */
function timed(index, query) {
  const start = process.hrtime.bigint();
  for (let count = 0; count < 20; count += 1) {
    findEndpoints(index, query);
  }
  return Number(process.hrtime.bigint() - start) / 1e3 / 20;
}

function filled({ verb, path }) {
  return { verb, service: null, segments: path.slice(1).replaceAll(/\{\w+\}/g, '4711').split('/').map((segment) => [segment]) };
}

function template({ verb, path }) {
  const piecesOf = (segment) => segment.split(/(\{\w+\})/).filter(Boolean).map((piece) => (piece.startsWith('{') ? null : piece));
  return { verb, service: null, segments: path.slice(1).split('/').map(piecesOf) };
}
