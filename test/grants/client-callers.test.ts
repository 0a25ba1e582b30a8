import { describe, expect, it } from 'vitest';
import type { ClientGrant } from '../../src/grants/client-grant.ts';
import { grantsOf, textsOf, told } from './read-client.ts';

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
