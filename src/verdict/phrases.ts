import { relative } from 'node:path';
import type { CatalogSource, RequirementRow } from '../catalogs/catalog.ts';
import type { CatalogIndex } from '../catalogs/catalog-index.ts';
import type { Place } from '../grants/declaration.ts';
import { forwardSlashes } from '../grants/file-system.ts';
import { describeRequirement } from '../scopes/requirement.ts';

/** "A", "A and B", "A, B and C". */
export function list(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  return [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((part) => part !== '').join(` ${last} `);
}

/** The same without repetition, and of many only the first: "A, B, C and 4 more". */
export function listSome(items: Iterable<string>): string {
  const distinct = [...new Set(items)];
  const named = distinct.length <= MOST_NAMED + 1 ? distinct : [...distinct.slice(0, MOST_NAMED), `${distinct.length - MOST_NAMED} more`];
  return list(named);
}

/** More than these nobody reads in an editor. */
const MOST_NAMED = 3;

/**
 * A sentence that names where requirements stand, with the day of it as far as that is known: " Source: OAuth Scopes Reference,
 * 2026-08-19." Nothing for no row.
 */
export function sourceSentence(rows: Iterable<Pick<RequirementRow, 'source'>>, { catalog }: CatalogIndex): string {
  const sources = new Map(Object.entries(catalog.sources));
  const named = [...new Set(Array.from(rows, ({ source }) => describeSource(sources.get(source), source)))];
  const others = named.length > MOST_SOURCES ? '; and others' : '';
  return named.length === 0 ? '' : ` Source: ${named.slice(0, MOST_SOURCES).join('; ')}${others}.`;
}

const MOST_SOURCES = 2;

function describeSource(source: CatalogSource | undefined, key: string): string {
  return [source?.title ?? key, ...(source?.date === undefined ? [] : [source.date])].join(', ');
}

/** "OR.Buckets or OR.Buckets.Read (since 2026-05-13)" */
export function datedRequirement({ requires, since, until }: RequirementRow): string {
  const dates = [...(since === undefined ? [] : [`since ${since}`]), ...(until === undefined ? [] : [`until ${until}`])];
  return `${describeRequirement(requires ?? [])}${dates.length === 0 ? '' : ` (${dates.join(', ')})`}`;
}

/** Names files in messages: relative to one directory, so that rules and command line say the same wherever they are started. */
export type NamePlace = (place: Place) => string;

/** @returns a function that says `src/app.ts:12` */
export function namePlacesFrom(directory: string): NamePlace {
  return ({ file, line }) => `${forwardSlashes(relative(directory, file))}:${line}`;
}
