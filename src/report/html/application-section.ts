import type { ApplicationReport, UndecidedVerdict } from '../../verdict/finding.ts';
import { counted } from '../counted.ts';
import { coverageSentence, permissionList } from '../summary.ts';
import { findingTable, type FindingOptions } from './finding-table.ts';
import { html, type Markup } from './markup.ts';
import { matrixTable } from './matrix-table.ts';
import type { PageScope } from './page-model.ts';
import { placeList, type NameFile } from './places.ts';
import { scopeTable } from './scope-table.ts';
import { usageMatrix } from './usage-matrix.ts';

/**
 * Everything about one application.
 * @param heading `id` starts the ids of all that is in the section
 */
export function applicationSection(
  report: ApplicationReport,
  scopes: readonly PageScope[],
  { id, title }: { readonly id: string; readonly title: string },
  options: FindingOptions,
): Markup {
  const { nameOf } = options;
  const { provider, findings, undecided, minimal } = report;
  const roles = permissionList(report.permissions);
  return html`<section id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${title} <span class="quiet">${provider}</span></h2>
<dl>
<dt>Declared</dt><dd>${declaredItems(report, nameOf)}</dd>
<dt>Least</dt><dd><code>${minimal.scopes.join(' ')}</code>${leastRemark(minimal)}</dd>
${roles === '' ? html`` : html`<dt>Roles</dt><dd>${roles} <span class="quiet">(needed besides the scopes)</span></dd>`}
<dt>Seen</dt><dd>${coverageSentence(report.coverage)}</dd>
</dl>
<h3 id="${id}-scopes">Scopes</h3>
${scopeTable(scopes, `${id}-name ${id}-scopes`, nameOf)}
<h3 id="${id}-matrix">Scopes by module</h3>
${matrixTable(usageMatrix(scopes, nameOf), `${id}-name ${id}-matrix`)}
<h3 id="${id}-findings">Findings</h3>
${findingTable(findings, `${id}-name ${id}-findings`, options)}
<h3 id="${id}-undecided">Undecided</h3>
${undecidedTable(undecided, `${id}-name ${id}-undecided`, nameOf)}
</section>
`;
}

function declaredItems({ declared }: ApplicationReport, nameOf: NameFile): Markup {
  const items = declared.map(({ place, effective, scopes }) => {
    const aside = effective || declared.length === 1 ? '' : ', not in effect';
    return html`<div>${placeList([place], nameOf)}<span class="quiet">${counted(scopes.length, 'scope')}${aside}</span></div>`;
  });
  return items.length === 0 ? html`nothing that was found` : html`${items}`;
}

function leastRemark({ scopes, complete }: ApplicationReport['minimal']): Markup {
  const none = scopes.length === 0 ? (complete ? 'no scope' : 'nothing that was seen needs a scope') : '';
  const more = complete || scopes.length === 0 ? '' : 'and what is undecided may need more';
  return html`${none}${more === '' ? html`` : html` <span class="quiet">${more}</span>`}`;
}

function undecidedTable(undecided: readonly UndecidedVerdict[], labelledBy: string, nameOf: NameFile): Markup {
  if (undecided.length === 0) {
    return html`<p>Nothing is undecided.</p>`;
  }
  const rows = undecided.map(({ reason, holdsBack, place }) =>
    html`<tr><td>${reason}</td><td><code>${holdsBack.join(' ')}</code></td><td>${placeList([place], nameOf)}</td></tr>
`);
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
<table class="sortable" data-name="undecided places" aria-labelledby="${labelledBy}">
<thead><tr><th scope="col">Why</th><th scope="col">Holds back</th><th scope="col">Place</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>`;
}
