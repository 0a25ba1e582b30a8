import type { Place } from '../grants/declaration.ts';
import type { ApplicationReport, Finding, PermissionNeed } from '../verdict/finding.ts';
import { block } from './block.ts';
import { columns } from './columns.ts';
import { displayPath } from './display-path.ts';
import { counted } from './counted.ts';
import { oneLine } from './one-line.ts';
import type { Style } from './style.ts';

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
  const rows = undecided.map(({ place, reason, holdsBack }) => [
    at(place),
    `${oneLine(reason)}${holdsBack.length === 0 ? '' : ` ${style.faint(`(holds back ${oneLine(holdsBack.join(', '))})`)}`}`,
  ]);
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

/** "Jobs.View, Jobs.Create or Jobs.Edit" */
export function permissionList(permissions: readonly PermissionNeed[]): string {
  return permissions.map(({ anyOf }) => anyOf.join(' or ')).join(', ');
}

function coverageSentence({ calls, resolved, unmapped, untyped }: ApplicationReport['coverage']): string {
  if (calls === 0) {
    return 'no SDK call was found';
  }
  const rest = [...(unmapped > 0 ? [`${unmapped} unmapped`] : []), ...(untyped > 0 ? [`${untyped} untyped`] : [])];
  const known = resolved === calls ? 'all with a known requirement' : `${resolved} with a known requirement`;
  return [`${counted(calls, 'SDK call')}, ${known}`, ...rest].join(', ');
}

/** "3 findings, 1 undecided." */
export function checkSummary(reports: readonly ApplicationReport[], style: Style): string {
  const total = (count: (report: ApplicationReport) => number) => reports.reduce((sum, report) => sum + count(report), 0);
  const findings = total((report) => report.findings.length);
  const undecided = total((report) => report.undecided.length);
  const where = reports.length > 1 ? ` in ${reports.length} applications` : '';
  const found = findings === 0 ? style.good(`No findings${where}`) : style.finding(`${counted(findings, 'finding')}${where}`);
  return `${found}${undecided === 0 ? '' : `, ${undecided} undecided`}.`;
}
