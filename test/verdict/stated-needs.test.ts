import { describe, expect, it } from 'vitest';
import { declaredNeeds, onceAFile, withDeclaredNeeds } from '../../src/verdict/declared-needs.ts';
import { requirementLookup } from '../../src/verdict/known-requirements.ts';
import type { ClientSite, HeldGrant, UsageFacts } from '../../src/usage/facts.ts';
import { analyseFiles, applicationDirectory, uipathIndex, type Files } from '../usage/virtual-application.ts';
import { catalogOf, clientWith, exact, facts as usageOf, placeAt } from './example.ts';
import { application, findingLines, undecidedLines } from './report-lines.ts';

const host = 'https://cloud.uipath.com/acme/main/orchestrator_/odata';

/** Undecided in several ways: a request, a call by name only, a client that goes elsewhere. */
const legacy = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { mount } from 'some-widgets';
const sdk = new UiPath();
export const any = (path: string) => fetch('${host}/' + path);
export const known = () => new Tasks(sdk).getAll();
export const untyped = (jobs: any) => jobs.getAll();
mount(sdk);
`;

/** Why it is undecided, in the order of the file. */
const places = [
  'a request to the provider is made here for callers of which not all are seen',
  'the receiver has no type: this may be Assets.getAll or one of 24 other methods of that name',
  'the client is passed to some-widgets',
] as const;

/** What the application holds, and what its manifest states under "needs", each name on a line of its own from the third on. */
function withNeeds(scope: string, needs: Readonly<Record<string, readonly string[]>>, more: Files = {}): Files {
  const stated = Object.entries(needs).map(([name, scopes]) => `${JSON.stringify(name)}: ${JSON.stringify(scopes)}`).join(',\n');
  const scopes = JSON.stringify(scope.split(' '));
  return application(scope, 'new Tasks(new UiPath()).getAll();', {
    'src/legacy/calls.ts': legacy,
    'node_modules/some-widgets/index.d.ts': 'export declare function mount(client: unknown): void;',
    'oauth-scopes.json': `{ "applications": [{ "name": "a", "provider": "uipath", "scopes": ${scopes},\n"needs": {\n${stated}\n} }] }`,
    ...more,
  });
}

const held = 'OR.Tasks.Read OR.Jobs PIMS';

describe('what a file needs in which calls cannot be seen', () => {
  it('is undecided until it is stated', () => {
    const files = withNeeds(held, {});
    const analysis = analyseFiles(files);
    expect(findingLines(analysis, files)).toEqual([]);
    expect(undecidedLines(analysis)).toEqual(places.map((place) => `src/legacy/calls.ts: ${place} [OR.Jobs PIMS]`));
    expect(analysis.report.minimal.complete).toBe(false);
  });

  it.each(['./src/legacy/calls.ts', './src/**', './src/legacy/*.ts', `../${applicationDirectory.split('/').at(-1)}/src/legacy/calls.ts`])('%s settles every place in it', (name) => {
    const files = withNeeds(held, { [name]: ['OR.Jobs.Read'] });
    const analysis = analyseFiles(files);
    expect(undecidedLines(analysis)).toEqual([]);
    expect(findingLines(analysis, files)).toEqual(['narrow OR.Jobs to OR.Jobs.Read at OR.Jobs', 'unused PIMS at PIMS']);
    expect(analysis.report.minimal).toMatchObject({ scopes: ['OR.Jobs.Read', 'OR.Tasks.Read'], complete: true });
    expect(analysis.report.minimal.reasons['OR.Jobs.Read']).toEqual([name]);
    expect(analysis.report.coverage).toMatchObject({ unmapped: 0, untyped: 0 });
  });

  it('says of each place where it is stated', () => {
    const { report } = analyseFiles(withNeeds(held, { './src/legacy/calls.ts': ['OR.Jobs.Read'] }));
    const by = report.needed.find(({ anyOf }) => anyOf.includes('OR.Jobs.Read'))?.by ?? [];
    expect(by.map(({ call, place, stated }) => [call, place.line, stated?.line, stated?.column])).toEqual([
      ['./src/legacy/calls.ts', 5, 3, 1], ['./src/legacy/calls.ts', 7, 3, 1], ['./src/legacy/calls.ts', 8, 3, 1],
    ]);
    expect(report.needed.find(({ anyOf }) => anyOf.includes('OR.Tasks.Read'))?.by.map(({ stated }) => stated)).toEqual([undefined, undefined]);
  });

  it('is missing once a file, however many places it may be for', () => {
    const second = { 'src/legacy/more.ts': legacy };
    const messages = analyseFiles(withNeeds('OR.Tasks.Read', { './src/legacy/**': ['OR.Jobs.Read', 'PIMS'] }, second)).report.findings;
    expect(messages.map(({ kind, place, message }) => [kind, place.file.split('/').at(-1), message])).toEqual(
      ['calls.ts', 'more.ts'].map((file) => [
        'missing', file,
        './src/legacy/** needs OR.Jobs.Read, and PIMS, which the client does not hold. Declare OR.Jobs.Read and PIMS. Source: "needs" in oauth-scopes.json, line 3.',
      ]),
    );
  });

  it('leaves undecided what stands elsewhere', () => {
    const files = withNeeds(held, { './src/legacy/calls.ts': ['OR.Jobs.Read'] }, { 'src/more.ts': legacy.replace('mount(sdk);', '') });
    expect(undecidedLines(analyseFiles(files))).toEqual([
      `src/more.ts: ${places[0]} [OR.Jobs PIMS]`,
      // Whichever of them it is, of jobs it needs no more than what is stated of the other file.
      `src/more.ts: ${places[1]} [PIMS]`,
    ]);
    expect(findingLines(analyseFiles(files), files)).toEqual([]);
  });

  it('counts beside what a package needs, and either settles the place', () => {
    const files = withNeeds(held, { 'some-widgets': ['PIMS'], './src/legacy/calls.ts': ['OR.Jobs'] });
    expect([findingLines(analyseFiles(files), files), undecidedLines(analyseFiles(files))]).toEqual([[], []]);
  });

  it('does not say which grant a client holds', () => {
    const code = "import { UiPath } from '@uipath/uipath-typescript/core';\nimport { Tasks } from '@uipath/uipath-typescript/tasks';\n"
      + 'export const open = (scope: string) => new Tasks(new UiPath({ scope } as never)).getAll();\n';
    const files = withNeeds(held, { './src/legacy/calls.ts': ['OR.Jobs'] }, { 'src/legacy/calls.ts': code });
    expect(undecidedLines(analyseFiles(files))).toEqual([
      'oauth-scopes.json: nothing is undecided in this file, so that nothing shows whether ./src/legacy/calls.ts needs what is stated here [OR.Jobs]',
      'src/legacy/calls.ts: the scopes come from the parameter scope, which each caller decides',
    ]);
  });

  it('leaves open which of several clients makes the calls', () => {
    const two = { 'src/main.ts': `import { UiPath } from '@uipath/uipath-typescript/core';\nimport { Tasks } from '@uipath/uipath-typescript/tasks';
