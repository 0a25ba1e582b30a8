import { describe, expect, it } from 'vitest';
import { misleadingNames } from '../usage/names.ts';
import { analyseFiles, type Files } from '../usage/virtual-application.ts';
import { application, findingLines, inCode, undecidedLines } from './report-lines.ts';

const { service } = misleadingNames;
/** Reads tasks, for which a scope is held, and assets, for which none is. */
const calls = `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); new Assets(new UiPath()).getAll();`;
const missing = 'missing OR.Assets or OR.Assets.Read at getAll';

function linesOf(files: Files, overlay = false): { findings: string[]; undecided: string[] } {
  const analysis = analyseFiles(files, { overlay });
  return { findings: findingLines(analysis, files).sort(), undecided: undecidedLines(analysis) };
}

function list<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

describe.each([
  ["the SDK's own declarations", false],
  ['declarations that carry grants', true],
])('with %s, the findings stay as they are beside', (_title, overlay) => {
  it.each<[string, Files]>([
    ['syntax errors', { 'src/broken.ts': `import { Tasks } from '@uipath/uipath-typescript/tasks'; class { tasks.( [ \`\${ const { = ;` }],
    ['missing modules', { 'src/broken.ts': `import { x } from './nowhere'; import y from 'not-there'; x(y.z); new x(y); export default x;` }],
    ['circular re-exports', {
      'src/a.ts': `export * from './b'; export * from '@uipath/uipath-typescript/tasks'; export { c } from './c';`,
      'src/b.ts': `export * from './a'; export { c } from './c';`,
      'src/c.ts': `export { c } from './c'; export * from './b';`,
    }],
    ['a generated file of a megabyte', { 'src/generated.ts': `export const table = [\n${list(20_000, (index) =>
      `  { id: ${index}, name: 'entry ${index}', parent: null, tags: [] },`).join('\n')}\n];\n` }],
    ['a generated file of one line', { 'src/generated.js': `var a=${list(60_000, (index) => `"${index}"`).join('+')};` }],
    ['a thousand generated functions', { 'src/generated.ts': list(1000, (index) =>
      `export function call${index}(id: number) { return index${index}.get(id); } const index${index} = new Map<number, string>();`).join('\n') }],
    ['an empty file, and one of white space', { 'src/empty.ts': '', 'src/space.ts': '\uFEFF \r\n\t\r\n' }],
    ['a file that is no text', { 'src/binary.ts': '\u0000\u0001\uFFFD'.repeat(1000) }],
  ])('%s', (_what, files) => {
    expect(linesOf(application('OR.Tasks.Read', calls, files), overlay)).toEqual({ findings: [missing], undecided: [] });
  });

  it('a byte order mark and carriage returns: places are those that an editor shows', () => {
    const { 'src/main.ts': source = '', ...others } = application('OR.Tasks.Read', calls);
    const files = { ...others, 'src/main.ts': `\uFEFF${source.replaceAll('\n', '\r\n')}` };
    const { findings } = analyseFiles(files, { overlay }).report;
    const plain = analyseFiles(application('OR.Tasks.Read', calls), { overlay }).report.findings;
    expect(findings.map(({ place }) => [place.line, place.column])).toEqual(plain.map(({ place }) => [place.line, place.column]));
  });

  it('a thousand clients with grants of their own', () => {
    const code = list(1000, (index) => `const sdk${index} = new UiPath({ scope: 'OR.${index % 2 === 0 ? 'Tasks' : 'Assets'}.Read' });
export const all${index} = () => new Tasks(sdk${index}).getAll();`).join('\n');
    const { findings } = linesOf(inCode(code), overlay);
    const lacking = findings.filter((line) => line === 'missing OR.Tasks or OR.Tasks.Read at getAll');
    expect(lacking).toHaveLength(500);
  });

  it('a thousand clients that one wrapper is called with', () => {
    const code = `function load(sdk: UiPath) { return new Tasks(sdk).getAll(); }
${list(1000, (index) => `load(new UiPath({ scope: 'OR.${index % 2 === 0 ? 'Tasks' : 'Assets'}.Read' }));`).join('\n')}
new Assets(new UiPath({ scope: 'OR.Tasks.Read' })).getAll();`;
    const { findings } = linesOf(inCode(code), overlay);
    expect(findings).toContain(missing);
  });

  it('a thousand wrappers, each called by the next', () => {
    const code = `${list(1000, (index) => `function load${index}(sdk: UiPath): void { ${index === 0
      ? 'new Assets(sdk).getAll();'
      : `load${index - 1}(sdk);`} }`).join('\n')} load999(new UiPath()); ${calls}`;
    expect(linesOf(application('OR.Tasks.Read', code), overlay).findings).toEqual([missing, missing]);
  });

  it('wrappers that call themselves and one another, with two clients', () => {
    const code = `const one = new UiPath({ scope: 'OR.Tasks.Read' }); const two = new UiPath({ scope: 'OR.Assets.Read' });
function even(sdk: UiPath, depth: number): void { new Tasks(sdk).getAll(); odd(sdk, depth - 1); even(sdk, depth); }
function odd(client: UiPath, depth: number): void { if (depth > 0) { even(client, depth); odd(client, depth - 1); } }
even(one, 3); odd(two, 3); new Assets(two).getAll();`;
    expect(linesOf(inCode(code), overlay).findings)
      .toEqual(['missing OR.Tasks or OR.Tasks.Read at getAll']);
  });

  it('types too deep', () => {
    const code = `type Deep<T, N extends number, L extends 0[] = []> = L['length'] extends N ? T : { next: Deep<T, N, [...L, 0]> };
declare const deep: Deep<Tasks, 400>; deep.next.next.next; type Loop<T> = { [K in keyof T]: Loop<T[K]> }; declare const loop: Loop<Tasks>;
loop.getAll; type Never<T> = T extends unknown ? Never<T[]> : never; declare const never: Never<Tasks>; never; ${calls}`;
    expect(linesOf(application('OR.Tasks.Read', code), overlay).findings).toEqual([missing]);
  });
});
