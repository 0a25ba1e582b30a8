import { describe, expect, it } from 'vitest';
import { analyseFiles, applicationDirectory, type Files } from '../usage/virtual-application.ts';
import { application, findingLines, inCode, undecidedLines } from './report-lines.ts';

const input = 'undefined as never';

/** What `sync` writes. */
function registration(scope: string): Files {
  const registered = `interface Registered { uipath: ${JSON.stringify(scope)} }`;
  return { 'oauth-scopes.gen.d.ts': `declare module 'eslint-plugin-oauth-scopes/types' { ${registered} }\nexport {};\n` };
}

function lines(files: Files): { findings: string[]; undecided: string[] } {
  const analysis = analyseFiles(files, { overlay: true });
  return { findings: findingLines(analysis, files), undecided: undecidedLines(analysis) };
}

describe('with a registered grant', () => {
  it('judges by what is declared now, not by what was registered', () => {
    const files = application('OR.Tasks.Read', `const tasks = new Tasks(new UiPath()); tasks.getAll();
tasks.create(${input}, 1);`, registration('OR.Tasks PIMS'));
    expect(lines(files)).toEqual({
      findings: [
        'conflict OR.Tasks.Read OR.Tasks PIMS at uipath: "OR.Tasks PIMS"',
        'missing OR.Tasks or OR.Tasks.Write at create',
      ],
      undecided: [],
    });
  });

  it('finds the member of a refused call, which has no signature', () => {
    const files = application('PIMS', `const tasks = new Tasks(new UiPath()); tasks.create(${input}, 1); const { getUsers } = tasks;
getUsers(1); new MaestroProcesses(new UiPath()).getAll();`, registration('PIMS'));
    expect(lines(files).findings).toEqual([
      'missing OR.Tasks or OR.Tasks.Write at create',
      'missing OR.Tasks or OR.Tasks.Read at getUsers',
    ]);
  });

  it('case 55: a client made with a secret, beside one that holds what is declared', () => {
    const code = `const own = new Tasks(new UiPath()); own.getAll();
const robot = new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: 'x' }); new Assets(robot).getAll();
function run(assets: Assets) { assets.getByName('', 1); } run(new Assets(robot));`;
    const files = application('OR.Tasks.Read', code, registration('OR.Tasks.Read'));
    const { findings, undecided } = lines(files);
    // The annotation means the registered grant to the compiler; only the client without scopes ever gets there.
    expect(findings).toEqual([]);
    expect(undecided).toEqual(['src/main.ts: this client is made with a secret or an access token, which has no scopes: its calls are not checked']);
  });
});

describe('with a grant in a type', () => {
  const grantImports = `import type { Grant } from 'eslint-plugin-oauth-scopes/types';\n`;

  it('case 13: a function types its parameter with the scopes it needs', () => {
    const files = application('OR.Tasks.Read', `${grantImports}function load(tasks: Tasks<Grant<'OR.Tasks.Read'>>) { return tasks.getAll();
} load(new Tasks(new UiPath()));`);
    expect(lines(files).findings).toEqual([]);
  });

  it('case 14: a parameter type is narrower than the body needs', () => {
    const files = application('OR.Tasks', `${grantImports}function load(tasks: Tasks<Grant<'OR.Tasks.Read'>>) { tasks.getAll();
return tasks.create(${input}, 1); } load(new Tasks(new UiPath())); new Tasks(new UiPath()).getUsers(1);`);
    expect(lines(files).findings).toEqual(['missing OR.Tasks or OR.Tasks.Write at create']);
    expect(analyseFiles(files, { overlay: true }).report.findings.map(({ message }) => message)).toEqual([
      'Tasks.create, called through load (src/main.ts:12), needs OR.Tasks or OR.Tasks.Write, which the type of its client does not grant. '
        + 'Let the type grant OR.Tasks.Write, and hand on a client that holds it. Source: OAuth Scopes Reference of the UiPath TypeScript SDK, an undated copy.',
    ]);
  });

  it('case 12: one wrapper, two clients with different grants', () => {
    const files = inCode(`function load(tasks: Tasks) { return tasks.getAll(); }
const one = new UiPath({ scope: 'OR.Tasks.Read' }); const two = new UiPath({ scope: 'PIMS OR.Assets.Read' }); load(new Tasks(one));
load(new Tasks(two)); new Tasks(two).create(${input}, 1); new Assets(two).getAll();`);
    const { findings, undecided } = lines(files);
    expect(findings).toEqual([
      'missing OR.Tasks or OR.Tasks.Read at getAll',
      'unused PIMS at PIMS',
      'missing OR.Tasks or OR.Tasks.Write at create',
    ]);
    expect(undecided).toEqual([]);
    const { needed } = analyseFiles(files, { overlay: true }).report;
    expect(needed.flatMap(({ by }) => by.map(({ call }) => call))).toEqual(['Assets.getAll', 'Tasks.getAll', 'Tasks.create']);
  });

  it('case 24: a method that the grant does not cover is bound to its own service, which therefore goes nowhere', () => {
    const files = inCode(`const tasks = new Tasks(new UiPath({ scope: 'OR.Assets.Read PIMS' })); void tasks.getAll.bind(tasks);
tasks.getById.call(tasks, 1); tasks.getUsers.apply(tasks, [1]);`);
    const { findings, undecided } = lines(files);
    const missing = 'missing OR.Tasks or OR.Tasks.Read at ';
    expect(findings).toEqual(['unused OR.Assets.Read at OR.Assets.Read', 'unused PIMS at PIMS', ...['getAll', 'getById', 'getUsers'].map((one) => missing + one)]);
    expect(undecided).toEqual([]);
  });

  it('a union of grants holds what both hold', () => {
    const files = inCode(`const sdk = new UiPath({ scope: Math.random() > 0.5 ? 'OR.Tasks OR.Assets' : 'OR.Tasks.Read PIMS' });
new Tasks(sdk).getAll(); new Assets(sdk).getAll(); new Jobs(sdk).getAll();`);
    const { findings, undecided } = lines(files);
    expect(findings).toEqual(['missing OR.Jobs or OR.Jobs.Read at getAll']);
    const reason = 'Assets.getAll needs OR.Assets or OR.Assets.Read, which only some of the declarations hold that may be in effect';
    expect(undecided).toContainEqual(`src/main.ts: ${reason} [OR.Assets OR.Assets.Read]`);
  });

  it('case 52: a grant that a check of the token has widened', () => {
    const files = application('OR.Tasks.Read', `import type { GrantGuard } from 'eslint-plugin-oauth-scopes/types';
declare const carries: GrantGuard; const sdk = new UiPath(); new Tasks(sdk).getAll();
if (carries(sdk, ['OR.Assets.Read'], 'token')) { new Assets(sdk).getAll(); }`, registration('OR.Tasks.Read'));
    expect(lines(files)).toEqual({ findings: [], undecided: [] });
  });

  it('a type argument that only the caller knows leaves the call undecided', () => {
    const files = application('OR.Tasks.Read PIMS', `function load<G>(tasks: Tasks<G>) { return (tasks as Tasks<G>).getAll;
} load(new Tasks(new UiPath())); new Tasks(new UiPath()).getUsers(1);`);
    const { findings, undecided } = lines(files);
    expect(findings).toEqual(['unused PIMS at PIMS']);
    expect(undecided).toEqual(['src/main.ts: the grant of the receiver depends on a type argument']);
  });

  it('case 49: each client by itself, unused scopes at the place in the code', () => {
    const code = `const one = new UiPath({ scope: 'OR.Assets.Read PIMS' }); const two = new UiPath({ scope: 'OR.Tasks.Read' });
new Assets(one).getAll(); new Tasks(two).getAll(); new Assets(two).getAll();`;
    const files = inCode(code);
    expect(lines(files).findings).toEqual(['unused PIMS at PIMS', 'missing OR.Assets or OR.Assets.Read at getAll']);
  });
});