new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })).getAll(); new Tasks(new UiPath({ scope: 'OR.Tasks' })).getAll();` };
    const analysis = analyseFiles(withNeeds(held, { './src/legacy/calls.ts': ['OR.Queues'] }, two));
    expect(analysis.report.findings.filter(({ kind }) => kind === 'missing')).toEqual([]);
    expect(undecidedLines(analysis)).toEqual([
      'src/legacy/calls.ts: the program makes clients with different grants, and which of them makes the calls that are not seen is not known',
    ]);
  });
});

describe('the facts of a program', () => {
  const at = (file: string, line: number) => ({ file, line, column: 1, endLine: line, endColumn: 2 });
  const literal: HeldGrant = { kind: 'literal', alternatives: [['PIMS']] };
  const use = { provider: 'uipath', grant: { kind: 'declared' } as HeldGrant, typed: true, inTest: false };
  const facts: UsageFacts = {
    provider: 'uipath', clients: [], importsSdk: true,
    escapes: [{ place: at('/app/a.ts', 1), reason: 'no types', ofProgram: true }, { place: at('/app/b.ts', 1), reason: 'goes elsewhere', package: 'some-widgets' }],
    unmapped: [{ provider: 'uipath', call: 'Jobs.archive', place: at('/app/a.ts', 2) }],
    uses: [
      { ...use, method: 'Tasks.getAll', place: at('/app/a.ts', 3) },
      { ...use, method: 'Tasks.getAll', place: at('/app/a.ts', 4), typed: false },
      { ...use, method: 'Jobs.getAll', place: at('/app/a.ts', 4), typed: false },
      { ...use, method: 'Tasks.getAll', place: at('/app/a.ts', 5), typed: false, inTest: true },
      { ...use, method: 'Tasks.notInTheCatalog', place: at('/app/a.ts', 6), grant: literal },
    ],
  };
  const settle = (...names: string[]): UsageFacts => withDeclaredNeeds(
    facts,
    new Map(names.map((name) => [name, { name, scopes: ['PIMS'], place: at('/app/oauth-scopes.json', 3) }])),
    requirementLookup(uipathIndex),
    uipathIndex,
  );
  const told = ({ uses }: UsageFacts): string[] => uses.map(({ method, place, grant, typed }) => `${method} ${place.line} ${grant.kind} ${typed}`);

  it('what is undecided gives way to what is stated, once a place, with the grant that is known there', () => {
    const settled = settle('./*.ts');
    expect(told(settled)).toEqual([
      'Tasks.getAll 3 declared true', 'Tasks.getAll 5 declared false',
      './*.ts 2 declared true', './*.ts 4 declared true', './*.ts 6 literal true', './*.ts 1 declared true',
    ]);
    expect([settled.unmapped, settled.escapes]).toEqual([[], [facts.escapes[0]]]);
  });

  it('what several statements are about is what each of them says', () => {
    expect(told(settle('./b.ts', 'some-widgets')).slice(-2)).toEqual(['./b.ts 1 declared true', 'some-widgets 1 declared true']);
  });

  it('what is stated with a scope that there is not, or in a setting of ESLint about files, settles nothing', () => {
    const [lookup, place] = [requirementLookup(uipathIndex), at('/app/oauth-scopes.json', 3)];
    expect(withDeclaredNeeds(facts, new Map([['./*.ts', { name: './*.ts', scopes: ['PIMS', 'OR.Job'], place }]]), lookup, uipathIndex)).toBe(facts);
    expect(withDeclaredNeeds(facts, declaredNeeds([], { './*.ts': ['PIMS'] }), lookup, uipathIndex)).toBe(facts);
  });

  it('what files need is missing once a file, what packages need in each place', () => {
    const stated = (method: string, file: string, line: number) => ({ ...use, method, place: at(file, line) });
    const uses = [
      stated('./*.ts', '/app/a.ts', 1), stated('./*.ts', '/app/a.ts', 2), stated('./a.ts', '/app/a.ts', 3), stated('./*.ts', '/app/b.ts', 4),
      stated('some-widgets', '/app/a.ts', 5), stated('some-widgets', '/app/a.ts', 6),
    ];
    expect(onceAFile(uses).map(({ place }) => place.line)).toEqual([1, 3, 4, 5, 6]);
  });

  it('what none is about stays', () => {
    expect(settle('./c.ts', 'other-widgets', '../b.ts')).toBe(facts);
  });
});

describe('which client a package receives', () => {
  const index = catalogOf({ read: [exact(['things'])], audit: [exact(['audit'])] });
  const clients = [clientWith(1, ['things']), clientWith(2, ['audit'])];
  const settled = (escape: Partial<UsageFacts['escapes'][number]>, ...held: readonly ClientSite[]) => {
    const escapes = [{ place: placeAt(3), reason: 'goes elsewhere', package: 'widgets', ...escape }];
    const needs = new Map([['widgets', { name: 'widgets', scopes: ['other'], place: placeAt(1, '/app/oauth-scopes.json') }]]);
    return withDeclaredNeeds(usageOf({ clients: held, escapes }), needs, requirementLookup(index), index).uses.map(({ grant }) => grant);
  };
  const open = { kind: 'undecided', reason: 'the program makes clients with different grants, and which of them the package receives is not known' };

  it('is the only one there is, or the one that is known to get there, or open', () => {
    expect(settled({})).toStrictEqual([{ kind: 'declared' }]);
    expect(settled({}, clientWith(1, ['things']))).toStrictEqual([{ kind: 'declared' }]);
    expect(settled({}, ...clients)).toStrictEqual([open]);
    expect(settled({ grant: { kind: 'undecided', reason: 'why' } } as never, ...clients)).toStrictEqual([open]);
    expect(settled({ grant: clients[0]?.grant } as never, ...clients)).toStrictEqual([clients[0]?.grant]);
  });
});

describe('a statement that cannot be believed', () => {
  const idle = 'so that nothing shows whether';

  it.each([
    ['./src/quiet.ts', 'nothing is undecided in this file'],
    ['./src/*.ts', 'nothing is undecided in any such file'],
    ['other-widgets', 'this package receives no client'],
  ])('%s: is said, and holds its scopes back', (name, why) => {
    const files = withNeeds(held, { [name]: ['PIMS'] }, { 'src/legacy/calls.ts': '', 'src/quiet.ts': '' });
    const analysis = analyseFiles(files);
    expect(undecidedLines(analysis)).toEqual([`oauth-scopes.json: ${why}, ${idle} ${name} needs what is stated here [PIMS]`]);
    expect(findingLines(analysis, files)).toEqual(['unused OR.Jobs at OR.Jobs']);
    expect(analysis.report.minimal).toMatchObject({ scopes: ['OR.Tasks.Read'], complete: false });
  });

  it('names a scope that there is not: nothing is settled, and everything held back', () => {
    const files = withNeeds(held, { './src/legacy/calls.ts': ['OR.Job'] });
    expect(undecidedLines(analyseFiles(files))).toEqual([
      'oauth-scopes.json: UiPath has no scope OR.Job (did you mean OR.Jobs?), so that what ./src/legacy/calls.ts needs is not known [OR.Jobs PIMS]',
      ...places.map((place) => `src/legacy/calls.ts: ${place} [OR.Jobs PIMS]`),
    ]);
    expect(findingLines(analyseFiles(files), files)).toEqual([]);
  });
});

describe('without a scope', () => {
  it('the file needs none, and nothing is undecided', () => {
    const files = withNeeds('OR.Tasks.Read PIMS', { './src/legacy/**': [] });
    expect([findingLines(analyseFiles(files), files), undecidedLines(analyseFiles(files))]).toEqual([['unused PIMS at PIMS'], []]);
  });
});
