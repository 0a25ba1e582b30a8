// node measure-edit.mjs <directory> <provider> <runs>: prints the milliseconds of a first analysis, and of those after an edit of one file, as JSON.
// A process of its own, so that the memory that it reports is that of the analysis.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { builtInCatalog } from '../dist/src/catalogs/built-in.js';
import { indexCatalog } from '../dist/src/catalogs/catalog-index.js';
import { projectFileSystem } from '../dist/src/grants/file-system.js';
import { analyse } from '../dist/src/verdict/analyse.js';

const [directory, provider, runs] = process.argv.slice(2);
const index = indexCatalog(builtInCatalog(provider));
const fileSystem = projectFileSystem(directory);
const { options, fileNames } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(directory, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  directory,
);
const edited = fileNames.find((file) => file.includes('/src/feature'));
const host = ts.createCompilerHost(options);
const kept = new Map();
const texts = new Map();
host.getSourceFile = (file, settings) => {
  if (!kept.has(file)) {
    const text = texts.get(file) ?? ts.sys.readFile(file);
    kept.set(file, text === undefined ? undefined : ts.createSourceFile(file, text, settings));
  }
  return kept.get(file);
};

let program;
const first = timed(analyseAgain);
const after = Array.from({ length: Number(runs) }, (_, run) => {
  texts.set(edited, `${readFileSync(edited, 'utf8')}\n// ${'x'.repeat(run)}`);
  kept.delete(edited);
  return timed(analyseAgain);
});
console.log(JSON.stringify({ first, after, megabytes: process.memoryUsage().rss / 2 ** 20 }));

/** The program anew, as an editor's language service makes it, and what the analysis says of it. */
function analyseAgain() {
  program = ts.createProgram({ rootNames: fileNames, options, host, ...(program === undefined ? {} : { oldProgram: program }) });
  const { report } = analyse({ ts, program, directory, root: directory, index, fileSystem });
  if (report.coverage.calls === 0) throw new Error(`no calls in ${directory}`);
}

function timed(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
