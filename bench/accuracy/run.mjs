// node bench/accuracy/run.mjs --truth <file> --applications <directory> [--corrections <file>] [--only <part of a name>]
//   [--no-mutations] [--format markdown|json] [--write]
// Judges real applications and compares with what people found out about them, then the same code with grants that were changed on
// purpose. With --write the totals, which name no application, go into docs/accuracy.md. Build first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { declarationAt, openApplication } from './analysed-application.mjs';
import { allExpected } from './expectation.mjs';
import { mutationsOf } from './mutations.mjs';
import { printMarkdown, summaryTables } from './print-markdown.mjs';
import { readTruth } from './read-truth.mjs';
import { score } from './score.mjs';
import { summarize } from './summary.mjs';

const { values: options } = parseArgs({
  options: {
    truth: { type: 'string' },
    applications: { type: 'string' },
    corrections: { type: 'string', default: fileURLToPath(new URL('corrections.json', import.meta.url)) },
    only: { type: 'string' },
    mutations: { type: 'boolean', default: true },
    format: { type: 'string', default: 'markdown' },
    write: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
if (options.truth === undefined || options.applications === undefined) {
  throw new Error('Name what is known and where the applications are: --truth <file> --applications <directory>');
}

const MANIFEST = { files: ['oauth-scopes.json'] };
const truths = readTruth(options.truth, options.corrections);
const results = truths.flatMap((truth) => {
  const directory = directoryOf(truth, resolve(options.applications));
  if (directory === undefined || (options.only !== undefined && !truth.name.includes(options.only))) {
    return [];
  }
  console.error(`${truth.name} …`);
  return [measure(truth, directory)];
});
const skipped = truths.map(({ name }) => name).filter((name) => !results.some((result) => result.name === name));
const summary = summarize(results);
console.log(options.format === 'json' ? JSON.stringify({ summary, results, skipped }, null, 2) : printMarkdown(summary, results, skipped));

if (options.write) {
  write(summaryTables(summary).join('\n'));
}

/** What is said of the declared grant, against both truths, and of every changed one. */
function measure(truth, directory) {
  const application = openApplication(directory, truth.provider, truth.stated);
  const declared = application.judge();
  const reference = declarationAt(declared, application.directory, truth.stated === undefined ? truth.reference : MANIFEST);
  const changed = declared?.declared.find(({ effective }) => effective) ?? reference;
  const { index } = application;
  const mutations = !options.mutations || changed === undefined ? [] : mutationsOf(truth.corrected, reference?.scopes ?? [], index);
  const scored = (expected) => score({ expected, report: declared, places: [reference, changed], scopes: reference?.scopes, index });
  return {
    name: truth.name,
    error: application.error,
    reference: reference?.scopes,
    declared: scored(truth.corrected.declared),
    uncorrected: scored(truth.original.declared),
    mutated: mutations.map(({ kind, scopes }) => {
      const report = application.judge({ declaration: changed, scopes });
      const place = declarationAt(report, application.directory, { files: [changed.place.file], line: changed.place.line });
      const expected = allExpected(truth.corrected, scopes, index);
      return { kind, grant: scopes, ...score({ expected, report, places: [place], scopes, index }) };
    }),
  };
}

/** `<owner>/<name>/<folder>` below the directory, or what its applications.json says: a list of `{ repo, sub, directory }`. */
function directoryOf({ repo, sub }, root) {
  const list = join(root, 'applications.json');
  const listed = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).find((one) => one.repo === repo && one.sub === sub) : undefined;
  const directory = resolve(root, listed?.directory ?? join(repo, sub));
  return existsSync(directory) ? directory : undefined;
}

function write(text) {
  const file = new URL('../../docs/accuracy.md', import.meta.url);
  const document = readFileSync(file, 'utf8');
  const pattern = /(<!-- begin results -->\n)[\s\S]*(<!-- end results -->)/;
  if (!pattern.test(document)) {
    throw new Error(`${fileURLToPath(file)} has no place for the results`);
  }
  writeFileSync(file, document.replace(pattern, (_, begin, end) => `${begin}\n${text}\n\n${end}`));
}
