import type { Consequence, ScopeDiff } from '../verdict/scope-diff.ts';
import { grantTypeName } from '../verdict/scope-change.ts';
import { columns } from './columns.ts';
import { counted } from './counted.ts';
import type { Style } from './style.ts';

/**
 * `diff`: for each application what is added and removed, what follows, and what a user is asked to consent to.
 * @param names of the two states
 */
export function diffText(diffs: readonly ScopeDiff[], names: readonly [string, string], style: Style): string {
  return diffs.length === 0
    ? `${names[0]} and ${names[1]} hold the same scopes.`
    : diffs.map((diff) => [heading(diff, style), ...changeLines(diff, style), ...followLines(diff, style), ...consentLines(diff, style)].join('\n')).join('\n\n');
}

function heading({ application, provider, environment, grantType }: ScopeDiff, style: Style): string {
  const details = [provider, ...(environment === undefined ? [] : [`in ${environment}`]), ...(grantType === undefined ? [] : [grantTypeName(grantType)])];
  return `${style.heading(application)} ${style.faint(`(${details.join(', ')})`)}`;
}

function changeLines({ added, removed, gained, lost }: ScopeDiff, style: Style): string[] {
  const rows = [
    ['Covers now', gained.filter((scope) => !added.includes(scope))],
    ['Covers no more', lost.filter((scope) => !removed.includes(scope))],
  ] as const;
  const isCovered = added.length > 0 && gained.length === 0;
  return [
    ...added.map((scope) => `  ${style.good(`+ ${scope}`)}`),
    ...removed.map((scope) => `  ${style.finding(`- ${scope}`)}`),
    ...(added.length + removed.length === 0 ? ['  the same scopes, got in another way'] : []),
    ...columns(rows.flatMap(([title, scopes]) => (scopes.length === 0 ? [] : [[style.faint(title), `${scopes.join(' ')}, too`]])), '  '),
    ...(isCovered ? ['  What is added the scopes before covered already.'] : []),
  ];
}

function followLines({ consequences }: ScopeDiff, style: Style): string[] {
  return consequences.length === 0
    ? []
    : ['', `  ${style.faint('What follows')}`, ...consequences.map((one) => `  ${sentenceOf(one)} ${style.faint(`(${one.source})`)}`)];
}

function sentenceOf(consequence: Consequence): string {
  switch (consequence.kind) {
    case 'consent-again':
      return 'Users must consent again before their tokens hold what is added.';
    case 'sign-in-again':
      return 'Users must sign in again: a token that is refreshed holds no more than what was granted.';
    case 'no-consent':
      return 'For what is removed users need not consent again.';
    case 'nobody-asked':
      return 'No user is asked: the next token that is requested holds what is added.';
    case 'old-tokens-keep':
      return 'Tokens that are out keep what is removed until they expire, and may be refreshed with it.';
    case 'refused-for-minutes':
      return `What is added takes minutes; until then a token request is refused with ${consequence.status}.`;
  }
}

function consentLines({ consent }: ScopeDiff, style: Style): string[] {
  const rows = consent.map(({ scope, isNew, category, alsoCovers }) => [
    isNew ? style.good(`+ ${scope}`) : `  ${scope}`,
    category,
    alsoCovers.length === 0 ? '' : style.faint(`covers ${alsoCovers.join(' ')}, too`),
  ]);
  return consent.length === 0 ? [] : ['', `  ${style.faint(`A user who signs in is asked for ${counted(consent.length, 'scope')}`)}`, ...columns(rows, '  ')];
}
