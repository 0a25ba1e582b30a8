import type { Names } from './names.ts';

/** A way in which code reaches the SDK. */
export interface CallShape {
  readonly title: string;
  readonly code: (names: Names) => string;
  /** `Tasks.create@create`: method, and the source at the place of the use; in any order. */
  readonly uses: (names: Names) => readonly string[];
  /** Other modules of the case, by name without extension. */
  readonly modules?: (names: Names) => Readonly<Record<string, string>>;
  readonly extension?: 'tsx' | 'js';
}

const imports = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks, type TaskGetResponse, type TaskServiceModel } from '@uipath/uipath-typescript/tasks';
import { Assets } from '@uipath/uipath-typescript/assets';
`;

const input = 'undefined as never';

/** Shapes that are a use of exactly these methods. */
export const usingShapes: readonly CallShape[] = [
  {
    title: 'case 1: a direct call',
    code: ({ sdk, service }) => `${imports}const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk});
${service}.create(${input}, 1);`,
    uses: () => ['Tasks.create@create'],
  },
  {
    title: 'case 9: a wrapper in the same file',
    code: ({ sdk, helper }) => `${imports}const ${sdk} = new UiPath();
function ${helper}() { return new Tasks(${sdk}).getAll(); }
${helper}();`,
    uses: () => ['Tasks.getAll@getAll'],
  },
  {
    title: 'cases 10 and 11: the client is a parameter, two wrappers in other files deep',
    code: ({ helper }) => `${imports}import { ${helper} } from './outer'; ${helper}(new UiPath());`,
    modules: ({ helper, other, sdk }) => ({
      outer: `import type { UiPath } from '@uipath/uipath-typescript/core'; import { ${other} } from './inner';
export const ${helper} = (${sdk}: UiPath) => ${other}(${sdk});`,
      inner: `import type { UiPath } from '@uipath/uipath-typescript/core'; import { Tasks } from '@uipath/uipath-typescript/tasks';
