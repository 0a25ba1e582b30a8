import { describe, expect, it } from 'vitest';
import { analyseFiles, applicationDirectory, textAt, type ApplicationOptions, type Files } from '../usage/virtual-application.ts';
import { application, findingLines, inCode, undecidedLines } from './report-lines.ts';

/** `at: message` of the findings of one kind. */
function messages(kind: string, files: Files, options: ApplicationOptions = {}): string[] {
  const { findings } = analyseFiles(files, options).report;
  return findings.filter((finding) => finding.kind === kind).map(({ place, message }) => `${textAt(files, place)}: ${message}`);
}

const reading = "new Tasks(new UiPath()).getAll();";

describe('declarations that differ', () => {
  const conflicts = (more: Files, code = reading, scope = 'OR.Tasks.Read'): string[] =>
    messages('conflict', application(scope, code, more));
  const manifest = (...scopes: unknown[]): Files => ({
    'oauth-scopes.json': JSON.stringify({ applications: [{ name: 'a', provider: 'uipath', scopes }] }),
  });

  it('case 39: each is compared with the one in effect, and both places are named with what each has more', () => {
    const environment = 'X=1\nUIPATH_SCOPE=OR.Tasks.Read OR.Jobs PIMS\n';
    expect(conflicts({ '.env': environment, ...manifest('OR.Assets', { scope: 'OR.Jobs' }) })).toEqual([
      'OR.Tasks.Read OR.Jobs PIMS: .env:2 and uipath.json:1 declare different scopes: only .env:2 has OR.Jobs and PIMS. '
      + 'Declare the same in both.',
      '["OR.Assets",{"scope":"OR.Jobs"}]: oauth-scopes.json:1 and uipath.json:1 declare different scopes: '
      + 'only oauth-scopes.json:1 has OR.Assets and OR.Jobs, only uipath.json:1 has OR.Tasks.Read. Declare the same in both.',
    ]);
  });

  it('what the code states is compared, too', () => {
    const code = "const sdk = new UiPath({ scope: 'OR.Tasks.Read OR.Jobs' }); new Tasks(sdk).getAll();";
    expect(conflicts({}, code)).toEqual([
      '"OR.Tasks.Read": uipath.json:1 and src/main.ts:10 declare different scopes: only src/main.ts:10 has OR.Jobs. '
      + 'Declare the same in both.',
    ]);
  });

  it.each([
    ['order, repetition and what is always allowed', { '.env': 'UIPATH_SCOPE=openid OR.Tasks.Read offline_access OR.Tasks.Read\n' }],
    ['a mode of its own', { '.env.production': 'UIPATH_SCOPE=OR.Jobs\n' }],
    ['a template', { '.env.example': 'UIPATH_SCOPE=OR.Jobs\n', 'uipath.json.example': '{ "scope": "PIMS" }' }],
    ['what a local file overrides', { '.env': 'UIPATH_SCOPE=OR.Jobs\n', '.env.local': 'UIPATH_SCOPE=OR.Tasks.Read\n' }],
    ['a placeholder, an empty text, nothing of an API', { '.env': 'UIPATH_SCOPE=your-scopes\nVITE_UIPATH_SCOPE=\nUIPATH_SCOPES=openid\n' }],
    ['other keys', { '.env': 'MY_SCOPE=OR.Jobs\n' }],
  ])('no conflict: %s', (_title, more) => {
    expect(conflicts(more)).toEqual([]);
  });

  it('one mode with itself, and an empty list of the manifest', () => {
    expect(conflicts({ '.env.production': 'UIPATH_SCOPE=OR.Jobs\nVITE_UIPATH_SCOPE=PIMS\n' })).toEqual([
      'PIMS: .env.production:2 and .env.production:1 declare different scopes: only .env.production:2 has PIMS, '
      + 'only .env.production:1 has OR.Jobs. Declare the same in both.',
    ]);
    expect(conflicts(manifest())).toEqual([
      '[]: oauth-scopes.json:1 and uipath.json:1 declare different scopes: only uipath.json:1 has OR.Tasks.Read. Declare the same in both.',
    ]);
  });

  it.each([
    [
      'clients with different grants',
      "new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })).getAll(); new Assets(new UiPath({ scope: 'PIMS' })).getAll();",
    ],
    ['a choice', "declare const admin: boolean; new Tasks(new UiPath({ scope: admin ? 'OR.Tasks' : 'OR.Tasks.Read' })).getAll();"],
    ['a secret', "new Tasks(new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: 'x' })).getAll();"],
  ])('no conflict: code means to differ by %s', (_title, code) => {
    expect(conflicts({}, code, 'OR.Jobs')).toEqual([]);
  });
});

