import { dirname } from 'node:path';
import { generateRecipe } from './generate-recipe.mjs';
import { operationsOf } from './operations.mjs';
import { disagreements } from './truth.mjs';
import { undecidableCode, undecidableSources } from './undecidable.mjs';
import { writeProgram } from './write-program.mjs';

/**
 * Generates programs and holds what the analysis says of them against what is true of them. Many programs are files of one compilation, each
 * in a directory of its own, and are analysed apart: making a compilation costs more than all else.
 *
 * @param {object} tools
 * @param {typeof import('typescript')} tools.ts
 * @param {string} tools.directory below which the programs would lie; its node_modules has the SDK and this package
 * @param {Function} tools.analyse
 * @param {object} tools.index of the catalog of UiPath
 */
export function createJudge({ ts, directory, analyse, index }) {
  const operations = operationsOf(index);
  const parsed = new Map();
  const judgeRecipes = (recipes, overlay) => {
    const programs = recipes.map((recipe, number) => ({ recipe, directory: `${directory}/p${number}`, ...writeProgram(recipe) }));
    const compilation = compile(ts, directory, programs, overlay, parsed);
    return programs.map((program) => ({ recipe: program.recipe, files: program.files, problems: judgeProgram(program, compilation) }));
  };
  function judgeProgram(program, compilation) {
    const isOther = (file) => file.fileName.startsWith(`${directory}/p`) && !file.fileName.startsWith(`${program.directory}/`);
    const files = compilation.getSourceFiles().filter((file) => !isOther(file));
    const view = Object.assign(Object.create(compilation), { getSourceFiles: () => files });
    try {
      const { report } = analyse({
        ts, program: view, directory: program.directory, root: program.directory, index, fileSystem: inMemory(program.directory, program.files),
      });
      const lineAt = ({ file, line }) => (program.files[file.slice(program.directory.length + 1)] ?? '').split('\n')[line - 1] ?? '';
      return disagreements(program, report, { lineAt, index, hidden: hiddenBy(program.undecidable) });
    } catch (error) {
      return [`crash: ${error.stack}`];
    }
  }
  return {
    recipe: (seed) => generateRecipe(seed, operations, index),
    judgeRecipes,
    /**
     * @param {number} first seed
     * @param {number} count of programs of one compilation
     * @returns {{ recipe: object, files: Record<string, string>, problems: string[] }[]}
     */
    judgeSeeds: (first, count, overlay) => judgeRecipes(Array.from({ length: count }, (_, number) => generateRecipe(first + number, operations, index)), overlay),
  };
}

function hiddenBy(undecidable) {
  if (undecidable === null) return { missing: false, unused: false };
  return Object.hasOwn(undecidableSources, undecidable) ? { missing: true, unused: true } : undecidableCode[undecidable];
}

function compile(ts, directory, programs, overlay, parsed) {
  const texts = new Map(programs.flatMap((program) => Object.entries(program.files).map(([path, text]) => [`${program.directory}/${path}`, text])));
  texts.set(`${directory}/globals.d.ts`, GLOBALS);
  const folders = new Set([...texts.keys()].map((path) => dirname(path)));
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const isOurs = (path) => path.startsWith(`${directory}/p`);
  return ts.createProgram({
    rootNames: [
      ...[...texts.keys()].filter((path) => /\.tsx?$/.test(path)),
      ...(overlay ? [`${directory}/node_modules/eslint-plugin-oauth-scopes/uipath.d.ts`] : []),
    ],
    options,
    host: {
      ...host,
      getCurrentDirectory: () => directory,
      fileExists: (path) => texts.has(path) || (!isOurs(path) && host.fileExists(path)),
      readFile: (path) => texts.get(path) ?? host.readFile(path),
      directoryExists: (path) => folders.has(path) || (!isOurs(path) && host.directoryExists(path)),
      getSourceFile: (path, version) => {
        const text = texts.get(path);
        if (text !== undefined) return ts.createSourceFile(path, text, version, true);
        const known = parsed.get(path) ?? host.getSourceFile(path, version);
        if (known !== undefined) parsed.set(path, known);
        return known;
      },
    },
  });
}

/** What an application has from the types of its build tool and of Node.js. */
const GLOBALS = `interface ImportMeta { readonly env: Record<string, any> }
declare const process: { readonly env: Record<string, string | undefined> };
`;

function inMemory(directory, files) {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text.replace(/^\uFEFF/, '')]));
  return {
    readFile: (path) => texts.get(path),
    exists: (path) => texts.has(path) || path === directory,
    realpath: (path) => path,
    list: (folder) => [...texts.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1)).sort(),
  };
}
