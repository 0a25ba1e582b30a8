import type { Place } from '../../grants/declaration.ts';
import type { Finding } from '../../verdict/finding.ts';
import { counted } from '../counted.ts';
import { ruleAddress, ruleTextOf } from '../rule-texts.ts';
import { html, type Markup } from './markup.ts';
import { placeList, type NameFile } from './places.ts';

export interface FindingOptions {
  readonly nameOf: NameFile;
  /** Of the package, whose documentation is linked. */
  readonly version: string;
}

/** Under each rule a row for each message, with all its places. */
export function findingTable(findings: readonly Finding[], labelledBy: string, { nameOf, version }: FindingOptions): Markup {
  if (findings.length === 0) {
    return html`<p>No findings.</p>`;
  }
  return html`<div class="scroll" role="region" aria-labelledby="${labelledBy}" tabindex="0">
<table class="sortable grouped findings" data-name="messages" aria-labelledby="${labelledBy}">
<thead><tr><th scope="col">Finding</th><th scope="col">Places</th></tr></thead>
${[...groupBy(findings, ({ rule }) => rule)].map(([rule, group]) => ruleGroup(rule, group, { nameOf, version }))}</table>
</div>`;
}

function ruleGroup(rule: string, findings: readonly Finding[], { nameOf, version }: FindingOptions): Markup {
  const { level } = ruleTextOf(rule);
  const messages = [...groupBy(findings, ({ message }) => message)];
  return html`<tbody><tr class="group"><th scope="rowgroup" colspan="2"><a href="${ruleAddress(rule, version)}" rel="noreferrer">${rule}</a> <span class="level ${level}">${level}</span> <span class="quiet">${counted(findings.length, 'finding')}</span></th></tr>
${messages.map(([message, group]) => row(message, group.map(({ place }) => place), nameOf))}</tbody>
`;
}

function row(message: string, places: readonly Place[], nameOf: NameFile): Markup {
  return html`<tr><td>${message}</td><td>${placeList(places, nameOf)}</td></tr>
`;
}

function groupBy(findings: readonly Finding[], keyOf: (finding: Finding) => string): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(finding);
  }
  return groups;
}
