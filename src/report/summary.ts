import type { ApplicationReport, UndecidedVerdict } from '../verdict/finding.ts';
import { counted } from './counted.ts';

/** How much all reports together say. */
export interface Totals {
  readonly findings: number;
  readonly undecided: number;
}

export function totalsOf(reports: readonly ApplicationReport[]): Totals {
  const total = (count: (report: ApplicationReport) => number) => reports.reduce((sum, report) => sum + count(report), 0);
  return { findings: total((report) => report.findings.length), undecided: total((report) => report.undecided.length) };
}

/** The same in words. */
export interface Summary {
  readonly findings: number;
  /** "no findings in 2 applications"; a single application is not counted. */
  readonly found: string;
  /** ", 1 undecided"; empty where nothing is. */
  readonly undecided: string;
}

export function summarise(reports: readonly ApplicationReport[]): Summary {
  const { findings, undecided } = totalsOf(reports);
  const where = reports.length > 1 ? ` in ${reports.length} applications` : '';
  return {
    findings,
    found: `${findings === 0 ? 'no findings' : counted(findings, 'finding')}${where}`,
    undecided: undecided === 0 ? '' : `, ${undecided} undecided`,
  };
}

/** "4 calls, all with a known requirement": of SDK methods and of requests. */
export function coverageSentence({ calls, resolved, unmapped, untyped }: ApplicationReport['coverage']): string {
  if (calls === 0) {
    return 'no call was found';
  }
  const rest = [...(unmapped > 0 ? [`${unmapped} unmapped`] : []), ...(untyped > 0 ? [`${untyped} untyped`] : [])];
  const known = resolved === calls ? 'all with a known requirement' : `${resolved} with a known requirement`;
  return [`${counted(calls, 'call')}, ${known}`, ...rest].join(', ');
}

/** " (holds back OR.Jobs, PIMS)": the scopes that are not judged because of it; empty where there are none. */
export function heldBack({ holdsBack }: UndecidedVerdict): string {
  return holdsBack.length === 0 ? '' : ` (holds back ${holdsBack.join(', ')})`;
}

/** "Jobs.View, Jobs.Create or Jobs.Edit" */
export function permissionList(permissions: ApplicationReport['permissions'] = []): string {
  return permissions.map(({ anyOf }) => anyOf.join(' or ')).join(', ');
}
