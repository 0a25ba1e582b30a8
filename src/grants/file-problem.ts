/** Something in a file of the application that keeps its scopes from being read, for the user to put right. */
export interface FileProblem {
  /** Absolute path with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** One line, without the path and without anything that the file holds besides names of keys and applications. */
  readonly message: string;
}
