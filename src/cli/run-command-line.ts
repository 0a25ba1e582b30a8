import { CommandError, problemLine } from './command-error.ts';
import type { Output } from './command.ts';
import { commands, generalOptions } from './commands.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { helpText } from './help.ts';
import { packageVersion } from './package-root.ts';
import { parseCommandLine } from './parse-command-line.ts';

/**
 * Does what a command line asks for. Never throws: what keeps a command from its work is told on the output, one line a problem.
 * @param words without those of Node.js
 * @param workingDirectory absolute
 */
export async function runCommandLine(words: readonly string[], workingDirectory: string, output: Output): Promise<ExitCode> {
  try {
    return await run(words, workingDirectory, output);
  } catch (error) {
    report(error, workingDirectory, output);
    return exitCodes.error;
  }
}

async function run(words: readonly string[], workingDirectory: string, output: Output): Promise<ExitCode> {
  const parsed = parseCommandLine(words, commands, generalOptions, workingDirectory);
  switch (parsed.kind) {
    case 'help':
      output.print(helpText(parsed.command, commands, generalOptions, output.style));
      return exitCodes.fine;
    case 'version':
      output.print(packageVersion());
      return exitCodes.fine;
    case 'nothing':
      output.note(helpText(undefined, commands, generalOptions, output.style));
      return exitCodes.error;
    case 'run':
      return (await parsed.command.load()).run(parsed.invocation, output);
  }
}

function report(error: unknown, workingDirectory: string, output: Output): void {
  if (error instanceof CommandError) {
    error.problems.forEach((problem) => output.note(problemLine(problem, workingDirectory)));
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  output.note(problemLine({ message: `this is a fault of oauth-scopes, please report it: ${message}` }, workingDirectory));
  if (process.env['OAUTH_SCOPES_DEBUG'] && error instanceof Error && error.stack) {
    output.note(error.stack);
  }
}
