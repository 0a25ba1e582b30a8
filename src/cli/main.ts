#!/usr/bin/env node
import module from 'node:module';
import { exitCodes } from './exit-code.ts';
import { createOutput } from './output.ts';
import { runCommandLine } from './run-command-line.ts';

// Node.js 22 keeps the compiled code of typescript.js, half of what loading it takes; tsc does the same.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

// A reader that has seen enough (`oauth-scopes check | head`) closes the pipe; that is no error of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.error);
});

const output = createOutput(process.stdout, process.stderr, { standardInput: () => process.stdin });
process.exitCode = await runCommandLine(process.argv.slice(2), process.cwd(), output);
