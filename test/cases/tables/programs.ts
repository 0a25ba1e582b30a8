import { expect } from 'vitest';
import { oauthScopes, type Run } from '../../cli/command-line.ts';
import { tsconfig } from '../../cli/applications.ts';
import { makeWorkspace, type Workspace } from '../../support/workspace.ts';
import type { Names } from '../../usage/names.ts';
import { analyseFiles, createProgram, type Files } from '../../usage/virtual-application.ts';
import { findingLines } from '../../verdict/report-lines.ts';
import type { Case } from '../case.ts';

/** Whole programs: what an edit changes, and what does not belong together. */
export const programCases: readonly Case[] = [
  {
    number: '61',
    title: 'a change binds a call in another, unchanged file elsewhere',
    stated: (names) => {
      const [before, after] = [edited(names, 'Tasks'), edited(names, 'Assets')];
      expect(linesOfEdit(before, after)).toEqual([[], ['missing OR.Assets or OR.Assets.Read at getAll', 'unused OR.Tasks.Read at OR.Tasks.Read']]);
      return Promise.resolve();
    },
    nearMiss: (names) => {
      const before = edited(names, 'Tasks');
      const path = `src/${names.module}.ts`;
      expect(linesOfEdit(before, { ...before, [path]: `${before[path] ?? ''}\nexport const unrelated = 1;` })).toEqual([[], []]);
      return Promise.resolve();
    },
  },
  {
    number: '63',
    title: 'two applications in one program, with different grants',
    declarations: 'raw',
    stated: (names) => {
      const { status, stderr } = checkTwo(names, 'OR.Assets');
      expect(status).toBe(2);
      expect(stderr).toMatch(/makes one program of the applications in one and two, .* give each directory a tsconfig\.json of its own/);
      return Promise.resolve();
    },
    nearMiss: (names) => {
      expect(checkTwo(names, 'OR.Tasks')).toMatchObject({ stderr: '', status: 1 });
      return Promise.resolve();
    },
  },
];

/** A module that makes a service, and one that uses it. */
function edited({ service, module }: Names, name: 'Tasks' | 'Assets'): Files {
  return {
    'uipath.json': '{ "scope": "OR.Tasks.Read" }',
    [`src/${module}.ts`]: `import { UiPath } from '@uipath/uipath-typescript/core';
import { ${name} } from '@uipath/uipath-typescript/${name.toLowerCase()}'; export const ${service} = new ${name}(new UiPath());`,
    'src/main.ts': `import { ${service} } from './${module}'; ${service}.getAll();`,
  };
}

/** The program of the second state takes over what it can from that of the first. */
function linesOfEdit(before: Files, after: Files): string[][] {
  const program = createProgram(before);
  return [findingLines(analyseFiles(before, { program }), before), findingLines(analyseFiles(after, { before: program }), after)]
    .map((lines) => lines.sort());
}

function checkTwo({ service, sdk }: Names, scope: string): Run {
  const workspace = (two ??= makeWorkspace({ plugin: 'built', isShared: true }));
  const source = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks'; const ${sdk} = new UiPath(); export const ${service} = new Tasks(${sdk}).getAll();\n`;
  workspace.write({
    'package-lock.json': {},
    'tsconfig.json': { ...tsconfig, include: ['one', 'two'] },
    'one/uipath.json': { scope: 'OR.Tasks' },
    'one/main.ts': source,
    'two/uipath.json': { scope },
    'two/main.ts': source,
  });
  return oauthScopes(workspace, ['check']);
}

/** Each question writes all of its files. */
let two: Workspace | undefined;
