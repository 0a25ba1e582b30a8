import { VERDICTS } from './score.mjs';

/** Tables for docs/accuracy.md, which name no application, then one row for each application. */
export function printMarkdown(summary, results, skipped) {
  return [...summaryTables(summary), '', ...applicationTable(results), ...(skipped.length === 0 ? [] : ['', `Not there: ${skipped.join(', ')}`])].join(
    '\n',
  );
}

function summaryTables({ applications, declared, uncorrected, mutated, byMutation, causes }) {
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

function verdictTable({ verdicts, scopes, abstained, abstention }) {
  return [
    ...table(
      ['verdict', 'right', 'wrong', 'overlooked', 'held back', 'precision', 'recall', 'macro precision', 'macro recall'],
      [...VERDICTS, 'all'].map((name) => {
        const { right, wrong, overlooked, heldBack, precision, recall, macro } = verdicts[name];
        return [name, ...[right, wrong, overlooked, heldBack].map(String), ...[precision, recall, macro.precision, macro.recall].map(percent)];
      }),
    ),
    '',
    `Nothing is said of ${abstained} of ${scopes} declared scopes; on average over the applications ${percent(abstention)}.`,
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
  return table(
    ['application', 'scopes', 'nothing said', 'right', 'wrong', 'overlooked', 'changed grants', 'right', 'wrong', 'overlooked', 'nothing said'],
    results.map(({ name, error, declared, mutated }) => {
      const total = (scores, pick) => scores.reduce((sum, one) => sum + VERDICTS.reduce((all, verdict) => all + pick(one.verdicts[verdict]), 0), 0);
      const counts = (scores) => [
        total(scores, (one) => one.right),
        total(scores, (one) => one.wrong.length),
        total(scores, (one) => one.overlooked.length),
      ];
      return [
        error === undefined ? name : `${name}: ${error}`,
        declared.scopes,
        declared.abstained.length,
        ...counts([declared]),
        mutated.length,
        ...counts(mutated),
        mutated.reduce((sum, one) => sum + one.abstained.length, 0),
      ].map(String);
    }),
  );
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function percent(value) {
  return value === null ? '–' : value.toFixed(3);
}
