import type { Names } from '../../usage/names.ts';
import { application } from '../../verdict/report-lines.ts';
import type { Case, Expected } from '../case.ts';

const missing = 'missing OR.Assets or OR.Assets.Read at getAll';
const used = 'new Tasks(new UiPath()).getAll();';

/** An application that may read tasks, and reads assets as the code says. */
function reading(code: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return application('OR.Tasks.Read', `${used} ${code}`, more);
}

interface Shape {
  readonly number: string;
  readonly title: string;
  readonly code: (names: Names) => string;
  /** Some of `missing`; one unless told. */
  readonly findings?: readonly string[];
  /** The same shape around something else. */
  readonly nearMiss: (names: Names) => string;
  readonly nearMissFindings?: readonly string[];
  readonly modules?: (names: Names) => Readonly<Record<string, string>>;
}

const react = `import { createContext, useContext, useMemo, useRef, useState } from 'react';\n`;

/** How code gets at a client and a method. */
const shapes: readonly Shape[] = [
  {
    number: '15',
    title: 'a private field, set in the constructor',
    code: ({ sdk, service, helper }) => `class ${helper} { readonly #${service}: Assets; private readonly own: UiPath;
constructor(${sdk}: UiPath) { this.own = ${sdk}; this.#${service} = new Assets(this.own); } run() { return this.#${service}.getAll(); } }
new ${helper}(new UiPath()).run();`,
    nearMiss: ({ sdk, service, helper }) => `class ${helper} { readonly #${service}: { getAll(): void }; private readonly own: UiPath;
constructor(${sdk}: UiPath) { this.own = ${sdk}; this.#${service} = { getAll: () => undefined }; }
run() { return [this.#${service}.getAll(), this.own]; } } new ${helper}(new UiPath()).run();`,
  },
  {
    number: '16',
    title: 'a variable with a type annotation',
    code: ({ sdk, service }) => `const ${sdk}: UiPath = new UiPath(); const ${service}: Assets = new Assets(${sdk}); ${service}.getAll();`,
    nearMiss: ({ service }) => `interface Assets2 { getAll(): void } const ${service}: Assets2 = { getAll() {} }; ${service}.getAll();`,
  },
  {
    number: '17',
    title: 'no arguments; two declarators; assigned later',
    code: ({ sdk, service }) => `let ${sdk}, ${service}: Assets | undefined; ${sdk} = new UiPath; ${service} = new Assets(${sdk}); ${service}.getAll();`,
    nearMiss: ({ sdk, service }) => `let ${sdk}, ${service}: Assets | undefined; ${sdk} = new UiPath; ${service} = new Assets(${sdk});
export default ${service};`,
  },
  {
    number: '18',
    title: 'a factory, a context behind a hook, and a module singleton',
    code: ({ service, helper, other, item, module }) => `${react}import { ${helper} } from './${module}';
const ${other} = createContext<{ client: UiPath | null }>({ client: null }); const use${other} = () => useContext(${other});
export function ${item}() { const { client } = use${other}(); const ${service} = useMemo(() => client && new Assets(client), [client]);
  return () => ${service}?.getAll(); }
${helper}.getAll(); const make = () => ({ ${service}: new Assets(new UiPath()) }); make().${service}.getAll();`,
    findings: [missing, missing, missing],
    modules: ({ helper, module }) => ({
      [`src/${module}.ts`]: `import { UiPath } from '@uipath/uipath-typescript/core'; import { Assets } from '@uipath/uipath-typescript/assets';
export const ${helper} = new Assets(new UiPath());`,
    }),
    nearMiss: ({ service, other, item }) => `${react}const ${other} = createContext<{ client: UiPath | null }>({ client: null });
const use${other} = () => useContext(${other}); export function ${item}() { const { client } = use${other}();
const ${service} = useMemo(() => client && new Tasks(client), [client]); return () => ${service}?.getAll(); }`,
  },
  {
    number: '19',
    title: 'zero, one, two, spread arguments, and type arguments',
    code: ({ service, item }) => `const ${service} = new Assets(new UiPath()); const ${item} = [{}] as const; ${service}.getAll();
${service}.getAll({}); (${service}.getAll as (a: object, b: object) => unknown)({}, {}); ${service}.getAll(...${item});
${service}.getAll<{ pageSize: number }>({ pageSize: 1 });`,
    findings: [missing, missing, missing, missing, missing],
    nearMiss: ({ service, item }) => `const ${service} = { getAll<T>(...all: T[]) { return all; } }; const ${item} = [{}] as const;
${service}.getAll(); ${service}.getAll({}); ${service}.getAll({}, {}); ${service}.getAll(...${item}); ${service}.getAll<object>({});`,
  },
  {
    number: '20',
    title: 'optional chains, assertions, casts, brackets',
    code: ({ service }) => `const ${service} = new Assets(new UiPath()) as Assets | undefined; ${service}?.getAll(); ${service}!.getAll?.();
(${service} as Assets).getAll(); (<Assets>${service}).getAll();`,
    findings: [missing, missing, missing, missing],
    nearMiss: ({ service }) => `const ${service} = { getAll: () => 1 } as { getAll?: () => number } | undefined; ${service}?.getAll?.();
${service}!.getAll?.(); (${service} as { getAll: () => number }).getAll(); ${service}!['getAll']?.();`,
  },
  {
    number: '20',
    title: 'a name in brackets',
    code: ({ service }) => `const ${service} = new Assets(new UiPath()); ${service}['getAll'](); ${service}[\`getAll\`]();`,
    findings: ["missing OR.Assets or OR.Assets.Read at 'getAll'", 'missing OR.Assets or OR.Assets.Read at `getAll`'],
    nearMiss: ({ service }) => `const ${service} = new Map([['getAll', 1]]); ${service}.get('getAll'); ({ getAll: 1 })['getAll'].toFixed();`,
  },
  {
    number: '21',
    title: 'a computed name that is one of two',
    code: ({ service, helper }) => `const ${service} = new Assets(new UiPath());
function ${helper}(name: 'getAll' | 'updateValueById') { return (${service}[name] as () => unknown)(); } ${helper}('getAll');`,
    findings: ['missing OR.Assets or OR.Assets.Read at name'],
    nearMiss: ({ service, helper }) => `const ${service} = { getAll() {}, create() {} };
function ${helper}(name: 'getAll' | 'create') { return ${service}[name](); } ${helper}('getAll');`,
  },
  {
    number: '23',
    title: 'destructured, destructured under another name, kept in a variable',
    code: ({ service, other, item }) => `const ${service} = new Assets(new UiPath()); const { getAll } = ${service}; getAll();
const { getAll: ${other} } = ${service}; ${other}(); const ${item} = ${service}.getAll; ${item}();`,
    findings: [missing, missing, missing],
    nearMiss: ({ service, other }) => `const ${service} = { getAll: () => 1, made: new Assets(new UiPath()) }; const { getAll } = ${service}; getAll();
const { made: ${other} } = ${service}; export { ${other} as kept };`,
  },
  {
    number: '24',
    title: 'a method as a callback, bound, with call and apply',
    code: ({ service, item }) => `const ${service} = new Assets(new UiPath()); const ${item} = [{}]; ${item}.map(${service}.getAll);
${service}.getAll.bind(${service})(); ${service}.getAll.call(${service}); ${service}.getAll.apply(${service}, []);`,
    findings: [missing, missing, missing, missing],
    nearMiss: ({ service, item }) => `const ${service} = { getAll: () => 1 }; const ${item} = [{}]; ${item}.map(${service}.getAll);
${service}.getAll.bind(${service})(); ${service}.getAll.call(new Assets(new UiPath()));`,
  },
  {
    number: '25',
    title: 'a parameter shadows the name of a client',
    code: ({ service, helper }) => `const ${service} = new Assets(new UiPath());
function ${helper}(${service}: { getAll(): void }) { ${service}.getAll(); } ${helper}({ getAll() {} }); export { ${service} as kept };`,
    findings: [],
    nearMiss: ({ service, helper }) => `const ${service} = new Assets(new UiPath());
function ${helper}(other: { getAll(): void }) { other.getAll(); ${service}.getAll(); } ${helper}({ getAll() {} });`,
    nearMissFindings: [missing],
  },
  {
    number: '26',
    title: 'an unrelated object with a method of the same name',
    code: ({ service, helper }) => `class ${helper} { getAll() { return []; } create = () => 1; } const ${service} = new ${helper}();
${service}.getAll(); ${service}.create();`,
    findings: [],
    nearMiss: ({ service, helper }) => `class ${helper} extends Assets { other() { return []; } } const ${service} = new ${helper}(new UiPath());
${service}.getAll();`,
    nearMissFindings: [missing],
  },
  {
    number: '27',
    title: "a helper whose name contains a method's",
    code: ({ helper }) => `function ${helper}getAll() { return []; } function getAllAssets() { return ${helper}getAll(); } getAllAssets();`,
    findings: [],
    nearMiss: ({ helper }) => `function ${helper}getAll() { return new Assets(new UiPath()).getAll(); } ${helper}getAll();`,
    nearMissFindings: [missing],
  },
  {
    number: '28',
    title: 'a malformed call beside good ones',
    code: ({ service }) => `const ${service} = new Assets(new UiPath()); ${service}.getAll(; ${service}.getAll(); ${service}.`,
    findings: [missing, missing],
    nearMiss: ({ service }) => `const ${service} = new Tasks(new UiPath()); ${service}.getAll(; ${service}.getAll(); ${service}.`,
  },
  {
    number: '30',
    title: 'an aliased import, a namespace, a barrel',
    code: ({ service, other, module }) => `import { Assets as ${other} } from '@uipath/uipath-typescript/assets';
import * as all from '@uipath/uipath-typescript/assets'; import { Renamed } from './${module}'; const ${service} = new ${other}(new UiPath());
${service}.getAll(); new all.Assets(new UiPath()).getAll(); new Renamed(new UiPath()).getAll();`,
    findings: [missing, missing, missing],
    modules: ({ module }) => ({
      [`src/${module}.ts`]: `export { Assets as Renamed } from './deeper';`,
      'src/deeper.ts': `export * from '@uipath/uipath-typescript/assets';`,
    }),
    nearMiss: ({ service, module }) => `import { Renamed } from './${module}'; const ${service} = new Renamed(new UiPath()); export default ${service};`,
  },
  {
    number: '30',
    title: 'await import(), and require in JavaScript',
    code: ({ service, module }) => `const { Assets: Late } = await import('@uipath/uipath-typescript/assets'); new Late(new UiPath()).getAll();
import { ${service} } from './${module}.js'; ${service}();`,
    findings: [missing, missing],
    modules: ({ service, sdk, module }) => ({
      [`src/${module}.js`]: `const { UiPath } = require('@uipath/uipath-typescript/core'); const assets = require('@uipath/uipath-typescript/assets');
const ${sdk} = new UiPath(); exports.${service} = () => new assets.Assets(${sdk}).getAll();`,
    }),
    nearMiss: ({ service, module }) => `const { Assets: Late } = await import('@uipath/uipath-typescript/assets');
export { ${service} } from './${module}.js'; export const late = new Late(new UiPath());`,
    nearMissFindings: [missing],
  },
  {
    number: '31',
    title: 'the same export name from another package',
    code: ({ service, module }) => `import { Assets as Own } from './${module}'; const ${service} = new Own(); ${service}.getAll();`,
    findings: [],
    modules: ({ module }) => ({ [`src/${module}.ts`]: 'export class AssetService { getAll() {} } export { AssetService as Assets };' }),
    nearMiss: ({ service, module }) => `import { Assets as Own } from './${module}'; const ${service} = new Own(); ${service}.getAll();
new Assets(new UiPath()).getAll();`,
    nearMissFindings: [missing],
  },
  {
    number: '50',
    title: 'a method on an object that the SDK returned, on items of a page, in callbacks',
    code: ({ service, item, helper }) => `${react}import type { TaskGetResponse } from '@uipath/uipath-typescript/tasks';
const ${service} = new Tasks(new UiPath()); const { items } = await ${service}.getAll({ pageSize: 5 });
items.forEach((${item}) => ${item}.assign({ userId: 1 })); items.find((one) => one.id === 1)?.assign({ userId: 1 });
(await ${service}.getById(1)).assign({ userId: 1 });
export function ${helper}({ ${item} }: { ${item}: TaskGetResponse }) { const [all] = useState<TaskGetResponse[]>([]);
  const ref = useRef(${item}); ref.current.assign({ userId: 1 }); return () => all[0]?.assign({ userId: 1 }); }`,
    findings: Array.from({ length: 5 }, () => 'missing OR.Tasks or OR.Tasks.Write at assign'),
    nearMiss: ({ service, item }) => `const ${service} = new Tasks(new UiPath()); const { items } = await ${service}.getAll({ pageSize: 5 });
items.forEach((${item}) => ({ assign: () => ${item}.id }).assign());`,
  },
  {
    number: '53',
    title: 'the place of a call in a chain is its own name',
    code: () => `import { UiPath as Root } from '@uipath/uipath-typescript'; const root = new Root();
root.assets.getAll().then((page) => page.items.length); root
  .assets
  .getAll();`,
    findings: [missing, missing],
    nearMiss: () => `import { UiPath as Root } from '@uipath/uipath-typescript'; const root = new Root();
root.tasks.getAll().then((page) => page.items.length); void root.assets;`,
  },
];

