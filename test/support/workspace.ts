import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOfName } from './directories-of-runs.ts';

export const projectDirectory = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export const workspacesDirectory = join(projectDirectory, 'test', '.workspaces');

/** The compilers that applications are checked with, and the folder of node_modules that holds each. */
const compilerFolders = { '5.4': 'typescript-5.4', '5.9': 'typescript-5.9', '6.0': 'typescript', '7.0': 'typescript-7' } as const;

export type CompilerVersion = keyof typeof compilerFolders;

export const compilerVersions = Object.keys(compilerFolders) as CompilerVersion[];

export interface WorkspaceOptions {
  /** Path below the workspace → text. JSON may be given as a value. */
  readonly files?: Readonly<Record<string, string | object>>;
  /** A directory whose content is copied first, such as `examples/uipath-app`. Its node_modules and dist are left out. */
  readonly copyOf?: string;
  /** Directory of the UiPath SDK to install; `null` installs none. The installed devDependency unless told. */
  readonly sdk?: string | null;
  /** Other installed devDependencies that the application has, such as another SDK; their types only. */
  readonly packages?: readonly string[];
  /**
   * `types`: declarations of this package only, enough for tsc (the default). `built`: dist, too, which must have been built. `none`: not
   * installed.
   */
  readonly plugin?: 'types' | 'built' | 'none';
  /**
   * `project` (the default) makes the workspace below test/.workspaces, where the project's own packages resolve; `temporary` outside of
   * it, where nothing else does.
   */
  readonly place?: 'project' | 'temporary';
  /** For a workspace that the files of one worker share, and none of them removes: `build-once.ts` does, when all tests have run. */
  readonly isShared?: true;
}

export interface Workspace {
  /** Absolute and real path, with forward slashes. */
  readonly directory: string;
  readonly write: (files: Readonly<Record<string, string | object>>) => void;
  readonly read: (path: string) => string;
  readonly remove: () => void;
}

/**
 * An application in a directory of its own, with node_modules in which this package and the SDK are copies side by side: the overlay
 * reaches the SDK by a relative path, and TypeScript resolves symbolic links. Call `remove` when done (`afterAll`).
 */
export function makeWorkspace(options: WorkspaceOptions = {}): Workspace {
  const parent = options.place === 'temporary' ? tmpdir() : workspacesDirectory;
  mkdirSync(parent, { recursive: true });
  const directory = realpathSync(mkdtempSync(join(parent, startOfName(options.place ?? 'project', options.isShared ?? false)))).replaceAll('\\', '/');
  if (options.copyOf !== undefined) {
    cpSync(options.copyOf, directory, { recursive: true, filter: (path) => !/[\\/](?:node_modules|dist)$/.test(path) });
  }
  const plugin = options.plugin ?? 'types';
  if (plugin !== 'none') {
    installPlugin(directory, plugin === 'built');
  }
  const sdk = options.sdk === undefined ? join(projectDirectory, 'node_modules/@uipath/uipath-typescript') : options.sdk;
  if (sdk !== null) {
    copyTypes(sdk, join(directory, 'node_modules/@uipath/uipath-typescript'));
  }
  for (const name of options.packages ?? []) {
    copyTypes(join(projectDirectory, 'node_modules', name), join(directory, 'node_modules', name));
  }
  const workspace: Workspace = {
    directory,
    write: (files) => writeFiles(directory, files),
    read: (path) => readFileSync(join(directory, path), 'utf8'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
  if (options.copyOf === undefined && options.place !== 'temporary') {
    // Without one, this project's own would be the nearest, and TypeScript would find this package's types under that name.
    workspace.write({ 'package.json': { private: true, type: 'module' } });
  }
  workspace.write(options.files ?? {});
  return workspace;
}

function installPlugin(directory: string, built: boolean): void {
  const target = join(directory, 'node_modules/eslint-plugin-oauth-scopes');
  const parts = ['package.json', 'types', 'uipath.d.ts', 'genesys.d.ts', ...(built ? ['dist', 'schemas'] : [])];
  for (const part of parts) {
    cpSync(join(projectDirectory, part), join(target, part), { recursive: true });
  }
}

/** Types are all that tests ask of an SDK; the rest of it is 20 times larger. */
function copyTypes(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !/\.[cm]?js(?:\.map)?$|\.md$/.test(path) });
}

function writeFiles(directory: string, files: Readonly<Record<string, string | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
}

/** One error of tsc. `file` is relative to the workspace, empty where the error has no place; lines and columns count from 1. */
export interface CompilerError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  /** All lines of the message, indented as tsc prints them. */
  readonly message: string;
}

export interface CompilerRun {
  readonly exitCode: number;
  readonly errors: readonly CompilerError[];
  readonly output: string;
}

/** Directory of the package of a compiler. */
export function compilerDirectory(version: CompilerVersion): string {
  return join(projectDirectory, 'node_modules', compilerFolders[version]);
}

/**
 * Runs one of the four compilers in a directory (`tsc -p .` unless told) and parses what it prints. Type errors are no failure; that the compiler fails
 * otherwise is one, and so is an error that its exit code does not tell of.
 */
export function runTsc(version: CompilerVersion, directory: string, parameters: readonly string[] = ['-p', '.']): Promise<CompilerRun> {
  const compiler = join(compilerDirectory(version), 'bin/tsc');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [compiler, ...parameters, '--pretty', 'false'], { cwd: directory, maxBuffer: 1 << 28 }, (error, output, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      const errors = parseErrors(output);
      if ((exitCode === 0) === (errors.length === 0)) {
        resolve({ exitCode, errors, output });
      } else {
        reject(new Error(`tsc ${version} ends with ${exitCode} and ${errors.length} errors in ${directory}:\n${output}${stderr}`));
      }
    });
  });
}

function parseErrors(output: string): CompilerError[] {
  const errors: CompilerError[] = [];
  for (const line of output.split(/\r?\n/)) {
    const placed = /^([^\s(][^(]*)\((\d+),(\d+)\): error (TS\d+): (.*)$/.exec(line);
    const unplaced = /^error (TS\d+): (.*)$/.exec(line);
    const last = errors.at(-1);
    if (placed !== null) {
      const [, file = '', row, column, code = '', message = ''] = placed;
      errors.push({ file, line: Number(row), column: Number(column), code, message });
    } else if (unplaced !== null) {
      const [, code = '', message = ''] = unplaced;
      errors.push({ file: '', line: 0, column: 0, code, message });
    } else if (last !== undefined && line.startsWith(' ')) {
      errors[errors.length - 1] = { ...last, message: `${last.message}\n${line}` };
    }
  }
  return errors;
}

/** The compiler's programming interface; 7.0 has none. */
export function loadTypeScript(version: Exclude<CompilerVersion, '7.0'>): typeof import('typescript') {
  return createRequire(import.meta.url)(compilerFolders[version]) as typeof import('typescript');
}
