import ts from 'typescript';

/** What the tests' clients are made of. */
const SDK = `
  export interface Options { baseUrl: string; clientId: string; scope: string; secret: string }
  export class UiPath { constructor(options?: Partial<Options>); readonly jobs: { getAll(): Promise<unknown> } }
`;
const GLOBALS = `
  declare const process: { env: Record<string, string | undefined> };
  interface ImportMeta { readonly env: Record<string, string | undefined> }
`;

/** The whole of a newer one takes the checker ten times as long, for each program. */
const LIBRARY = ['es5', 'es2015.core', 'es2015.collection', 'es2015.iterable', 'es2015.symbol', 'es2015.promise', 'es2017.object']
  .map((name) => `lib.${name}.d.ts`);

/** Parsed once: every program of the tests needs the same library files. */
const library = new Map<string, ts.SourceFile | undefined>();
const host = ts.createCompilerHost({});

/** A program of files that exist nowhere else. Paths are absolute. */
export function memoryProgram(sources: Readonly<Record<string, string>>): ts.Program {
  const files = new Map(Object.entries({ '/app/node_modules/sdk/index.d.ts': SDK, '/app/globals.d.ts': GLOBALS, ...sources }));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    allowJs: true,
    resolveJsonModule: true,
    strict: true,
    lib: LIBRARY,
    types: [],
    noEmit: true,
  };
  return ts.createProgram([...files.keys()].filter((file) => !file.includes('node_modules')), options, {
    ...host,
    getCurrentDirectory: () => '/app',
    fileExists: (file) => files.has(file),
    readFile: (file) => files.get(file),
    directoryExists: (directory) => [...files.keys()].some((file) => file.startsWith(`${directory}/`)),
    getDirectories: () => [],
    realpath: (path) => path,
    getSourceFile(file, languageVersion) {
      const text = files.get(file);
      if (text !== undefined) {
        return ts.createSourceFile(file, text, languageVersion, true);
      }
      if (!library.has(file)) {
        library.set(file, host.getSourceFile(file, languageVersion));
      }
      return library.get(file);
    },
  });
}

/** Every `new UiPath(…)` of a file. */
export function clientsIn(program: ts.Program, file: string): ts.NewExpression[] {
  const found: ts.NewExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'UiPath') {
      found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(program.getSourceFile(file) ?? ts.createSourceFile(file, '', ts.ScriptTarget.ES2022), visit);
  return found;
}
