import { describe, expect, it } from 'vitest';
import type { UsageFacts } from '../../src/usage/facts.ts';
import { readFileUsage, readUsage } from '../../src/usage/read-usage.ts';
import { syntacticFacts } from '../../src/usage/syntactic-facts.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { applicationDirectory, createProgram, present, uipathIndex, type Files } from './virtual-application.ts';

const ts = loadTypeScript('6.0');

function methodsIn(facts: UsageFacts): string[] {
  return facts.uses.map(({ method }) => method);
}

describe('what is kept between programs', () => {
  const client = `import { UiPath } from '@uipath/uipath-typescript/core'; import { Tasks } from '@uipath/uipath-typescript/tasks';
export const service = new Tasks(new UiPath());`;
  const otherClient = client.replaceAll('Tasks', 'Assets').replace('typescript/tasks', 'typescript/assets');
  const before: Files = { 'src/service.ts': client, 'src/main.ts': `import { service } from './service'; service.getAll();` };
  const after: Files = { ...before, 'src/service.ts': otherClient };

  it('case 61: a change in one file rebinds a call in another, unchanged one', () => {
    const first = createProgram(before);
    expect(methodsIn(readUsage({ ts, program: first, index: uipathIndex }))).toEqual(['Tasks.getAll']);
    const second = createProgram(after, { before: first });
    expect(methodsIn(readUsage({ ts, program: second, index: uipathIndex }))).toEqual(['Assets.getAll']);
  });

  it('case 61, near miss: a change that rebinds nothing changes nothing', () => {
    const first = createProgram(before);
    const second = createProgram({ ...before, 'src/service.ts': `${client}\nexport const other = 1;` }, { before: first });
    expect(methodsIn(readUsage({ ts, program: second, index: uipathIndex }))).toEqual(['Tasks.getAll']);
  });

  it('reads only the text of the changed file again', () => {
    const first = createProgram(before);
    readUsage({ ts, program: first, index: uipathIndex });
    const second = createProgram(after, { before: first });
    readUsage({ ts, program: second, index: uipathIndex });
    const isSame = (path: string): boolean => {
      const trees = [first, second].map((program) => present(program.getSourceFile(`${applicationDirectory}/${path}`)));
      const [old, now] = trees.map((tree) => syntacticFacts(ts, uipathIndex, tree));
      return old === now;
    };
    expect([isSame('src/main.ts'), isSame('src/service.ts')]).toEqual([true, false]);
  });

  it('answers twice with the same facts, and for other declarations anew', () => {
    const program = createProgram({ 'src/main.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
declare const process: { env: Record<string, string> }; new UiPath({ scope: process.env['UIPATH_SCOPE']! });` });
    const once = readUsage({ ts, program, index: uipathIndex });
    expect(readUsage({ ts, program, index: uipathIndex })).toBe(once);
    const place = { file: `${applicationDirectory}/.env`, line: 1, column: 14, endLine: 1, endColumn: 18 };
    const scopes = [{ scope: 'PIMS', place }];
    const declaration = { provider: 'uipath', kind: '.env', place, text: 'PIMS', scopes, key: 'UIPATH_SCOPE', environment: null } as const;
    const declared = { declarations: [declaration], undecided: [], environmentFiles: [place.file] };
    const anew = readUsage({ ts, program, index: uipathIndex, declared });
    expect([once, anew].map(({ clients }) => clients[0]?.grant.kind)).toEqual(['undecided', 'literal']);
  });
});

describe('one file', () => {
  it('has its own facts, with the grants of the whole program', () => {
    const program = createProgram({
      'src/sdk.ts': `import { UiPath } from '@uipath/uipath-typescript/core'; export const sdk = new UiPath({ scope: 'PIMS' });
export const other = new UiPath({ scope: 'OR.Tasks' });`,
      'src/main.ts': `import { Tasks } from '@uipath/uipath-typescript/tasks'; import { other } from './sdk'; new Tasks(other).getAll();`,
    });
    const sourceFile = present(program.getSourceFile(`${applicationDirectory}/src/main.ts`));
    const facts = readFileUsage({ ts, program, index: uipathIndex, sourceFile });
    expect(facts.uses.map(({ method, grant }) => [method, grant])).toEqual([
      ['Tasks.getAll', { kind: 'literal', alternatives: [['OR.Tasks']], followed: true }],
    ]);
    expect(facts.clients).toEqual([]);
  });

  it('that is none of the application has none', () => {
    const program = createProgram({ 'src/main.ts': `import { Tasks } from '@uipath/uipath-typescript/tasks';
new Tasks(null as never).getAll();` });
    const sourceFile = present(program.getSourceFiles().find(({ fileName }) => fileName.endsWith('dist/tasks/index.d.ts')));
    expect(readFileUsage({ ts, program, index: uipathIndex, sourceFile })).toMatchObject({ uses: [], escapes: [], clients: [] });
  });

  it('can be said to be a test', () => {
    const program = createProgram({ 'e2e/main.ts': `import { Tasks } from '@uipath/uipath-typescript/tasks';
new Tasks(null as never).getAll();` });
    const isTestFile = (fileName: string): boolean => fileName.includes('/e2e/');
    expect(readUsage({ ts, program, index: uipathIndex }).uses.map(({ inTest }) => inTest)).toEqual([false]);
    expect(readUsage({ ts, program, index: uipathIndex, isTestFile }).uses.map(({ inTest }) => inTest)).toEqual([true]);
  });
});

describe('facts', () => {
  it('are plain data', () => {
    const code = `import { UiPath } from '@uipath/uipath-typescript'; const sdk = new UiPath({ scope: 'PIMS' });
sdk.tasks.getAll(); sdk.getToken(); (sdk as any).x;`;
    const facts = readUsage({ ts, index: uipathIndex, program: createProgram({ 'src/main.ts': code }) });
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });
});

describe('odd input', () => {
  const use = `import { UiPath } from '@uipath/uipath-typescript/core'; import { Tasks } from '@uipath/uipath-typescript/tasks';
const tasks = new Tasks(new UiPath()); tasks.getAll();`;

  it.each([
    ['syntax errors', `${use} const { = ; class { tasks.( [ \`\${`],
    ['missing modules', `import { x } from './nowhere'; import y from 'not-there'; x(y.z); ${use} new x(tasks); <x.y {...y} />;`],
    ['a function that calls itself, and one another', `${use} const a = () => b(); const b = () => a(); const c = a();
function d(x = d()) { return x; } d(c);`],
    ['a class that extends itself', `${use} class A extends A {} new A(tasks); class B extends C {} class C extends B {} new C();`],
    ['types that refer to themselves', `${use} type T<X> = { [K in keyof X]: T<X[K]> }; declare const t: T<typeof tasks>; t.getAll;
interface I extends I {} declare const i: I; export { i };`],
    ['a deep sum and a deep chain', `${use} export const s = ${Array.from({ length: 5000 }, (_, index) => `'${index}'`).join(' + ')};
declare const o: any; o${'.x()'.repeat(400)};`],
    ['a deep choice', `${use} declare const z: string; export const c: string = ${Array.from({ length: 1000 }, () => 'z').join(' || ')};`],
    ['deep nesting', `${use} export const n = ${'['.repeat(500)}${']'.repeat(500)};`],
    ['a byte order mark and carriage returns', `\uFEFF\r\n${use}\r\n`],
    ['names from Object.prototype', `${use} declare const o: Record<string, () => void>; o['constructor'](); o.__proto__();
o.hasOwnProperty(); const { toString, constructor } = tasks; tasks['__proto__'];`],
  ])('%s: the rest is still found', (_title, code) => {
    const facts = readUsage({ ts, index: uipathIndex, program: createProgram({ 'src/main.tsx': code }) });
    expect(methodsIn(facts)).toContain('Tasks.getAll');
  });

  it('a program that the compiler itself gives up on', () => {
    const code = `${use} declare const z: string; export const c = ${Array.from({ length: 20_000 }, () => 'z').join(' || ')};`;
    const facts = readUsage({ ts, index: uipathIndex, program: createProgram({ 'src/main.ts': code }) });
    expect(facts.uses).toEqual([]);
    expect(facts.escapes).toEqual([expect.objectContaining({ reason: expect.stringContaining('no call is seen') as string })]);
  });

  it('circular re-exports', () => {
    const facts = readUsage({ ts, index: uipathIndex, program: createProgram({
      'src/a.ts': `export * from './b'; export * from '@uipath/uipath-typescript/tasks';`,
      'src/b.ts': `export * from './a';`,
      'src/main.ts': `import { Tasks } from './b'; new Tasks(null as never).getAll();`,
    }) });
    expect(methodsIn(facts)).toEqual(['Tasks.getAll']);
  });

  it('no SDK at all: every call is by name only, and says so', () => {
    const code = use.replaceAll('@uipath/uipath-typescript', '@uipath/uipath-typescript/not-there');
    const facts = readUsage({ ts, index: uipathIndex, program: createProgram({ 'src/main.ts': code }) });
    expect(facts.importsSdk).toBe(true);
    expect(new Set(facts.uses.map(({ typed }) => typed))).toEqual(new Set([false]));
    expect(methodsIn(facts)).toContain('Tasks.getAll');
  });
});
