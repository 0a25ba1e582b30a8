import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runCommand, type Answer } from './run-command.ts';

/** What pages show and no test runs, and why not. */
const LEFT_OUT: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^npm install /, 'the matrix installs the package'],
  [/^npm ci$/, 'the tests run in what it has installed'],
  [/^npm (?:run [\w:]+|test)$/, 'a script of this project'],
  [/^node [\w./-]+/, 'a script of this project that measures'],
  [/^gh pr comment /, 'writes to GitHub'],
  [/^cat comment\.md$/, 'no command of ours'],
  [/^npx oauth-scopes sync --watch$/, 'goes on until it is stopped; test/cli runs it'],
];

/** What a task runner starts in a package. */
const TASK_RUNNERS = /^(?:turbo run|nx run-many -t) facts$/;

/** Why a command is not run; `undefined` where it is. */
export function whyLeftOut(command: string): string | undefined {
  return LEFT_OUT.find(([pattern]) => pattern.test(command))?.[1];
}

/**
 * The commands of a line of a shell: without its comment, one by one where `&&` joins them, without the variable that takes the output, and
 * without what `||` does with an exit code.
 */
export function commandsOfLine(line: string): readonly string[] {
  return line.replace(/(?:^|\s)# .*/, '').split(' && ').flatMap((part) => {
    const command = part.trim().replace(/^\w+="\$\((.*)\)"$/, '$1').replace(/ \|\| test \$\? -eq 1$/, '');
    return command === '' ? [] : [command];
  });
}

/**
 * Runs one command of a page in a directory. Standard input is what `<` or `echo … |` gives it; a task runner starts `facts`; and `init`, which
 * asks on a terminal, is told `--yes`, as it has to be without one.
 */
export async function runLine(command: string, directory: string): Promise<Answer> {
  const [, echoed, file] = /^(?:echo "(.*)" \| )?.*?(?: < (\S+))?$/.exec(command) ?? [];
  const bare = command.replace(/^echo ".*" \| /, '').replace(/ < \S+$/, '');
  const line = TASK_RUNNERS.test(bare) ? 'npx oauth-scopes facts' : bare.replace(/^(?:npx )?oauth-scopes/, 'npx oauth-scopes').replace(/ init$/, ' init --yes');
  const input = file === undefined ? echoed : readFileSync(join(directory, file), 'utf8');
  if (input === undefined) {
    return runCommand(line, directory);
  }
  const own = Object.getOwnPropertyDescriptor(process, 'stdin') ?? {};
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  try {
    return await runCommand(line, directory);
  } finally {
    Object.defineProperty(process, 'stdin', own);
  }
}
