import { groupBy } from '../../scopes/group-by.ts';
import type { PageScope } from './page-model.ts';
import type { NameFile } from './places.ts';

/** How often each scope is needed in each module. */
export interface UsageMatrix {
  /** Those that at least one call needs, in the order of the list of scopes. */
  readonly scopes: readonly PageScope[];
  /** By path. */
  readonly directories: readonly ModuleRow[];
  /** Scopes with few calls for which there is no room. */
  readonly leftOut: number;
  /** There are too many files to list them. */
  readonly isByDirectory: boolean;
}

export interface ModuleRow {
  /** As the page names it. */
  readonly path: string;
  /** Calls that need each of the scopes. */
  readonly counts: readonly number[];
  /** Of a directory, unless there are too many; by path. */
  readonly files: readonly Omit<ModuleRow, 'files'>[];
}

/** A browser shows a table of so many cells in a moment. */
const MOST_CELLS = 60_000;

export function usageMatrix(pageScopes: readonly PageScope[], nameOf: NameFile): UsageMatrix {
  const used = pageScopes.filter(({ calls }) => calls.length > 0);
  const files = countByFile(used, nameOf);
  const directories = new Set([...files.keys()].map(directoryOf));
  const isByDirectory = (files.size + directories.size) * used.length > MOST_CELLS;
  const columns = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, directories.size)));
  const kept = isByDirectory && used.length > columns ? mostUsed(used, columns) : used;
  const indexes = kept.map((scope) => used.indexOf(scope));
  const rows = [...files].map(([path, counts]) => ({ path, counts: indexes.map((index) => counts[index] ?? 0) })).sort(byPath);
  return {
    scopes: kept,
    directories: [...groupBy(rows, ({ path }) => directoryOf(path))].map(([path, members]) => ({ path, counts: totals(members), files: isByDirectory ? [] : members })).sort(byPath),
    leftOut: used.length - kept.length,
    isByDirectory,
  };
}

function countByFile(scopes: readonly PageScope[], nameOf: NameFile): Map<string, number[]> {
  const files = new Map<string, number[]>();
  for (const [column, { calls }] of scopes.entries()) {
    for (const { file } of calls.flatMap(({ places }) => places)) {
      const path = nameOf(file);
      const counts = files.get(path) ?? Array<number>(scopes.length).fill(0);
      files.set(path, counts);
      counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return files;
}

function mostUsed(scopes: readonly PageScope[], count: number): readonly PageScope[] {
  const places = ({ calls }: PageScope): number => calls.reduce((sum, call) => sum + call.places.length, 0);
  const chosen = new Set([...scopes].sort((left, right) => places(right) - places(left)).slice(0, count));
  return scopes.filter((scope) => chosen.has(scope));
}

function totals(rows: readonly Pick<ModuleRow, 'counts'>[]): readonly number[] {
  return (rows[0]?.counts ?? []).map((_, column) => rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0));
}

function directoryOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end === -1 ? '.' : path.slice(0, end);
}

function byPath({ path: left }: { readonly path: string }, { path: right }: { readonly path: string }): number {
  return left < right ? -1 : Number(left > right);
}
