import type ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { UsageFacts } from '../../src/usage/facts.ts';
import { readUsage } from '../../src/usage/read-usage.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { applicationDirectory, createProgram, textAt, uipathIndex, type Files } from './virtual-application.ts';

const imports = `import { UiPath } from '@uipath/uipath-typescript/core'; import { Tasks } from '@uipath/uipath-typescript/tasks';
import * as react from 'react'; import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
declare const sdk: UiPath; declare const tasks: Tasks;
`;

function usageOf(files: Files, compilerOptions: ts.CompilerOptions = {}, overlay = false): UsageFacts {
  return readUsage({ ts: loadTypeScript('6.0'), program: createProgram(files, { compilerOptions, overlay }), index: uipathIndex });
}

/** `reason: source`, for one TSX module; the same with the SDK's own declarations and with those that carry grants. */
function escapesIn(code: string, more: Files = {}): string[] {
  const files = { 'src/main.tsx': `${imports}${code}\nexport {};\n`, ...more };
  const [raw, guarded] = [false, true].map((overlay) =>
    usageOf(files, {}, overlay).escapes.map(({ place, reason }) => `${reason}: ${textAt(files, place)}`));
  expect(guarded).toEqual(raw);
  return raw ?? [];
}

const widgets: Files = {
  'node_modules/some-widgets/index.d.ts': `import type { ComponentType } from 'react';
export declare function mount(options: unknown): void; export declare const Grid: ComponentType<{ options?: unknown;
onReady?: () => unknown }>;
export declare class Panel { constructor(id: string, client: unknown); attach(client: unknown): void;
readonly settings: { client: unknown } }`,
};

