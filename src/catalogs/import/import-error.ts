/** Something at a line (from 1) of the file that is imported, or of the file as a whole. */
export interface ImportProblem {
  readonly message: string;
  readonly line?: number;
}

/** A file of which no catalog can be made. Each problem names its line, where it has one, and what to do. */
export class ImportError extends Error {
  readonly problems: readonly ImportProblem[];

  constructor(problems: ImportProblem | readonly ImportProblem[]) {
    const list = 'message' in problems ? [problems] : problems;
    super(list.map(({ message }) => message).join('\n'));
    this.name = 'ImportError';
    this.problems = list;
  }
}
