import type { Place } from '../../src/grants/declaration.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';

export const workingDirectory = '/home/desk';

/** One character of a file of the application. */
export function at(file: string, line: number, column = 1): Place {
  return { file: `${workingDirectory}/${file}`, line, column, endLine: line, endColumn: column + 1 };
}

/** An application with something of everything. */
export const sampleReport: ApplicationReport = {
  name: 'operations-desk',
  provider: 'uipath',
  declared: [
    { scopes: ['OR.Assets', 'OR.Jobs.Read', 'offline_access'], place: at('uipath.json', 3, 13), kind: 'configuration', effective: true },
    { scopes: ['OR.Assets'], place: at('.env', 2, 19), kind: '.env', effective: false },
  ],
  needed: [
    {
      anyOf: ['OR.Jobs', 'OR.Jobs.Read'],
      by: [
        { place: at('src/jobs.ts', 4, 12), call: 'Jobs.getAll' },
        { place: at('src/jobs.ts', 9, 12), call: 'Jobs.getAll' },
        { place: at('src/panel.tsx', 21, 3), call: 'Jobs.getById' },
      ],
    },
    { anyOf: ['OR.Tasks', 'OR.Tasks.Write'], by: [{ place: at('src/tasks.ts', 12, 9), call: 'Tasks.create' }] },
  ],
  minimal: {
    scopes: ['OR.Jobs.Read', 'OR.Tasks.Write', 'offline_access'],
    complete: false,
    provenLeast: true,
    reasons: { 'OR.Jobs.Read': ['Jobs.getAll', 'Jobs.getById'], 'OR.Tasks.Write': ['Tasks.create'], offline_access: [] },
    newestUsedFor: ['Buckets.getAll: OR.Buckets (since 2026-05-13) instead of OR.Administration (until 2026-05-13)'],
  },
  findings: [
    {
      rule: 'no-missing-scope',
      kind: 'missing',
      scope: 'OR.Tasks.Write',
      place: at('src/tasks.ts', 12, 9),
      message: 'Tasks.create needs OR.Tasks or OR.Tasks.Write.',
    },
    {
      rule: 'no-unused-scope',
      kind: 'unused',
      scope: 'OR.Assets',
      suggestion: '',
      place: at('uipath.json', 3, 14),
      message: 'No call needs OR.Assets. Remove it.',
    },
  ],
  undecided: [
    { place: at('src/http.ts', 33, 3), reason: 'a request to the provider is made by other means', holdsBack: ['OR.Folders', 'OR.Queues'] },
    { place: at('src/legacy.js', 2, 1), reason: 'the receiver has no type', holdsBack: [] },
    {
      place: at('src/panel.tsx', 30, 5),
      reason: 'the catalog does not say which scopes Jobs.archive needs',
      holdsBack: ['OR.Queues'],
      reported: { rule: 'no-unmapped-call', kind: 'unmapped', message: 'The catalog does not say which scopes Jobs.archive needs.' },
    },
  ],
  coverage: { calls: 6, resolved: 4, unmapped: 1, untyped: 1 },
};

/** An application in which nothing is wrong. */
export const cleanReport: ApplicationReport = {
  name: 'viewer',
  provider: 'uipath',
  declared: [{ scopes: ['OR.Jobs.Read'], place: at('viewer/uipath.json', 2, 13), kind: 'configuration', effective: true }],
  needed: [{ anyOf: ['OR.Jobs', 'OR.Jobs.Read'], by: [{ place: at('viewer/src/main.ts', 7, 20), call: 'Jobs.getAll' }] }],
  minimal: { scopes: ['OR.Jobs.Read'], complete: true, provenLeast: true, reasons: { 'OR.Jobs.Read': ['Jobs.getAll'] }, newestUsedFor: [] },
  findings: [],
  undecided: [],
  coverage: { calls: 1, resolved: 1, unmapped: 0, untyped: 0 },
};