describe('what lets a client go where its calls are not seen', () => {
  it.each([
    {
      title: 'a component of another package',
      code: `
        import { Grid } from "some-widgets";
        export const a = <Grid options={sdk} />;`,
      escapes: [
        'the client is passed to some-widgets: sdk',
      ],
    },
    {
      title: 'in an object, a list, a function',
      code: `
        import { Grid } from "some-widgets";
        export const a = <Grid options={{ deep: [tasks] }} onReady={() => sdk} />;`,
      escapes: [
        'a TaskService is passed to some-widgets: tasks',
        'the client is passed to some-widgets: sdk',
      ],
    },
    {
      title: 'spread properties',
      code: `
        import { Grid } from "some-widgets";
        interface Props { options: UiPath }
        export const A = (props: Props) => <Grid {...props} />;`,
      escapes: [
        'the client is passed to some-widgets: props',
      ],
    },
    {
      title: 'behind a local name',
      code: `
        import * as widgets from "some-widgets";
        const { mount } = widgets;
        const Local = widgets.Grid;
        mount(sdk);
        export const a = <Local options={tasks} />;`,
      escapes: [
        'the client is passed to some-widgets: sdk',
        'a TaskService is passed to some-widgets: tasks',
      ],
    },
    {
      title: 'a constructor and a method of another package',
      code: `
        import { Panel } from "some-widgets";
        const panel = new Panel("x", sdk);
        panel.attach(tasks);`,
      escapes: [
        'the client is passed to some-widgets: sdk',
        'a TaskService is passed to some-widgets: tasks',
      ],
    },
    {
      title: 'a package that is not installed',
      code: `
        import { mount, Grid } from "not-there";
        mount(sdk);
        export const a = <Grid options={tasks} />;`,
      escapes: [
        'the client is passed to code without types: sdk',
        'a TaskService is passed to code without types: tasks',
      ],
    },
    {
      title: 'a cast, an annotation, an assignment, a result',
      code: `
        export const a = sdk as any;
        export const b: any = sdk;
        let c: any;
        c = tasks;
        export const d = (): any => sdk;
        export async function e(): Promise<any> { return tasks; } void c;`,
      escapes: [
        'the client becomes any: sdk',
        'the client becomes any: sdk',
        'a TaskService becomes any: tasks',
        'the client becomes any: sdk',
        'a TaskService becomes any: tasks',
      ],
    },
    {
      title: 'a parameter, a property and a method of any',
      code: `
        function f(x: any, y: { z: any }) { void x; void y; }
        f(sdk, { z: tasks });
        const o = { m(x: any) { void x; } };
        o.m(sdk);`,
      escapes: [
        'the client becomes any: sdk',
        'a TaskService becomes any: tasks',
        'the client becomes any: sdk',
      ],
    },
    {
      title: 'a function of any, and one of which only that is known',
      code: `
        export const f = (anything: any) => anything(sdk);
        export const g = (make: any, run: Function, api: any) => [new make(tasks), run(sdk), api.mount(tasks)];
        export const H = ({ Any }: { Any: any }) => <Any client={sdk} />;`,
      escapes: [
        'the client is passed to code without types: sdk',
        'a TaskService is passed to code without types: tasks',
        'the client is passed to code without types: sdk',
        'a TaskService is passed to code without types: tasks',
        'the client is passed to code without types: sdk',
      ],
    },
    {
      title: 'spread arguments',
      code: `
        import { mount } from "some-widgets";
        function f(first: string, ...rest: any[]) { void first; void rest; }
        function g(x: any, y: any) { void x; void y; }
        const args: [UiPath, Tasks] = [sdk, tasks];
        f("x", ...[sdk]);
        g(...args);
        (mount as (...all: unknown[]) => void)(...[tasks]);
        const list = [sdk];
        f("x", ...list);`,
      escapes: [
        'the client becomes any: sdk',
        'the client becomes any: args',
        'a TaskService becomes unknown: tasks',
        'the client becomes any: list',
      ],
    },
    {
      title: 'what holds a client and has a name of its own',
      code: `
        import { mount } from "some-widgets";
        const options = { deep: { sdk } };
        mount(options);
        const all = [tasks];
        mount(all);
        const x: any = options;
        class Session { constructor(readonly client: UiPath) {} }
        mount(new Session(sdk));
        mount(new Map([["x", tasks]]));
        export { x };`,
      escapes: [
        'the client is passed to some-widgets: options',
        'a TaskService is passed to some-widgets: all',
        'the client becomes any: options',
        'the client is passed to some-widgets: new Session(sdk)',
        'a TaskService is passed to some-widgets: new Map([["x", tasks]])',
      ],
    },
    {
      title: 'a parameter that may be anything',
      code: `
        function f(x: unknown) { return (x as any).tasks.getAll(); }
        f(sdk);
        function g(x: object, y: {}) { return [x, y]; }
        g(tasks, sdk);`,
      escapes: [
        'the client becomes unknown: sdk',
        'a TaskService becomes object: tasks',
        'the client becomes {}: sdk',
      ],
    },
    {
      title: 'a parameter that may be anything, and is more than printed',
      code: `
        function kept(x: unknown) { const y = x; return y; }
        kept(sdk);
        function given(x: unknown) { kept(x); }
        given(sdk);
        function asked(x: unknown) { if (x instanceof Tasks) { x.getAll(); } }
        asked(tasks);
        function listed(x: unknown) { console.log([x]); }
        listed(sdk);
        { const console = { log(value: unknown) { return value; } };
          function own(x: unknown) { console.log(x); }
          own(sdk); }`,
      escapes: [
        'the client becomes unknown: sdk',
        'the client becomes unknown: sdk',
        'a TaskService becomes unknown: tasks',
        'the client becomes unknown: sdk',
        'the client becomes unknown: sdk',
      ],
    },
    {
      title: 'a parameter that is only printed and compared',
      code: `
        function show(x: unknown) { if (x !== undefined && typeof x === "object") { String(x); JSON.stringify(x); } }
        show(sdk);
        const tell = (x: unknown): string => \`it is \${x}\`;
        tell(tasks);`,
      escapes: [],
    },
    {
      title: 'a context and a state of any',
      code: `
        const C = createContext<any>(null);
        export const a = <C.Provider value={sdk} />;
        export function F() { const [x, setX] = useState<any>(null); setX(tasks); const r = useRef<any>(sdk); return [x, r]; }`,
      escapes: [
        'the client becomes any: sdk',
        'a TaskService becomes any: tasks',
        'the client becomes any: sdk',
      ],
    },
    {
      title: 'a global',
      code: '(globalThis as any).sdk = sdk;',
      escapes: [
        'the client becomes any: sdk',
      ],
    },
    {
      title: 'a name that is only known at run time',
      code: `
        export const a = (k: string) => (sdk as never as Tasks)[k as "create" | (string & {})];
        export function g<K extends keyof Tasks>(k: K) { return tasks[k]; }
        export const h = (k: keyof Tasks) => tasks[k];`,
      escapes: [
        'the name of the called method is only known at run time: (sdk as never as Tasks)[k as "create" | (string & {})]',
        'the name of the called method is only known at run time: tasks[k]',
        'the name of the called method is only known at run time: tasks[k]',
      ],
    },
    {
      title: 'the token',
      code: `
        export const { getToken } = sdk;
        export const a = sdk.getToken;
        export const b = sdk["getToken"]();`,
      escapes: [
        'getToken() hands out the access token, and requests made with it are not seen: getToken',
        'getToken() hands out the access token, and requests made with it are not seen: getToken',
        'getToken() hands out the access token, and requests made with it are not seen: "getToken"',
      ],
    },
    {
      title: 'requests',
      code: `
        export const a = [\`\${"x"}/orchestrator_/odata\`, "https://cloud.uipath.com/org/x"];
        export const c = \`https://cloud.uipath.com/\${"o"}/t/\${"x"}\`;
        export const b = ["/du_/api", "https://cloud.uipath.com:443" + "/x/pims_/y"];`,
      escapes: [
        'a request to the provider is made here, or prepared: `${"x"}/orchestrator_/odata`',
        'a request to the provider is made here, or prepared: "https://cloud.uipath.com/org/x"',
        'a request to the provider is made here, or prepared: `https://cloud.uipath.com/${"o"}/t/${"x"}`',
        'a request to the provider is made here, or prepared: "/du_/api"',
        'a request to the provider is made here, or prepared: "https://cloud.uipath.com:443"',
        'a request to the provider is made here, or prepared: "/x/pims_/y"',
      ],
    },
  ])('$title', ({ code, escapes }) => {
    expect(escapesIn(code, widgets)).toEqual(escapes);
  });

  it.each([
    {
      title: 'the framework',
      code: `
        export function F({ children }: { children: ReactNode }) {
          const s = useMemo(() => new Tasks(sdk), [sdk]);
          const r = useRef(s);
          const [x, setX] = useState<Tasks | null>(null);
          useEffect(() => { setX(s); }, [s]);
          return <react.Fragment key="x">{children}{String(r.current === x)}</react.Fragment>;
        }`,
    },
    {
      title: 'a context with a type',
      code: `
        const C = createContext<{ sdk: UiPath } | null>(null);
        export const A = () => <C.Provider value={{ sdk }} />;
        export const useIt = () => useContext(C)?.sdk;`,
    },
    {
      title: 'the language',
      code: `
        console.log(sdk, tasks);
        void Promise.resolve(sdk);
        new Map([["a", tasks]]).set("b", tasks);
        Object.freeze(sdk);
        [sdk].forEach((one) => one.isAuthenticated());
        JSON.stringify(tasks);`,
    },
    {
      title: 'the SDK',
      code: `
        new Tasks(sdk);
        class Mine extends Tasks {}
        new Mine(sdk);
        class Own extends UiPath { constructor() { super({}); } }
        new Tasks(new Own());`,
    },
    {
      title: 'code of the application that types it',
      code: `
        function f(x: UiPath, y: { z: Tasks }, ...rest: Tasks[]) { void x; void y; void rest; }
        f(sdk, { z: tasks }, tasks);
        class K { constructor(readonly c: UiPath) {} }
        new K(sdk);
        function id<T>(x: T): T { return x; } id(sdk);
        f(...([sdk, { z: tasks }] as const));
        const pair: [Tasks, Tasks] = [tasks, tasks];
        f(sdk, { z: tasks }, ...pair);
        const run = (call: (client: UiPath) => void) => call(sdk);
        run((client) => void client);
        export const A = ({ c }: { c: UiPath }) => <i>{String(c)}</i>;
        export const b = <A c={sdk} />;`,
    },
    {
      title: 'what a package gets that is no client',
      code: `
        import { mount, Grid } from "some-widgets";
        mount(tasks.getAll());
        mount(sdk.config.baseUrl);
        const page = { items: (await tasks.getAll()).items, title: "x", count: [1] };
        mount(page);
        mount([page]);
        export const a = <Grid options={{ id: "sdk" }} onReady={() => void tasks.getAll()} />;`,
    },
    {
      title: 'properties of the browser',
      code: `
        export const a = <a href={\`https://cloud.uipath.com/\${"org"}/orchestrator_/\`} onClick={() => sdk.logout()}>x</a>;
        export const b = (p: { title: any }) => <div {...p} />;`,
    },
    {
      title: 'texts that only look like it',
      code: `
        export const a = ["https://cloud.uipath.com", "https://cloud.uipath.com/", "https://docs.uipath.com/orchestrator"];
        export const c = "my_orchestrator_thing";
        export const b = ["/identity_/connect/token", "https://cloud.uipath.com/identity_/connect/authorize"];`,
    },
    {
      title: 'any that is no client',
      code: `
        const x: any = 1;
        export const z = tasks as unknown as Tasks;
        (x as any).create;
        export const y = JSON.parse("1") as any;`,
    },
    {
      title: 'a variable whose type follows from what is assigned',
      code: `
        let late;
        late = sdk;
        late.isAuthenticated();
        export const later = () => { let s; s = new Tasks(sdk); return s.getById(1); };`,
    },
  ])('not $title', ({ code }) => {
    expect(escapesIn(code, widgets)).toEqual([]);
  });
});