describe('where the only client states its grant', () => {
  it.each([false, true])('it is the grant of the application, uipath.json is not (guarded: %s)', (overlay) => {
    const files = inCode(`const SCOPES = ['OR.Tasks.Read', 'PIMS'] as const; const sdk = new UiPath({ scope: SCOPES.join(' ') });
new Tasks(sdk).getAll(); export const load = (assets: Assets) => assets.getAll();`, {
      'uipath.json': JSON.stringify({ scope: 'OR.Assets OR.Jobs' }),
    });
    const analysis = analyseFiles(files, { overlay });
    expect(findingLines(analysis, files)).toEqual([
      'unused PIMS at PIMS',
      'missing OR.Assets or OR.Assets.Read at getAll',
      'conflict OR.Assets OR.Jobs OR.Tasks.Read PIMS at "OR.Assets OR.Jobs"',
    ]);
    expect(analysis.report.declared.map(({ kind, effective }) => [kind, effective])).toEqual([['configuration', false], ['code', true]]);
  });

  it('case 37: an environment variable that a file sets, with a fallback', () => {
    const files = inCode(`declare global { interface ImportMeta { env: Record<string, string | undefined> } }
const sdk = new UiPath({ scope: import.meta.env['VITE_UIPATH_SCOPE'] ?? 'OR.Tasks' }); new Tasks(sdk).getAll();
new Assets(sdk).getAll();`, { '.env': 'VITE_UIPATH_SCOPE=OR.Tasks.Read PIMS\n' });
    expect(lines(files)).toEqual({ findings: ['unused PIMS at PIMS', 'missing OR.Assets or OR.Assets.Read at getAll'], undecided: [] });
  });

  it('case 38: an environment variable that nothing sets', () => {
    const files = inCode(`declare const process: { env: Record<string, string | undefined> };
const sdk = new UiPath({ scope: process.env['UIPATH_SCOPE']! }); new Assets(sdk).getAll();`);
    const { findings, undecided } = lines(files);
    expect(findings).toEqual([]);
    expect(undecided).toEqual(['src/main.ts: the scopes come from process.env.UIPATH_SCOPE, which no .env file sets']);
  });

  it('a subclass of the client', () => {
    const files = inCode(`class Sdk extends UiPath { constructor() { super({ scope: 'OR.Tasks.Read PIMS' });
} } new Tasks(new Sdk()).getAll();`);
    expect(lines(files)).toEqual({ findings: ['unused PIMS at PIMS'], undecided: [] });
  });

  it('what a test declares for its own client is nobody else\'s grant', () => {
    const files = inCode(`const sdk = new UiPath({ scope: 'OR.Tasks.Read PIMS' }); new Tasks(sdk).getAll();`, {
      'src/main.test.ts': `import { UiPath } from '@uipath/uipath-typescript/core'; new UiPath({ scope: 'OR.Assets' });`,
    });
    expect(lines(files)).toEqual({ findings: ['unused PIMS at PIMS'], undecided: [] });
    const { declared } = analyseFiles(files, { overlay: true }).report;
    expect(declared.map(({ place }) => place.file)).toEqual([`${applicationDirectory}/src/main.ts`]);
  });
});
