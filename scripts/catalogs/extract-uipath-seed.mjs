// Writes the facts of UiPath's method table (section, method, aliases, requirement, line) as the fixture that the tests hold the catalog
// against.
//   node scripts/catalogs/extract-uipath-seed.mjs <table as text> [<output>]
import { readFileSync, writeFileSync } from 'node:fs';
import { argv, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { oneRowPerLine } from './format-json.mjs';
import { readUipathSeed } from './read-uipath-seed.mjs';

const [, , input, output = fileURLToPath(new URL('../../test/fixtures/seeds/uipath-methods.json', import.meta.url))] = argv;
if (input === undefined) {
  throw new Error('Name the file that holds the method table: node scripts/catalogs/extract-uipath-seed.mjs <table as text>');
}
const rows = readUipathSeed(readFileSync(input, 'utf8'));
writeFileSync(output, oneRowPerLine({ rows }));
stderr.write(`${rows.length} rows\n`);
