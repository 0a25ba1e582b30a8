// Writes the facts of UiPath's two method tables as the fixtures that the tests hold the catalog against: the one that the user saved
// (section, method, aliases, requirement, line), and the one of the current documentation (the same without lines).
//   node scripts/catalogs/extract-uipath-tables.mjs <table as text> [<docs/oauth-scopes.md>]
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, stderr } from 'node:process';
import { oneRowPerLine } from './format-json.mjs';
import { readUipathDocs } from './read-uipath-docs.mjs';
import { readUipathSeed } from './read-uipath-seed.mjs';

const [, , seed, docs] = argv;
if (seed === undefined) {
  throw new Error('Name the method table: node scripts/catalogs/extract-uipath-tables.mjs <table as text> [<docs/oauth-scopes.md>]');
}
write('uipath-methods.json', readUipathSeed(readFileSync(seed, 'utf8')));
if (docs !== undefined) {
  write('uipath-docs.json', readUipathDocs(readFileSync(docs, 'utf8')));
}

function write(name, rows) {
  writeFileSync(new URL(`../../test/fixtures/seeds/${name}`, import.meta.url), oneRowPerLine({ rows }));
  stderr.write(`${name}: ${rows.length} rows\n`);
}
