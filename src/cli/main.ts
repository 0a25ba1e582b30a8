#!/usr/bin/env node
import module from 'node:module';
import { CommandError, problemLine } from './command-error.ts';
import type { Output } from './command.ts';
import { commands, generalOptions } from './commands.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { helpText } from './help.ts';
import { createOutput } from './output.ts';
import { packageVersion } from './package-root.ts';
import { parseCommandLine } from './parse-command-line.ts';

// Node.js 22 keeps the compiled code of typescript.js, half of what loading it takes; tsc does the same.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

const workingDirectory = process.cwd();
const output = createOutput(process.stdout, process.stderr);

// A reader that has seen enough (`oauth-scopes check | head`) closes the pipe; that is no error of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.error);
});

process.exitCode = await run(process.argv.slice(2), output).catch((error: unknown) => {
  report(error);
  return exitCodes.error;
});

async function run(words: readonly string[], to: Output): Promise<ExitCode> {
  const parsed = parseCommandLine(words, commands, generalOptions, workingDirectory);
  switch (parsed.kind) {
    case 'help':
      to.print(helpText(parsed.command, commands, generalOptions, to.style));
      return exitCodes.fine;
    case 'version':
      to.print(packageVersion());
      return exitCodes.fine;
    case 'nothing':
      to.note(helpText(undefined, commands, generalOptions, to.style));
      return exitCodes.error;
    case 'run':
      return (await parsed.command.load()).run(parsed.invocation, to);
  }
}

function report(error: unknown): void {
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
