import { counted } from '../counted.ts';
import { html, type Markup } from './markup.ts';
import { statusNames } from './status-names.ts';
import type { ModuleRow, UsageMatrix } from './usage-matrix.ts';

/** A row for each file under its directory, a column for each scope, and in the cells how many calls need it there. */
export function matrixTable({ scopes, directories, leftOut, isByDirectory }: UsageMatrix, labelledBy: string): Markup {
  if (scopes.length === 0) {
    return html`<p>No call that needs a scope was seen.</p>`;
  }
  const heads = scopes.map(({ name, status }) =>
    html`<th scope="col" class="${status}" data-status="${status}"><span><code>${name}</code><span class="unseen"> (${statusNames[status]})</span></span></th>`);
  return html`${leftOut === 0 ? html`` : html`<p>${counted(leftOut, 'scope')} with few calls left out: there is no room for all.</p>`}
${isByDirectory ? html`<p>By directory: there are too many files to list them.</p>` : html`<p class="tools" hidden><label><input type="checkbox" data-directories> Directories only</label></p>`}
<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
<table class="sortable grouped matrix" data-name="modules" aria-labelledby="${labelledBy}">
<thead><tr><th scope="col" aria-sort="ascending">Module</th>${heads}<th scope="col"><span>All</span></th></tr></thead>
${directories.map(group)}</table>
</div>`;
}

function group({ path, counts, files }: ModuleRow): Markup {
  const rows = files.map((file) => html`<tr><th scope=row>${file.path.slice(file.path.lastIndexOf('/') + 1)}${cells(file.counts)}
`);
  return html`<tbody data-path="${path}"><tr class="group"><th scope="${rows.length === 0 ? 'row' : 'rowgroup'}">${path}/${cells(counts)}
${rows}</tbody>
`;
}

/** Without end tags and quotation marks, which HTML lets be left out: a page has tens of thousands of cells. */
function cells(counts: readonly number[]): Markup {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return html`${counts.map((count) => (count === 0 ? EMPTY : html`<td class=h${heat(count)}>${count}`))}<td class=all>${all}`;
}

const EMPTY = html`<td>`;

/** 1 to 4, for the shade of a cell. */
function heat(count: number): number {
  return count < 2 ? 1 : count < 5 ? 2 : count < 10 ? 3 : 4;
}
