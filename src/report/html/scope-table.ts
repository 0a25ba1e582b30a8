import type { StatedScope } from '../../grants/manifest.ts';
import { counted } from '../counted.ts';
import { html, type Markup } from './markup.ts';
import { statuses, type PageScope } from './page-model.ts';
import { placeList, type NameFile } from './places.ts';
import { statusNames } from './status-names.ts';

/** A row for each scope: what there is to do about it, why it is held, and the calls that need it. */
export function scopeTable(scopes: readonly PageScope[], labelledBy: string, nameOf: NameFile): Markup {
  if (scopes.length === 0) {
    return html`<p>No scope is declared, and none is needed.</p>`;
  }
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
<table class="sortable scopes" data-name="scopes" aria-labelledby="${labelledBy}">
<thead><tr><th scope="col">Scope</th><th scope="col" aria-sort="ascending">Status</th><th scope="col">Why it is held</th><th scope="col">Verdict</th><th scope="col">Needed by</th></tr></thead>
<tbody>
${scopes.map((scope) => row(scope, nameOf))}</tbody>
</table>
</div>`;
}

function row({ name, status, stated, messages, heldBackBy, declaredIn, calls }: PageScope, nameOf: NameFile): Markup {
  const places = calls.reduce((sum, call) => sum + call.places.length, 0);
  const declared = declaredIn.length === 0 ? html`<span class="quiet">not held</span>` : placeList(declaredIn.map(({ place }) => place), nameOf);
  return html`<tr data-status="${status}"><th scope="row"><code>${name}</code><div class="small">${declared}</div></th>
<td data-sort="${statuses.indexOf(status)}"><span class="badge ${status}">${statusNames[status]}</span></td>
<td>${whyHeld(stated, declaredIn.length > 0)}</td>
<td>${messages.map((message) => html`<p>${message}</p>`)}${doubts(heldBackBy, nameOf)}</td>
<td data-sort="${places}">${needing(calls, places, nameOf)}</td></tr>
`;
}

/** Of many reasons the first: the rest stands in the table of what is undecided. */
const MOST_REASONS = 3;

function doubts(heldBackBy: PageScope['heldBackBy'], nameOf: NameFile): Markup {
  const reasons = heldBackBy.slice(0, MOST_REASONS).map(({ reason, place }) =>
    html`<p>Undecided: ${reason} <span class="small">${placeList([place], nameOf)}</span></p>`);
  const more = heldBackBy.length - reasons.length;
  return more === 0 ? html`${reasons}` : html`${reasons}<p class="quiet">and ${counted(more, 'other reason')}, listed below</p>`;
}

function whyHeld(stated: StatedScope | undefined, isHeld: boolean): Markup {
  const { usedFor, rationale, updated, nextReview } = stated ?? {};
  const dates = [...(updated === undefined ? [] : [`updated ${updated}`]), ...(nextReview === undefined ? [] : [`next review ${nextReview}`])];
  const reasons = [usedFor, rationale].filter((text) => text !== undefined).map((text) => html`<p>${text}</p>`);
  const nothing = reasons.length === 0 && isHeld ? [html`<p class="quiet">not stated</p>`] : [];
  return html`${reasons}${nothing}${dates.length === 0 ? html`` : html`<p class="quiet small">${dates.join(', ')}</p>`}`;
}

function needing(calls: PageScope['calls'], places: number, nameOf: NameFile): Markup {
  if (calls.length === 0) {
    return html`<span class="quiet">no call</span>`;
  }
  const items = calls.map(({ call, places: at, stated }) => {
    const statement = stated === undefined ? html`` : html`stated in ${placeList([stated], nameOf)}`;
    return html`<li><code>${call}</code> <small>${placeList(at, nameOf)}${statement}</small>`;
  });
  return html`<details><summary>${counted(calls.length, 'method')} at ${counted(places, 'place')}</summary><ul>${items}</ul></details>`;
}
