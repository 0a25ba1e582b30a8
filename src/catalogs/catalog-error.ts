/** A catalog that cannot be used. The message is one line: the row, what was expected, and what stands there. */
export class CatalogError extends Error {
  /** As it was given to `parseCatalog`. */
  readonly file: string;
  /** Place of the row in the file, from 1. */
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, column: number, message: string) {
    super(message);
    this.name = 'CatalogError';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
