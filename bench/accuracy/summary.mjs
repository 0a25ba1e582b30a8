import { VERDICTS } from './score.mjs';

/** Totals, and macro averages over the applications: each counts the same, however many scopes it declares. */
export function summarize(results) {
  const mutated = (kind) => results.flatMap(({ mutated: grants, name }) =>
    grants.filter((grant) => kind === undefined || grant.kind === kind).map((grant) => ({ ...grant, name })));
  return {
    applications: results.length,
    declared: figures(results.map(({ declared }) => [declared])),
    uncorrected: figures(results.map(({ uncorrected }) => [uncorrected])),
    mutated: figures(results.map((result) => result.mutated)),
    byMutation: Object.fromEntries(
      ['removed', 'foreign', 'broadened', 'misspelt'].map((kind) => [
        kind,
        { grants: mutated(kind).length, ...figures(results.map((result) => result.mutated.filter((grant) => grant.kind === kind))) },
      ]),
    ),
    causes: { declared: causes(results.map(({ declared }) => declared)), mutated: causes(mutated()) },
  };
}

/** @param groups the scores of each application */
function figures(groups) {
  const scores = groups.flat();
  const some = groups.filter((group) => group.length > 0);
  return {
    verdicts: Object.fromEntries(
      [...VERDICTS, 'all'].map((verdict) => [verdict, { ...totals(scores, verdict), macro: macro(some, verdict) }]),
    ),
    judged: sum(scores, (one) => one.judged),
    abstained: sum(scores, (one) => one.abstained.length),
    abstainedAsExpected: sum(scores, (one) => one.abstained.filter(({ isExpected }) => isExpected).length),
    abstentionWithoutExpected: mean(
      some.map((group) =>
        ratio(sum(group, (one) => one.abstained.filter(({ isExpected }) => !isExpected).length), sum(group, (one) => one.judged)),
      ),
    ),
    abstention: mean(some.map((group) => ratio(sum(group, (one) => one.abstained.length), sum(group, (one) => one.judged)))),
    withoutCause: sum(scores, (one) => one.abstained.filter(({ reason }) => reason === undefined || reason === '').length),
  };
}

function totals(scores, verdict) {
  const names = verdict === 'all' ? VERDICTS : [verdict];
  const add = (pick) => sum(scores, (one) => sum(names, (name) => pick(one.verdicts[name])));
  const [right, wrong, overlooked, heldBack] = [
    add((counted) => counted.right),
    add((counted) => counted.wrong.length),
    add((counted) => counted.overlooked.length),
    add((counted) => counted.heldBack.length),
  ];
  return { right, wrong, overlooked, heldBack, precision: ratio(right, right + wrong), recall: ratio(right, right + overlooked) };
}

/** Applications of which a ratio cannot be formed (nothing said, nothing to say) do not count. */
function macro(groups, verdict) {
  const each = groups.map((group) => totals(group, verdict));
  return { precision: mean(each.map((one) => one.precision)), recall: mean(each.map((one) => one.recall)) };
}

function causes(scores) {
  const reasons = scores.flatMap(({ abstained, verdicts }) => [
    ...abstained.map(({ reason }) => reason),
    ...verdicts.missing.heldBack.map(({ reason }) => reason),
  ]);
  const counted = new Map();
  for (const reason of reasons) {
    const cause = generalize(reason ?? 'no cause');
    counted.set(cause, (counted.get(cause) ?? 0) + 1);
  }
  return Object.fromEntries([...counted].sort(([, left], [, right]) => right - left));
}

/** The sentence without the names that it holds. */
function generalize(reason) {
  return reason
    .replaceAll(/`[^`]*`|"[^"]*"|'[^']*'/g, '…')
    .replaceAll(/(?:[\w@-]+\/)+[\w.@-]+|\b[\w-]+\.(?:tsx?|jsx?|mjs|json)\b/g, '…')
    .replaceAll(/\b[A-Z][A-Za-z]*\.\w+(?:\.\w+)*/g, '…')
    .replaceAll(/(?:…(?:, and |, | or | and )?)+…/g, '…');
}

function ratio(part, whole) {
  return whole === 0 ? null : part / whole;
}

function mean(values) {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known, (value) => value) / known.length;
}

function sum(list, pick) {
  return list.reduce((total, one) => total + pick(one), 0);
}
