/** The names that a case is written with; each case is tried with two sets of them. */
export interface Names {
  readonly sdk: string;
  readonly service: string;
  readonly helper: string;
  readonly other: string;
  readonly item: string;
}

export const plainNames: Names = { sdk: 'sdk', service: 'tasks', helper: 'load', other: 'helpers', item: 'task' };

/** Names that would fool whoever goes by them. */
export const misleadingNames: Names = { sdk: 'fetcher', service: 'create', helper: 'getAll', other: 'Assets2', item: 'getToken' };

export const bothNames: readonly (readonly [title: string, names: Names])[] = [
  ['plain names', plainNames],
  ['misleading names', misleadingNames],
];