export const ${other} = (${sdk}: UiPath) => new Tasks(${sdk}).getAll();`,
    }),
    uses: () => ['Tasks.getAll@getAll'],
  },
  {
    title: 'case 15: the client is a private field, set in the constructor',
    code: ({ sdk, service, helper }) => `${imports}class ${helper} { private readonly ${service}: Tasks; #${sdk}: Assets;
  constructor(${sdk}: UiPath) { this.${service} = new Tasks(${sdk}); this.#${sdk} = new Assets(${sdk}); }
  run() { this.#${sdk}.getAll(); return this.${service}.getAll(); } }
new ${helper}(new UiPath());`,
    uses: () => ['Assets.getAll@getAll', 'Tasks.getAll@getAll'],
  },
  {
    title: 'case 16: a variable with a type annotation',
    code: ({ sdk, service }) => `${imports}const ${sdk}: UiPath = new UiPath(); const ${service}: Tasks = new Tasks(${sdk});
${service}.getAll();`,
    uses: () => ['Tasks.getAll@getAll'],
  },
  {
    title: 'case 17: two declarators, assigned later',
    code: ({ sdk, service }) => `${imports}let ${sdk}, ${service}: Tasks | undefined; ${sdk} = new UiPath();
${service} = new Tasks(${sdk}); ${service}.getAll();`,
    uses: () => ['Tasks.getAll@getAll'],
  },
  {
    title: 'case 18: a factory, a context behind a hook, and a module singleton',
    extension: 'tsx',
    code: ({ sdk, service, helper, other, item }) => `${imports}import { createContext, useContext, useMemo } from 'react';
const ${other} = createContext<{ ${sdk}: UiPath | null }>({ ${sdk}: null });
function ${helper}() { return useContext(${other}); }
export function ${item}() {
  const { ${sdk} } = ${helper}();
  const ${service} = useMemo(() => (${sdk} ? new Tasks(${sdk}) : null), [${sdk}]);
  ${service}?.getAll();
  return null;
}
const make = () => ({ ${service}: new Assets(new UiPath()) });
make().${service}.getById(1, 2);
let single: UiPath | undefined;
const ${service} = () => (single ??= new UiPath());
new Tasks(${service}()).getUsers(1);`,
    uses: () => ['Tasks.getAll@getAll', 'Assets.getById@getById', 'Tasks.getUsers@getUsers'],
  },
  {
    title: 'case 19: any number of arguments, spread arguments, type arguments',
    code: ({ service, item }) => `${imports}const ${service} = new Tasks(new UiPath()); const ${item} = [1] as const;
${service}.getAll(); ${service}.getById(1); ${service}.getUsers(...${item}); ${service}.getAll<{ pageSize: number }>({ pageSize: 1 });`,
    uses: () => ['Tasks.getAll@getAll', 'Tasks.getById@getById', 'Tasks.getUsers@getUsers', 'Tasks.getAll@getAll'],
  },
  {
    title: 'case 20: optional chains, assertions, casts, brackets',
    code: ({ service }) => `${imports}const ${service} = new Tasks(new UiPath()) as Tasks | undefined;
${service}?.getAll(); ${service}!.getById?.(1); (${service} as Tasks).getUsers(1); ${service}!['create'](${input}, 1);
(<Tasks>${service}).unassign(1);`,
    uses: () => [
      'Tasks.getAll@getAll', 'Tasks.getById@getById', 'Tasks.getUsers@getUsers', "Tasks.create@'create'", 'Tasks.unassign@unassign',
    ],
  },
  {
    title: 'case 21: a computed name that is one of two',
    code: ({ service, helper }) => `${imports}const ${service} = new Tasks(new UiPath());
function ${helper}(name: 'getAll' | 'getById') { return (${service}[name] as () => unknown)(); }
${helper}('getAll'); const which = 'getUsers' as const; ${service}[which](1);`,
    uses: () => ['Tasks.getAll@name', 'Tasks.getById@name', 'Tasks.getUsers@which'],
  },
  {
    title: 'case 23: destructuring, with another name, nested, in parameters and in assignments',
    code: ({ service, helper, other }) => `${imports}const ${service} = new Tasks(new UiPath());
const { getAll } = ${service}; getAll(); const { getById: ${other} } = ${service}; ${other}(1); const f = ${service}.getUsers; f(1);
const { x: { create } } = { x: ${service} }; void create;
function ${helper}({ assign, ['unassign']: u }: Tasks) { void assign; void u; }
${helper}(${service});
let complete; ({ complete } = ${service}); let r; ({ reassign: r } = ${service}); void complete; void r;`,
    uses: () => [
      'Tasks.getAll@getAll', 'Tasks.getById@getById', 'Tasks.getUsers@getUsers', 'Tasks.create@create', 'Tasks.assign@assign',
      "Tasks.unassign@['unassign']", 'Tasks.complete@complete', 'Tasks.reassign@reassign',
    ],
  },
  {
    title: 'case 24: a method as a callback, bind, call, apply',
    code: ({ service, item }) => `${imports}const ${service} = new Tasks(new UiPath()); const ${item} = [1, 2];
${item}.map(${service}.getById); ${service}.getAll.bind(${service})(); ${service}.getUsers.call(${service}, 1);
${service}.unassign.apply(${service}, [1]);`,
    uses: () => ['Tasks.getById@getById', 'Tasks.getAll@getAll', 'Tasks.getUsers@getUsers', 'Tasks.unassign@unassign'],
  },
  {
    title: 'case 28: a malformed call beside good ones',
    code: ({ service }) => `${imports}const ${service} = new Tasks(new UiPath()); ${service}.getById(; ${service}.getAll(); ${service}.`,
    uses: () => ['Tasks.getById@getById', 'Tasks.getAll@getAll'],
  },
  {
    title: 'case 30: an aliased import, a namespace, a barrel',
    code: ({ sdk, service, other }) => `import { UiPath as Sdk } from '@uipath/uipath-typescript/core';
import * as ${other} from '@uipath/uipath-typescript/tasks';
import { Renamed } from './barrel'; const ${sdk} = new Sdk(); const ${service} = new ${other}.Tasks(${sdk}); ${service}.getAll();
new Renamed(${sdk}).getAll();`,
    modules: () => ({
      barrel: `export { Assets as Renamed } from './deeper';`,
      deeper: `export * from '@uipath/uipath-typescript/assets';`,
    }),
    uses: () => ['Tasks.getAll@getAll', 'Assets.getAll@getAll'],
  },
  {
    title: 'case 30: a dynamic import',
    code: ({ sdk, service, other }) => `import { UiPath } from '@uipath/uipath-typescript/core'; const ${sdk} = new UiPath();
const { Tasks } = await import('@uipath/uipath-typescript/tasks'); new Tasks(${sdk}).getAll();
const ${other} = await import('@uipath/uipath-typescript/assets'); const ${service} = new ${other}.Assets(${sdk}); ${service}.getAll();`,
    uses: () => ['Tasks.getAll@getAll', 'Assets.getAll@getAll'],
  },
  {
    title: 'case 30: require, in JavaScript',
    extension: 'js',
    code: ({ sdk, service, other }) => `const { UiPath } = require('@uipath/uipath-typescript/core');
const ${other} = require('@uipath/uipath-typescript/tasks');
const ${sdk} = new UiPath(); const ${service} = new ${other}.Tasks(${sdk}); ${service}.getAll();`,
    uses: () => ['Tasks.getAll@getAll'],
  },
  {
    title: 'case 50: methods on returned objects: items of a page, callbacks, find, state, refs',
    extension: 'tsx',
    code: ({ service, item, helper }) => `${imports}import { useRef, useState } from 'react';
import { Entities, type EntityGetResponse } from '@uipath/uipath-typescript/entities';
const ${service} = new Tasks(new UiPath()); const { items } = await ${service}.getAll({ pageSize: 5 });
items.forEach((${item}) => ${item}.assign({ userId: 1 })); items.find((one) => one.id === 1)?.unassign();
(await new Entities(new UiPath()).getById('x')).insertRecord({});
export function ${helper}({ ${item} }: { ${item}: TaskGetResponse }) {
  const [tasks] = useState<TaskGetResponse[]>([]); const ref = useRef<EntityGetResponse>(null); ref.current?.getRecord('1');
  return <button onClick={() => tasks[0]?.reassign({ userId: 1 })}>{${item}.complete.name}</button>;
}`,
    uses: () => [
      'Tasks.getAll@getAll', 'task.assign@assign', 'task.unassign@unassign', 'Entities.getById@getById', 'entity.insertRecord@insertRecord',
      'entity.getRecord@getRecord', 'task.reassign@reassign', 'task.complete@complete',
    ],
  },
  {
    title: 'case 53: the place in a chain is the name of the call',
    code: ({ sdk }) => `import { UiPath } from '@uipath/uipath-typescript'; const ${sdk} = new UiPath();
${sdk}.maestro.processes.instances.getAll().then((page) => page.items[0]?.cancel()); ${sdk}.entities.choicesets.getAll(); ${sdk}.tasks
  .getAll();
const { tasks, maestro: { cases } } = ${sdk}; tasks.getById(1); cases.getAll();`,
    uses: () => [
      'ProcessInstances.getAll@getAll', 'processInstance.cancel@cancel', 'ChoiceSets.getAll@getAll', 'Tasks.getAll@getAll',
      'Tasks.getById@getById', 'Cases.getAll@getAll',
    ],
  },
  {
    title: 'an interface that the service implements, a part of it, a subclass, a type parameter',
    code: ({ sdk, service, helper, other }) => `${imports}const ${sdk} = new UiPath();
const ${service}: TaskServiceModel = new Tasks(${sdk}); ${service}.getAll(); const part: Pick<Tasks, 'create'> = new Tasks(${sdk});
part.create(${input}, 1);
class ${other} extends Tasks { mine() { return this.getUsers(1); } override getById(id: number) { return super.getById(id); } }
new ${other}(${sdk}).unassign(1); new ${other}(${sdk}).getById(1);
function ${helper}<T extends Assets>(assets: T) { return assets.getAll(); } ${helper}(new Assets(${sdk}));`,
    uses: () => [
      'Tasks.getAll@getAll', 'Tasks.create@create', 'Tasks.getUsers@getUsers', 'Tasks.getById@getById', 'Tasks.unassign@unassign',
      'Assets.getAll@getAll',
    ],
  },
  {
    title: 'a receiver that is one of two services',
    code: ({ sdk, service }) => `${imports}const ${sdk} = new UiPath();
const ${service} = Math.random() > 0.5 ? new Tasks(${sdk}) : new Assets(${sdk}); ${service}.getAll();`,
    uses: () => ['Tasks.getAll@getAll', 'Assets.getAll@getAll'],
  },
  {
    title: 'an object of services, exported as default',
    code: ({ service }) => `import services from './services'; services.${service}.getAll();`,
    modules: ({ sdk, service }) => ({ services: `${imports}const ${sdk} = new UiPath(); const ${service} = new Assets(${sdk});
export default { ${service} };` }),
    uses: () => ['Assets.getAll@getAll'],
  },
];

/** Shapes that look like a use and are none. */
export const idleShapes: readonly CallShape[] = [
  {
    title: 'case 25: a parameter shadows a client',
    code: ({ service, helper }) => `${imports}const ${service} = new Tasks(new UiPath());
function ${helper}(${service}: { getAll(): void }) { ${service}.getAll(); } ${helper}({ getAll() {} });`,
    uses: () => [],
  },
  {
    title: 'case 26: an unrelated object with a method of the same name',
    code: ({ sdk, service, helper }) => `${imports}const ${sdk} = new Tasks(new UiPath());
class ${helper} { getAll() { return []; } create = () => 1; } const ${service} = new ${helper}();
${service}.getAll(); ${service}.create(); Object.assign({}, {}); void ${sdk};`,
    uses: () => [],
  },
  {
    title: 'case 27: a function whose name contains that of a method',
    code: ({ service }) => `${imports}const ${service} = new Tasks(new UiPath());
function getAllTasks() { return []; } function create() {} getAllTasks(); create(); void ${service};`,
    uses: () => [],
  },
  {
    title: 'case 29: an import that is never called, a type import, comments, strings',
    code: ({ service }) => `${imports}import type { UserSettings } from '@uipath/uipath-typescript/conversational-agent';
// ${service}.create()
/* new Tasks(sdk).getAll() */
export const text = 'tasks.create()'; export type T = Tasks['create'] | typeof Assets.prototype.getAll | UserSettings;
export const C = Tasks; export { Assets };`,
    uses: () => [],
  },
  {
    title: 'case 31: the same export name from another package',
    code: ({ sdk, service, other }) => `${imports}import { Tasks as ${other} } from './local-tasks'; const ${sdk} = new Tasks(new UiPath());
const ${service} = new ${other}(); ${service}.getAll(); ${service}.create(); void ${sdk};`,
    modules: () => ({ 'local-tasks': `export class TaskService { getAll() {} create() {} } export { TaskService as Tasks };` }),
    uses: () => [],
  },
  {
    title: 'a feature test and a replacement are no calls',
    code: ({ service }) => `${imports}const ${service} = new Tasks(new UiPath());
if (typeof ${service}.create === 'function') { ${service}.getAll = async () => undefined as never; }`,
    uses: () => [],
  },
  {
    title: 'what stays in the process, and fields',
    code: ({ sdk }) => `${imports}import { ConversationalAgent } from '@uipath/uipath-typescript/conversational-agent';
const ${sdk} = new UiPath(); ${sdk}.isAuthenticated(); ${sdk}.config.baseUrl.toString();
new ConversationalAgent(${sdk}).conversations.endSession('x');`,
    uses: () => [],
  },
];
