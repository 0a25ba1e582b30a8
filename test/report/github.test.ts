import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGithub } from '../../src/report/github/annotations.ts';
import type { ApplicationReport } from '../../src/verdict/finding.ts';
import { hostileFile, hostileNames, hostileReport } from './hostile-report.ts';
import { cleanReport, sampleReport, workingDirectory } from './sample-report.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line of output as the runner of GitHub Actions takes it (`ActionCommand.TryParseV2`); `undefined` for one that is no command. */
function parseCommand(output: string): Command | undefined {
  const line = output.trimStart();
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end === -1) {
    return undefined;
  }
  const information = line.slice(2, end);
  const [name = '', ...rest] = information.split(' ');
  const pairs = rest.join(' ').trim().split(',').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  const percent = (text: string): string => text.replaceAll('%25', '%');
  return {
    name,
    properties: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, percent(data(value).replaceAll('%3A', ':').replaceAll('%2C', ','))])),
    data: percent(data(line.slice(end + 2))),
  };
}

const options = { root: workingDirectory };

function commandsOf(reports: readonly ApplicationReport[]): readonly (Command | undefined)[] {
  // The runner reads lines, whatever ends them.
  return checkGithub(reports, options).split(/\r\n|\r|\n/).map(parseCommand);
}

describe('annotations', () => {
  it('are one line for each finding and each undecided place, and one that sums up', () => {
    expect(checkGithub([sampleReport], options)).toMatchInlineSnapshot(`
      "::error file=src/tasks.ts,line=12,endLine=12,col=9,endColumn=10,title=oauth-scopes/no-missing-scope::Tasks.create needs OR.Tasks or OR.Tasks.Write.
      ::warning file=uipath.json,line=3,endLine=3,col=14,endColumn=15,title=oauth-scopes/no-unused-scope::No call needs OR.Assets. Remove it.
      ::notice file=src/http.ts,line=33,endLine=33,col=3,endColumn=4,title=oauth-scopes/undecided::a request to the provider is made by other means (holds back OR.Folders, OR.Queues)
      ::notice file=src/legacy.js,line=2,endLine=2,col=1,endColumn=2,title=oauth-scopes/undecided::the receiver has no type
      ::notice file=src/panel.tsx,line=30,endLine=30,col=5,endColumn=6,title=oauth-scopes/undecided::the catalog does not say which scopes Jobs.archive needs (holds back OR.Queues)
      2 findings, 3 undecided."
    `);
  });

  it('are none where nothing is wrong', () => {
    expect(checkGithub([cleanReport], options)).toBe('0 findings, 0 undecided.');
  });

  it('name the file from the root of the repository, on Windows with forward slashes', () => {
    const [finding] = sampleReport.findings;
    const report = { ...cleanReport, findings: finding === undefined ? [] : [{ ...finding, place: { ...finding.place, file: 'C:\\work\\desk\\src\\a.ts' } }] };
    expect(checkGithub([report], { root: 'c:\\work', pathRules: win32 })).toContain('::error file=desk/src/a.ts,line=12,');
  });

  it('have no columns where the place goes beyond its line', () => {
    const [finding] = sampleReport.findings;
    const report = { ...cleanReport, findings: finding === undefined ? [] : [{ ...finding, place: { ...finding.place, endLine: 14 } }] };
    expect(commandsOf([report])[0]?.properties).toEqual({
      file: 'src/tasks.ts', line: '12', endLine: '14', title: 'oauth-scopes/no-missing-scope',
    });
  });
});

describe('the runner', () => {
  const commands = commandsOf([hostileReport]);

  it('reads back every message and every file name as it was', () => {
    const findings = commands.slice(0, hostileNames.length);
    expect(findings.map((command) => command?.data)).toEqual(hostileNames.map((name) => `About ${name}.`));
    expect(findings.map((command) => command?.properties['file'])).toEqual(hostileNames.map(hostileFile));
    expect(findings.map((command) => command?.properties['line'])).toEqual(hostileNames.map((_, index) => String(index + 1)));
  });

  it('takes no other command, and no text of others for one', () => {
    expect(commands.map((command) => command?.name)).toEqual([
      ...hostileNames.map((_, index) => (index % 2 === 0 ? 'warning' : 'error')),
      ...hostileNames.map(() => 'notice'),
      undefined,
    ]);
  });
});
