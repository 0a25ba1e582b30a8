import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type ts from 'typescript';
import { forwardSlashes } from '../grants/file-system.ts';
import type { TypeScript } from '../usage/typescript.ts';
import { CommandError, type CommandProblem } from './command-error.ts';

/** A configuration with files of its own: the compiler makes one program of it. */
export interface Project {
  /** Absolute path with forward slashes. */
  readonly configFile: string;
  readonly commandLine: ts.ParsedCommandLine;
  /** There is no configuration: `configFile` is where one could stand, and the files are those of the directory. */
  readonly isAssumed?: true;
}

/**
 * The projects that a configuration stands for: itself, if it has files, and whatever its references lead to, each once, in the order of
 * the references.
 * @param configuration Absolute path of a configuration, or of a directory. One without tsconfig.json and jsconfig.json stands for the
 * JavaScript and TypeScript files below it.
 * @throws CommandError when there is neither a configuration nor such a file, or when a configuration cannot be read.
 */
export function findProjects(ts: TypeScript, configuration: string): Project[] {
  const projects: Project[] = [];
  const seen = new Set<string>();
  const visit = (configFile: string, isReferenced: boolean): void => {
    if (seen.has(configFile)) {
      return;
    }
    seen.add(configFile);
    const commandLine = readConfiguration(ts, configFile, { mayBeEmpty: isReferenced });
    if (commandLine.fileNames.length > 0) {
      projects.push({ configFile, commandLine });
    }
    commandLine.projectReferences?.forEach((reference) => visit(forwardSlashes(ts.resolveProjectReferencePath(reference)), true));
  };
  const configFile = findConfiguration(configuration);
  if (configFile === undefined) {
    return [assumedProject(ts, forwardSlashes(configuration))];
  }
  visit(forwardSlashes(configFile), false);
  return projects;
}

/**
 * @param configuration as for `findProjects`
 * @throws CommandError when there is no configuration.
 */
export function requireConfiguration(configuration: string): void {
  if (findConfiguration(configuration) === undefined) {
    throw noConfiguration(configuration);
  }
}

/** The files of a directory without a configuration, with the settings that understand the most. */
function assumedProject(ts: TypeScript, directory: string): Project {
  const { ScriptTarget, ModuleKind, ModuleResolutionKind, JsxEmit } = ts;
  const settings = { include: ['**/*'], exclude: MADE_BY_TOOLS };
  const options: ts.CompilerOptions = {
    target: ScriptTarget.ES2022,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.Bundler,
    jsx: JsxEmit.Preserve,
    allowJs: true,
    types: [],
    noEmit: true,
  };
  const commandLine = ts.parseJsonConfigFileContent(settings, ts.sys, directory, options);
  const directories = new Set(commandLine.fileNames.map((file) => dirname(file)));
  // With configurations further down there are several programs here, and none of them is this one.
  const isWhole = ![...directories].some((one) => findConfiguration(one) !== undefined);
  if (commandLine.fileNames.length === 0 || !isWhole) {
    throw noConfiguration(directory);
  }
  return { configFile: join(directory, 'jsconfig.json'), commandLine, isAssumed: true };
}

/** Directories and files that hold no source: what version control leaves out in nearly every project. */
const MADE_BY_TOOLS: readonly string[] = [
  '**/node_modules', '**/bower_components', '**/dist', '**/build', '**/out', '**/coverage', '**/vendor', '**/.*', '**/*.min.js',
];

/** "No inputs were found in config file". */
const noInputs = 18003;

/**
 * Reads one configuration with everything that it extends.
 * @param mayBeEmpty That its patterns match no file is no error: templates refer to a tsconfig.worker.json before there is a worker.
 * @throws CommandError naming file and position of each error in it.
 */
export function readConfiguration(
  ts: TypeScript,
  configFile: string,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): ts.ParsedCommandLine {
  const fatal: ts.Diagnostic[] = [];
  const commandLine = ts.getParsedCommandLineOfConfigFile(
    configFile,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (diagnostic) => fatal.push(diagnostic),
    },
  );
  const errors = (commandLine === undefined ? fatal : ts.getConfigFileParsingDiagnostics(commandLine)).filter(
    ({ code }) => !(mayBeEmpty && code === noInputs),
  );
  if (commandLine === undefined || errors.length > 0) {
    throw new CommandError(errors.map((error) => problemOf(ts, error, configFile)));
  }
  return commandLine;
}

/** The configuration itself, or that of a directory; `undefined` where a directory has none. */
function findConfiguration(configuration: string): string | undefined {
  if (!existsSync(configuration)) {
    throw new CommandError({ file: configuration, message: 'does not exist' });
  }
  if (!statSync(configuration).isDirectory()) {
    return configuration;
  }
  return ['tsconfig.json', 'jsconfig.json'].map((name) => join(configuration, name)).find((file) => existsSync(file));
}

function noConfiguration(directory: string): CommandError {
  return new CommandError({ file: directory, message: 'holds no tsconfig.json or jsconfig.json; name one with --project <tsconfig>' });
}

function problemOf(ts: TypeScript, diagnostic: ts.Diagnostic, configFile: string): CommandProblem {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replace(/\.$/, '');
  if (diagnostic.file === undefined || diagnostic.start === undefined) {
    return { file: configFile, line: 1, column: 1, message };
  }
  const { line, character } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  return { file: diagnostic.file.fileName, line: line + 1, column: character + 1, message };
}

/** Directory of a project's configuration. */
export function projectDirectory(project: Project): string {
  return dirname(project.configFile);
}