describe('the files that are looked at', () => {
  const user = 'declare const name: string; export const escape = name;';

  it('a client that comes as a global', () => {
    const facts = usageOf({
      'src/globals.d.ts': `declare var client: import('@uipath/uipath-typescript').UiPath;`,
      'src/main.ts': `client.tasks.getAll(); ${user}`,
    });
    expect(facts.uses.map(({ method, typed }) => [method, typed])).toEqual([['Tasks.getAll', true]]);
  });

  it('a client that comes from another package, at two removes', () => {
    const facts = usageOf({
      'node_modules/kit/index.d.ts': `export { useClient } from './client';`,
      'node_modules/kit/client.d.ts': `import type { UiPath } from '@uipath/uipath-typescript';
export declare function useClient(): UiPath;`,
      'src/client.ts': `export { useClient as useIt } from 'kit';`,
      'src/main.ts': `import { useIt } from './client'; useIt().tasks.getAll(); ${user}`,
    });
    expect(facts.uses.map(({ method, typed }) => [method, typed])).toEqual([['Tasks.getAll', true]]);
  });

  it('a type that is imported inside of a type', () => {
    const facts = usageOf({
      'src/main.ts': `export const load = (tasks: import('@uipath/uipath-typescript/tasks').Tasks) => tasks.getAll();`,
    });
    expect(facts.uses.map(({ method, typed }) => [method, typed])).toEqual([['Tasks.getAll', true]]);
  });

  it('types in comments of JavaScript', () => {
    const facts = usageOf({
      'src/main.js': `/** @param {import('@uipath/uipath-typescript/tasks').Tasks} tasks */
export const load = (tasks) => tasks.getAll();`,
    });
    expect(facts.uses.map(({ method, typed }) => [method, typed])).toEqual([['Tasks.getAll', true]]);
  });

  it('an SDK that is linked into the workspace, outside of node_modules', () => {
    const files = {
      'sdk/tasks.d.ts': 'declare class TaskService { getAll(): void; constructor(sdk?: unknown) } export { TaskService as Tasks };',
      'src/main.ts': `import { Tasks } from '@uipath/uipath-typescript/tasks'; new Tasks().getAll();`,
    };
    const facts = usageOf(files, { paths: { '@uipath/uipath-typescript/*': [`${applicationDirectory}/sdk/*`] } });
    expect(facts.uses.map(({ method, typed }) => [method, typed])).toEqual([['Tasks.getAll', true]]);
  });

  it('a file that does not know the SDK may make requests all the same', () => {
    const facts = usageOf({ 'src/main.ts': `export const load = (base: string) => fetch(\`\${base}/orchestrator_/odata/Jobs\`);` });
    expect(facts.uses.map(({ method }) => method)).toEqual(['GET /odata/Jobs']);
    expect(facts.importsSdk).toBe(false);
  });
});
