import type { Place } from '../../grants/declaration.ts';
import { displayPath } from '../display-path.ts';
import type { ReportOptions } from '../report-options.ts';
import { html, type Markup } from './markup.ts';

/** The name of a file as the page has it. */
export type NameFile = (file: string) => string;

/** Names files from the root. A page names the same few files in thousands of places. */
export function fileNames({ root, pathRules }: Pick<ReportOptions, 'root' | 'pathRules'>): NameFile {
  const names = new Map<string, string>();
  return (file) => {
    const name = names.get(file) ?? displayPath(file, root, pathRules);
    names.set(file, name);
    return name;
  };
}

/** Of more places than these nobody reads each. */
const MOST_PLACES = 300;

/** Places by file: "src/jobs.ts:4, 9 · src/panel.tsx:21". Of very many the first, and how many more there are. */
export function placeList(places: readonly Place[], nameOf: NameFile): Markup {
  const files = new Map<string, number[]>();
  for (const { file, line } of places.slice(0, MOST_PLACES)) {
    const path = nameOf(file);
    const lines = files.get(path) ?? [];
    files.set(path, lines);
    lines.push(line);
  }
  const items = [...files].map(([path, lines]) => html`<code>${path}</code>:${[...new Set(lines)].join(', ')} `);
  return places.length > MOST_PLACES ? html`${items}<span class="quiet">and ${places.length - MOST_PLACES} more</span>` : html`${items}`;
}
