/** The names that a case is written with; each case is tried with two sets of them. */
export interface Names {
  readonly sdk: string;
  readonly service: string;
  readonly helper: string;
  readonly other: string;
  readonly item: string;
  /** A function around the helper. */
  readonly outer: string;
  /** A file. */
  readonly module: string;
}

export const plainNames: Names = {
  sdk: 'sdk', service: 'tasks', helper: 'load', other: 'helpers', item: 'task', outer: 'loadAll', module: 'desk',
};

/** Names that would fool whoever goes by them. */
export const misleadingNames: Names = {
  sdk: 'fetcher', service: 'create', helper: 'getAll', other: 'Assets2', item: 'getToken', outer: 'complete', module: 'UiPath',
};

export const bothNames: readonly (readonly [title: string, names: Names])[] = [
  ['plain names', plainNames],
  ['misleading names', misleadingNames],
];
