import { describe, expect, it } from 'vitest';
import { misleadingNames, plainNames, type Names } from '../usage/names.ts';
import { analyseFiles, type ApplicationOptions, type Files } from '../usage/virtual-application.ts';
import { application, findingLines, undecidedLines } from './report-lines.ts';

/** What must be said of an application: findings exactly; of what is undecided, a part of each line. */
interface Verdict {
  readonly files: (names: Names) => Files;
  readonly findings?: readonly string[];
  readonly undecided?: readonly string[];
  readonly minimal?: string;
  readonly complete?: boolean;
}

interface Case {
  readonly title: string;
  readonly stated: Verdict;
  /** As close as it gets, and something else follows. */
  readonly nearMiss: Verdict;
}

const input = 'undefined as never';
const nothing: readonly string[] = [];

const cases: readonly Case[] = [
  {
    title: 'cases 1 and 2: the scope is absent, or present',
    stated: {
      files: ({ sdk, service }) => application('OR.Assets', `const ${sdk} = new UiPath(); new Assets(${sdk}).getAll();
new Assets(${sdk}).getByName('', 1); const ${service} = new Tasks(${sdk}); ${service}.getAll();`),
      findings: ['narrow OR.Assets to OR.Assets.Read at OR.Assets', 'missing OR.Tasks or OR.Tasks.Read at getAll'],
      minimal: 'OR.Assets.Read OR.Tasks.Read',
    },
    nearMiss: {
      files: ({ sdk, service }) => application('OR.Assets.Read OR.Tasks.Read', `const ${sdk} = new UiPath(); new Assets(${sdk}).getAll();
const ${service} = new Tasks(${sdk}); ${service}.getAll();`),
      minimal: 'OR.Assets.Read OR.Tasks.Read',
    },
  },
  {
    title: 'cases 3 and 4: one of two alternatives is held, or none',
    stated: {
      files: ({ service }) => application('PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.create(${input}, 1);
new MaestroProcesses(new UiPath()).getAll();`),
      findings: ['missing OR.Tasks or OR.Tasks.Write at create'],
    },
    nearMiss: { files: ({ service }) => application('OR.Tasks.Write', `const ${service} = new Tasks(new UiPath());
${service}.create(${input}, 1);`) },
  },
  {
    title: 'cases 5 and 6: of two clauses what is left, with all alternatives',
    stated: {
      files: ({ service }) => application('OR.Execution.Read', `const ${service} = new CaseInstances(new UiPath()); ${service}.getAll();`),
      findings: ['missing PIMS at getAll'],
    },
    nearMiss: { files: ({ service }) => application('OR.Execution.Read PIMS', `const ${service} = new CaseInstances(new UiPath());
${service}.getAll();`) },
  },
  {
    title: 'case 7: a broader scope is held, which the provider says implies the narrower',
    stated: {
      files: ({ service }) => application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
      findings: ['narrow OR.Tasks to OR.Tasks.Read at OR.Tasks'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
${service}.create(${input}, 1);`),
    },
  },
  {
    title: 'case 8: a scope that looks broader and is not said to imply the other',
    stated: {
      files: ({ service }) => application('OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
${service}.create(${input}, 1);`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Write OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
${service}.create(${input}, 1);`),
    },
  },
  {
    title: 'case 22: a name that is only known at run time',
    stated: {
      files: ({ service, helper }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();
export function ${helper}(name: string) { return (${service} as never as Record<string, () => void> & Tasks)[name]; }`),
      undecided: ['src/main.ts: the name of the called method is only known at run time [OR.Assets.Read]'],
      complete: false,
    },
    nearMiss: {
      files: ({ service, helper }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();
const table: Record<string, () => void> = {}; export function ${helper}(name: string) { return table[name]?.(); }`),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
      complete: true,
    },
  },
  {
    title: 'case 28: a malformed call beside good ones',
    stated: {
      files: ({ service }) => application('PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.create(; ${service}.getAll();`),
      findings: ['missing OR.Tasks or OR.Tasks.Write at create', 'missing OR.Tasks or OR.Tasks.Read at getAll', 'unused PIMS at PIMS'],
    },
    nearMiss: { files: ({ service }) => application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.create(;
${service}.getAll();`) },
  },
  {
    title: 'case 29: an import that is never called',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export const unused = Assets;`),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export const used = (assets: Assets) => assets.getAll;`),
    },
  },
  {
    title: 'case 41: scopes that are always allowed',
    stated: {
      files: ({ service }) => application('openid profile email offline_access OR.Tasks.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();`),
      minimal: 'OR.Tasks.Read openid profile email offline_access',
    },
    nearMiss: {
      files: ({ service }) => application('OR.Audit.Read OR.Tasks.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();`),
      findings: ['unused OR.Audit.Read at OR.Audit.Read'],
    },
  },
  {
    title: 'case 42: a scope that only tests use',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();`, {
        'src/main.test.ts': `import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core'; new Assets(new UiPath()).getAll();`,
      }),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();`, {
        'src/contest.ts': `import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core'; new Assets(new UiPath()).getAll();`,
      }),
    },
  },
  {
    title: 'a call that only tests make lacks nothing',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`, {
        'src/__tests__/main.ts': `import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core'; new Assets(new UiPath()).getAll();`,
      }),
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
    },
  },
  {
    title: 'case 43: commented-out code is no use',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();\n// new Assets(sdk).getAll();`),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();\nnew Assets(new UiPath()).getAll();`),
    },
  },
  {
    title: 'case 44: no file calls the SDK at all',
    stated: { files: ({ sdk }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); void ${sdk}.initialize();`) },
    nearMiss: {
      files: ({ sdk }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); void new Tasks(${sdk}).getAll();`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'case 48: a method that the catalog does not have',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new MaestroProcesses(new UiPath()).archive();`, futureSdk),
      undecided: ['src/main.ts: the catalog does not say which scopes MaestroProcesses.archive needs [PIMS]'],
      complete: false,
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new MaestroProcesses(new UiPath()).version.toString();`, futureSdk),
      findings: ['unused PIMS at PIMS'],
      complete: true,
    },
  },
  {
    title: 'a method of a newer SDK than the installed one, which the catalog knows',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Write PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).updateValueById(1, '', 1);`),
      findings: ['unused PIMS at PIMS'],
      undecided: ['the installed SDK does not declare this method: this may be Assets.updateValueById [OR.Assets.Write]'],
      complete: false,
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Write PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).toLocaleString();`),
      findings: ['unused OR.Assets.Write at OR.Assets.Write', 'unused PIMS at PIMS'],
      complete: true,
    },
  },
  {
    title: 'case 49: two clients with different grants',
    stated: {
      files: ({ sdk, other }) => application('OR.Tasks.Read', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read PIMS' });
new Assets(${sdk}).getAll(); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll(); new Assets(${other}).getAll();`),
      findings: ['unused PIMS at PIMS', 'missing OR.Tasks or OR.Tasks.Read at getAll', 'missing OR.Assets or OR.Assets.Read at getAll'],
    },
    nearMiss: {
      files: ({ sdk, other }) => application('OR.Tasks.Read', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read' });
new Assets(${sdk}).getAll(); new Tasks(${other}).getAll();`),
    },
  },
  {
    title: 'case 49: which of two clients is used cannot be followed',
    stated: {
      files: ({ sdk, other, helper }) => application('OR.Tasks.Read', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read PIMS' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read' }); declare function ${helper}(): UiPath;
new MaestroProcesses(${helper}()).getAll(); new Assets(${sdk}).getAll(); new Tasks(${other}).getAll();`),
      undecided: ['cannot be followed [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, helper }) => application('OR.Assets.Read PIMS', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read PIMS' });
declare function ${helper}(): UiPath; new MaestroProcesses(${helper}()).getAll(); new Assets(${sdk}).getAll();`),
    },
  },
  {
    title: 'case 54: a role-based wildcard is held',
    stated: {
      files: ({ service }) => application('OR.Default OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).getAll();`),
      undecided: ['whether OR.Default covers it depends on the role of the application [OR.Assets OR.Assets.Read]'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Default OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
    },
  },
  {
    title: 'case 55: a client made with a secret',
    stated: {
      files: ({ sdk }) => application('PIMS', `declare const token: string;
const ${sdk} = new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: token }); new Tasks(${sdk}).getAll();`),
      undecided: ['src/main.ts: this client is made with a secret or an access token, which has no scopes: its calls are not checked'],
      minimal: '',
    },
    nearMiss: {
      files: ({ sdk }) => application('PIMS', `const ${sdk} = new UiPath({ baseUrl: '', orgName: '', tenantName: '' });
new Tasks(${sdk}).getAll();`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll', 'unused PIMS at PIMS'],
    },
  },
  {
    title: 'case 56: two dated requirements, of which the grant satisfies one',
    stated: {
      files: ({ service }) => application('OR.Administration.Read', `const ${service} = new Buckets(new UiPath()); ${service}.getAll();`),
      undecided: [
        'OR.Administration or OR.Administration.Read (until 2026-05-13), and not OR.Buckets or OR.Buckets.Read (since 2026-05-13)',
      ],
      minimal: 'OR.Buckets.Read',
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read', `const ${service} = new Buckets(new UiPath()); ${service}.getAll();
new Tasks(new UiPath()).getAll();`),
      findings: ['missing OR.Buckets or OR.Buckets.Read at getAll'],
    },
  },
  {
    title: 'case 56: neither requirement has unused scopes',
    stated: {
      files: ({ service }) => application('OR.Administration.Read OR.Buckets.Read', `const ${service} = new Buckets(new UiPath());
${service}.getAll();`),
    },
    nearMiss: {
      files: ({ service }) => application('OR.Administration.Read OR.Buckets.Read', `const ${service} = new Tasks(new UiPath());
${service}.getAll();`),
      findings: [
        'missing OR.Tasks or OR.Tasks.Read at getAll',
        'unused OR.Administration.Read at OR.Administration.Read',
        'unused OR.Buckets.Read at OR.Buckets.Read',
      ],
    },
  },
  {
    title: 'case 59: the broad and the narrow scope are both held, and only reading is done',
    stated: {
      files: ({ service }) => application('OR.Tasks OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
      findings: ['narrow OR.Tasks to OR.Tasks.Read at OR.Tasks'],
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
${service}.create(${input}, 1);`),
      findings: ['duplicate OR.Tasks.Write at OR.Tasks.Write'],
    },
  },
  {
    title: 'the token is read',
    stated: {
      files: ({ sdk }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();
const { getToken } = ${sdk}; export const text = () => ${sdk}.getToken();`),
      undecided: ['getToken() hands out the access token', 'and requests made with it are not seen [PIMS]'],
      complete: false,
    },
    nearMiss: {
      files: ({ sdk }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();
export const text = { getToken() { return ''; } }.getToken();`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'case 62: a request to the provider beside the SDK',
    stated: {
      files: ({ service, helper }) => application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export const ${helper} = (base: string) => fetch(\`\${base}/orchestrator_/odata/Jobs\`);
export const other = (org: string) => fetch('https://cloud.uipath.com/' + org);`),
      undecided: ['a request to the provider', 'a request to the provider is made here, or prepared [PIMS]'],
      complete: false,
    },
    nearMiss: {
      files: ({ service, helper }) => application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
type T = '/orchestrator_/odata';
export const ${helper} = (base: string): T | Promise<unknown> => fetch(\`\${base}/identity_/connect/token\`);
export const base = ['https://cloud.uipath.com', 'https://cloud.uipath.com/', 'educe_', 'https://docs.uipath.com/x'];`),
      findings: ['unused PIMS at PIMS'],
      complete: true,
    },
  },
  {
    title: 'any: a cast, a parameter, a call',
    stated: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS OR.Audit.Read', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
function ${helper}(anything: any) { anything.getIncidents(); } ${helper}(1);`),
      undecided: ['the receiver has no type: this may be MaestroProcesses.getIncidents or one of 3 other methods of that name [PIMS]'],
      findings: ['unused OR.Audit.Read at OR.Audit.Read'],
      complete: false,
    },
    nearMiss: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
function ${helper}(anything: { getIncidents(): void }) { anything.getIncidents(); } ${helper}({ getIncidents() {} });`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'any: the client or a service becomes any',
    stated: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
(${sdk} as any).x(); const kept: any = ${service}; function ${helper}(anything: any) { return anything; } ${helper}(${service});
export { kept };`),
      undecided: ['the client becomes any', 'a TaskService becomes any', 'a TaskService becomes any [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `let ${sdk}; ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll(); console.log(${sdk}, ${service});
const kept: Tasks = ${service}; function ${helper}<T>(anything: T): T { return anything; } ${helper}(${service}); export { kept };`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'a service that is passed on as a type of the application',
    stated: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS OR.Tasks.Write', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
interface Port { create(options: never, folder: number): unknown } function ${helper}(port: Port) { port.create(${input}, 1);
} ${helper}(${service});`),
      undecided: ['this may be Tasks.create [OR.Tasks.Write]'],
      findings: ['unused PIMS at PIMS'],
    },
    nearMiss: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
interface Port { create(options: never, folder: number): unknown } function ${helper}(port: Port) { port.create(${input}, 1);
} ${helper}({ create() {} });`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'a widget of another package receives the client',
    stated: {
      files: ({ sdk, service }) => application('OR.Tasks.Read PIMS', `import { mount } from 'some-widgets'; const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll(); mount({ options: { ${sdk} } });`, widgets),
      undecided: ['src/main.ts: the client is passed to some-widgets [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, service }) => application('OR.Tasks.Read PIMS', `import { mount } from 'some-widgets'; const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); mount({ data: ${service}.getAll(), url: ${sdk}.config.baseUrl });`, widgets),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'a subclass makes requests of its own',
    stated: {
      files: ({ sdk, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
class ${helper} extends Tasks { more() { return this.get('somewhere'); } } new ${helper}(${sdk}).getAll();`),
      undecided: ['src/main.ts: get is a protected member of the SDK, and the requests made with it are not seen [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
class ${helper} extends Tasks { more() { return this.mine(); } mine() { return 1; } } new ${helper}(${sdk}).getAll();`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'nothing is declared, or a placeholder',
    stated: {
      files: ({ sdk }) => application('your-scopes', `const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();`),
      findings: ['malformed  at your-scopes'],
      undecided: ['uipath.json: a placeholder stands where scopes belong'],
    },
    nearMiss: {
      files: ({ sdk }) => ({ 'src/main.ts': application('', `const ${sdk} = new UiPath();
new Tasks(${sdk}).getAll();`)['src/main.ts'] ?? '' }),
      undecided: ['src/main.ts: no declaration of scopes was found for this client'],
    },
  },
];

/** The SDK as it may be some day. */
const futureSdk: Files = {
  'node_modules/@uipath/uipath-typescript/package.json': JSON.stringify({
    name: '@uipath/uipath-typescript',
    version: '9.0.0',
    exports: Object.fromEntries(['core', 'tasks', 'maestro-processes'].map((path) => [`./${path}`, { types: `./dist/${path}.d.ts` }])),
  }),
  'node_modules/@uipath/uipath-typescript/dist/core.d.ts': 'export declare class UiPath { constructor(config?: object); }',
  'node_modules/@uipath/uipath-typescript/dist/tasks.d.ts': `declare class TaskService { constructor(sdk: unknown);
getAll(): Promise<void>; }
export { TaskService as Tasks };`,
  'node_modules/@uipath/uipath-typescript/dist/maestro-processes.d.ts': `declare class MaestroProcessesService { constructor(sdk: unknown);
readonly version: string; archive(): Promise<void>; protected reset(): void; }
export { MaestroProcessesService as MaestroProcesses };`,
};

const widgets: Files = { 'node_modules/some-widgets/index.d.ts': 'export declare function mount(options: unknown): void;' };

describe.each([
  ['the SDK alone, plain names', {}, plainNames],
  ['the SDK alone, misleading names', {}, misleadingNames],
  ['guarded declarations', { overlay: true }, misleadingNames],
] satisfies [string, ApplicationOptions, Names][])('verdicts, with %s', (_title, options, names) => {
  describe.each(cases)('$title', ({ stated, nearMiss }) => {
    it.each([
      ['as stated', stated],
      ['near miss', nearMiss],
    ])('%s', (_which, verdict) => {
      const files = verdict.files(names);
      const analysis = analyseFiles(files, options);
      expect(findingLines(analysis, files).sort()).toEqual([...(verdict.findings ?? nothing)].sort());
      const undecided = undecidedLines(analysis);
      expect(undecided).toHaveLength(verdict.undecided?.length ?? 0);
      expect(undecided).toEqual((verdict.undecided ?? nothing).map((part) => expect.stringContaining(part) as string));
      if (verdict.minimal !== undefined) {
        expect(analysis.report.minimal.scopes.join(' ')).toBe(verdict.minimal);
      }
      if (verdict.complete !== undefined) {
        expect(analysis.report.minimal.complete).toBe(verdict.complete);
      }
    });
  });
});
