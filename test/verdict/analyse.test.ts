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

});

describe('a program that calls nothing', () => {
  const empty = (files: Files): ts.Program => createProgram(files, { compilerOptions: { noLib: true, lib: [] } });
  const registration = { 'oauth-scopes.gen.d.ts': 'export {};\n' };

  it('several questions: each is answered, for the application that is chosen of several in the manifest', () => {
    const applications = ['PIMS', 'OR.Assets.Read'].map((scope, index) => ({ name: `app${index}`, provider: 'uipath', scopes: [scope] }));
    const program = empty({ 'main.ts': '' });
    const told = (files: Files, application?: string) => {
      const { name, declared } = analyseProgram(program, files, application === undefined ? {} : { application }).report;
      return [name, ...declared.flatMap(({ scopes }) => scopes)];
    };
    const manifest = { 'oauth-scopes.json': JSON.stringify({ applications }) };
    expect([told(manifest, 'app0'), told(manifest, 'app1')]).toEqual([['app0', 'PIMS'], ['app1', 'OR.Assets.Read']]);
    expect([told({ 'uipath.json': '{ "scope": "PIMS" }' }, 'one'), told({ 'uipath.json': '{ "scope": "PIMS" }' }, 'two')]).toEqual([['one', 'PIMS'], ['two', 'PIMS']]);
    expect(told({ 'package.json': '{ "name": "package" }' })).toEqual(['package']);
  });

  it('its registration counts, and that of another program of the application, once', () => {
    const files = { ...registration, 'uipath.json': '{ "scope": "PIMS" }' };
    const [without, having] = [empty({ 'main.ts': '' }), empty({ 'worker.ts': '', ...registration })];
    const judged = (program: ts.Program, ...otherPrograms: readonly ts.Program[]) => kinds(analyseProgram(program, files, { otherPrograms }));
    expect([judged(without), judged(having)]).toEqual([[], ['conflict PIMS']]);
    expect([judged(without, having), judged(having, without), judged(having, having)]).toEqual([['conflict PIMS'], ['conflict PIMS'], ['conflict PIMS']]);
    expect([judged(without), analyseProgram(having, files) === analyseProgram(having, files)]).toEqual([[], true]);
    expect(analyseProgram(having, files, { otherPrograms: [without] })).not.toBe(analyseProgram(having, files));
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
