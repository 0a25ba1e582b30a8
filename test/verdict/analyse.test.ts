import { expect, it } from 'vitest';
import { analyse } from '../../src/verdict/analyse.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { applicationDirectory, createProgram, inMemory, uipathIndex } from '../usage/virtual-application.ts';

const code = {
  'main.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
new Assets(new UiPath()).getAll();`,
};

it('one program, several grants: each is judged, and the same one gives the same analysis', () => {
  const program = createProgram(code);
  const judge = (scope: string): ReturnType<typeof analyse> =>
    analyse({
      ts: loadTypeScript('6.0'),
      program,
      directory: applicationDirectory,
      root: applicationDirectory,
      index: uipathIndex,
      fileSystem: inMemory({ ...code, 'uipath.json': JSON.stringify({ scope }) }),
    });
  const kinds = (scope: string): readonly string[] => judge(scope).report.findings.map((finding) => `${finding.kind} ${finding.scope}`);
  expect(kinds('OR.Assets.Read')).toEqual([]);
  expect(kinds('OR.Tasks.Read')).toEqual(['missing OR.Assets or OR.Assets.Read', 'unused OR.Tasks.Read'].sort());
  expect(kinds('OR.Assets')).toEqual(['narrow OR.Assets']);
  expect(judge('OR.Assets')).toBe(judge('OR.Assets'));
});
