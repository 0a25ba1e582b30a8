import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type ts from 'typescript';
import type { TypeScript } from '../usage/typescript.ts';
import { CommandError, type CommandProblem } from './command-error.ts';

/** A configuration with files of its own: the compiler makes one program of it. */
export interface Project {
  /** Absolute path with forward slashes. */
  readonly configFile: string;
  readonly commandLine: ts.ParsedCommandLine;
}

/**
 * The projects that a configuration stands for: itself, if it has files, and whatever its references lead to, each once, in the order of
 * the references.
 * @param configuration Absolute path of a configuration, or of a directory that holds tsconfig.json or jsconfig.json.
 * @throws CommandError when there is no configuration, or when one of them cannot be read.
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
  visit(forwardSlashes(configurationFile(configuration)), false);
  return projects;
}

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

function configurationFile(configuration: string): string {
  if (!existsSync(configuration)) {
    throw new CommandError({ file: configuration, message: 'does not exist' });
  }
  if (!statSync(configuration).isDirectory()) {
    return configuration;
  }
  const found = ['tsconfig.json', 'jsconfig.json'].map((name) => join(configuration, name)).find((file) => existsSync(file));
  if (found === undefined) {
    throw new CommandError({ file: configuration, message: 'holds no tsconfig.json or jsconfig.json; name one with --project <tsconfig>' });
  }
  return found;
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

function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