describe('variables of clients that are made apart', () => {
  const variables = { '.env': 'UIPATH_SCOPE=OR.Tasks.Read\nUIPATH_AUTH_SCOPE=OR.Assets.Read\n' };
  const code = (second: string): Files => ({
    'src/main.ts': `import { UiPath } from '@uipath/uipath-typescript/core'; import { Tasks } from '@uipath/uipath-typescript/tasks';
import { Assets } from '@uipath/uipath-typescript/assets'; declare const process: { env: Record<string, string> };
new Tasks(new UiPath({ scope: process.env.UIPATH_SCOPE } as never)).getAll();
new Assets(new UiPath({ scope: ${second} } as never)).getAll();`,
  });

  it('are there to differ, each being read by its own client', () => {
    expect(messages('conflict', { ...variables, ...code('process.env.UIPATH_AUTH_SCOPE') })).toEqual([]);
  });

  it('contradict each other where one client may take either, and where nobody reads one', () => {
    const told = [
      'OR.Assets.Read: .env:2 and .env:1 declare different scopes: only .env:2 has OR.Assets.Read, only .env:1 has OR.Tasks.Read. '
      + 'Declare the same in both.',
    ];
    expect(messages('conflict', { ...variables, ...code('Math.random() > 0.5 ? process.env.UIPATH_AUTH_SCOPE : process.env.UIPATH_SCOPE') })).toEqual(told);
    expect(messages('conflict', { ...variables, ...code('process.env.UIPATH_SCOPE') })).toEqual(told);
  });
});

describe('a registration', () => {
  const registration = (scope: string): Files => ({
    'oauth-scopes.gen.d.ts':
      `declare module 'eslint-plugin-oauth-scopes/types' {\n  interface Registered {\n    uipath: '${scope}';\n  }\n}\nexport {};\n`,
  });

  it('that is stale is a conflict', () => {
    expect(messages('conflict', application('OR.Tasks.Read PIMS', reading, registration('OR.Tasks.Read OR.Jobs')))).toEqual([
      "uipath: 'OR.Tasks.Read OR.Jobs': This registration is stale, so that the compiler checks other scopes than are declared: "
      + 'it lacks PIMS and still has OR.Jobs. Run oauth-scopes sync.',
    ]);
    expect(messages('conflict', application('PIMS', reading, { 'oauth-scopes.gen.d.ts': 'export {};\n' }))).toEqual([
      ': This registration is stale, so that the compiler checks other scopes than are declared: '
      + 'it registers nothing, and PIMS can be registered. Run oauth-scopes sync.',
    ]);
    expect(messages('conflict', application('OR.Default', reading, registration('PIMS')))).toEqual([
      "uipath: 'PIMS': This registration is stale, so that the compiler checks other scopes than are declared: "
      + 'it registers scopes, and nothing can be registered any more. Run oauth-scopes sync.',
    ]);
  });

  it('that says what is declared is none', () => {
    expect(messages('conflict', application('PIMS OR.Tasks.Read', reading, registration('OR.Tasks.Read PIMS')))).toEqual([]);
  });
});

