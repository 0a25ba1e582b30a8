import { parseJson } from '../../src/grants/json-document.ts';
import { indexLines } from '../../src/grants/line-index.ts';
import { packageInfo } from './package-info.ts';
import { isManifest } from './scope-files.ts';

/**
 * Lets ESLint lint a JSON file that declares scopes: to every rule written for JavaScript the file is a program without statements; ours
 * read its text.
 *
 * Why not a JSON language: a config object without `files`, such as `js.configs.recommended` at the top level of a config, holds for every
 * linted file. On a file of another language its rules crash ESLint (`getAllComments is not a function`) or are refused as a config error,
 * and adding our one line to such a config must do neither. A parser within the JavaScript language does not, on ESLint 9 and 10.
 *
 * Throws a SyntaxError, which ESLint shows as a parsing error, where the text is no JSON.
 */
export const scopeFileParser = {
  meta: { name: `${packageInfo.name}/scope-file-parser`, version: packageInfo.version },
  parseForESLint(text: string, { filePath = '' }: { readonly filePath?: string } = {}) {
    const document = parseJson(text, '', { comments: isManifest(filePath) });
    if ('message' in document) {
      throw Object.assign(new SyntaxError(`This file ${document.message}`), { lineNumber: document.line, column: document.column });
    }
    return { ast: programWithoutStatements(text), services: servicesWithoutTypes(), visitorKeys: { Program: ['body'] } };
  },
};

function programWithoutStatements(text: string) {
  const { endLine, endColumn } = indexLines('', text).place(text.length, text.length);
  return {
    type: 'Program',
    sourceType: 'module',
    body: [],
    tokens: [],
    comments: [],
    range: [0, text.length],
    loc: { start: { line: 1, column: 0 }, end: { line: endLine, column: endColumn - 1 } },
  };
}

/**
 * What typed rules of other plugins ask for before they look at a file. They throw where type information is missing, and
 * `recommendedTypeChecked` without `files` makes them ask here as well. The tree has no node that they could look up, so nothing behind
 * these objects is ever used.
 */
function servicesWithoutTypes() {
  const checker = {};
  return {
    program: {
      getTypeChecker: () => checker,
      getCompilerOptions: () => ({ strict: true, strictNullChecks: true }),
      getSourceFile: () => undefined,
      getSourceFiles: () => [],
    },
    esTreeNodeToTSNodeMap: new WeakMap(),
    tsNodeToESTreeNodeMap: new WeakMap(),
  };
}
