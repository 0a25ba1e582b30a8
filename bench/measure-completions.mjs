// node measure-completions.mjs <raw directory> <overlay directory> <runs> <mark> <member>: prints the milliseconds of each completion as JSON.
// Asks for the members after the first `service.` that follows the mark; the member must be among them.
// A process of its own, so that the two language services share nothing with what else is measured.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { interleave } from './statistics.mjs';

const [raw, overlay, runs, mark, member] = process.argv.slice(2);
const { a, b } = interleave(Number(runs), completer(raw), completer(overlay));
console.log(JSON.stringify({ raw: a, overlay: b }));

/**
 * Opens an application in a language service, and returns a function that types a character in one of its files and asks for the members
 * after `service.`, as an editor does.
 */
function completer(directory) {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(directory, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    directory,
  );
  const edited = join(directory, 'src', fileWithService(directory)).replaceAll('\\', '/');
  const text = readFileSync(edited, 'utf8');
  let version = 0;
  const snapshots = new Map();
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => (file === edited ? String(version) : '0'),
    getScriptSnapshot: (file) => (file === edited ? ts.ScriptSnapshot.fromString(`${text}// ${'x'.repeat(version)}`) : unedited(file)),
    getCurrentDirectory: () => directory,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  });
  const position = text.indexOf('service.', text.indexOf(mark)) + 'service.'.length;

  return () => {
    version += 1;
    const start = process.hrtime.bigint();
    const completions = service.getCompletionsAtPosition(edited, position, { includeCompletionsForModuleExports: false });
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    if (!completions?.entries.some((entry) => entry.name === member)) throw new Error(`no completions in ${edited}`);
    return milliseconds;
  };

  function unedited(file) {
    if (!snapshots.has(file)) {
      const content = ts.sys.readFile(file);
      snapshots.set(file, content === undefined ? undefined : ts.ScriptSnapshot.fromString(content));
    }
    return snapshots.get(file);
  }
}

function fileWithService(directory) {
  const source = join(directory, 'src');
  const found = readdirSync(source).sort().find((name) => readFileSync(join(source, name), 'utf8').includes(mark));
  if (found === undefined) throw new Error(`no file of ${source} has ${mark}`);
  return found;
}
