import { describe, expect, it } from 'vitest';
import { pageScopes, type PageScope } from '../../src/report/html/page-model.ts';
import { fileNames } from '../../src/report/html/places.ts';
import { usageMatrix } from '../../src/report/html/usage-matrix.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { at, sampleReport, workingDirectory } from './sample-report.ts';

const covers = (scope: string): ReadonlySet<string> => new Set([scope, `${scope}.Read`, `${scope}.Write`]);
const nameOf = fileNames({ root: workingDirectory });

function summary(report: ApplicationReport): readonly string[] {
  return pageScopes(report, covers).map(({ name, status, calls }) => `${status} ${name}: ${calls.map(({ call, places }) => `${call} ${places.length}`).join(', ')}`);
}

describe('the scopes of a page', () => {
  it('are those that are held and those that are needed, what is too much first', () => {
    expect(summary(sampleReport)).toEqual([
      'unused OR.Assets: ',
      'missing OR.Tasks or OR.Tasks.Write: Tasks.create 1',
      'used OR.Jobs.Read: Jobs.getAll 2, Jobs.getById 1',
      'idle offline_access: ',
    ]);
  });

  it('serve the calls that need what they cover', () => {
    const [declared] = sampleReport.declared;
    const report = { ...sampleReport, findings: [], declared: declared === undefined ? [] : [{ ...declared, scopes: ['OR.Jobs', 'OR.Tasks'] }] };
    expect(summary(report)).toEqual(['used OR.Jobs: Jobs.getAll 2, Jobs.getById 1', 'used OR.Tasks: Tasks.create 1']);
  });

  it('are not said to be missing where nothing is declared, so that nothing is known of the grant', () => {
    const reason = 'no declaration of scopes was found';
    const report = { ...sampleReport, declared: [], findings: [], undecided: [{ place: at('src/tasks.ts', 12), reason, holdsBack: [] }] };
    expect(summary(report).map((line) => line.split(':')[0])).toEqual(['undecided OR.Jobs or OR.Jobs.Read', 'undecided OR.Tasks or OR.Tasks.Write']);
  });

  it('have what the manifest states, and where they are declared', () => {
    const stated = [{ scope: 'OR.Assets', usedFor: 'labels', nextReview: '2027-01' }];
    const [assets] = pageScopes({ ...sampleReport, stated }, covers);
    expect(assets).toMatchObject({ stated: stated[0], declaredIn: [{ effective: true }, { effective: false }], messages: ['No call needs OR.Assets. Remove it.'] });
  });

  it('say that a declaration is not in effect', () => {
    const declared = [...sampleReport.declared, { scopes: ['OR.Folders'], place: at('.env', 9), kind: '.env', effective: false }];
    expect(pageScopes({ ...sampleReport, declared, undecided: [] }, covers).find(({ name }) => name === 'OR.Folders')).toMatchObject({
      status: 'idle', messages: ['Declared only in a place that is not in effect.'],
    });
  });
});

describe('scopes by module', () => {
  it('count calls by file and directory', () => {
    const { scopes, directories, leftOut, isByDirectory } = usageMatrix(pageScopes(sampleReport, covers), nameOf);
    expect(scopes.map(({ name }) => name)).toEqual(['OR.Tasks or OR.Tasks.Write', 'OR.Jobs.Read']);
    expect(directories).toEqual([
      {
        path: 'src',
        counts: [1, 3],
        files: [
          { path: 'src/jobs.ts', counts: [0, 2] },
          { path: 'src/panel.tsx', counts: [0, 1] },
          { path: 'src/tasks.ts', counts: [1, 0] },
        ],
      },
    ]);
    expect({ leftOut, isByDirectory }).toEqual({ leftOut: 0, isByDirectory: false });
  });

  const wide = (scopes: number, directories: number, files: number): readonly PageScope[] =>
    Array.from({ length: scopes }, (_, scope): PageScope => ({
      name: `S${scope}`, status: 'used', messages: [], heldBackBy: [], declaredIn: [],
      calls: [{ call: 'x', places: Array.from({ length: scope === 0 ? directories * files : 1 }, (__, use) => at(`d${use % directories}/f${use}.ts`, 1)) }],
    }));

  it('are shown by directory where there are too many files', () => {
    const { directories, isByDirectory, leftOut } = usageMatrix(wide(100, 20, 100), nameOf);
    expect({ isByDirectory, leftOut }).toEqual({ isByDirectory: true, leftOut: 0 });
    expect(directories).toHaveLength(20);
    expect(directories.every(({ files, counts }) => files.length === 0 && (counts[0] ?? 0) >= 100)).toBe(true);
  });

  it('leave out scopes with few calls where there are too many directories', () => {
    const { scopes, leftOut, directories } = usageMatrix(wide(100, 3_000, 1), nameOf);
    expect({ columns: scopes.length, leftOut, first: scopes[0]?.name }).toEqual({ columns: 20, leftOut: 80, first: 'S0' });
    expect(directories).toHaveLength(3_000);
    expect(directories.every(({ counts }) => counts.length === 20)).toBe(true);
  });
});
