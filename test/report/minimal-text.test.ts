import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { minimalText } from '../../src/report/minimal-text.ts';
import { createStyle } from '../../src/report/style.ts';
import { cleanReport, sampleReport, workingDirectory } from './sample-report.ts';

const plain = { workingDirectory, style: createStyle(false) };

describe('minimal as text', () => {
  it('begins with the scope string, and gives the reasons for each scope', () => {
    expect(minimalText(cleanReport, plain)).toMatchInlineSnapshot(`
      "OR.Jobs.Read

        OR.Jobs.Read  Jobs.getAll  viewer/src/main.ts:7:20"
    `);
  });

  it('says what was left open, and which of several dated requirements was used', () => {
    expect(minimalText(sampleReport, plain)).toMatchInlineSnapshot(`
      "OR.Jobs.Read OR.Tasks.Write offline_access

        OR.Jobs.Read    Jobs.getAll   src/jobs.ts:4:12 and 1 more
                        Jobs.getById  src/panel.tsx:21:3
        OR.Tasks.Write  Tasks.create  src/tasks.ts:12:9
        offline_access  declared in uipath.json, and always allowed

        Not declared so far: OR.Tasks.Write. Register it with the provider before you ask for it.

        Sources of different dates differ, and the newest was used; --as-of <date> takes what held on a day.
        Buckets.getAll: OR.Buckets (since 2026-05-13) instead of OR.Administration (until 2026-05-13)

        Incomplete: 3 places may need more scopes.
        src/http.ts:33:3    a request to the provider is made by other means
        src/legacy.js:2:1   the receiver has no type
        src/panel.tsx:30:5  the catalog does not say which scopes Jobs.archive needs"
    `);
  });

  it('says when the set is sufficient, and may not be the least', () => {
    const report = { ...cleanReport, minimal: { ...cleanReport.minimal, provenLeast: false } };
    expect(minimalText(report, plain)).toContain('not proven to be the least');
  });

  it('says how long an added scope takes, where the provider says so', () => {
    const talkdesk = { ...sampleReport, provider: 'talkdesk' };
    const lines = minimalText(talkdesk, plain, builtInCatalog('talkdesk')).split('\n');
    expect(lines.slice(lines.findIndex((line) => line.includes('Not declared so far'))).slice(0, 3)).toEqual([
      '  Not declared so far: OR.Tasks.Write. Register it with the provider before you ask for it.',
      '  Once added: takes minutes, until then a token request is refused with 401.',
      '',
    ]);
    const nothingAdded = { ...cleanReport, provider: 'talkdesk' };
    expect(minimalText(nothingAdded, plain, builtInCatalog('talkdesk'))).not.toContain('Once added');
  });
});
