import { describeRequirement } from '../../scopes/requirement.ts';
import { listSome } from '../../verdict/phrases.ts';
import { block } from '../block.ts';
import { columns } from '../columns.ts';
import { counted } from '../counted.ts';
import { grantTypeName } from '../../verdict/scope-change.ts';
import type { Style } from '../style.ts';
import { position, statement, type TextOptions } from '../text.ts';
import { differenceText } from './difference-text.ts';
import type { ExplainedRow, ExplainedUse, Explanation } from './explanation.ts';
import { remarkRows } from './remark-rows.ts';
import { sourceText } from './source-text.ts';

/** `explain` for one subject: its name and kind, then one row for each thing that is known of it. */
export function explainText(explanation: Explanation, { workingDirectory, style }: TextOptions): string {
  const rows = [
    ...explanation.rows.map((row, index) => [index === 0 ? 'Needs' : 'Or, as of', rowSentence(row)]),
    ...some('Permission', permissionSentence(explanation)),
    ...some('Refused to', explanation.refusedTo.map(grantTypeName).join(', ')),
    ...some(scopeTitles[explanation.kind], explanation.scopes.join(', ')),
    ...some('Implies', explanation.implies.join(', ')),
    ...some('Implied by', explanation.impliedBy.join(', ')),
    ...some('Replaced by', explanation.replacedBy ?? ''),
    ...some(operationsTitle(explanation), listSome(explanation.operations)),
    ...some('Source', listSome(explanation.sources.map((source) => sourceText(source, explanation.line)))),
    ...some('Given up', explanation.until ?? ''),
    ...remarkRows(explanation),
    ...some('Differs from', explanation.differences.map(differenceText).join('; ')),
    ...explanation.uses.flatMap((use) => useRows(use, explanation, workingDirectory)),
  ];
  return [
    `${style.heading(explanation.name)} ${style.faint(`(${kindSentence(explanation)})`)}`,
    ...columns(rows.map(([title = '', text = '']) => [style.faint(title), text]), '  '),
    ...checklistLines(explanation, style),
  ].join('\n');
}

function checklistLines({ checklist = [] }: Explanation, style: Style): string[] {
  const marks = { cause: style.finding('missing'), fine: style.good('ok'), look: style.caution('look') };
  const rows = checklist.map(({ topic, state, text }, index) => [`${index + 1}`, marks[state], topic, text]);
  return block(columns(rows, '  '));
}

function some(title: string, text: string): string[][] {
  return text === '' ? [] : [[title, text]];
}

const kinds = {
  method: 'method of the SDK',
  endpoint: 'endpoint',
  scope: 'scope',
  permission: 'role permission, not a scope',
  combination: 'profile, a combination of scopes',
} as const;

/** What the scopes of an explanation are to its subject. */
const scopeTitles = {
  method: 'Granted by', endpoint: 'Granted by', scope: '', permission: 'Its calls accept', combination: 'Scopes',
} as const;

function kindSentence({ kind, provider, category }: Explanation): string {
  return [provider, kinds[kind], ...(category === undefined ? [] : [category])].join(', ');
}

function rowSentence({ requires, since, until, inferred, source, line }: ExplainedRow): string {
  const needed = requires === null ? 'not said' : describeRequirement(requires);
  const dates = [...(since === undefined ? [] : [`since ${since}`]), ...(until === undefined ? [] : [`until ${until}`])].join(', ');
  return `${needed}${dates === '' ? '' : ` (${dates})`}${inferred ? ', inferred' : ''}: ${sourceText(source, line)}`;
}

function permissionSentence({ permissions, kind }: Explanation): string {
  const told = permissions.map((anyOf) => anyOf.join(' or ')).join(', and ');
  return told === '' || kind === 'permission' ? told : `${told}. Both are needed: the scope and the permission`;
}

function operationsTitle({ kind }: Explanation): string {
  return kind === 'scope' ? 'Accepted by' : kind === 'permission' ? 'Demanded by' : kind === 'method' ? 'Calls' : 'Called by';
}

function useRows({ application, declaredAt, calls, lostWithout }: ExplainedUse, { kind, name }: Explanation, directory: string): string[][] {
  const at = declaredAt.map((place) => position(place, directory)).join(', ');
  const called = calls.flatMap(({ call, places: [first, ...others], stated }) => {
    const more = others.length === 0 ? '' : ` and ${counted(others.length, 'more place')}`;
    return first === undefined ? [] : [`${call} at ${position(first, directory)}${more}${statement(stated, directory)}`];
  });
  const rows = [...some('Declared', at), [kind === 'scope' ? 'Needed for' : 'Used', called.length === 0 ? 'no call that was seen' : listSome(called)]];
  const lost = lostWithout.length === 0 ? `no call that was seen lacks ${name}` : `${listSome(lostWithout)} would be refused`;
  return [[`In ${application}`, ''], ...rows, ...(at === '' ? [] : [['Without it', lost]])];
}
