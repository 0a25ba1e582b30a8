import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { explain } from '../../src/report/explain/explanation.ts';
import { explainText } from '../../src/report/explain/explain-text.ts';
import { findSubjects } from '../../src/report/explain/subject.ts';
import { htmlPage } from '../../src/report/html/page.ts';
import { checkJson } from '../../src/report/json.ts';
import { checkMarkdown } from '../../src/report/markdown/markdown.ts';
import { minimalText } from '../../src/report/minimal-text.ts';
import { createStyle } from '../../src/report/style.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { present } from '../usage/virtual-application.ts';
import { at, cleanReport, workingDirectory } from './sample-report.ts';

const stated = at('oauth-scopes.json', 12, 5);

/** Of an application whose manifest states what files need. */
const report: ApplicationReport = {
  ...cleanReport,
  needed: [
    ...cleanReport.needed,
    {
      anyOf: ['OR.Queues.Read'],
      by: [3, 8].map((line) => ({ place: at('src/legacy/calls.ts', line, 5), call: './src/legacy/**', stated })),
    },
  ],
  minimal: {
    ...cleanReport.minimal,
    scopes: ['OR.Jobs.Read', 'OR.Queues.Read'],
    reasons: { ...cleanReport.minimal.reasons, 'OR.Queues.Read': ['./src/legacy/**'] },
  },
};

const options = { workingDirectory, style: createStyle(false) };
const where = { root: workingDirectory, version: '1.2.3' };

describe('every report says where it is stated what files need', () => {
  it('minimal', () => {
    expect(minimalText(report, options)).toContain('./src/legacy/**  src/legacy/calls.ts:3:5 and 1 more, stated in oauth-scopes.json:12:5');
  });

  it('explain', () => {
    const index = indexCatalog(present(builtInCatalog('uipath')));
    const [subject] = findSubjects('OR.Queues.Read', [index]);
    expect(explainText(explain(present(subject), [report], [index]), options))
      .toContain('./src/legacy/** at src/legacy/calls.ts:3:5 and 1 more place, stated in oauth-scopes.json:12:5');
  });

  it('JSON', () => {
    const { applications } = JSON.parse(checkJson([report], workingDirectory)) as { applications: [{ needed: readonly { by: readonly unknown[] }[] }] };
    expect(applications[0].needed[1]?.by[0]).toEqual({
      file: 'src/legacy/calls.ts', line: 3, column: 5, call: './src/legacy/**', stated: { file: 'oauth-scopes.json', line: 12 },
    });
  });

  it('Markdown', () => {
    expect(checkMarkdown([report], where)).toContain('(stated in oauth-scopes.json:12)');
  });

  it('the page for a review', () => {
    const page = htmlPage([report], { ...where, coversOf: () => (scope) => new Set([scope]), madeOn: '2026-11-22', assets: { style: '', script: '' } });
    expect(page).toContain('<code>src/legacy/calls.ts</code>:3, 8 stated in <code>oauth-scopes.json</code>:12');
  });
});
