import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { at } from './sample-report.ts';

/** What a format might take for its own: Markdown, HTML, workflow commands, ends of lines, mentions. */
export const hostileNames: readonly string[] = [
  'OR.Jobs|`x`|**b**',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '::error file=a.ts::injected',
  'a\r\n::set-output name=x::y\nb',
  '%0A%25,:=%3A',
  '@octocat #12 https://example.com :tada: $x$',
  '[link](https://example.com) ![i](x) <!-- c -->',
  '| --- | --- |',
  '{0} {key} \\[a\\](1)',
  'a\u0000b\u2028c\u202Ed',
  '__proto__',
  'half of a pair \uD83D',
];

/** Names on one line, as a report shows them. */
export const shownNames: readonly string[] = hostileNames.map((name) =>
  name.replaceAll(/[\u0000-\u001f\u2028]+/g, ' ').replaceAll(/[\u202E\p{Surrogate}]/gu, '\uFFFD'));

/** The path of a file of that name, from the root. */
export function hostileFile(name: string): string {
  return `src/${name.replaceAll('/', '_')}.ts`;
}

/** One finding and one undecided place for each name, which stands wherever a report has text of others. */
export const hostileReport: ApplicationReport = {
  name: hostileNames[1] ?? '',
  provider: 'uipath',
  declared: [{ scopes: hostileNames, place: at('uipath.json', 1), kind: 'configuration', effective: true }],
  needed: hostileNames.map((name, index) => ({ anyOf: [name], by: [{ place: at(hostileFile(name), index + 1), call: name }] })),
  minimal: {
    scopes: hostileNames,
    complete: false,
    provenLeast: true,
    reasons: Object.fromEntries(hostileNames.map((name) => [name, [name]])),
    newestUsedFor: [],
  },
  findings: hostileNames.map((name, index) => ({
    rule: index % 2 === 0 ? 'no-unused-scope' : 'no-unknown-scope',
    kind: index % 2 === 0 ? 'unused' : 'unknown',
    scope: name,
    place: at(hostileFile(name), index + 1),
    message: `About ${name}.`,
  })),
  undecided: hostileNames.map((name, index) => ({ place: at(hostileFile(name), index + 1), reason: `because of ${name}`, holdsBack: [name] })),
  coverage: { calls: hostileNames.length, resolved: hostileNames.length, unmapped: 0, untyped: 0 },
};