const byShape: readonly Case[] = shapes.map(({ number, title, code, findings = [missing], nearMiss, nearMissFindings = [], modules }) => ({
  number,
  title,
  stated: (names) => ({ files: reading(code(names), modules?.(names)), findings }),
  nearMiss: (names) => ({ files: reading(nearMiss(names), modules?.(names)), findings: nearMissFindings }),
}));

export const receiverCases: readonly Case[] = [
  ...byShape,
  {
    number: '22',
    title: 'a name that is only known at run time',
    stated: ({ service, helper }): Expected => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export function ${helper}(name: string) { return (${service} as never as Record<string, () => void> & Tasks)[name]; }`),
      undecided: ['src/main.ts: the name of the called method is only known at run time [OR.Assets.Read]'],
      complete: false,
    }),
    nearMiss: ({ service, helper }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
const table: Record<string, () => void> = {}; export function ${helper}(name: string) { return table[name]?.(); }`),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
      complete: true,
    }),
  },
  {
    number: '29',
    title: 'an import that is never called, and one of a type',
    stated: ({ service }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
import type { AssetGetResponse } from '@uipath/uipath-typescript/assets'; export const unused = Assets; export type Unused = AssetGetResponse;`),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export const used = (assets: Assets) => assets.getAll;`),
    }),
  },
];
