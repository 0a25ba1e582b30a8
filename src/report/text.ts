import type { Place } from '../grants/declaration.ts';
import type { ApplicationReport, Finding } from '../verdict/finding.ts';
import { block } from './block.ts';
import { columns } from './columns.ts';
import { displayPath } from './display-path.ts';
import { oneLine } from './one-line.ts';
import type { Style } from './style.ts';
import { coverageSentence, heldBack, permissionList, summarise } from './summary.ts';

export interface TextOptions {
  /** Absolute; paths are printed relative to it. */
  readonly workingDirectory: string;
  readonly style: Style;
}

/**
 * `check`: for each application its findings, what is undecided, what it declares and needs, how much was seen; at the end one line that
 * sums up.
 */
export function checkText(reports: readonly ApplicationReport[], { workingDirectory, style }: TextOptions): string {
  const print = { at: (place: Place) => position(place, workingDirectory), style };
  return [...reports.flatMap((report) => [...applicationLines(report, print), '']), checkSummary(reports, style)].join('\n');
}

/** `src/app.ts:12:9` */
export function position({ file, line, column }: Place, workingDirectory: string): string {
  return oneLine(`${displayPath(file, workingDirectory)}:${line}:${column}`);
}

/** What stands behind the places of calls that nobody sees and the manifest tells of: ", stated in oauth-scopes.json:12:7". */
export function statement(stated: Place | undefined, workingDirectory: string): string {
  return stated === undefined ? '' : `, stated in ${position(stated, workingDirectory)}`;
}

interface Print {
  readonly at: (place: Place) => string;
  readonly style: Style;
}

function applicationLines(report: ApplicationReport, print: Print): string[] {
  return [
    `${print.style.heading(oneLine(report.name))} ${print.style.faint(`(${report.provider})`)}`,
    ...block(findingLines(report.findings, print)),
    ...block(undecidedLines(report, print)),
    ...block(overviewLines(report, print)),
  ];
}

function findingLines(findings: readonly Finding[], { at, style }: Print): string[] {
  return columns(
    findings.map(({ place, rule, message }) => [at(place), style.finding(rule), oneLine(message)]),
    '  ',
  );
}

function undecidedLines({ undecided }: ApplicationReport, { at, style }: Print): string[] {
  if (undecided.length === 0) {
    return [];
  }
  const rows = undecided.map((one) => [at(one.place), `${oneLine(one.reason)}${style.faint(oneLine(heldBack(one)))}`]);
  return [`  ${style.caution('Undecided')}`, ...columns(rows, '  ')];
}

function overviewLines({ declared, needed, permissions, minimal, coverage }: ApplicationReport, { at, style }: Print): string[] {
  const asideOf = (effective: boolean) => (effective || declared.length === 1 ? '' : ', not in effect');
  const declaredRows = declared.map(({ scopes, place, effective }, index) => [
    index === 0 ? style.faint('Declared') : '',
    `${scopes.length === 0 ? 'no scope' : oneLine(scopes.join(' '))} ${style.faint(`(${at(place)}${asideOf(effective)})`)}`,
  ]);
  const rows = [
    ...(declaredRows.length === 0 ? [[style.faint('Declared'), 'nothing that was found']] : declaredRows),
    ...(needed.length === 0 && minimal.complete ? [] : [[style.faint('Least'), leastSentence(minimal)]]),
    ...(permissions === undefined ? [] : [[style.faint('Roles'), `${permissionList(permissions)} ${style.faint('(needed besides the scopes)')}`]]),
    [style.faint('Coverage'), coverageSentence(coverage)],
  ];
  return columns(rows, '  ');
}

function leastSentence({ scopes, complete }: ApplicationReport['minimal']): string {
  if (scopes.length === 0) {
    return complete ? 'no scope' : 'nothing that was seen needs a scope';
  }
  return `${oneLine(scopes.join(' '))}${complete ? '' : ', and what is undecided may need more'}`;
}

/** "3 findings, 1 undecided." */
export function checkSummary(reports: readonly ApplicationReport[], style: Style): string {
  const { findings, found, undecided } = summarise(reports);
  return `${findings === 0 ? style.good(`N${found.slice(1)}`) : style.finding(found)}${undecided}.`;
}
