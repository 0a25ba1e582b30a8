import { describeScopeChange } from '../../verdict/scope-change.ts';
import type { Explanation } from './explanation.ts';
import type { ExplainedRemark } from './remarks.ts';
import { sourceText } from './source-text.ts';

/** One row for each remark, and one for all advice; the source is named in full where it is not the only one of the subject. */
export function remarkRows({ remarks, sources }: Pick<Explanation, 'remarks' | 'sources'>): string[][] {
  const [source, ...others] = sources;
  const from = (remark: ExplainedRemark): string =>
    source?.title === remark.source.title && others.length === 0
      ? (remark.line === undefined ? '' : ` (line ${remark.line})`)
      : `: ${sourceText(remark.source, remark.line)}`;
  const advice = remarks.flatMap((remark) => (remark.kind === 'advice' ? [`${rules[remark.rule]}${from(remark)}`] : []));
  const isChange = ({ kind }: ExplainedRemark): boolean => kind === 'change';
  const rowOf = (remark: ExplainedRemark): string[] => [titleOf(remark), `${textOf(remark)}${from(remark)}`];
  const single = remarks.filter(({ kind }) => kind !== 'advice');
  return [
    ...single.filter((remark) => !isChange(remark)).map(rowOf),
    ...(advice.length === 0 ? [] : [['Choose', advice.join('; ')]]),
    ...single.filter(isChange).map(rowOf),
  ];
}

const rules = {
  'read-only-first': 'read-only scopes first',
  'write-only-where-needed': 'one that writes only where a call needs it',
  'one-scope-per-action': 'one scope per action',
} as const;

function titleOf(remark: ExplainedRemark): string {
  switch (remark.kind) {
    case 'api':
      return 'API';
    case 'combination':
      return 'Profile';
    case 'irregular':
    case 'suspect':
    case 'too-permissive':
      return 'Caution';
    case 'mistake':
      return 'Mistake';
    case 'advice':
      return 'Choose';
    case 'change':
      return `Once ${remark.change}`;
  }
}

function textOf(remark: ExplainedRemark): string {
  switch (remark.kind) {
    case 'api':
      return `${remark.name} (${remark.scopes.join(' ')})`;
    case 'combination':
      return remark.name;
    case 'irregular':
      return 'does not have the form that its source states for scopes';
    case 'suspect':
      return 'named in passing, and in no list of scopes; never suggested';
    case 'too-permissive':
      return 'rejected as too permissive for the example';
    case 'mistake':
      return mistakeText(remark.wrong, remark.right);
    case 'advice':
      return rules[remark.rule];
    case 'change':
      return describeScopeChange(remark);
  }
}

/** A string may be wrong only in what it leaves out. */
function mistakeText(wrong: string, right: string): string {
  return right.split(' ').includes(wrong) ? `"${wrong}" alone where "${right}" is needed` : `"${wrong}" instead of "${right}"`;
}
