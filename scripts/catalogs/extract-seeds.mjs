// Writes the facts of the two documents that the user saved about Talkdesk and Genesys Cloud, each with its line: the fixtures that the
// tests hold the catalogs against.
//   node scripts/catalogs/extract-seeds.mjs <Talkdesk's table as text> <Genesys guide as text>
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { oneRowPerLine } from './format-json.mjs';
import { readGenesysGuide } from './read-genesys-guide.mjs';
import { readTalkdeskSeed } from './read-talkdesk-seed.mjs';

const [, , table, guide] = argv;
if (table === undefined || guide === undefined) {
  throw new Error('Name both: node scripts/catalogs/extract-seeds.mjs <Talkdesk\'s table as text> <Genesys guide as text>');
}
write('talkdesk.json', { rows: readTalkdeskSeed(readFileSync(table, 'utf8')) });
write('genesys-guide.json', readGenesysGuide(readFileSync(guide, 'utf8')));

function write(name, facts) {
  writeFileSync(new URL(`../../test/fixtures/seeds/${name}`, import.meta.url), oneRowPerLine(facts));
}
