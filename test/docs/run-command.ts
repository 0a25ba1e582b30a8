import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createOutput } from '../../src/cli/output.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { collectText } from '../support/collect-text.ts';
import { projectDirectory } from '../support/workspace.ts';

/** Programs that pages call besides ours, and where the development dependencies have them. */
const PROGRAMS: Readonly<Record<string, string>> = { tsc: 'typescript/bin/tsc', eslint: 'eslint/bin/eslint.js' };

export interface Answer {
  /** The command could not do its work: that the compiler, ESLint or ours find something is no failure. */
  readonly failed: boolean;
  /** Both streams, as a terminal shows them. */
  readonly output: string;
}

/**
 * Runs a line such as `npx oauth-scopes check` of a page. Ours runs in this process: a new one would load the compiler again.
 * @throws for a program that pages do not call
 */
export async function runCommand(line: string, directory: string): Promise<Answer> {
  const [npx, program = '', ...words] = splitWords(line);
  if (npx !== 'npx') {
    throw new Error(`"${line}" does not begin with npx`);
  }
  if (program === 'oauth-scopes') {
    return runOurs(words, directory);
  }
  const file = PROGRAMS[program];
  if (file === undefined) {
    throw new Error(`"${line}": pages call oauth-scopes, ${Object.keys(PROGRAMS).join(' and ')}`);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectDirectory, 'node_modules', file), ...words], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { failed: status === null || (program === 'eslint' && status > 1), output: (stdout + stderr).replaceAll(directory, '.') };
}

async function runOurs(words: readonly string[], directory: string): Promise<Answer> {
  const { stream, text } = collectText();
  const status = await runCommandLine(words, directory, createOutput(stream, stream, { environment: {} }));
  return { failed: status > 1, output: text() };
}

/** As a shell does, as far as pages need it: quotation marks of both kinds. */
export function splitWords(line: string): readonly string[] {
  return Array.from(line.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g), ([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}
