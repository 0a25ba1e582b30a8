import { createHash } from 'node:crypto';
import type { IsoDate } from '../../catalogs/catalog.ts';
import type { ApplicationReport } from '../../verdict/finding.ts';
import { counted } from '../counted.ts';
import type { ReportOptions } from '../report-options.ts';
import { totalsOf } from '../summary.ts';
import { applicationSection } from './application-section.ts';
import { html, type Markup } from './markup.ts';
import type { PageAssets } from './page-assets.ts';
import { pageScopes, statuses, type Covers, type PageScope } from './page-model.ts';
import { fileNames } from './places.ts';
import { statusNames } from './status-names.ts';

export interface PageOptions extends ReportOptions {
  /** What the scopes of a provider cover. */
  readonly coversOf: (provider: string) => Covers;
  /** The day of the review. */
  readonly madeOn: IsoDate;
  readonly assets: PageAssets;
}

/**
 * `report`: one page for a reviewer, which needs no other file and no network, and may load none. Everything in it can be read without its
 * script, which filters and sorts.
 */
export function htmlPage(reports: readonly ApplicationReport[], options: PageOptions): string {
  const { version, madeOn, assets } = options;
  const names = { nameOf: fileNames(options), version };
  const applications = reports.map((report) => ({ report, scopes: pageScopes(report, options.coversOf(report.provider)) }));
  const [only] = reports.length === 1 ? reports : [];
  const title = only === undefined ? `OAuth scopes of ${counted(reports.length, 'application')}` : `OAuth scopes of ${only.name}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
${{ markup: `<style>${assets.style}</style>` }}
</head>
<body>
<header>
<h1>${title}</h1>
<p>${summaryOf(reports)}</p>
${contents(reports)}
</header>
<main>
${filterBar(applications.flatMap(({ scopes }) => scopes))}
${applications.map(({ report, scopes }, index) => applicationSection(report, scopes, { id: `a${index + 1}`, title: only === undefined ? report.name : 'Overview' }, names))}
</main>
<footer><p>Made on ${madeOn} by oauth-scopes ${version}. What cannot be decided from the source is listed as undecided, with the place that makes it so.</p></footer>
${{ markup: `<script>${assets.script}</script>` }}
</body>
</html>
`;
  return page.markup;
}

/** Nothing is loaded, and nothing runs but the script of the page. */
function policyFor({ style, script }: PageAssets): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; img-src data:; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
}

function summaryOf(reports: readonly ApplicationReport[]): string {
  const { findings, undecided } = totalsOf(reports);
  return `${findings === 0 ? 'No findings' : counted(findings, 'finding')}, ${counted(undecided, 'undecided place')}.`;
}

function contents(reports: readonly ApplicationReport[]): Markup {
  const links = reports.map(({ name, provider, findings }, index) =>
    html`<li><a href="#a${index + 1}">${name}</a> <span class="quiet">${provider}, ${counted(findings.length, 'finding')}</span></li>`);
  return links.length < 2 ? html`` : html`<nav aria-label="Applications"><ul>${links}</ul></nav>`;
}

/** Of no use without the script, which shows it. */
function filterBar(scopes: readonly PageScope[]): Markup {
  const counts = statuses.map((status) => ({ status, count: scopes.filter((scope) => scope.status === status).length }));
  const boxes = counts.filter(({ count }) => count > 0).map(({ status, count }) =>
    html`<label class="chip ${status}"><input type="checkbox" value="${status}" checked> ${statusNames[status]} <b>${count}</b></label>`);
  return html`<form role="search" class="filter" hidden>
<label class="find">Filter <input type="search" id="filter" placeholder="scope, call, file or words" autocomplete="off" spellcheck="false"></label>
<fieldset><legend>Status</legend>${boxes}</fieldset>
<p role="status" id="shown"></p>
</form>`;
}
