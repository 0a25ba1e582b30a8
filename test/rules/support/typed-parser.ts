import { dirname } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import type ts from 'typescript';
import { sharedDeclarations } from '../../support/shared-declarations.ts';
import { loadTypeScript } from '../../support/workspace.ts';

/**
 * typescript-eslint's parser with type information from the nearest tsconfig.json. What the applications of tests have in common is parsed
 * once a worker; with `projectService` each application takes a second for it.
 */
export const typedParser = {
  ...parser,
  parseForESLint: (code: string, options: parser.ParserOptions): ReturnType<typeof parser.parseForESLint> =>
    parser.parseForESLint(code, { ...options, programs: [programWith(options.filePath ?? '', code)] }),
};

const typescript = loadTypeScript('6.0');

/** The program of an application in which one file has the text that is linted. */
function programWith(file: string, text: string): ts.Program {
  const configuration = typescript.findConfigFile(dirname(file), (path) => typescript.sys.fileExists(path)) ?? '';
  const onDisk = latest?.configuration === configuration ? latest.program : createProgram(configuration);
  latest = { configuration, program: onDisk };
  return onDisk.getSourceFile(file)?.text === text ? onDisk : createProgram(configuration, new Map([[file, text]]), onDisk);
}

/** The files of one application come one after another. */
let latest: { readonly configuration: string; readonly program: ts.Program } | undefined;

function createProgram(configuration: string, texts: ReadonlyMap<string, string> = new Map(), before?: ts.Program): ts.Program {
  const directory = dirname(configuration);
  const { config } = typescript.readConfigFile(configuration, (path) => typescript.sys.readFile(path)) as { config: unknown };
  const { fileNames, options } = typescript.parseJsonConfigFileContent(config, typescript.sys, directory);
  const host = typescript.createCompilerHost(options, true);
  const declarations = sharedDeclarations(typescript, options, host);
  return typescript.createProgram({
    rootNames: fileNames,
    options,
    ...(before === undefined ? {} : { oldProgram: before }),
    host: {
      ...host,
      readFile: (path) => texts.get(path) ?? host.readFile(path),
      getSourceFile: (path, languageVersion) => {
        const text = texts.get(path);
        if (text !== undefined) {
          return typescript.createSourceFile(path, text, languageVersion, true);
        }
        return path.startsWith(`${directory}/`) ? host.getSourceFile(path, languageVersion) : declarations(path, languageVersion);
      },
    },
  });
}
