// node bench/run.mjs [--runs 7] [--sizes 200,2000] [--write]
// Measures what the package costs, prints the tables, and with --write puts them into docs/performance.md. Build first.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commandLine, makeApplications } from './make-applications.mjs';
import { measureCompiler } from './measure-compiler.mjs';
import { printReport } from './print-report.mjs';
import { runNode } from './run-node.mjs';
import { interleave } from './statistics.mjs';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, sizes: { type: 'string', default: '200,2000' }, write: { type: 'boolean', default: false } },
});
const runs = Number(options.runs);
const compilers = { 'TypeScript 6': 'typescript', 'TypeScript 7': 'typescript-7' };

const sizes = options.sizes.split(',').map((size) => measureSize(Number(size)));
const report = printReport({ runs, machine: describeMachine(), sizes });
console.log(report);
if (options.write) {
  write(report);
}

function measureSize(callSites) {
  const { raw, overlay } = makeApplications(callSites);
  return {
    callSites,
    compilers: Object.entries(compilers).map(([name, compiler]) => {
      note(`${callSites} call sites, ${name}`);
      return { name, ...interleave(runs, () => measureCompiler(raw, compiler), () => measureCompiler(overlay, compiler)) };
    }),
    completions: measureCompletions(callSites, raw, overlay),
    check: measureCheck(callSites, overlay),
  };
}

function measureCompletions(callSites, raw, overlay) {
  note(`${callSites} call sites, completions`);
  const script = fileURLToPath(new URL('measure-completions.mjs', import.meta.url));
  const { status, output } = runNode(raw, [script, raw, overlay, String(runs * 3)]);
  if (status !== 0) throw new Error(`the language service failed:\n${output}`);
  const milliseconds = JSON.parse(output);
  return { a: milliseconds.raw, b: milliseconds.overlay };
}

/** The whole process of `oauth-scopes check` against that of tsc, on the application that has adopted the package. */
function measureCheck(callSites, directory) {
  note(`${callSites} call sites, oauth-scopes check`);
  return interleave(
    runs,
    () => runNode(directory, ['node_modules/typescript/bin/tsc', '-p', '.']).seconds,
    () => runNode(directory, [commandLine, 'check']).seconds,
  );
}

function describeMachine() {
  const [{ model }] = cpus();
  return `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.versions.node}`;
}

function write(text) {
  const file = new URL('../docs/performance.md', import.meta.url);
  const document = readFileSync(file, 'utf8');
  const pattern = /(<!-- begin results -->\n)[\s\S]*(<!-- end results -->)/;
  if (!pattern.test(document)) throw new Error(`${fileURLToPath(file)} has no place for the results`);
  writeFileSync(file, document.replace(pattern, (_, begin, end) => `${begin}\n${text}\n${end}`));
}

function note(text) {
  console.error(`${text} …`);
}
