/** The text of a cell or a heading without its markup. */
export interface Cell {
  /** Line breaks inside of the cell are line feeds. */
  readonly text: string;
  /** The pieces that the page sets as code. */
  readonly code: readonly string[];
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Counts from 1. */
  readonly line: number;
}

/** A table of a page, in whichever format. */
export interface Table {
  /** The heading below which it stands; empty where there is none. */
  readonly heading: string;
  readonly header: readonly Cell[];
  /** Line of the header. */
  readonly line: number;
  readonly rows: readonly TableRow[];
}
