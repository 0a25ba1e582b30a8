import { VERDICTS } from './score.mjs';

/** The totals, then one row for each application. */
export function printMarkdown(summary, results, skipped) {
  const absent = skipped.length === 0 ? [] : ['', `Not there: ${skipped.join(', ')}`];
  return [...summaryTables(summary), '', ...applicationTable(results), ...absent].join('\n');
}

/** Tables for docs/accuracy.md: they name no application. */
export function summaryTables({ applications, declared, uncorrected, mutated, byMutation, causes }) {
  return [
    `${applications} applications.`,
    '',
    '### The grants that they declare',
    '',
    ...verdictTable(declared),
    '',
    `Before our corrections of what is known: ${inOneLine(uncorrected)}.`,
    '',
    '### The same code with changed grants',
    '',
    ...verdictTable(mutated),
    '',
    ...table(
      ['change', 'grants', 'precision', 'recall', 'abstention'],
      Object.entries(byMutation).map(([kind, figures]) => [
        kind,
        String(figures.grants),
        percent(figures.verdicts.all.precision),
        percent(figures.verdicts.all.recall),
        percent(figures.abstention),
      ]),
    ),
    '',
    '### Why nothing is said',
    '',
    ...causeTable(causes),
  ];
}

function verdictTable({ verdicts, judged, abstained, abstention, abstainedAsExpected, abstentionWithoutExpected }) {
  return [
    ...table(
      ['verdict', 'right', 'wrong', 'overlooked', 'held back', 'precision', 'recall', 'macro precision', 'macro recall'],
      [...VERDICTS, 'all'].map((name) => {
        const { right, wrong, overlooked, heldBack, precision, recall, macro } = verdicts[name];
        const ratios = [precision, recall, macro.precision, macro.recall];
        return [name, right, wrong, overlooked, heldBack, ...ratios.map(percent)];
      }),
    ),
    '',
    `Nothing is said of ${abstained} of ${judged} declared scopes (${percent(judged === 0 ? null : abstained / judged)}), and of`,
    `${abstainedAsExpected} of them nobody can tell. On average over the applications that is ${percent(abstention)}, and`,
    `${percent(abstentionWithoutExpected)} without those.`,
  ];
}

function inOneLine({ verdicts: { all }, abstention }) {
  return `precision ${percent(all.precision)}, recall ${percent(all.recall)}, abstention ${percent(abstention)}`;
}

function causeTable({ declared, mutated }) {
  const all = [...new Set([...Object.keys(declared), ...Object.keys(mutated)])];
  return table(['cause', 'declared grants', 'changed grants'], all.map((cause) => [
    cause,
    String(declared[cause] ?? 0),
    String(mutated[cause] ?? 0),
  ]));
}

function applicationTable(results) {
  const head = ['application', 'scopes', 'nothing said', ...JUDGED, 'changed grants', ...JUDGED, 'nothing said'];
  return table(
    head,
    results.map(({ name, error, declared, mutated }) => [
      error === undefined ? name : `${name}: ${error}`,
      declared.judged,
      declared.abstained.length,
      ...counts([declared]),
      mutated.length,
      ...counts(mutated),
      mutated.reduce((sum, one) => sum + one.abstained.length, 0),
    ]),
  );
}

const JUDGED = ['right', 'wrong', 'overlooked'];

function counts(scores) {
  const verdicts = scores.flatMap((one) => VERDICTS.map((name) => one.verdicts[name]));
  const sum = (pick) => verdicts.reduce((all, verdict) => all + pick(verdict), 0);
  return [sum(({ right }) => right), sum(({ wrong }) => wrong.length), sum(({ overlooked }) => overlooked.length)];
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function percent(value) {
  return value === null ? '–' : value.toFixed(3);
}
