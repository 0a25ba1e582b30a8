// Judges the files that its parent sends: a message for each, in their order.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { builtInCatalog, providers } from '../../dist/src/catalogs/built-in.js';
import { indexCatalog } from '../../dist/src/catalogs/catalog-index.js';
import { parseCatalog } from '../../dist/src/catalogs/parse-catalog.js';
import { projectFileSystem } from '../../dist/src/grants/file-system.js';
import { analyse } from '../../dist/src/verdict/analyse.js';
import plugin from '../../dist/index.js';
import { declareScopes } from './declare-scopes.mjs';
import { syntheticCatalogs } from './synthetic-catalogs.mjs';

const require = createRequire(import.meta.url);
const ts = require('typescript');
const modules = new URL('../../node_modules/', import.meta.url);
const [, , directory] = process.argv;

const synthetic = syntheticCatalogs(ts, (path) => readFileSync(new URL(path, modules), 'utf8'));
const probe = declareScopes(directory, synthetic);
const indexes = [
  ...providers().map((provider) => indexCatalog(builtInCatalog(provider))),
  ...synthetic.map((catalog) => indexCatalog(parseCatalog(JSON.stringify(catalog), `${catalog.provider}.catalog.json`))),
];
/** What is told of all files is told with the first of them. */
let counted = false;
const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`oauth-scopes/${name}`, 'error']));

process.once('message', (files) => {
  const program = makeProgram([...files, probe]);
  const shared = program === undefined ? undefined : { program, ...analyseWith(program) };
  for (const [position, file] of files.entries()) {
    process.send(judge(file, shared), () => position === files.length - 1 && process.disconnect());
  }
});

/** @returns {import('typescript').Program | undefined} `undefined` where the compiler itself gives up */
function makeProgram(rootNames) {
  try {
    const program = ts.createProgram({
      rootNames,
      options: {
        target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
        jsx: ts.JsxEmit.Preserve, allowJs: true, strict: true, skipLibCheck: true, noEmit: true, types: ['node', 'react'],
      },
    });
    program.getTypeChecker();
    return program;
  } catch {
    return undefined;
  }
}

/** What every catalog makes of a program: number of calls and of places that hide some, and what crashed. */
function analyseWith(program) {
  const crashes = [];
  let [uses, escapes] = [0, 0];
  for (const index of indexes) {
    const analysis = attempt(crashes, `analysis with ${index.catalog.provider}`, () =>
      analyse({ ts, program, directory, root: directory, index, fileSystem: projectFileSystem(directory) }));
    uses += analysis?.usage.uses.length ?? 0;
    escapes += analysis?.usage.escapes.length ?? 0;
  }
  return { uses, escapes, crashes };
}

/** One file; analysed by itself where all of them together cannot be, or make the analysis crash. */
function judge(file, shared) {
  const text = readFileSync(file, 'utf8');
  const start = performance.now();
  const isShared = shared !== undefined && shared.crashes.length === 0;
  const program = isShared ? shared.program : makeProgram([file, probe]);
  const { uses, escapes, crashes } = isShared || program === undefined ? { uses: 0, escapes: 0, crashes: [] } : analyseWith(program);
  const first = isShared && !counted ? shared : { uses: 0, escapes: 0 };
  counted = true;
  const typed = program === undefined ? 0 : attempt(crashes, 'typed rules', () => lint(file, text, { programs: [program] })) ?? 0;
  const untyped = attempt(crashes, 'rules without types', () => lint(file, text, {})) ?? 0;
  return {
    file, crashes, uses: uses + first.uses, escapes: escapes + first.escapes, reports: typed + untyped, bytes: text.length,
    lines: text.split('\n').length, syntaxErrors: program?.getSyntacticDiagnostics(program.getSourceFile(file)).length ?? 0,
    milliseconds: performance.now() - start,
  };
}

function attempt(crashes, what, action) {
  try {
    return action();
  } catch (error) {
    crashes.push(`${what}: ${error.stack?.split('\n').slice(0, 4).join(' | ') ?? error}`);
    return undefined;
  }
}

/** Number of reports of rules. A file that the parser refuses has none; one that is not linted at all is a fault of this script. */
function lint(file, text, parserOptions) {
  const linter = new Linter({ cwd: directory });
  const isScript = /\.c[jt]s$/.test(file);
  const messages = linter.verify(text, [{
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    plugins: { 'oauth-scopes': plugin },
    languageOptions: { parser, sourceType: isScript ? 'commonjs' : 'module', parserOptions: { ...parserOptions, ecmaFeatures: { jsx: true } } },
    rules,
  }], { filename: file });
  if (messages.some(({ message }) => message.startsWith('No matching configuration'))) throw new Error(`${file} is not linted`);
  return messages.filter(({ ruleId }) => ruleId !== null).length;
}
