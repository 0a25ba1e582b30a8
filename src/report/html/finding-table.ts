import { groupBy, type Some } from '../../scopes/group-by.ts';
import type { Finding } from '../../verdict/finding.ts';
import { listSome } from '../../verdict/phrases.ts';
import { counted } from '../counted.ts';
import { ruleAddress, ruleTextOf } from '../rule-texts.ts';
import { html, type Markup } from './markup.ts';
import { placeList, type NameFile } from './places.ts';

export interface FindingOptions {
  readonly nameOf: NameFile;
  /** Of the package, whose documentation is linked. */
  readonly version: string;
}

/**
 * Under each rule and source a row for each message, with all its places. What tells the calls through wrappers of their own apart, the way to
 * the call, stands with the place: else each would repeat the message.
 */
export function findingTable(findings: readonly Finding[], labelledBy: string, { nameOf, version }: FindingOptions): Markup {
  if (findings.length === 0) {
    return html`<p>No findings.</p>`;
  }
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
<table class="sortable grouped findings" data-name="messages" aria-labelledby="${labelledBy}">
<thead><tr><th scope="col">Finding</th><th scope="col">Places</th></tr></thead>
${[...groupBy(findings, ({ rule }) => rule).values()].flatMap((group) => [...groupBy(group, sourceOf).values()]).map((group) => ruleGroup(group, { nameOf, version }))}</table>
</div>`;
}

/** Of one rule, and with one source. */
function ruleGroup([first, ...others]: Some<Finding>, { nameOf, version }: FindingOptions): Markup {
  const { rule } = first;
  const { level } = ruleTextOf(rule);
  const findings = [first, ...others];
  const source = sourceOf(first);
  const remark = `${counted(findings.length, 'finding')}${source === '' ? '' : `.${source}`}`;
  const messages = [...groupBy(findings, sharedMessage)];
  return html`<tbody><tr class="group"><th scope="rowgroup" colspan="2"><a href="${ruleAddress(rule, version)}" rel="noreferrer">${rule}</a> <span class="level ${level}">${level}</span> <span class="quiet">${remark}</span></th></tr>
${messages.map(([message, group]) => row(message, group, nameOf))}</tbody>
`;
}

/** The last sentence of a message, with the space before it, where it says which source states what a call needs. */
function sourceOf({ message }: Finding): string {
  const start = message.lastIndexOf(' Source: ');
  return start === -1 ? '' : message.slice(start);
}

/** Without the source, and without the wrappers that a call is made through and their places. */
function sharedMessage(finding: Finding): string {
  const { message, call, chain = [] } = finding;
  const told = message.slice(0, message.length - sourceOf(finding).length);
  const end = told.lastIndexOf(', needs ');
  return chain.length > 0 && call !== undefined && told.startsWith(`${call}, called through `) && end > 0 ? `${call}${told.slice(end + 1)}` : told;
}

function row(message: string, findings: readonly Finding[], nameOf: NameFile): Markup {
  const isChained = ({ chain = [] }: Finding): boolean => chain.length > 0;
  const direct = findings.filter((finding) => !isChained(finding)).map(({ place }) => place);
  const chained = findings.filter(isChained).map((finding) => chainedPlace(finding, nameOf));
  return html`<tr><td>${message}<td>${direct.length === 0 ? html`` : placeList(direct, nameOf)}${chained}
`;
}

function chainedPlace({ place, chain = [] }: Finding, nameOf: NameFile): Markup {
  const links = chain.map((link) => `${link.name} (${nameOf(link.place.file)}:${link.place.line})`);
  return html`<p><code>${nameOf(place.file)}</code>:${place.line} through ${listSome(links)}`;
}
