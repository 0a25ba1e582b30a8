import { describe, expect, it } from 'vitest';
import type { ClientGrant } from '../../src/grants/client-grant.ts';
import { grantsOf, reasonOf, reasonsOfEach, textsOf, told } from './read-client.ts';

describe('a parameter, where all callers are in sight', () => {
  const AUTH = `import { UiPath, type Options } from 'sdk';
declare function useState<T>(start: () => T): [T];
declare namespace React { type FC<P> = (props: P) => null }
`;
  const callers = (auth: string, files: Readonly<Record<string, string>>): ClientGrant[] =>
    grantsOf({ '/app/auth.tsx': `${AUTH}${auth}`, ...files }, '/app/auth.tsx', true);

  it('of a component is what it is given, however it is written', () => {
    const component = `export const AuthProvider: React.FC<{ config: Partial<Options> }> = ({ config }) => {
      const [sdk] = useState(() => new UiPath(config));
      return null;
    };`;
    const app = `import { AuthProvider as Auth } from './auth';
      const authConfig: Partial<Options> = { clientId: 'x', scope: import.meta.env.VITE_UIPATH_SCOPE || 'offline_access' };
      export const App = () => <Auth config={authConfig}></Auth>;`;
    expect(callers(component, { '/app/App.tsx': app, '/app/.env': 'VITE_UIPATH_SCOPE=PIMS' }).map(told)).toEqual([['* .env:1:19-23 PIMS']]);
    expect(callers(component, { '/app/App.tsx': app }).map(textsOf)).toEqual([['offline_access']]);
  });

  it.each([
    [
      'a property of the properties',
      'export function AuthProvider(props: { scope: string }) { new UiPath({ scope: props.scope }); return null; }',
      "import { AuthProvider } from './auth';\n<AuthProvider scope=\"PIMS\" />;",
    ],
    ['spread properties', 'export function AuthProvider({ scope }: { scope: string }) { new UiPath({ scope }); return null; }',
      "import * as auth from './auth';\nconst props = { scope: 'PIMS' };\n<auth.AuthProvider {...props} />;"],
    [
      'a function',
      'export function make(scope: string) { return new UiPath({ scope }); }',
      "import { make } from './auth';\nmake('PIMS');",
    ],
    [
      'a function that another one calls',
      'const make = (options: Partial<Options>) => new UiPath(options);\nexport const start = (scope: string) => make({ scope });',
      "import { start } from './auth';\nstart('PIMS');",
    ],
    ['a default', "export function make(scope = 'PIMS') { return new UiPath({ scope }); }", "import { make } from './auth';\nmake();"],
    [
      'a default export',
      'export default function make(scope: string) { return new UiPath({ scope }); }',
      "import anything from './auth';\nanything('PIMS');",
    ],
    [
      'a constructor',
      'export class Session { sdk: UiPath; constructor(scope: string) { this.sdk = new UiPath({ scope }); } }',
      "import { Session } from './auth';\nnew Session('PIMS');",
    ],
    ['a type that excludes what lacks it', `type Result = { ok: true; options: { scope: string } } | { ok: false };
      function load(): Result { if (Math.random() > 1) { return { ok: false }; } return { ok: true, options: { scope: 'PIMS' } }; }
      export function start() { const result = load(); return result.ok ? new UiPath({ scope: result.options.scope ?? '' }) : null; }`, ''],
  ])('is read through %s', (_name, auth, app) => {
    expect(callers(auth, { '/app/App.tsx': app }).map(textsOf)).toEqual([['PIMS']]);
  });

  it('is read through names that several files give the function', () => {
    const auth = 'function make(scope: string) { return new UiPath({ scope }); }\nexport { make as build };';
    const files = {
      '/app/App.tsx': "import create, { construct } from './barrel';\ncreate('PIMS');\nconstruct('OR.Jobs');",
      '/app/barrel.ts': "export { build as construct } from './auth';\nexport { default } from './inner';",
      '/app/inner.ts': "import { build } from './auth';\nexport default build;",
    };
    expect(callers(auth, files).map(textsOf)).toEqual([['PIMS', 'OR.Jobs']]);
  });

  it('is not that of another function with the same name and type', () => {
    const auth = 'export const Provider: React.FC<{ scope: string }> = ({ scope }) => { new UiPath({ scope }); return null; };';
    const app = `declare namespace React { type FC<P> = (props: P) => null }
      import * as auth from './auth';
      const Provider: React.FC<{ scope: string }> = () => null;
      <Provider scope="OR.Jobs" />;
      <auth.Provider scope="PIMS" />;`;
    expect(callers(auth, { '/app/App.tsx': app }).map(textsOf)).toEqual([['PIMS']]);
  });

  it('has an alternative for each caller', () => {
    const auth = 'export function make(scope: string) { return new UiPath({ scope }); }';
    const app = "import { make } from './auth';\nmake('PIMS');\nmake('OR.Jobs');\nmake('PIMS');";
    expect(callers(auth, { '/app/App.tsx': app })).toMatchObject([
      { effective: null, alternatives: [{ text: 'PIMS' }, { text: 'OR.Jobs' }, { text: 'PIMS' }] },
    ]);
  });

  it.each([
    ['handed on', "import { make } from './auth';\nmake('PIMS');\n['OR.Jobs'].map(make);"],
    ['kept under another name', "import { make } from './auth';\nmake('PIMS');\nexport const other = make;"],
    ['called with spread arguments', "import { make } from './auth';\nmake('PIMS');\nmake(...(['OR.Jobs'] as [string]));"],
    [
      'imported at run time',
      "import { make } from './auth';\nmake('PIMS');\nconst { make: other } = await import('./auth');\nother('OR.Jobs');",
    ],
    ['taken out of its module', "import * as auth from './auth';\nauth.make('PIMS');\nconst { make } = auth;\nmake('OR.Jobs');"],
    ['called with a parameter that is open itself', "import { make } from './auth';\nexport const again = (scope: string) => make(scope);"],
    ['never called', "import type { make } from './auth';\nexport type Make = typeof make;"],
  ])('is undecided if its function is %s', (_name, app) => {
    const grants = callers('export function make(scope: string) { return new UiPath({ scope }); }', { '/app/App.tsx': app });
    expect(grants).toMatchObject([
      { kind: 'undecided', undecided: { reason: 'the scopes come from the parameter scope, which each caller decides' } },
    ]);
  });

  it('is undecided if it is that of a method, which other classes may have', () => {
    const auth = 'export class A { make(scope: string) { return new UiPath({ scope }); } }';
    const app = "import { A } from './auth';\nnew A().make('PIMS');";
    expect(callers(auth, { '/app/App.tsx': app }).map(textsOf)).toEqual([['PIMS']]);
    const other = "export class B { make(scope: string) { return scope; } }\n";
    expect(callers(auth, { '/app/App.tsx': app, '/app/other.ts': other })).toMatchObject([{ kind: 'undecided' }]);
  });

  it('ends when functions call each other', () => {
    const auth = `export function a(scope: string): unknown { return new UiPath({ scope }) && b(scope); }
      export function b(scope: string): unknown { return a(scope + scope); }`;
    expect(callers(auth, {})).toMatchObject([{ kind: 'undecided' }]);
  });
});

