import type ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { analyse, type AnalysisOptions, type ApplicationAnalysis } from '../../src/verdict/analyse.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { applicationDirectory, createProgram, inMemory, uipathIndex, type Files } from '../usage/virtual-application.ts';

const imports = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Tasks } from '@uipath/uipath-typescript/tasks';\n`;
const code = { 'main.ts': `${imports}new Assets(new UiPath()).getAll();` };

function analyseProgram(program: ts.Program, files: Files, more: Partial<AnalysisOptions> = {}): ApplicationAnalysis {
  return analyse({
    ts: loadTypeScript('6.0'), program, directory: applicationDirectory, root: applicationDirectory, index: uipathIndex, fileSystem: inMemory(files), ...more,
  });
}

const kinds = ({ report }: ApplicationAnalysis): string[] => report.findings.map(({ kind, scope }) => `${kind} ${scope}`);

describe('one program', () => {
  const program = createProgram(code);
  const judge = (scope: string, more: Partial<AnalysisOptions> = {}): ApplicationAnalysis =>
    analyseProgram(program, { ...code, 'uipath.json': JSON.stringify({ scope }) }, more);

  it('several grants: each is judged, and the same one gives the same analysis', () => {
    expect(kinds(judge('OR.Assets.Read'))).toEqual([]);
    expect(kinds(judge('OR.Tasks.Read'))).toEqual(['missing OR.Assets or OR.Assets.Read', 'unused OR.Tasks.Read'].sort());
    expect(kinds(judge('OR.Assets'))).toEqual(['narrow OR.Assets']);
    expect(judge('OR.Assets')).toBe(judge('OR.Assets'));
  });

  it('several questions: each is answered, whatever was asked before', () => {
    const first = judge('OR.Assets.Read PIMS', { application: 'one' });
    expect([first.report.name, judge('OR.Assets.Read PIMS', { application: 'two' }).report.name]).toEqual(['one', 'two']);
    const elsewhere = judge('OR.Assets.Read PIMS', { application: 'one', usedElsewhere: [{ directory: applicationDirectory, by: 'apps/web' }] });
    expect([kinds(first), kinds(elsewhere)]).toEqual([['unused PIMS'], []]);
    expect(judge('OR.Assets.Read PIMS', { application: 'one' })).toBe(first);
    const stale = { ...code, 'uipath.json': '{ "scope": "OR.Assets.Read PIMS" }', 'oauth-scopes.gen.d.ts': 'export {};\n' };
    const registered = createProgram(stale);
    expect([analyseProgram(registered, stale), analyseProgram(registered, { ...stale, 'oauth-scopes.gen.d.ts': "interface R { uipath: 'OR.Assets.Read PIMS' }" })].map(kinds))
      .toEqual([['conflict OR.Assets.Read PIMS', 'unused PIMS'], ['unused PIMS']]);
  });

  it('the application that is chosen of several in the manifest', () => {
    const applications = ['PIMS', 'OR.Assets.Read'].map((scope, index) => ({ name: `app${index}`, provider: 'uipath', scopes: [scope] }));
    const files = { ...code, 'oauth-scopes.json': JSON.stringify({ applications }) };
    expect(kinds(analyseProgram(program, files, { application: 'app1' }))).toEqual([]);
    expect(kinds(analyseProgram(program, files, { application: 'app0' }))).toEqual(['missing OR.Assets or OR.Assets.Read', 'unused PIMS']);
  });
});

describe('several programs of one application', () => {
  it('are judged as one: their calls, and their registrations', () => {
    const files: Files = {
      ...code, 'worker.ts': `${imports}new Tasks(new UiPath()).getAll();`, 'uipath.json': '{ "scope": "OR.Assets.Read OR.Tasks.Read PIMS" }',
      'oauth-scopes.gen.d.ts': 'export {};\n',
    };
    const [main, worker] = [createProgram(code), createProgram({ 'worker.ts': files['worker.ts'] ?? '', 'oauth-scopes.gen.d.ts': 'export {};\n' })];
    const analysis = analyseProgram(main, files, { otherPrograms: [worker] });
    expect(kinds(analysis)).toEqual(['conflict OR.Assets.Read OR.Tasks.Read PIMS', 'unused PIMS']);
    expect(analysis.report.coverage).toEqual({ calls: 2, resolved: 2, unmapped: 0, untyped: 0 });
    expect(kinds(analyseProgram(main, files))).toEqual(['unused OR.Tasks.Read', 'unused PIMS']);
    expect(kinds(analyseProgram(main, files, { otherPrograms: [worker] }))).toEqual(kinds(analysis));
  });
});
