import { application } from '../../verdict/report-lines.ts';
import type { Case } from '../case.ts';

const input = 'undefined as never';

/** What a call needs, and what is held. */
export const requirementCases: readonly Case[] = [
  {
    number: '1',
    title: 'a direct call whose scope is absent',
    stated: ({ sdk, service }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk}); ${service}.getAll();
new Assets(${sdk}).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
      minimal: 'OR.Assets.Read OR.Tasks.Read',
    }),
    nearMiss: ({ sdk, service }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk}); ${service}.getAll();
export const made = new Assets(${sdk});`),
      minimal: 'OR.Tasks.Read',
    }),
  },
  {
    number: '2',
    title: 'a direct call whose scope is present',
    stated: ({ sdk, service }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk}); ${service}.getAll();`),
    }),
    nearMiss: ({ sdk, service }) => ({
      files: application('OR.Tasks.Write', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk}); ${service}.getAll();`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll', 'unused OR.Tasks.Write at OR.Tasks.Write'],
    }),
  },
  {
    number: '3',
    title: 'one of two alternatives is held',
    stated: ({ service }) => ({
      files: application('OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.create(${input}, 1);`),
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.create(${input}, 1); ${service}.getUsers(1);`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getUsers'],
    }),
  },
  {
    number: '4',
    title: 'none of two alternatives is held',
    stated: ({ service }) => ({
      files: application('PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.create(${input}, 1); new MaestroProcesses(new UiPath()).getAll();`),
      findings: ['missing OR.Tasks or OR.Tasks.Write at create'],
    }),
    nearMiss: ({ service }) => ({
      files: application('PIMS OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.create(${input}, 1);
new MaestroProcesses(new UiPath()).getAll();`),
    }),
  },
  {
    number: '5',
    title: 'of two scopes that are both needed one is held',
    stated: ({ service }) => ({
      files: application('OR.Execution.Read', `const ${service} = new CaseInstances(new UiPath()); ${service}.getAll();`),
      findings: ['missing PIMS at getAll'],
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Execution.Read PIMS', `const ${service} = new CaseInstances(new UiPath()); ${service}.getAll();`),
    }),
  },
  {
    number: '6',
    title: 'two clauses with alternatives, of which none is satisfied',
    stated: ({ service }) => ({
      files: application('PIMS', `const ${service} = new ConversationalAgent(new UiPath()); ${service}.conversations.getAll();
new MaestroProcesses(new UiPath()).getAll();`),
      findings: ['missing OR.Execution or OR.Execution.Read, and OR.Jobs or OR.Jobs.Read at getAll'],
    }),
    nearMiss: ({ service }) => ({
      files: application('PIMS OR.Jobs.Read', `const ${service} = new ConversationalAgent(new UiPath()); ${service}.conversations.getAll();
new MaestroProcesses(new UiPath()).getAll();`),
      findings: ['missing OR.Execution or OR.Execution.Read at getAll'],
    }),
  },
  {
    number: '7',
    title: 'a broader scope is held, which the provider says implies the narrower',
    stated: ({ service }) => ({
      files: application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
      findings: ['narrow OR.Tasks to OR.Tasks.Read at OR.Tasks'],
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); ${service}.create(${input}, 1);`),
    }),
  },
  {
    number: '8',
    title: 'a scope that looks broader and is not said to imply the other',
    stated: ({ service }) => ({
      files: application('OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); ${service}.create(${input}, 1);`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll'],
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks.Write OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
${service}.create(${input}, 1);`),
    }),
  },
  {
    number: '48',
    title: 'a method that the catalog does not have',
    stated: ({ service }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new MaestroProcesses(new UiPath()).archive();`, futureSdk),
      undecided: ['src/main.ts: the catalog does not say which scopes MaestroProcesses.archive needs [PIMS]'],
      complete: false,
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new MaestroProcesses(new UiPath()).version.toString();`, futureSdk),
      findings: ['unused PIMS at PIMS'],
      complete: true,
    }),
  },
  {
    number: '54',
    title: 'a role-based wildcard is held',
    stated: ({ service }) => ({
      files: application('OR.Default OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).getAll();`),
      undecided: ['src/main.ts: Assets.getAll needs OR.Assets or OR.Assets.Read, and whether OR.Default covers it depends on the role of the application [OR.Assets OR.Assets.Read]'],
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Default OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
    }),
  },
  {
    number: '56',
    title: 'two dated requirements, of which the grant satisfies one',
    stated: ({ service }) => ({
      files: application('OR.Administration.Read', `const ${service} = new Buckets(new UiPath()); ${service}.getAll();`),
      undecided: [
        'src/main.ts: sources differ about Buckets.getAll: the declared scopes satisfy OR.Administration or OR.Administration.Read (until 2026-05-13), '
        + 'and not OR.Buckets or OR.Buckets.Read (since 2026-05-13) [OR.Buckets OR.Buckets.Read]',
      ],
      minimal: 'OR.Buckets.Read',
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks.Read', `const ${service} = new Buckets(new UiPath()); ${service}.getAll(); new Tasks(new UiPath()).getAll();`),
      findings: ['missing OR.Buckets or OR.Buckets.Read at getAll'],
    }),
  },
  {
    number: '56',
    title: 'two dated requirements, of which neither has unused scopes',
    stated: ({ service }) => ({
      files: application('OR.Administration.Read OR.Buckets.Read', `const ${service} = new Buckets(new UiPath()); ${service}.getAll();`),
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Administration.Read OR.Buckets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
      findings: [
        'missing OR.Tasks or OR.Tasks.Read at getAll',
        'unused OR.Administration.Read at OR.Administration.Read',
        'unused OR.Buckets.Read at OR.Buckets.Read',
      ],
    }),
  },
  {
    number: '57',
    title: 'a row that is inferred, not stated',
    stated: ({ service }) => ({
      files: application('DataFabric.Schema.Read', `const ${service} = new Entities(new UiPath()); ${service}.getById('');
${service}.deleteById('');`),
      undecided: ['src/main.ts: Entities.deleteById seems to need DataFabric.Schema.Write, which no source says outright [DataFabric.Schema.Write]'],
      minimal: 'DataFabric.Schema.Read DataFabric.Schema.Write',
    }),
    nearMiss: ({ service }) => ({
      files: application('DataFabric.Schema.Read', `const ${service} = new Entities(new UiPath()); ${service}.getById('');
${service}.insertRecordById('', {});`),
      findings: ['missing DataFabric.Data.Write at insertRecordById'],
    }),
  },
];

/** The SDK as it may be some day. */
const futureSdk = {
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
