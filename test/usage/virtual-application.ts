import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type ts from 'typescript';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog, type CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import type { Place } from '../../src/grants/declaration.ts';
import type { FileSystem } from '../../src/grants/file-system.ts';
import { analyse, type ApplicationAnalysis } from '../../src/verdict/analyse.ts';
import { sharedDeclarations } from '../support/shared-declarations.ts';
import { loadTypeScript, makeWorkspace, type CompilerVersion } from '../support/workspace.ts';

/** Path below the application → text. */
export type Files = Readonly<Record<string, string>>;

export interface ApplicationOptions {
  readonly compiler?: Exclude<CompilerVersion, '7.0'>;
  /** With the declarations that carry grants in the program, as `check` adds them. */
  readonly overlay?: boolean;
  readonly compilerOptions?: ts.CompilerOptions;
  readonly asOf?: string;
  /** Program of an earlier state: files whose text is the same keep their trees. */
  readonly before?: ts.Program;
  /** The program of these files, where it has been made already. */
  readonly program?: ts.Program;
  readonly index?: CatalogIndex;
}

// A package of its own: inside of ours, TypeScript would resolve the name of this package to the sources.
const workspace = makeWorkspace({ isShared: true, files: { 'package.json': { name: 'application', private: true, type: 'module' } } });

/** Where the applications would lie if they were on disk. Only its node_modules exists, with this package and the SDK in it. */
export const applicationDirectory = workspace.directory;

export const uipathIndex = indexCatalog(present(builtInCatalog('uipath')));

export function present<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) {
    throw new Error('expected a value');
  }
  return value;
}

/** Analyses an application whose files only exist in memory; the SDK, React and the language are the installed ones. */
export function analyseFiles(files: Files, options: ApplicationOptions = {}): ApplicationAnalysis {
  return analyse({
    ts: loadTypeScript(options.compiler ?? '6.0'),
    program: options.program ?? createProgram(files, options),
    directory: applicationDirectory,
    root: applicationDirectory,
    index: options.index ?? uipathIndex,
    fileSystem: inMemory(files),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  });
}

export function createProgram(files: Files, application: ApplicationOptions = {}): ts.Program {
  const { compiler = '6.0', overlay = false, compilerOptions = {}, before } = application;
  const typescript = loadTypeScript(compiler);
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${applicationDirectory}/${path}`, text]));
  const options: ts.CompilerOptions = {
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    jsx: typescript.JsxEmit.ReactJSX,
    allowJs: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    ...compilerOptions,
  };
  const host = typescript.createCompilerHost(options);
  const declarations = sharedDeclarations(typescript, options, host);
  const rootNames = [...texts.keys()].filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  return typescript.createProgram({
    rootNames: overlay ? [...rootNames, `${applicationDirectory}/node_modules/eslint-plugin-oauth-scopes/uipath.d.ts`] : rootNames,
    options,
    ...(before === undefined ? {} : { oldProgram: before }),
    host: {
      ...host,
      getCurrentDirectory: () => applicationDirectory,
      fileExists: (path) => texts.has(path) || host.fileExists(path),
      readFile: (path) => texts.get(path) ?? host.readFile(path),
      directoryExists: (path) => [...texts.keys()].some((file) => file.startsWith(`${path}/`)) || existsSync(path),
      getSourceFile: (path, languageVersion) => {
        const text = texts.get(path);
        const old = before?.getSourceFile(path);
        if (text !== undefined && old?.text === text) {
          return old;
        }
        if (text !== undefined) {
          return typescript.createSourceFile(path, text, languageVersion, true);
        }
        return declarations(path, languageVersion);
      },
    },
  });
}

export function inMemory(files: Files): FileSystem {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`${applicationDirectory}/${path}`, text]));
  return {
    readFile: (path) => texts.get(path),
    exists: (path) => texts.has(path) || path === applicationDirectory,
    realpath: (path) => path,
    list: (directory) => {
      const inside = [...texts.keys()].filter((path) => dirname(path) === directory);
      return inside.map((path) => path.slice(directory.length + 1)).sort();
    },
  };
}

/** The source at a place, to tell in a test what is meant. */
export function textAt(files: Files, { file, line, column, endLine, endColumn }: Place): string {
  const path = file.slice(applicationDirectory.length + 1);
  const lines = (files[path] ?? readFileSync(file, 'utf8')).split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines.map((text, index) => text.slice(index === 0 ? column - 1 : 0, index === last ? endColumn - 1 : undefined)).join('\n');
}
