import type { Place } from '../../grants/declaration.ts';
import type { ApplicationReport } from '../../verdict/finding.ts';
import { counted } from '../counted.ts';
import { displayPath } from '../display-path.ts';
import type { ReportOptions } from '../report-options.ts';
import { ruleTextOf, type Level } from '../rule-texts.ts';
import { heldBack, totalsOf } from '../summary.ts';
import { workflowCommand, type CommandProperties } from './workflow-command.ts';

/**
 * `check --format github`: a line for each finding and each undecided place, of which GitHub Actions makes annotations, and a line that sums
 * up. An undecided place is a notice, which fails nothing.
 */
export function checkGithub(reports: readonly ApplicationReport[], options: Omit<ReportOptions, 'version'>): string {
  const annotations = reports.flatMap(({ findings, undecided }) => [
    ...findings.map(({ rule, message, place }) => annotation(commands[ruleTextOf(rule).level], `oauth-scopes/${rule}`, message, place, options)),
    ...undecided.map((one) => annotation('notice', 'oauth-scopes/undecided', `${one.reason}${heldBack(one)}`, one.place, options)),
  ]);
  const { findings, undecided } = totalsOf(reports);
  return [...annotations, `${counted(findings, 'finding')}, ${undecided} undecided.`].join('\n');
}

const commands: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function annotation(command: string, title: string, message: string, place: Place, options: Omit<ReportOptions, 'version'>): string {
  return workflowCommand(command, { file: displayPath(place.file, options.root, options.pathRules), ...positionOf(place), title }, message);
}

/** GitHub takes columns only of a place that does not go beyond its line. */
function positionOf({ line, column, endLine, endColumn }: Place): CommandProperties {
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}
