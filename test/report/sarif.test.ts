import { createRequire } from 'node:module';
import { win32 } from 'node:path';
import Ajv from 'ajv';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { checkSarif } from '../../src/report/sarif/sarif.ts';
import type { ApplicationReport, Finding } from '../../src/verdict/finding.ts';
import { hostileNames, hostileReport } from './hostile-report.ts';
import { cleanReport, sampleReport, workingDirectory } from './sample-report.ts';

const require = createRequire(import.meta.url);
const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
const isSarif = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object);

const options = { root: workingDirectory, version: '1.2.3' };

function runOf(reports: readonly ApplicationReport[], more: Partial<Parameters<typeof checkSarif>[1]> = {}): Run {
  const log = JSON.parse(checkSarif(reports, { ...options, ...more })) as Log;
  const isValid = isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
  const [run] = log.runs;
  if (run === undefined) {
    throw new Error('no run');
  }
  return run;
}

function resultsOf(...parameters: Parameters<typeof runOf>): readonly Result[] {
  return runOf(...parameters).results ?? [];
}

function fingerprints(report: ApplicationReport): readonly (string | undefined)[] {
  return resultsOf([report]).map((result) => result.partialFingerprints?.['primaryLocationLineHash']);
}

describe('the official schema accepts', () => {
  it.each([
    ['an application with something of everything', [sampleReport]],
    ['one in which nothing is wrong', [cleanReport]],
    ['both', [sampleReport, cleanReport]],
    ['none', []],
    ['names of all kinds', [hostileReport]],
  ])('%s', (_, reports) => {
    expect(runOf(reports).results).toHaveLength(reports.reduce((sum, { findings }) => sum + findings.length, 0));
  });
});

describe('a result', () => {
  it('has what code scanning demands', () => {
    expect(resultsOf([sampleReport])[1]).toMatchInlineSnapshot(`
      {
        "level": "warning",
        "locations": [
          {
            "physicalLocation": {
              "artifactLocation": {
                "index": 1,
                "uri": "uipath.json",
                "uriBaseId": "%SRCROOT%",
              },
              "region": {
                "endColumn": 15,
                "endLine": 3,
                "startColumn": 14,
                "startLine": 3,
              },
            },
          },
        ],
        "message": {
          "text": "No call needs OR.Assets. Remove it.",
        },
        "partialFingerprints": {
          "primaryLocationLineHash": "ac670b9a9af0b53cc2870d915a49f5f8:1",
        },
        "properties": {
          "application": "operations-desk",
          "kind": "unused",
          "provider": "uipath",
          "scope": "OR.Assets",
        },
        "ruleId": "no-unused-scope",
        "ruleIndex": 4,
      }
    `);
  });

  it('has a place for every finding, from line and column 1 on', () => {
    const regions = resultsOf([sampleReport, hostileReport]).map((result) => result.locations?.[0]?.physicalLocation?.region);
    expect(regions).toHaveLength(sampleReport.findings.length + hostileReport.findings.length);
    expect(regions.every((region) => (region?.startLine ?? 0) >= 1 && (region?.startColumn ?? 0) >= 1)).toBe(true);
  });

  it('tells how a client or a path gets to the call, from the outermost wrapper in', () => {
    const [missing] = sampleReport.findings;
    const place = { file: `${workingDirectory}/src/page.ts`, line: 3, column: 5, endLine: 3, endColumn: 12 };
    const finding = { ...missing, call: 'Tasks.create', chain: [{ name: 'addTask', place }] } as Finding;
    const [result] = resultsOf([{ ...sampleReport, findings: [finding] }]);
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => [
      location?.message?.text,
      location?.physicalLocation?.artifactLocation?.uri,
      location?.physicalLocation?.region?.startLine,
    ]);
    expect(steps).toEqual([
      ['calls addTask', 'src/page.ts', 3],
      ['Tasks.create', 'src/tasks.ts', 12],
    ]);
  });

  it('says what it says: braces are no placeholders, and brackets make no link', () => {
    const texts = resultsOf([hostileReport]).map(({ message }) => message.text);
    expect(texts[hostileNames.indexOf('{0} {key} \\[a\\](1)')]).toBe('About {{0}} {{key}} \\\\\\[a\\\\\\](1).');
    expect(texts[0]).toBe('About OR.Jobs|`x`|**b**.');
  });
});

describe('what is undecided', () => {
  it('is no result, but a notification with its place, and with the rule where there is one', () => {
    const { results, invocations } = runOf([{ ...sampleReport, findings: [] }]);
    const notifications = invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(results).toEqual([]);
    expect(notifications.map(({ message, level, associatedRule }) => [level, associatedRule?.id, message.text])).toEqual([
      ['note', undefined, 'Undecided: a request to the provider is made by other means (holds back OR.Folders, OR.Queues).'],
      ['note', undefined, 'Undecided: the receiver has no type.'],
      ['note', 'no-unmapped-call', 'Undecided: the catalog does not say which scopes Jobs.archive needs (holds back OR.Queues).'],
    ]);
  });
});

