// node bench/run.mjs [--runs 7] [--sizes 200,2000] [--write]
// Measures what the package costs, prints the tables, and with --write puts them into docs/performance.md. Build first.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commandLine, makeApplications, makeLintApplication } from './make-applications.mjs';
import { measureCompiler } from './measure-compiler.mjs';
import { printReport } from './print-report.mjs';
import { runNode, runNodeMeasured } from './run-node.mjs';
import { interleave, median } from './statistics.mjs';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '7' }, sizes: { type: 'string', default: '200,2000' }, write: { type: 'boolean', default: false } },
});
const runs = Number(options.runs);
const titles = { uipath: 'UiPath', genesys: 'Genesys' };
/** Where completions are asked for, and a member that must be among them: a usual service, and the largest Api class (313 methods). */
const completed = { uipath: ['await service.getAll(', 'getAll'], genesys: ['service: platformClient.ConversationsApi', 'getConversation'] };
const compilers = { 'TypeScript 6': 'typescript', 'TypeScript 7': 'typescript-7' };

const sizes = [
  ...options.sizes.split(',').map((size) => measureSize('uipath', Number(size))),
  measureSize('genesys', 2000),
];
const mixed = makeLintApplication();
const lint = { lint: measureLint(mixed), check: measureCheck(mixed), edit: measureEdit(mixed) };
const report = printReport({ runs, machine: describeMachine(), sizes, mixed: lint });
console.log(report);
if (options.write) {
  write(report);
}

function measureSize(provider, callSites) {
  const title = `${titles[provider]}, ${callSites.toLocaleString('en')} call sites`;
  const { raw, overlay } = makeApplications(callSites, provider);
  return {
    title,
    compilers: Object.entries(compilers).map(([name, compiler]) => {
      note(`${title}, ${name}`);
      return { name, ...interleave(runs, () => measureCompiler(raw, compiler), () => measureCompiler(overlay, compiler)) };
    }),
    completions: measureCompletions(title, completed[provider], raw, overlay),
    check: measureCheck(overlay),
    edit: measureEdit(overlay),
  };
}

function measureCompletions(title, [mark, member], raw, overlay) {
  note(`${title}, completions`);
  const script = fileURLToPath(new URL('measure-completions.mjs', import.meta.url));
  const { status, output } = runNode(raw, [script, raw, overlay, String(runs * 3), mark, member]);
  if (status !== 0) throw new Error(`the language service failed:\n${output}`);
  const milliseconds = JSON.parse(output);
  return { a: milliseconds.raw, b: milliseconds.overlay };
}

/** The whole process of `oauth-scopes check` against that of tsc, on the application that has adopted the package. */
function measureCheck(directory) {
  note('oauth-scopes check');
  const tsc = () => runNodeMeasured(directory, ['node_modules/typescript/bin/tsc', '-p', '.']);
  const check = (...words) => () => {
    const run = runNodeMeasured(directory, [commandLine, 'check', ...words]);
    if (run.status === 2) throw new Error(`oauth-scopes check failed:\n${run.output}`);
    return run;
  };
  return { cold: interleave(runs, tsc, check()), warm: interleave(runs, tsc, check('--cache')) };
}

/** An analysis after an edit of one file against the first one of the same process. */
function measureEdit(directory) {
  note('analysis after an edit');
  const script = fileURLToPath(new URL('measure-edit.mjs', import.meta.url));
  return Array.from({ length: runs }, () => {
    const { status, output } = runNode(directory, [script, directory, '5']);
    if (status !== 0) throw new Error(`the analysis failed:\n${output}`);
    const { first, after } = JSON.parse(output);
    return { first, after: median(after) };
  });
}

/** ESLint with what typescript-eslint recommends against the same with all rules of this package. */
function measureLint(directory) {
  note('600 files, ESLint');
  const lint = (configuration) => () => {
    const run = runNodeMeasured(directory, ['node_modules/eslint/bin/eslint.js', '--config', configuration, 'src']);
    if (run.status === 2) throw new Error(`ESLint failed:\n${run.output}`);
    return run;
  };
  return interleave(runs, lint('eslint.peer.config.js'), lint('eslint.config.js'));
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
