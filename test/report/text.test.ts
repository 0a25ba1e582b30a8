import { describe, expect, it } from 'vitest';
import { createStyle } from '../../src/report/style.ts';
import { checkText } from '../../src/report/text.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { hostileNames, hostileReport } from './hostile-report.ts';
import { cleanReport, sampleReport, workingDirectory } from './sample-report.ts';

const plain = { workingDirectory, style: createStyle(false) };

describe('check as text', () => {
  it('shows findings, then what is undecided, then what the verdicts rest on', () => {
    expect(checkText([sampleReport], plain)).toMatchInlineSnapshot(`
      "operations-desk (uipath)

        src/tasks.ts:12:9  no-missing-scope  Tasks.create needs OR.Tasks or OR.Tasks.Write.
        uipath.json:3:14   no-unused-scope   No call needs OR.Assets. Remove it.

        Undecided
        src/http.ts:33:3    a request to the provider is made by other means (holds back OR.Folders, OR.Queues)
        src/legacy.js:2:1   the receiver has no type
        src/panel.tsx:30:5  the catalog does not say which scopes Jobs.archive needs (holds back OR.Queues)

        Declared  OR.Assets OR.Jobs.Read offline_access (uipath.json:3:13)
                  OR.Assets (.env:2:19, not in effect)
        Least     OR.Jobs.Read OR.Tasks.Write offline_access, and what is undecided may need more
        Coverage  6 calls, 4 with a known requirement, 1 unmapped, 1 untyped

      2 findings, 3 undecided."
    `);
  });

  it('keeps each finding on its line, and lets no name steer the terminal', () => {
    const text = checkText([hostileReport], plain);
    expect(text.split('\n').filter((line) => line.includes(' About '))).toHaveLength(hostileNames.length);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  it('is short where nothing is wrong', () => {
    expect(checkText([cleanReport], plain)).toMatchInlineSnapshot(`
      "viewer (uipath)

        Declared  OR.Jobs.Read (viewer/uipath.json:2:13)
        Least     OR.Jobs.Read
        Coverage  1 call, all with a known requirement

      No findings."
    `);
  });

  it('counts over several applications', () => {
    expect(checkText([cleanReport, sampleReport], plain).split('\n').at(-1)).toBe('2 findings in 2 applications, 3 undecided.');
  });

  it('says so where nothing is declared and nothing is called', () => {
    const empty: ApplicationReport = {
      ...cleanReport,
      declared: [],
      needed: [],
      minimal: { scopes: [], complete: true, provenLeast: true, reasons: {}, newestUsedFor: [] },
      coverage: { calls: 0, resolved: 0, unmapped: 0, untyped: 0 },
    };
    expect(checkText([empty], plain)).toMatchInlineSnapshot(`
      "viewer (uipath)

        Declared  nothing that was found
        Coverage  no call was found

      No findings."
    `);
  });

  it('is the same text with colours, but for the colours', () => {
    const coloured = checkText([sampleReport], { workingDirectory, style: createStyle(true) });
    expect(coloured).toContain('\u001b[31mno-missing-scope\u001b[39m');
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(checkText([sampleReport], plain));
  });

  it('prints a path outside of the working directory with dots', () => {
    expect(checkText([sampleReport], { ...plain, workingDirectory: '/home/desk/src' })).toContain('  ../uipath.json:3:14');
  });
});
