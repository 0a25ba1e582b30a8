import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { oneRowPerLine } from './format-json.mjs';

const DATA = new URL('../../src/catalogs/data/', import.meta.url);
const HEADERS = 'headers.json';

/**
 * What tools need of every catalog to know whether a program has to do with its provider: a file of its own, so that nobody reads the
 * tables of a provider whom they do not use. Run by each script that writes a catalog.
 */
export function writeHeaders() {
  const names = readdirSync(DATA).filter((name) => name.endsWith('.json') && name !== HEADERS);
  const headers = names.map((name) => {
    const { provider, title, accountOf, sdk, clients, declarations, requests } = JSON.parse(readFileSync(new URL(name, DATA), 'utf8'));
    return { provider, title, accountOf, sdk, clients, declarations, requests };
  });
  writeFileSync(new URL(HEADERS, DATA), oneRowPerLine({ headers }));
}