describe('a cast that claims scopes', () => {
  const forged = (code: string, scope = 'OR.Tasks.Read', more: Files = {}): string[] =>
    messages('forged', application(scope, `import type { Grant, Unscoped } from 'eslint-plugin-oauth-scopes/types';
const sdk = new UiPath(); const tasks = new Tasks(sdk); tasks.getAll();\n${code}`, more), { overlay: true });

  const claimed = 'This cast claims OR.Tasks, which the client does not hold: calls that need it will fail. Take the cast away, or declare it.';

  it.each([
    ["export const a = tasks as Tasks<Grant<'OR.Tasks'>>;", "Tasks<Grant<'OR.Tasks'>>", 'OR.Tasks', 'it'],
    ["export const a = tasks as unknown as Tasks<Grant<'OR.Tasks'>>;", "Tasks<Grant<'OR.Tasks'>>", 'OR.Tasks', 'it'],
    ["export const a = sdk as never as UiPath<Grant<'OR.Jobs' | 'PIMS'>>;", "UiPath<Grant<'OR.Jobs' | 'PIMS'>>", 'OR.Jobs and PIMS', 'them'],
    ["export const a = <Tasks<Grant<'OR.Tasks'>>>tasks;", "Tasks<Grant<'OR.Tasks'>>", 'OR.Tasks', 'it'],
    ["export const a = tasks as any as Tasks<'OR.Tasks'>;", "Tasks<'OR.Tasks'>", 'OR.Tasks', 'it'],
  ])('case 51: %s', (code, cast, scopes, it) => {
    expect(forged(code)).toEqual([
      `${cast}: This cast claims ${scopes}, which the client does not hold: calls that need ${it} will fail. `
      + `Take the cast away, or declare ${it}.`,
    ]);
  });

  it.each([
    ['the same grant', "export const a = tasks as Tasks<Grant<'OR.Tasks.Read'>>;", 'OR.Tasks.Read'],
    ['a narrower grant', "export const a = tasks as Tasks<Grant<'OR.Tasks.Read'>>;", 'OR.Tasks'],
    ['as const', 'export const a = { tasks } as const;', 'OR.Tasks.Read'],
    ['any, Unscoped, the bare type', 'export const a = [tasks as any, tasks as Tasks<Unscoped>, tasks as Tasks];', 'OR.Tasks.Read'],
    ['no client', "export const a = {} as Tasks<Grant<'OR.Tasks'>>, b = (x: unknown) => x as Tasks<Grant<'OR.Tasks'>>;", 'PIMS'],
    ['something that is no grant', 'export const a = tasks as unknown as Promise<string>;', 'OR.Tasks.Read'],
    ['a role wildcard is held', "export const a = tasks as Tasks<Grant<'OR.Tasks'>>;", 'OR.Default'],
    ['one of two grants', "export const a = tasks as Tasks<Grant<'OR.Tasks'>> | Tasks<Grant<'OR.Tasks.Read'>>;", 'OR.Tasks.Read'],
  ])('case 51, near miss: %s', (_title, code, scope) => {
    expect(forged(code, scope)).toEqual([]);
  });

  it('case 51, near miss: in a test, or where the declaration is not known', () => {
    const test = `import { Tasks } from '@uipath/uipath-typescript/tasks'; import { UiPath } from '@uipath/uipath-typescript/core';
import type { Grant } from 'eslint-plugin-oauth-scopes/types';\nexport const a = new Tasks(new UiPath()) as Tasks<Grant<'OR.Tasks'>>;`;
    expect(forged('', 'OR.Tasks.Read', { 'src/a.test.ts': test })).toEqual([]);
    expect(forged("export const a = tasks as Tasks<Grant<'OR.Tasks'>>;", 'your-scopes')).toEqual([]);
  });

  it('case 51: of a client that states its own grant', () => {
    const code = `import type { Grant } from 'eslint-plugin-oauth-scopes/types';
const sdk = new UiPath({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: 'OR.Tasks.Read' });
const tasks = new Tasks(sdk); tasks.getAll(); export const a = tasks as Tasks<Grant<'OR.Tasks'>>;`;
    expect(messages('forged', application('OR.Tasks', code), { overlay: true })).toEqual([`Tasks<Grant<'OR.Tasks'>>: ${claimed}`]);
  });

  it('case 52: a grant that a check at run time has shown is none', () => {
    const guard = `import type { GrantGuard } from 'eslint-plugin-oauth-scopes/types';
const carries = ((client: unknown, scopes: readonly string[]) => scopes.length > 0) as unknown as GrantGuard<[]>;\n`;
    const inside = `if (carries(tasks, ['OR.Tasks'])) { const wide = tasks as Tasks<Grant<'OR.Tasks'>>; void wide; }`;
    const after = `export function run() { if (!carries(tasks, ['OR.Tasks'])) return; void (tasks as Tasks<Grant<'OR.Tasks'>>); }`;
    expect([forged(`${guard}${inside}`), forged(`${guard}${after}`)]).toEqual([[], []]);
    expect(forged(`${guard}if (carries(sdk, ['OR.Tasks'])) { void (tasks as Tasks<Grant<'OR.Tasks'>>); }`)).toEqual([`Tasks<Grant<'OR.Tasks'>>: ${claimed}`]);
  });
});

