// node bench/run.mjs [--runs 3] [--only compiler,check] [--small] [--write]
// Measures what the package costs against its peers, on the same work in the same run, and prints a table for each section as soon as it is
// there; with --write it goes into docs/performance.md. Build first. In full a quarter of an hour with 3 runs, on two cores that do nothing else.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectRoot } from '../scripts/project-root.mjs';
import * as imports from './sections/catalog-import.mjs';
import * as check from './sections/check.mjs';
import * as compiler from './sections/compiler.mjs';
import * as completions from './sections/completions.mjs';
import * as edit from './sections/edit.mjs';
import * as eslint from './sections/eslint.mjs';
import * as growth from './sections/growth.mjs';
import * as lookups from './sections/look-up.mjs';
import * as monorepo from './sections/monorepo.mjs';
import * as page from './sections/page.mjs';
import * as peers from './sections/peers.mjs';
import * as start from './sections/start.mjs';

const sections = {
  compiler, completions, check, peers, edit, eslint, start, growth, monorepo, imports, lookups, page,
};
const full = {
  applications: [['uipath', 200], ['uipath', 2000], ['genesys', 2000]],
  files: 600,
  growth: { callSites: [1, 10, 100, 500, 1000, 2000], files: [10, 30, 100, 300, 1000, 3000] },
};
/** To see that everything works. */
const small = { applications: [['uipath', 20], ['genesys', 300]], files: 20, growth: { callSites: [1, 10, 20], files: [10, 20] } };

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    small: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const chosen = options.only?.split(',') ?? Object.keys(sections);
const unknown = chosen.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) throw new RangeError(`there is no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
const settings = { ...(options.small ? small : full), runs: Number(options.runs) };

for (const name of chosen) {
  console.error(`${name} …`);
  const began = Date.now();
  const measured = sections[name].measure(settings);
  const { text, pictures = {} } = typeof measured === 'string' ? { text: measured } : measured;
  const report = `### ${sections[name].title}\n\n${text}\n\n${describe(sections[name], settings.runs)}\n`;
  console.log(`${report}\n(${Math.round((Date.now() - began) / 1000)} s)\n`);
  if (options.write) {
    growth.writePictures(pictures, new URL('../docs/pictures/', import.meta.url));
    write(name, report);
  }
}

/** Each section says where and how it was measured: one may be measured anew without the others. */
function describe({ method = usualMethod }, runs) {
  const [{ model }] = cpus();
  const machine = `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0].toFixed(1)} at the end`;
  return `<sub>${machine}; Node.js ${process.versions.node}, ${versions()}; ${method(runs)}.</sub>`;
}

function usualMethod(runs) {
  return `medians of ${runs} interleaved runs, ratios are medians of the pairs`;
}

function versions() {
  const versionOf = (name) => JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
  const named = [['typescript', 'TypeScript'], ['typescript-7', 'and'], ['@uipath/uipath-typescript'], ['purecloud-platform-client-v2']];
  return named.map(([name, title = name]) => `${title} ${versionOf(name)}`).join(', ').replace(', and', ' and');
}

function write(name, text) {
  const file = new URL('../docs/performance.md', import.meta.url);
  const document = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- begin ${name} -->\n`, `<!-- end ${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`${fileURLToPath(file)} has no place for ${name}`);
  writeFileSync(file, `${document.slice(0, from + begin.length)}\n${text}\n${document.slice(to)}`);
}