describe('fingerprints', () => {
  const moved = (lines: number): ApplicationReport => ({
    ...sampleReport,
    findings: sampleReport.findings.map((finding) => ({
      ...finding,
      message: `${finding.message} Line ${finding.place.line + lines}.`,
      place: { ...finding.place, line: finding.place.line + lines, endLine: finding.place.endLine + lines, column: finding.place.column + 2 },
    })),
  });

  it('stay when lines come and go above, and when the words of a message change', () => {
    expect(fingerprints(moved(40))).toEqual(fingerprints(sampleReport));
  });

  it('differ for two scopes of one line, and for the same call twice in a file', () => {
    const [first, second] = sampleReport.findings as [Finding, Finding];
    const other = { ...second, scope: 'OR.Machines' };
    const again = { ...first, place: { ...first.place, line: 99, endLine: 99 } };
    const all = fingerprints({ ...sampleReport, findings: [first, again, second, other] });
    expect(new Set(all).size).toBe(4);
    expect(all[1]).toBe(all[0]?.replace(/:1$/, ':2'));
  });

  it('do not depend on where the repository lies', () => {
    const elsewhere = JSON.parse(JSON.stringify(sampleReport).replaceAll(workingDirectory, '/srv/build')) as ApplicationReport;
    const there = resultsOf([elsewhere], { root: '/srv/build' }).map(({ partialFingerprints }) => partialFingerprints);
    expect(there).toEqual(resultsOf([sampleReport]).map(({ partialFingerprints }) => partialFingerprints));
  });
});

describe('paths', () => {
  const uriOf = (file: string, root: string, pathRules?: typeof win32): string | undefined => {
    const [finding] = sampleReport.findings as [Finding];
    const report = { ...cleanReport, findings: [{ ...finding, place: { ...finding.place, file } }] };
    return resultsOf([report], { root, ...(pathRules === undefined ? {} : { pathRules }) })[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
  };

  it.each([
    ['/home/desk/src/a.ts', '/home/desk', 'src/a.ts'],
    ['/home/desk/src/with space#1?.ts', '/home/desk', 'src/with%20space%231%3F.ts'],
    ['/home/desk/src/größe/[id].ts', '/home/desk', 'src/gr%C3%B6%C3%9Fe/%5Bid%5D.ts'],
    ['/home/desk/a:b.ts', '/home/desk', 'a%3Ab.ts'],
    ['/home/desk/half \uD83D.ts', '/home/desk', 'half%20%EF%BF%BD.ts'],
    ['/home/desk/..a/b.ts', '/home/desk', '..a/b.ts'],
    ['/home/shared/a.ts', '/home/desk', 'file:///home/shared/a.ts'],
  ])('%s from %s is %s', (file, root, uri) => {
    expect(uriOf(file, root)).toBe(uri);
  });

  it.each([
    ['C:/apps/desk/src/a.ts', 'C:\\apps\\desk', 'src/a.ts'],
    ['c:\\Apps\\desk\\src\\a.ts', 'C:\\apps\\desk', 'src/a.ts'],
    ['D:\\shared\\a b.ts', 'C:\\apps\\desk', 'file:///D:/shared/a%20b.ts'],
    ['C:\\apps\\other\\a.ts', 'C:\\apps\\desk', 'file:///C:/apps/other/a.ts'],
    ['\\\\server\\share\\a.ts', 'C:\\apps\\desk', 'file://server/share/a.ts'],
    ['\\\\server\\share\\desk\\a.ts', '\\\\server\\share\\desk', 'a.ts'],
  ])('on Windows, %s from %s is %s', (file, root, uri) => {
    expect(uriOf(file, root, win32)).toBe(uri);
  });
});

it('describes every rule, with a link to its documentation in this version', () => {
  const rules = runOf([]).tool.driver.rules ?? [];
  expect(rules.map(({ id, helpUri }) => `${id} ${helpUri}`)).toContain(
    'no-unused-scope https://unpkg.com/eslint-plugin-oauth-scopes@1.2.3/docs/rules/no-unused-scope.md',
  );
  expect(rules.filter(({ shortDescription, fullDescription, help }) => !(shortDescription?.text && fullDescription?.text && help?.text))).toEqual([]);
  expect(rules.find(({ id }) => id === 'no-unused-scope')?.properties).toEqual({
    tags: ['oauth', 'security'],
    precision: 'very-high',
    'problem.severity': 'warning',
  });
});
