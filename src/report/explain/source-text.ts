import type { CatalogSource } from '../../catalogs/catalog.ts';

/** "OAuth Scopes Reference (2026-08-19), line 138" */
export function sourceText({ title, date }: CatalogSource, line?: number): string {
  return `${title}${date === undefined ? '' : ` (${date})`}${line === undefined ? '' : `, line ${line}`}`;
}