describe('the scopes of a function that makes a client', () => {
  const open = 'the scopes come from the parameter scope, which each caller decides';
  const declared = 'declare const c: boolean; declare const list: any; declare const lib: any;\n';
  const make = 'export function make(scope: string) { return new UiPath({ scope }); }\n';

  it('are those of its calls, if it is only called', () => {
    const ways = [
      // Calls.
      ["make('PIMS');", ['PIMS']],
      ["(make)('PIMS');", ['PIMS']],
      ["make!('PIMS');", ['PIMS']],
      ["make?.('PIMS');", ['PIMS']],
      ["make('PIMS', ...list);", ['PIMS']],
      ['make();', 'none'],
      ["make('PIMS'); make();", ['PIMS', '-']],
      // Mentions that call nothing.
      ["make('PIMS'); export type Make = typeof make;", ['PIMS']],
      ["make('PIMS'); export default make;", ['PIMS']],
      ["make('PIMS'); export { make as build };", ['PIMS']],
      ["make('PIMS'); lib.make('OR.Jobs');", ['PIMS']],
      ["make('PIMS'); { const make = (scope: string) => scope; make('OR.Jobs'); }", ['PIMS']],
      ["declare const other: { make(a: number): void }; make('PIMS'); export const { make: build } = other;", ['PIMS']],
      // Ways to hand it on.
      ["make(...list, 'PIMS');", open],
      ["make('PIMS'); list.map(make);", open],
      ["make('PIMS'); make.call(null, 'OR.Jobs');", open],
      ["make('PIMS'); make`OR.Jobs`;", open],
      ["make('PIMS'); (make as any)('OR.Jobs');", open],
      ["make('PIMS'); export const all = { make };", open],
      ["make('PIMS'); export const all = { make: make };", open],
      ["make('PIMS'); if (make) {}", open],
      ["make('PIMS'); lib(make)('OR.Jobs');", open],
      ["make('PIMS'); export const other = c ? make : null;", open],
    ] as const;
    expect(reasonsOfEach(ways, (calls) => `${declared}${make}${calls}`, {}, true)).toEqual(ways);
  });

  it('are found by the one name that it has', () => {
    const ways = [
      // With a name.
      ["const make = (scope: string) => new UiPath({ scope });\nmake('PIMS');", ['PIMS']],
      ["const make = function (scope: string) { new UiPath({ scope }); };\nmake('PIMS');", ['PIMS']],
      ["const make = ((scope: string) => new UiPath({ scope })) as any;\nmake('PIMS');", ['PIMS']],
      ["const make = <any>((scope: string) => new UiPath({ scope }));\nmake('PIMS');", open],
      ["const make = ((scope: string) => new UiPath({ scope })) satisfies unknown;\nmake('PIMS');", ['PIMS']],
      ["const make = ((scope: string) => new UiPath({ scope }));\nmake('PIMS');", ['PIMS']],
      [
        "declare function useCallback(make: any, of: any[]): any;\nconst make = useCallback((scope: string) => new UiPath({ scope }), []);\nmake('PIMS');",
        ['PIMS'],
      ],
      ["declare const React: any;\nconst make = React.useCallback((scope: string) => new UiPath({ scope }), []);\nmake('PIMS');", ['PIMS']],
      ["export default function make(scope: string) { new UiPath({ scope }); }\nmake('PIMS');", ['PIMS']],
      ["export default class Session { constructor(scope: string) { new UiPath({ scope }); } }\nnew Session('PIMS');", ['PIMS']],
      ["class Session { constructor(scope: string) { new UiPath({ scope }); } }\nnew Session('PIMS'); new Session;", ['PIMS', '-']],
      ["export function make(name: string, scope: string) { new UiPath({ scope }); }\nmake('OR.Jobs', 'PIMS');", ['PIMS']],
      [
        "export function make(name: string, scope?: string) { new UiPath({ scope }); }\nmake('OR.Jobs'); make('OR.Jobs', 'PIMS');",
        ['PIMS', '-'],
      ],
      ["const api = { build1: (scope: string) => new UiPath({ scope }) };\napi.build1('PIMS');", ['PIMS']],
      ["const api = { build2(scope: string) { new UiPath({ scope }); } };\napi.build2('PIMS');", ['PIMS']],
      ["class Api { build3 = (scope: string) => new UiPath({ scope }); }\nnew Api().build3('PIMS');", ['PIMS']],
      ["class Api { build4(scope: string) { new UiPath({ scope }); } }\nnew Api().build4('PIMS');", ['PIMS']],
      // Without one, or with one that others may have.
      ['[1].map((scope: any) => new UiPath({ scope }));', open],
      ["(function (scope: string) { new UiPath({ scope }); })('PIMS');", open],
      ["((scope: string) => new UiPath({ scope }))('PIMS');", open],
      ['export default function (scope: string) { new UiPath({ scope }); }', open],
      ["const Session = class { constructor(scope: string) { new UiPath({ scope }); } };\nnew Session('PIMS');", open],
      ["export class Session { set scope(scope: string) { new UiPath({ scope }); } }\nnew Session().scope = 'PIMS';", open],
      ["const make = c ? (scope: string) => new UiPath({ scope }) : null;\nmake?.('PIMS');", open],
      ["let make: any; make = (scope: string) => new UiPath({ scope });\nmake('PIMS');", open],
      ["export const start = (make = (scope: string) => new UiPath({ scope })) => make('PIMS');", open],
      ["declare function memo(make: any): any;\nconst make = memo((scope: string) => new UiPath({ scope }));\nmake('PIMS');", open],
      [
        "declare function useCallback(of: any[], make: any): any;\nconst make = useCallback([], (scope: string) => new UiPath({ scope }));\nmake('PIMS');",
        open,
      ],
      ["export function make(...scope: string[]) { new UiPath({ scope: scope.join(' ') }); }\nmake('PIMS');", open],
      [
        "class Session { constructor(scope: string) { new UiPath({ scope }); } }\nclass Other extends Session {}\nnew Other('PIMS'); new Session('PIMS');",
        open,
      ],
      ["const api = { ['build']: (scope: string) => new UiPath({ scope }) };\napi.build('PIMS');", ['PIMS']],
      ["class Api { 'build-it'(scope: string) { new UiPath({ scope }); } }\nnew Api()['build-it']('PIMS');", open],
      // A member of which another type has the name.
      [
        "class Api { build10(scope: string) { new UiPath({ scope }); } }\nnew Api().build10('PIMS');\nexport interface Other { build10(scope: string): void }",
        open,
      ],
      [
        "class Api { build11(scope: string) { new UiPath({ scope }); } }\nnew Api().build11('PIMS');\nexport interface Other { build11: unknown }",
        open,
      ],
      [
        "class Api { build12(scope: string) { new UiPath({ scope }); } }\nnew Api().build12('PIMS');\nexport class Other { build12(scope: string) {} }",
        open,
      ],
      [
        "class Api { build13(scope: string) { new UiPath({ scope }); } }\nnew Api().build13('PIMS');\nexport class Other { build13 = 1; }",
        open,
      ],
      ["class Api { build14(scope: string) { new UiPath({ scope }); } }\nnew Api().build14('PIMS');\nlib.build14('OR.Jobs');", open],
      ["class Api { build15(scope: string) { new UiPath({ scope }); } }\nnew Api().build15('PIMS');\nlib.build15;", ['PIMS']],
      [
        "class Api { build16(scope: string) { new UiPath({ scope }); } }\nnew Api().build16('PIMS');\nexport const other = { build16: 1 };",
        ['PIMS'],
      ],
      [
        "class Api { build17(scope: string) { new UiPath({ scope }); } }\nnew Api().build17('PIMS');\nexport const other = (build17: string) => build17;",
        ['PIMS'],
      ],
      [
        "class Api { build18(scope: string) { new UiPath({ scope }); } }\nnew Api().build18('PIMS');\ndeclare const build18: any; build18.run();",
        ['PIMS'],
      ],
      ["class Api { build19(scope: string) { new UiPath({ scope }); } }\nnew Api().build19('PIMS');\nlib[lib.build19]();", ['PIMS']],
      [
        "class Api { build20(scope: string) { new UiPath({ scope }); } }\nnew Api().build20('PIMS');\nexport interface Other { other20: typeof lib.build20 }",
        ['PIMS'],
      ],
    ] as const;
    expect(reasonsOfEach(ways, (code) => `${declared}${code}`, {}, true)).toEqual(ways);
  });

  it('are open where a file may load it while it runs', () => {
    const ways = [
      ["import('./sdk0');", open],
      ["import('../sdk1.js');", open],
      ['import(`./x/sdk2`);', open],
      ['import(/* later */ "./sdk3.mjs");', open],
      ["import( './sdk4.d');", ['PIMS']],
      ["import('./sdk');", ['PIMS']],
      ["import('./other');", ['PIMS']],
      ["import('sdk7/other');", ['PIMS']],
      ['import(lib);', ['PIMS']],
      ["imports('./sdk9');", ['PIMS']],
    ] as const;
    const files = Object.fromEntries(ways.map(([load], index) => [
      `/app/later${index}.ts`, `declare const lib: any; declare const imports: any;\nexport const later = () => { ${load} };`,
    ]));
    expect(reasonsOfEach(ways, () => `${make}make('PIMS');`, files, true)).toEqual(ways);
    const index = `import { UiPath } from 'sdk';\n${make}make('PIMS');`;
    const read = (load: string): unknown => grantsOf({ '/app/index.ts': index, '/app/later.ts': load }, '/app/index.ts', true).map(textsOf);
    expect(read("export const later = () => import('./whatever');")).toEqual([`undecided at index.ts:2:59-64: ${open}`]);
    expect(read("export * from './index'; export * as all from './index';")).toEqual([['PIMS']]);
  });

  it('may be made by a function that is handed to it, if that is one', () => {
    const build = 'export function build(make: () => string) { new UiPath({ scope: make() }); }\n';
    const unfollowed = 'the scopes come from a call that is not followed';
    const ways = [
      ["build(() => 'PIMS');", ['PIMS']],
      ["build(() => 'PIMS'); build(() => 'OR.Jobs');", unfollowed],
      ["build(() => 'PIMS'); list.map(build);", unfollowed],
      ["build('PIMS' as any);", unfollowed],
      ['build(list);', unfollowed],
      ['', unfollowed],
    ] as const;
    expect(reasonsOfEach(ways, (calls) => `${declared}${build}${calls}`, {}, true)).toEqual(ways);
  });

  it('are followed through eight functions', () => {
    const chain = (length: number): string => Array.from({ length }, (_, index) =>
      `const f${index + 1} = (scope: string): unknown => ${index === 0 ? 'new UiPath({ scope })' : `f${index}(scope)`};`).join(' ');
    const ways = [[`${chain(8)} f8('PIMS');`, ['PIMS']], [`${chain(9)} f9('PIMS');`, open]] as const;
    expect(reasonsOfEach(ways, undefined, {}, true)).toEqual(ways);
  });

  it('are not those of the properties of a component, nor of what it is given besides', () => {
    const read = (auth: string, app: string): unknown =>
      grantsOf({ '/app/auth.tsx': `import { UiPath } from 'sdk';\n${auth}`, '/app/App.tsx': app }, '/app/auth.tsx', true).map(reasonOf);
    const whole = 'export function Auth(props: any) { new UiPath({ scope: props }); return null; }';
    const one = 'export function Auth(props: any) { new UiPath({ scope: props.scope }); return null; }';
    const ref = 'export function Auth(props: any, ref: any) { new UiPath({ scope: ref }); return null; }';
    const app = (properties: string): string => `import { Auth } from './auth';\ndeclare const given: any;\n<Auth ${properties}></Auth>;`;
    expect(read(whole, app('scope="PIMS"'))).toEqual(['the scopes are properties of a component']);
    expect(read(ref, app('scope="PIMS"'))).toEqual(['the scopes come from the parameter ref, which each caller decides']);
    expect([
      'scope="PIMS"', 'scope={"PIMS"}', 'scope', 'scope="OR.Jobs" {...{ scope: "PIMS" }}', '{...given} scope="PIMS"', 'scope="PIMS" {...given}', 'a:scope="PIMS"', '',
    ].map((properties) => read(one, app(properties)))).toEqual([
      [['PIMS']], [['PIMS']], ['scope is computed'], [['PIMS']], [['PIMS']], ['the scopes come from given, which gets its value later'], ['none'], ['none'],
    ]);
  });
});