describe('what packages need that receive a client', () => {
  const widgets: Files = { 'node_modules/some-widgets/index.d.ts': 'export declare function mount(client: unknown): void;' };
  const mounting = (scope: string, needs: unknown): Files =>
    application(scope, `import { mount } from 'some-widgets'; const sdk = new UiPath(); new Tasks(sdk).getAll(); mount(sdk);`, {
      ...widgets,
      'oauth-scopes.json': JSON.stringify({ applications: [{ name: 'a', provider: 'uipath', scopes: scope.split(' '), needs }] }),
    });

  it('is undecided until it is declared', () => {
    const files = mounting('OR.Tasks.Read OR.Jobs PIMS', {});
    const analysis = analyseFiles(files);
    expect(findingLines(analysis, files)).toEqual([]);
    expect(undecidedLines(analysis)).toEqual(['src/main.ts: the client is passed to some-widgets [OR.Jobs PIMS]']);
  });

  it('is used as soon as it is declared, and nothing is undecided', () => {
    const files = mounting('OR.Tasks.Read OR.Jobs PIMS', { 'some-widgets': ['OR.Jobs.Read'] });
    const analysis = analyseFiles(files);
    expect(findingLines(analysis, files)).toEqual(['narrow OR.Jobs to OR.Jobs.Read at OR.Jobs', 'unused PIMS at PIMS']);
    expect(undecidedLines(analysis)).toEqual([]);
    expect(analysis.report.minimal).toMatchObject({ scopes: ['OR.Jobs.Read', 'OR.Tasks.Read'], complete: true });
    expect(analysis.report.minimal.reasons['OR.Jobs.Read']).toEqual(['some-widgets']);
  });

  it('may be missing, or be nothing', () => {
    expect(messages('missing', mounting('OR.Tasks.Read', { 'some-widgets': ['PIMS'] }))).toEqual([
      'sdk: some-widgets needs PIMS, which the client does not hold. Declare PIMS. Source: "needs" in oauth-scopes.json, line 1.',
    ]);
    const files = mounting('OR.Tasks.Read', { 'some-widgets': [] });
    expect([findingLines(analyseFiles(files), files), undecidedLines(analyseFiles(files))]).toEqual([[], []]);
  });
});

describe('a policy in the manifest', () => {
  const restricted = (scope: string, restrictions: unknown, scopes: unknown[] = scope.split(' ')): string[] =>
    messages('restricted', application(scope, reading, {
      'oauth-scopes.json': JSON.stringify({ restricted: restrictions, applications: [{ name: 'a', provider: 'uipath', scopes }] }),
    }));

  it('forbids scopes, wherever they are declared, and what covers them', () => {
    expect(restricted('OR.Tasks.Read OR.Jobs', ['OR.Tasks.Read', { scope: 'OR.Jobs.Write', reason: 'robots do that.' }])).toEqual([
      'OR.Tasks.Read: OR.Tasks.Read is not allowed here.',
      'OR.Jobs: OR.Jobs covers OR.Jobs.Write, which is not allowed here: robots do that.',
      'OR.Tasks.Read: OR.Tasks.Read is not allowed here.',
      'OR.Jobs: OR.Jobs covers OR.Jobs.Write, which is not allowed here: robots do that.',
    ]);
    expect(restricted('OR.Tasks.Read', ['OR.Tasks'])).toEqual([]);
  });

  it('allows some with a reason', () => {
    const policy = [{ scope: 'OR.Tasks.Read', allowWithReason: true }];
    expect(restricted('OR.Tasks.Read', policy)[0]).toBe(
      'OR.Tasks.Read: OR.Tasks.Read is only allowed with a reason. Say in oauth-scopes.json what OR.Tasks.Read is used for ("usedFor").',
    );
    expect(restricted('OR.Tasks.Read', policy, [{ scope: 'OR.Tasks.Read', rationale: 'the inbox' }])).toEqual([]);
  });
});

describe('what rules report of what is undecided', () => {
  const reported = (files: Files): unknown[] =>
    analyseFiles(files).report.undecided.flatMap(({ place, reported }) =>
      (reported === undefined ? [] : [[reported.rule, place.file.slice(applicationDirectory.length + 1), reported.message]]));

  it('case 38: a grant that comes from a variable which nothing sets', () => {
    const code = `declare const process: { env: Record<string, string> }; const sdk = new UiPath({ scope: process.env.MINE });
new Tasks(sdk).getAll();`;
    const files = inCode(code);
    expect(reported(files)).toEqual([[
      'no-unresolved-scope', 'src/main.ts',
      'It cannot be known which scopes the client holds: the scopes come from process.env.MINE, which no .env file sets. '
      + 'Its calls are not checked.',
    ]]);
  });

  it('a placeholder is the fault of the string', () => {
    expect(reported(application('your-scopes', reading))).toEqual([]);
  });

  it('one of several clients', () => {
    const code = `declare const scope: string; const one = new UiPath({ scope }); const two = new UiPath({ scope: 'OR.Tasks.Read' });
new Tasks(two).getAll(); export { one };`;
    const message = 'It cannot be known which scopes the client holds: the scopes come from scope, which gets its value later. Its calls are not checked.';
    const files = inCode(code);
    expect(reported(files)).toEqual([['no-unresolved-scope', 'src/main.ts', message]]);
  });
});
