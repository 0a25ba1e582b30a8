import type { Place } from '../../grants/declaration.ts';
import type { ApplicationReport, Finding, UndecidedVerdict } from '../../verdict/finding.ts';
import { counted } from '../counted.ts';
import { displayPath } from '../display-path.ts';
import type { ReportOptions } from '../report-options.ts';
import { ruleAddress, ruleTextOf, type Level } from '../rule-texts.ts';
import { permissionList, summarise } from '../summary.ts';
import { boundedLines, type Section } from './bounded.ts';
import { code, plain } from './escape.ts';

/** Characters; GitHub refuses a longer comment. */
const GITHUB_LIMIT = 65_536;

/**
 * `check --format markdown`: a comment for a pull request. Findings in a table, errors first; what is undecided and the least scopes below,
 * folded. Never longer than GitHub takes: what finds no room is counted.
 */
export function checkMarkdown(reports: readonly ApplicationReport[], options: ReportOptions, limit = GITHUB_LIMIT): string {
  const { found, undecided } = summarise(reports);
  const head = [
    // Lets a workflow find the comment that it wrote before.
    '<!-- oauth-scopes -->',
    `### OAuth scopes: ${found}${undecided}`,
  ];
  const sections = reports.flatMap((report) => sectionsOf(report, options));
  return boundedLines(head, sections, limit, (count) => `\n…and ${counted(count, 'more section')}, left out for their length.`).join('\n');
}

function sectionsOf(report: ApplicationReport, options: ReportOptions): readonly Section[] {
  return [findingSection(report, options), leastSection(report, options), ...undecidedSection(report, options)];
}

function findingSection({ name, provider, findings }: ApplicationReport, options: ReportOptions): Section {
  const title = ['', `**${plain(name, 200)}** (${plain(provider, 200)})`, ''];
  if (findings.length === 0) {
    return { before: [...title, 'No findings.'], rows: [], after: [], more: () => '' };
  }
  return {
    before: [...title, '| | finding | place |', '| --- | --- | --- |'],
    rows: [...findings].sort((left, right) => rank(left) - rank(right)).map((finding) => findingRow(finding, options)),
    after: [],
    more: (count) => `| | …and ${count} more | |`,
  };
}

const levels: readonly Level[] = ['error', 'warning', 'note'];

function rank({ rule }: Finding): number {
  return levels.indexOf(ruleTextOf(rule).level);
}

function findingRow({ rule, message, place }: Finding, options: ReportOptions): string {
  const link = `[${rule}](${ruleAddress(rule, options.version)})`;
  return `| ${ruleTextOf(rule).level} | ${plain(message)} ${link} | ${placeCode(place, options)} |`;
}

function leastSection({ declared, minimal, needed, permissions = [] }: ApplicationReport, options: ReportOptions): Section {
  const effective = declared.filter((one) => one.effective || declared.length === 1);
  const least = minimal.scopes.length === 0 ? 'no scope' : code(minimal.scopes.join(' '), 4_000);
  const lines = [
    ...effective.map(({ scopes, place }) => `Declared in ${placeCode(place, options)}: ${scopes.length === 0 ? 'no scope' : code(scopes.join(' '), 4_000)}`),
    `Least that the calls need: ${least}${minimal.complete ? '' : ', and what is undecided may need more'}`,
    ...(permissions.length === 0 ? [] : [`Role permissions needed besides: ${plain(permissionList(permissions), 4_000)}`]),
  ];
  const stated = new Map(needed.flatMap(({ by }) => by.flatMap((use) => (use.stated === undefined ? [] : [[use.call, use.stated] as const]))));
  const nameCall = (call: string): string => {
    const place = stated.get(call);
    return place === undefined ? call : `${call} (stated in ${nameOf(place, options)})`;
  };
  return {
    before: ['', '<details><summary>Scopes, and the calls that need them</summary>', '', ...lines.flatMap((line) => [line, '']), '| scope | calls |', '| --- | --- |'],
    rows: minimal.scopes.map((scope) => `| ${code(scope)} | ${plain((minimal.reasons[scope] ?? []).map(nameCall).join(', '))} |`),
    after: ['', '</details>'],
    more: (count) => `| | …and ${count} more |`,
  };
}

function undecidedSection({ undecided }: ApplicationReport, options: ReportOptions): readonly Section[] {
  const section: Section = {
    before: ['', `<details><summary>${counted(undecided.length, 'undecided place')}</summary>`, '', '| why | holds back | place |', '| --- | --- | --- |'],
    rows: undecided.map((one) => undecidedRow(one, options)),
    after: ['', '</details>'],
    more: (count) => `| …and ${count} more | | |`,
  };
  return undecided.length === 0 ? [] : [section];
}

function undecidedRow({ reason, holdsBack, place }: UndecidedVerdict, options: ReportOptions): string {
  return `| ${plain(reason)} | ${holdsBack.length === 0 ? '' : code(holdsBack.join(' '))} | ${placeCode(place, options)} |`;
}

function placeCode(place: Place, options: ReportOptions): string {
  return code(nameOf(place, options));
}

function nameOf({ file, line }: Place, { root, pathRules }: ReportOptions): string {
  return `${displayPath(file, root, pathRules)}:${line}`;
}
