// Writes which method of the Genesys SDK calls which endpoint, as its code has it: the fixture that the tests hold the catalog against.
//   node scripts/catalogs/extract-genesys-sdk.mjs <directory of purecloud-platform-client-v2>
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { argv, stderr } from 'node:process';
import { oneRowPerLine } from './format-json.mjs';

const [, , sdk] = argv;
if (sdk === undefined) {
  throw new Error('Name the SDK: node scripts/catalogs/extract-genesys-sdk.mjs <directory of purecloud-platform-client-v2>');
}
const { name, version } = JSON.parse(readFileSync(path.join(sdk, 'package.json'), 'utf8'));
const folder = path.join(sdk, `src/${name}/api`);
const classes = Object.fromEntries(
  readdirSync(folder).sort().map((file) => [path.basename(file, '.js'), methodsOf(readFileSync(path.join(folder, file), 'utf8'))]),
);
writeFileSync(new URL('../../test/fixtures/genesys/sdk.json', import.meta.url), oneRowPerLine({ version, classes }));
stderr.write(`${Object.keys(classes).length} classes, ${Object.values(classes).flatMap(Object.keys).length} methods\n`);

/** Each method of a class makes one request, with the address and the verb as literals. */
function methodsOf(text) {
  const calls = text.matchAll(/^\t(\w+)\([^\n]*\) ?\{(?:(?!^\t\}).)*?callApi\(\s*'([^']+)',\s*'([A-Z]+)'/gms);
  return Object.fromEntries([...calls].map(([, method, address, verb]) => [method, `${verb} ${address}`]));
}
