import { forwardSlashes } from '../grants/file-system.ts';
import { displayPath } from '../report/display-path.ts';

/** Something that keeps a command from doing its work, for a user to put right. `file` is absolute, `line` and `column` count from 1. */
export interface CommandProblem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Ends a command with exit code 2; each problem is printed on one line of standard error. */
export class CommandError extends Error {
  readonly problems: readonly CommandProblem[];

  constructor(problems: string | CommandProblem | readonly CommandProblem[]) {
    const list = typeof problems === 'string' ? [{ message: problems }] : 'message' in problems ? [problems] : problems;
    super(list.map(({ message }) => message).join('\n'));
    this.name = 'CommandError';
    this.problems = list;
  }
}

/**
 * `oauth-scopes: uipath.json:3:12: …`, always one line: control characters of the message and the path become spaces. Paths in the message,
 * which may be the compiler's, lose the working directory, too.
 */
export function problemLine(problem: CommandProblem, workingDirectory: string): string {
  const position = [problem.line, problem.column].filter((part) => part !== undefined).map((part) => `:${part}`);
  const place = problem.file === undefined ? '' : `${displayPath(problem.file, workingDirectory)}${position.join('')}: `;
  const message = problem.message.replaceAll(`${forwardSlashes(workingDirectory)}/`, '');
  return `oauth-scopes: ${place}${message}`.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ');
}
