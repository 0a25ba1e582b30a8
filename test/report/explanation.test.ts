import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { explain, type Explanation } from '../../src/report/explain/explanation.ts';
import { findSubjects, subjectName } from '../../src/report/explain/subject.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { sampleReport } from './sample-report.ts';

const index = indexCatalog(builtInCatalog('uipath') as Catalog);

function about(text: string, reports: readonly ApplicationReport[] = []): readonly Explanation[] {
  return findSubjects(text, [index]).map((subject) => explain(subject, reports));
}

function names(text: string): readonly string[] {
  return findSubjects(text, [index]).map((subject) => `${subject.kind} ${subjectName(subject)}`);
}

describe('what a text names', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Jobs.getAll', ['method Jobs.getAll']],
    ['JobService.getAll', ['method Jobs.getAll']],
    ['jobs.GETALL', ['method Jobs.getAll']],
    ['OR.Jobs.Read', ['scope OR.Jobs.Read']],
    ['Jobs.View', ['permission Jobs.View']],
    ['get /odata/Jobs', ['endpoint GET /odata/Jobs']],
    ['/orchestrator_/odata/Jobs(7)', ['endpoint GET /odata/Jobs({key})']],
    ['POST /acme/main/odata/Jobs/UiPath.Server.Configuration.OData.StartJobs', ['endpoint POST /odata/Jobs/UiPath.Server.Configuration.OData.StartJobs']],
    ['GET https://api.example.com/odata/Jobs', []],
    ['GET', []],
    ['', []],
    ['__proto__', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('an explanation', () => {
  it('case 56: has both rows where sources of different dates differ, newest first', () => {
    const [explanation] = about('Buckets.getAll');
    expect(explanation?.rows.map(({ requires, since, until }) => ({ requires, since, until }))).toEqual([
      { requires: [['OR.Buckets', 'OR.Buckets.Read']], since: '2026-05-13', until: undefined },
      { requires: [['OR.Administration', 'OR.Administration.Read']], since: undefined, until: '2026-05-13' },
    ]);
  });

  it('names the scopes that grant a call, those that imply them among them', () => {
    expect(about('Jobs.getAll')[0]?.scopes).toEqual(['OR.Jobs', 'OR.Jobs.Read']);
  });

  it('of a scope says what is lost without it: nothing where another one that is declared covers the call', () => {
    const report = (...scopes: readonly string[]): ApplicationReport => {
      const [declared] = sampleReport.declared;
      const place = { file: '/app/src/a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };
      const needed = [{ anyOf: ['OR.Jobs', 'OR.Jobs.Read'], by: [{ place, call: 'Jobs.getAll' }] }];
      return { ...sampleReport, needed, declared: [{ kind: 'configuration', effective: true, place: declared?.place ?? place, scopes }] };
    };
    const lost = (scope: string, ...declared: readonly string[]): readonly string[] | undefined =>
      about(scope, [report(...declared)])[0]?.uses[0]?.lostWithout;
    expect(lost('OR.Jobs.Read', 'OR.Jobs.Read')).toEqual(['Jobs.getAll']);
    expect(lost('OR.Jobs.Read', 'OR.Jobs.Read', 'OR.Jobs')).toEqual([]);
    expect(lost('OR.Jobs.Read', 'OR.Assets')).toEqual([]);
  });

  it('of a scope says nothing of the applications of another provider', () => {
    expect(about('OR.Jobs', [{ ...sampleReport, provider: 'elsewhere' }])[0]?.uses).toEqual([]);
  });
});
