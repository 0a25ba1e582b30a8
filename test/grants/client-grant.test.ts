import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog, CatalogClient } from '../../src/catalogs/catalog.ts';
import { readClientGrant, type ClientGrant } from '../../src/grants/client-grant.ts';
import type { Place } from '../../src/grants/declaration.ts';
import { declaredEnvironment } from '../../src/grants/declared-environment.ts';
import { readDeclarations } from '../../src/grants/read-declarations.ts';
import { memoryFileSystem } from './memory-file-system.ts';
import { clientsIn, memoryProgram } from './memory-program.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const client = catalog.clients[0] as CatalogClient;

/** Reads the client of /app/sdk.ts; what is no source file is an .env file. */
function grantsOf(files: Readonly<Record<string, string>>, main = '/app/sdk.ts', withCallers = false): ClientGrant[] {
  const sources = Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('/app/.env')));
  const program = memoryProgram(sources);
  const reading = readDeclarations({ directory: '/app', root: '/app', catalog, fileSystem: memoryFileSystem(files) });
  const context = {
    ts,
    checker: program.getTypeChecker(),
    provider: 'uipath',
    environment: declaredEnvironment(reading, catalog.declarations.environmentKeys),
    ...(withCallers ? { files: program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile) } : {}),
  };
  return clientsIn(program, main).map((node) => readClientGrant(context, { node, client, arguments: node.arguments ?? [] }));
}

function grantOf(code: string, files: Readonly<Record<string, string>> = {}): ClientGrant {
  const [grant] = grantsOf({ ...files, '/app/sdk.ts': `import { UiPath } from 'sdk';\n${code}` });
  return grant ?? { kind: 'none' };
}

/** One line an alternative: `sdk.ts:2:12-19 OR.Jobs; .env:1:4-8 PIMS`. */
function told(grant: ClientGrant): string | string[] {
  switch (grant.kind) {
    case 'scopes':
      return grant.alternatives.map((declaration) =>
        `${declaration === grant.effective ? '* ' : ''}${declaration.scopes.map(({ scope, place }) => `${printPlace(place)} ${scope}`).join('; ')}`);
    case 'undecided':
      return `undecided at ${printPlace(grant.undecided.place)}: ${grant.undecided.reason}`;
    default:
      return grant.kind;
  }
}

function textsOf(grant: ClientGrant): string | string[] {
  return grant.kind === 'scopes' ? grant.alternatives.map(({ text }) => text) : told(grant);
}

function printPlace({ file, line, column, endLine, endColumn }: Place): string {
  return `${file.replace('/app/', '')}:${line}:${column}-${line === endLine ? '' : `${endLine}:`}${endColumn}`;
}

describe('case 36: the scopes of a client, through', () => {
  it.each([
    ['a literal', "new UiPath({ scope: 'OR.Jobs PIMS' });", '* sdk.ts:2:22-29 OR.Jobs; sdk.ts:2:30-34 PIMS'],
    ['a literal without substitutions', 'new UiPath({ scope: `OR.Jobs\n  PIMS` });', '* sdk.ts:2:22-29 OR.Jobs; sdk.ts:3:3-7 PIMS'],
    ['a literal with escapes', "new UiPath({ scope: '\\x4fR.Jobs\\u{20}\\u0050IMS' });", '* sdk.ts:2:22-32 OR.Jobs; sdk.ts:2:38-47 PIMS'],
    ['a literal that goes on in the next line', "new UiPath({ scope: 'OR.Jobs \\\nPIMS' });", '* sdk.ts:2:22-29 OR.Jobs; sdk.ts:3:1-5 PIMS'],
    ['a key in quotes', "new UiPath({ 'scope': 'PIMS' });", '* sdk.ts:2:24-28 PIMS'],
    ['a computed key', "const key = 'scope';\nnew UiPath({ [key]: 'PIMS' });", '* sdk.ts:3:22-26 PIMS'],
    ['a const', "const scope = 'PIMS';\nnew UiPath({ scope });", '* sdk.ts:2:16-20 PIMS'],
    ['a chain of consts', "const a = 'PIMS';\nconst b = a;\nconst c = (b as string)!;\nnew UiPath({ scope: c satisfies string });", '* sdk.ts:2:12-16 PIMS'],
    ['a variable that is never assigned again', "let a = 'PIMS';\nnew UiPath({ scope: a });", '* sdk.ts:2:10-14 PIMS'],
    ['a concatenation', "const a = 'PIMS';\nnew UiPath({ scope: a + ' ' + 'OR.' + 'Jobs' });", '* sdk.ts:2:12-16 PIMS; sdk.ts:3:32-44 OR.Jobs'],
    ['a template of two consts', "const a = 'PIMS';\nconst b = 'OR.Jobs OR.Tasks';\nnew UiPath({ scope: `${a} ${b} OR.Assets` });",
      '* sdk.ts:2:12-16 PIMS; sdk.ts:3:12-19 OR.Jobs; sdk.ts:3:20-28 OR.Tasks; sdk.ts:4:32-41 OR.Assets'],
    ['a joined array', "new UiPath({ scope: ['PIMS', 'OR.Jobs'].join(' ') });", '* sdk.ts:2:23-27 PIMS; sdk.ts:2:31-38 OR.Jobs'],
    ['an array joined by commas', "new UiPath({ scope: ['PIMS', 'OR.Jobs'].join() });", '* sdk.ts:2:23-27 PIMS; sdk.ts:2:31-38 OR.Jobs'],
    ['a joined `as const` array', "const A = ['PIMS', 'OR.Jobs'] as const;\nnew UiPath({ scope: A.join(' ') });", '* sdk.ts:2:13-17 PIMS; sdk.ts:2:21-28 OR.Jobs'],
    ['a spread of a const array', "const A = ['PIMS'];\nconst B = [...A, 'OR.Jobs'];\nnew UiPath({ scope: [...B].join(' ') });", '* sdk.ts:2:13-17 PIMS; sdk.ts:3:19-26 OR.Jobs'],
    ['arrays put together', "new UiPath({ scope: ['PIMS'].concat(['OR.Jobs'], 'OR.Tasks').join(' ') });", '* sdk.ts:2:23-27 PIMS; sdk.ts:2:39-46 OR.Jobs; sdk.ts:2:51-59 OR.Tasks'],
    ['a set', "new UiPath({ scope: [...new Set(['PIMS', 'PIMS'])].join(' ') });", '* sdk.ts:2:35-39 PIMS'],
    ['a set that is made an array', "new UiPath({ scope: Array.from(new Set(['PIMS'])).join(' ') });", '* sdk.ts:2:42-46 PIMS'],
    ['an enum', "enum S { Jobs = 'OR.Jobs', Pims = 'PIMS' }\nnew UiPath({ scope: `${S.Jobs} ${S['Pims']}` });", '* sdk.ts:2:18-25 OR.Jobs; sdk.ts:2:36-40 PIMS'],
    ['all values of an enum', "enum S { Jobs = 'OR.Jobs', Pims = 'PIMS' }\nnew UiPath({ scope: Object.values(S).join(' ') });", '* sdk.ts:2:18-25 OR.Jobs; sdk.ts:2:36-40 PIMS'],
    ['a const object', "const S = { jobs: 'OR.Jobs', all: { pims: 'PIMS' } } as const;\nnew UiPath({ scope: [S.jobs, S.all.pims].join(' ') });", '* sdk.ts:2:20-27 OR.Jobs; sdk.ts:2:44-48 PIMS'],
    ['all values of a const object', "const S = { jobs: 'OR.Jobs', pims: 'PIMS' } as const;\nnew UiPath({ scope: Object.values(S).join(' ') });", '* sdk.ts:2:20-27 OR.Jobs; sdk.ts:2:37-41 PIMS'],
    ['a typed const object', "const S: Record<string, string> = { jobs: 'OR.Jobs' };\nnew UiPath({ scope: S.jobs });", '* sdk.ts:2:44-51 OR.Jobs'],
    ['a static member', "class S { static readonly ALL = 'PIMS'; }\nnew UiPath({ scope: S.ALL });", '* sdk.ts:2:34-38 PIMS'],
    ['a member of the class itself', "export class Session { private scopes = ['PIMS'];\nsdk() { return new UiPath({ scope: this.scopes.join(' ') }); } }", '* sdk.ts:2:43-47 PIMS'],
    ['trim', "new UiPath({ scope: `\n  PIMS\n`.trim() });", '* sdk.ts:3:3-7 PIMS'],
    ['a destructured object', "const { auth: { }, scope: s = 'OR.Jobs' } = { auth: {}, scope: 'PIMS' };\nnew UiPath({ scope: s });", '* sdk.ts:2:65-69 PIMS'],
    ['a function without parameters', "const scopes = () => ['PIMS'].join(' ');\nfunction all() { return `${scopes()} OR.Jobs`; }\nnew UiPath({ scope: all() });", '* sdk.ts:2:24-28 PIMS; sdk.ts:3:38-45 OR.Jobs'],
    ['a function with parameters', "const join = (...all: string[]) => all;\nfunction both(a: string, b = 'PIMS') { return a + ' ' + b; }\nnew UiPath({ scope: both('OR.Jobs') });", '* sdk.ts:4:27-34 OR.Jobs; sdk.ts:3:31-35 PIMS'],
    ['a fallback of nothing', "new UiPath({ scope: undefined ?? null ?? 'PIMS' });", '* sdk.ts:2:43-47 PIMS'],
    ['a fallback of an empty text', "new UiPath({ scope: '' || 'PIMS' });", '* sdk.ts:2:28-32 PIMS'],
    ['a fallback that is never reached', "new UiPath({ scope: 'PIMS' ?? 'OR.Jobs' });", '* sdk.ts:2:22-26 PIMS'],
    ['filled items only', "new UiPath({ scope: ['PIMS', '', undefined].filter(Boolean).join(' ') });", '* sdk.ts:2:23-27 PIMS'],
  ])('%s', (_name, code, alternative) => {
    expect(told(grantOf(code))).toEqual([alternative]);
  });

  it.each([
    ['a named import', "export const SCOPE = 'PIMS';", "import { SCOPE } from './scopes';\nnew UiPath({ scope: SCOPE });", 'scopes.ts:1:23-27 PIMS'],
    ['a renamed import', "const S = 'PIMS';\nexport { S as SCOPE };", "import { SCOPE as X } from './scopes';\nnew UiPath({ scope: X });", 'scopes.ts:1:12-16 PIMS'],
    ['a default import', "export default 'PIMS';", "import X from './scopes';\nnew UiPath({ scope: X });", 'scopes.ts:1:17-21 PIMS'],
    ['a namespace import', "export const SCOPE = ['PIMS'];", "import * as X from './scopes';\nnew UiPath({ scope: X.SCOPE.join(' ') });", 'scopes.ts:1:24-28 PIMS'],
    ['an imported array', "export const SCOPES = ['PIMS'] as const;", "import { SCOPES } from './scopes';\nnew UiPath({ scope: SCOPES.join(' ') });", 'scopes.ts:1:25-29 PIMS'],
    ['an imported object', "export const config = { scope: 'PIMS' };", "import { config } from './scopes';\nnew UiPath(config);", 'scopes.ts:1:33-37 PIMS'],
    ['an imported function', "export function config() { return { scope: 'PIMS' } as const; }", "import { config } from './scopes';\nnew UiPath({ ...config() });", 'scopes.ts:1:45-49 PIMS'],
    ['an imported enum', "export enum S { A = 'PIMS' }", "import { S } from './scopes';\nnew UiPath({ scope: S.A });", 'scopes.ts:1:22-26 PIMS'],
  ])('%s', (_name, scopes, code, alternative) => {
    expect(told(grantOf(code, { '/app/scopes.ts': scopes }))).toEqual([`* ${alternative}`]);
  });

  it('a barrel', () => {
    const files = { '/app/scopes.ts': "export const SCOPE = 'PIMS';", '/app/barrel.ts': "export * from './scopes';" };
    expect(told(grantOf("import { SCOPE } from './barrel';\nnew UiPath({ scope: SCOPE });", files))).toEqual(['* scopes.ts:1:23-27 PIMS']);
  });

  it('an imported JSON file', () => {
    const files = { '/app/uipath.json': '{ "clientId": "x", "scope": "OR.Jobs PIMS" }' };
    const alternative = '* uipath.json:1:30-37 OR.Jobs; uipath.json:1:38-42 PIMS';
    expect(told(grantOf("import config from './uipath.json';\nnew UiPath(config);", files))).toEqual([alternative]);
    expect(told(grantOf("import { scope } from './uipath.json';\nnew UiPath({ scope });", files))).toEqual([alternative]);
    expect(told(grantOf("import config from './uipath.json';\nnew UiPath({ ...config, scope: config.scope });", files))).toEqual([alternative]);
  });

  it('JavaScript', () => {
    const [grant] = grantsOf({ '/app/sdk.js': "import { UiPath } from 'sdk';\nconst S = ['PIMS'];\nnew UiPath({ scope: S.join(' ') });" }, '/app/sdk.js');
    expect(grant && told(grant)).toEqual(['* sdk.js:2:13-17 PIMS']);
  });
});

describe('the object of options', () => {
  it.each([
    ['a const', "const options = { scope: 'PIMS' };\nnew UiPath(options);"],
    ['a typed const', "import type { Options } from 'sdk';\nconst options: Partial<Options> = { scope: 'PIMS' };\nnew UiPath(options);"],
    ['satisfies', "new UiPath({ scope: 'PIMS' } satisfies object);"],
    ['a spread before the scope', "const options = { scope: 'OR.Jobs', clientId: 'x' };\nnew UiPath({ ...options, scope: 'PIMS' });"],
    ['a spread after the scope', "const options = { scope: 'PIMS' };\nnew UiPath({ scope: 'OR.Jobs', ...options });"],
    ['a spread without a scope', "const options = { clientId: 'x' };\nnew UiPath({ scope: 'PIMS', ...options });"],
    ['a spread of nothing', "new UiPath({ scope: 'PIMS', ...undefined });"],
    ['an unknown object whose type has no scope', "export function make(base: { baseUrl: string }) { return new UiPath({ scope: 'PIMS', ...base }); }"],
    ['Object.freeze', "const options = Object.freeze({ scope: 'PIMS' });\nnew UiPath(options);"],
    ['useMemo', "declare function useMemo<T>(make: () => T, on: unknown[]): T;\nconst options = useMemo(() => ({ scope: 'PIMS' }), []);\nnew UiPath(options);"],
    ['a nested object', "const settings = { auth: { scope: 'PIMS' } };\nnew UiPath(settings.auth);"],
    ['a function that is called with it', "const make = (options: object) => options;\nnew UiPath(make({ scope: 'PIMS' }));"],
    ['a destructured parameter', "const make = ({ scope }: { scope: string }) => ({ clientId: 'x', scope });\nnew UiPath(make({ scope: 'PIMS' }));"],
  ])('is read through %s', (_name, code) => {
    expect(textsOf(grantOf(code))).toEqual(['PIMS']);
  });

  it.each([
    ['no argument', 'new UiPath();'],
    ['no parentheses', 'new UiPath;'],
    ['undefined', 'new UiPath(undefined);'],
    ['an object without a scope', "new UiPath({ clientId: 'x' });"],
    ['a scope that is undefined', 'new UiPath({ scope: undefined });'],
    ['a parameter whose type has no scope', 'export function make(base: { baseUrl: string }) { return new UiPath(base); }'],
  ])('says nothing of scopes with %s', (_name, code) => {
    expect(grantOf(code)).toEqual({ kind: 'none' });
  });

  it.each([
    ['two texts', "declare const c: boolean;\nnew UiPath({ scope: c ? 'PIMS' : 'OR.Jobs' });", ['PIMS', 'OR.Jobs'], false],
    ['two objects', "declare const c: boolean;\nnew UiPath(c ? { scope: 'PIMS' } : { scope: 'OR.Jobs' });", ['PIMS', 'OR.Jobs'], false],
    ['an object or nothing', "declare const c: boolean;\nnew UiPath(c ? { scope: 'PIMS' } : undefined);", ['PIMS'], true],
    ['a spread that may be left out', "declare const c: boolean;\nnew UiPath({ clientId: 'x', ...(c && { scope: 'PIMS' }) });", ['PIMS'], true],
    ['a spread over a scope', "declare const c: boolean;\nnew UiPath({ scope: 'OR.Jobs', ...(c ? { scope: 'PIMS' } : {}) });", ['PIMS', 'OR.Jobs'], false],
    ['an item that may be left out', "declare const c: boolean;\nnew UiPath({ scope: ['PIMS', ...(c ? ['OR.Jobs'] : [])].join(' ') });", ['PIMS OR.Jobs', 'PIMS'], false],
    ['a filtered item', "declare const c: boolean;\nnew UiPath({ scope: ['PIMS', c && 'OR.Jobs'].filter(Boolean).join(' ') });", ['PIMS', 'PIMS OR.Jobs'], false],
    ['returns of a function', "function s(c: boolean) { if (c) { return 'PIMS'; } return 'OR.Jobs'; }\nnew UiPath({ scope: s(true) });", ['PIMS', 'OR.Jobs'], false],
    ['a type with two texts', "export function make(scope: 'PIMS' | 'OR.Jobs') { return new UiPath({ scope }); }", ['PIMS', 'OR.Jobs'], false],
  ])('leaves several alternatives: %s', (_name, code, alternatives, orDeclared) => {
    const grant = grantOf(code);
    expect(textsOf(grant)).toEqual(alternatives);
    expect(grant).toMatchObject({ effective: null, orDeclared });
  });
});

describe('case 55: a client without scopes', () => {
  it.each([
    ['a literal', "new UiPath({ secret: 'hunter2' });"],
    ['a variable', 'new UiPath({ secret: process.env.UIPATH_SECRET! });'],
    ['a shorthand', "const secret = 'hunter2';\nnew UiPath({ secret });"],
    ['a const', "const options = { secret: 'hunter2' };\nnew UiPath(options);"],
    ['a spread', "const options = { secret: 'hunter2' };\nnew UiPath({ baseUrl: 'x', ...options });"],
    ['no scope beside it', "new UiPath({ secret: 'hunter2', scope: undefined });"],
  ])('is told from %s, and the secret is never kept', (_name, code) => {
    const grant = grantOf(code);
    expect(grant).toMatchObject({ kind: 'unscoped', option: 'secret' });
    expect(JSON.stringify(grant)).not.toContain('hunter2');
  });

  it('is undecided where it has scopes as well, or on another way', () => {
    expect(told(grantOf("new UiPath({ secret: 'hunter2', scope: 'PIMS' });"))).toBe(
      'undecided at sdk.ts:2:12-48: the client is given secret, with which it has no scopes, as well as scope',
    );
    expect(told(grantOf("declare const c: boolean;\nnew UiPath(c ? { secret: 'hunter2' } : { scope: 'PIMS' });"))).toBe(
      'undecided at sdk.ts:3:12-57: the client has scopes on one way through the code, and a secret on another',
    );
  });

  it('is not told from a secret that is undefined', () => {
    expect(textsOf(grantOf("new UiPath({ secret: undefined, scope: 'PIMS' });"))).toEqual(['PIMS']);
  });
});

describe('case 37: an environment variable', () => {
  const env = { '/app/.env': 'A=hunter2\nVITE_UIPATH_SCOPE="OR.Jobs PIMS"' };
  const pinned = '* .env:2:20-27 OR.Jobs; .env:2:28-32 PIMS';

  it.each([
    ['import.meta.env.KEY', 'new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });'],
    ['import.meta.env["KEY"]', 'new UiPath({ scope: import.meta.env["VITE_UIPATH_SCOPE"]! });'],
    ['(import.meta as any).env.KEY', 'new UiPath({ scope: (import.meta as any).env?.VITE_UIPATH_SCOPE });'],
    ['process.env.KEY', 'new UiPath({ scope: process.env.VITE_UIPATH_SCOPE });'],
    ['process.env["KEY"] as string', 'new UiPath({ scope: process.env["VITE_UIPATH_SCOPE"] as string });'],
    ['globalThis.process.env', 'new UiPath({ scope: (globalThis as any).process.env.VITE_UIPATH_SCOPE });'],
    ['an imported process', "import process from 'node:process';\nnew UiPath({ scope: process.env.VITE_UIPATH_SCOPE });"],
    ['an imported env', "import { env } from 'node:process';\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });"],
    ['a const for it', 'const env = import.meta.env;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });'],
    ['a destructuring', 'const { VITE_UIPATH_SCOPE: scope } = import.meta.env;\nnew UiPath({ scope });'],
    ['a destructuring with a default', "const { VITE_UIPATH_SCOPE = 'OR.Tasks' } = import.meta.env;\nnew UiPath({ scope: VITE_UIPATH_SCOPE });"],
    ['a const for the key', "const KEY = 'VITE_UIPATH_SCOPE';\nnew UiPath({ scope: process.env[KEY] });"],
    ['?? with a fallback', "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'OR.Tasks OR.Tasks.Write' });"],
    ['|| with a fallback', "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'offline_access' });"],
    ['a function that requires it', 'function need(name: string): string {\n  const value = import.meta.env[name];\n  if (!value) throw new Error(name);\n  return value;\n}\nnew UiPath({ scope: need("VITE_UIPATH_SCOPE") });'],
    ['a function with a fallback', 'const get = (name: string, otherwise = "") => process.env[name] ?? otherwise;\nnew UiPath({ scope: get("VITE_UIPATH_SCOPE", "OR.Tasks") });'],
    ['a configuration object', 'const config = { uipath: { scope: import.meta.env.VITE_UIPATH_SCOPE as string } };\nnew UiPath({ ...config.uipath });'],
  ])('is pinned by .env: %s', (_name, code) => {
    const grant = grantOf(code, env);
    expect(told(grant)).toEqual([pinned]);
    expect(grant).toMatchObject({ alternatives: [{ kind: '.env', key: 'VITE_UIPATH_SCOPE' }], orDeclared: false });
    expect(JSON.stringify(grant)).not.toContain('hunter2');
  });

  it('is part of a text', () => {
    expect(told(grantOf('new UiPath({ scope: `${import.meta.env.VITE_UIPATH_SCOPE} OR.Tasks` });', env))).toEqual([
      '* .env:2:20-27 OR.Jobs; .env:2:28-32 PIMS; sdk.ts:2:59-67 OR.Tasks',
    ]);
  });

  it('is read from the file of each mode, and from the local ones', () => {
    const files = {
      '/app/.env': 'VITE_UIPATH_SCOPE=A',
      '/app/.env.local': 'VITE_UIPATH_SCOPE=B',
      '/app/.env.production': 'VITE_UIPATH_SCOPE=C',
      '/app/.env.production.local': 'VITE_UIPATH_SCOPE=D',
    };
    const grant = grantOf('new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });', files);
    expect(textsOf(grant)).toEqual(['B', 'A', 'D', 'C']);
    expect(grant).toMatchObject({ effective: { text: 'B' }, alternatives: [{ environment: null }, { environment: null }, { environment: 'production' }, { environment: 'production' }] });
  });

  it('keeps the fallback where only the file of a mode sets it', () => {
    const grant = grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'PIMS' });", { '/app/.env.production': 'VITE_UIPATH_SCOPE=OR.Jobs' });
    expect(told(grant)).toEqual(['* sdk.ts:2:59-63 PIMS', '.env.production:1:19-26 OR.Jobs']);
  });

  it('is no riddle where only the file of a mode sets it', () => {
    const grant = grantOf('new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });', { '/app/.env.production': 'VITE_UIPATH_SCOPE=OR.Jobs' });
    expect(told(grant)).toEqual(['.env.production:1:19-26 OR.Jobs']);
  });

  it('that is empty counts for ??, and not for ||', () => {
    const empty = { '/app/.env': 'VITE_UIPATH_SCOPE=' };
    expect(textsOf(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'PIMS' });", empty))).toEqual(['']);
    expect(textsOf(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'PIMS' });", empty))).toEqual(['PIMS']);
  });

  it('that only a template sets leaves the fallback possible', () => {
    const template = { '/app/.env.example': 'VITE_UIPATH_SCOPE=OR.Jobs' };
    expect(told(grantOf('new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });', template))).toEqual(['* .env.example:1:19-26 OR.Jobs']);
    expect(told(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? '' });", template))).toEqual(['* .env.example:1:19-26 OR.Jobs']);
    expect(told(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'PIMS' });", template))).toEqual(['.env.example:1:19-26 OR.Jobs', 'sdk.ts:2:59-63 PIMS']);
  });

  it('case 38: that nothing sets has its fallback, or is undecided', () => {
    expect(told(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'OR.Tasks OR.Tasks.Write' });"))).toEqual(['* sdk.ts:2:59-67 OR.Tasks; sdk.ts:2:68-82 OR.Tasks.Write']);
    const grant = grantOf('new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });');
    expect(told(grant)).toBe('undecided at sdk.ts:2:21-54: the scopes come from import.meta.env.VITE_UIPATH_SCOPE, which no .env file sets');
    expect(grant).toMatchObject({ undecided: { unsetKey: 'VITE_UIPATH_SCOPE' } });
    expect(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? '' });")).toMatchObject({ undecided: { unsetKey: 'VITE_UIPATH_SCOPE' } });
  });

  it('whose values are not read is undecided, also with a fallback, if there are .env files that may set it', () => {
    const code = "new UiPath({ scope: process.env.SCOPES_OF_MINE ?? 'PIMS' });";
    const reason = 'the scopes come from process.env.SCOPES_OF_MINE, which is not among the variables that are read from .env files';
    expect(told(grantOf(code, { '/app/.env': 'SCOPES_OF_MINE=hunter2' }))).toBe(`undecided at sdk.ts:2:21-47: ${reason}`);
    expect(textsOf(grantOf(code))).toEqual(['PIMS']);
  });

  it('that is made of other variables is undecided, also with a fallback', () => {
    const grant = grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'PIMS' });", { '/app/.env': 'BASE=hunter2\nVITE_UIPATH_SCOPE=$BASE' });
    expect(told(grant)).toBe('undecided at .env:2:19-24: VITE_UIPATH_SCOPE is made of other variables, whose values are not read');
  });

  it('is not one if process is a variable of the application', () => {
    expect(told(grantOf("export const process = { env: { VITE_UIPATH_SCOPE: 'OR.Tasks' } };\nnew UiPath({ scope: process.env.VITE_UIPATH_SCOPE });", env))).toEqual(['* sdk.ts:2:53-61 OR.Tasks']);
  });
});

describe('undecided, with the place and the reason:', () => {
  it.each([
    ['a parameter', 'export function make(scope: string) { return new UiPath({ scope }); }', '2:59-64: the scopes come from the parameter scope, which each caller decides'],
    ['a parameter with a default', "export function make(scope = 'PIMS') { return new UiPath({ scope }); }", '2:60-65: the scopes come from the parameter scope, which each caller decides'],
    ['a parameter that is the options', "import type { Options } from 'sdk';\nexport function make(options: Options) { return new UiPath(options); }", '3:60-67: the scopes come from the parameter options, which each caller decides'],
    ['a parameter that is spread over the scope', "import type { Options } from 'sdk';\nexport function make(options: Options) { return new UiPath({ scope: 'PIMS', ...options }); }", '3:80-87: the scopes come from the parameter options, which each caller decides'],
    ['any', "export function make(options: any) { return new UiPath(options); }", '2:56-63: the scopes come from the parameter options, which each caller decides'],
    ['a variable that is assigned', "let scope = 'PIMS';\nscope += ' OR.Jobs';\nnew UiPath({ scope });", '4:14-19: the scopes come from scope, which is changed after its declaration'],
    ['a variable that is assigned in a pattern', "let scope = 'PIMS';\n({ scope } = { scope: 'OR.Jobs' });\nnew UiPath({ scope });", '4:14-19: the scopes come from scope, which is changed after its declaration'],
    ['a variable without a value', "let scope: string;\nscope = 'PIMS';\nnew UiPath({ scope });", '4:14-19: the scopes come from scope, which is changed after its declaration'],
    ['a declared variable', "declare const scope: string;\nnew UiPath({ scope });", '3:14-19: the scopes come from scope, which gets its value later'],
    ['an array that grows', "const scopes = ['PIMS'];\nscopes.push('OR.Jobs');\nnew UiPath({ scope: scopes.join(' ') });", '4:21-27: the scopes come from scopes, which is changed after its declaration'],
    ['an object that is changed', "const options = { scope: 'PIMS' };\noptions.scope = 'OR.Jobs';\nnew UiPath(options);", '4:12-19: the scopes come from options, which is changed after its declaration'],
    ['an object that is assigned to', "const options = { scope: 'PIMS' };\nObject.assign(options, { scope: 'OR.Jobs' });\nnew UiPath({ ...options });", '4:17-24: the scopes come from options, which is changed after its declaration'],
    ['a property of an object that has the type of another', "const DEFAULTS = { scope: 'PIMS' };\nexport function make(options: typeof DEFAULTS) { return new UiPath({ scope: options.scope }); }", '3:77-84: the scopes come from the parameter options, which each caller decides'],
    ['a member of an instance', "class Settings { readonly scope: string = 'PIMS'; }\nexport function make(settings: Settings) { return new UiPath({ scope: settings.scope }); }", '3:71-79: the scopes come from the parameter settings, which each caller decides'],
    ['a member that the constructor sets', "export class Session { readonly scope: string = 'PIMS';\nconstructor(more: string) { this.scope += more; }\nsdk() { return new UiPath({ scope: this.scope }); } }", '4:36-46: the scopes come from scope, which the code sets at run time'],
    ['a static member that is set', "class S { static scope = 'PIMS'; }\nS.scope = 'OR.Jobs';\nnew UiPath({ scope: S.scope });", '4:21-28: the scopes come from scope, which the code sets at run time'],
    ['a parameter that is assigned', "function more(scope: string) { scope += ' OR.Jobs'; return scope; }\nnew UiPath({ scope: more('PIMS') });", '2:60-65: the scopes come from scope, which is changed after its declaration'],
    ['a destructured variable that is assigned', "let { scope } = { scope: 'PIMS' };\nscope = 'OR.Jobs';\nnew UiPath({ scope });", '4:14-19: the scopes come from scope, which is changed after its declaration'],
    ['a call that is not followed', "declare function load(): string;\nnew UiPath({ scope: load() });", '3:21-27: the scopes come from a call that is not followed'],
    ['an async function', "async function load() { return 'PIMS'; }\nnew UiPath({ scope: (await load()) });", '3:22-34: the scopes are computed'],
    ['map', "new UiPath({ scope: ['Jobs'].map((name) => `OR.${name}`).join(' ') });", '2:21-57: the scopes come from a call that is not followed'],
    ['a computed name', "declare const key: string;\nnew UiPath({ [key]: 'PIMS' });", '3:14-27: the options of the client have a property whose name is computed'],
    ['a variable whose name is computed', 'declare const key: string;\nnew UiPath({ scope: process.env[key] });', '3:21-37: the scopes come from an environment variable whose name is computed'],
    ['spread arguments', 'declare const all: [{ scope: string }];\nnew UiPath(...all);', '3:12-18: the options of the client are spread from a list'],
    ['a getter', "new UiPath({ get scope() { return 'PIMS'; } });", '2:14-44: scope is computed'],
    ['something that is not declared', 'new UiPath({ scope: SCOPE });', '2:21-26: the scopes come from SCOPE, which is not declared'],
    ['a file that is missing', "import { SCOPE } from './missing';\nnew UiPath({ scope: SCOPE });", '3:21-26: the scopes come from SCOPE, which is not declared'],
    ['a circle', "const a: string = b;\nconst b: string = a;\nnew UiPath({ scope: a });", '2:19-20: the scopes are put together in too many steps'],
    ['a function that calls itself', "const s = (): string => s() + s();\nnew UiPath({ scope: s() });", '2:25-34: the scopes are put together in too many steps'],
    ['a ternary with an unset variable', "declare const c: boolean;\nnew UiPath({ scope: c ? process.env.UIPATH_SCOPE : 'PIMS' });", '3:25-49: the scopes come from process.env.UIPATH_SCOPE, which no .env file sets'],
  ])('%s', (_name, code, told_) => {
    expect(told(grantOf(code))).toBe(`undecided at sdk.ts:${told_}`);
  });

  it('more alternatives than anyone wants to read', () => {
    const code = `declare const c: boolean;\nnew UiPath({ scope: [${'c ? "PIMS" : "OR.Jobs", '.repeat(6)}].join(" ") });`;
    expect(told(grantOf(code))).toMatch(/^undecided at .*the scopes can be more than 16 different texts$/);
  });

  it('a text that doubles with every step', () => {
    const steps = Array.from({ length: 30 }, (_, index) => `const a${index + 1} = \`\${a${index}}\${a${index}}\`;`).join('\n');
    expect(told(grantOf(`const a0 = 'PIMS';\n${steps}\nnew UiPath({ scope: a30 });`))).toMatch(/^undecided at .*too many/);
  });
});

describe('a parameter, where all callers are in sight', () => {
  const AUTH = `import { UiPath, type Options } from 'sdk';
declare function useState<T>(start: () => T): [T];
declare namespace React { type FC<P> = (props: P) => null }
`;
  const callers = (auth: string, files: Readonly<Record<string, string>>): ClientGrant[] =>
    grantsOf({ '/app/auth.tsx': `${AUTH}${auth}`, ...files }, '/app/auth.tsx', true);

  it('of a component is what it is given, however it is written', () => {
    const component = 'export const AuthProvider: React.FC<{ config: Options }> = ({ config }) => { const [sdk] = useState(() => new UiPath(config)); return null; };';
    const app = `import { AuthProvider as Auth } from './auth';
      const authConfig: Options = { clientId: 'x', baseUrl: '', secret: undefined!, scope: import.meta.env.VITE_UIPATH_SCOPE || 'offline_access' };
      export const App = () => <Auth config={authConfig}></Auth>;`;
    expect(callers(component, { '/app/App.tsx': app, '/app/.env': 'VITE_UIPATH_SCOPE=PIMS' }).map(told)).toEqual([['* .env:1:19-23 PIMS']]);
    expect(callers(component, { '/app/App.tsx': app }).map(textsOf)).toEqual([['offline_access']]);
  });

  it.each([
    ['a property of the properties', 'export function AuthProvider(props: { scope: string }) { new UiPath({ scope: props.scope }); return null; }',
      "import { AuthProvider } from './auth';\n<AuthProvider scope=\"PIMS\" />;"],
    ['spread properties', 'export function AuthProvider({ scope }: { scope: string }) { new UiPath({ scope }); return null; }',
      "import * as auth from './auth';\nconst props = { scope: 'PIMS' };\n<auth.AuthProvider {...props} />;"],
    ['a function', 'export function make(scope: string) { return new UiPath({ scope }); }', "import { make } from './auth';\nmake('PIMS');"],
    ['a function that another one calls', 'const make = (options: Partial<Options>) => new UiPath(options);\nexport const start = (scope: string) => make({ scope });',
      "import { start } from './auth';\nstart('PIMS');"],
    ['a default', "export function make(scope = 'PIMS') { return new UiPath({ scope }); }", "import { make } from './auth';\nmake();"],
    ['a default export', 'export default function make(scope: string) { return new UiPath({ scope }); }', "import anything from './auth';\nanything('PIMS');"],
    ['a constructor', 'export class Session { sdk: UiPath; constructor(scope: string) { this.sdk = new UiPath({ scope }); } }', "import { Session } from './auth';\nnew Session('PIMS');"],
    ['a type that excludes what lacks it', `type Result = { ok: true; options: { scope: string } } | { ok: false };
      function load(): Result { if (Math.random() > 1) { return { ok: false }; } return { ok: true, options: { scope: 'PIMS' } }; }
      export function start() { const result = load(); return result.ok ? new UiPath({ scope: result.options.scope ?? '' }) : null; }`, ''],
  ])('is read through %s', (_name, auth, app) => {
    expect(callers(auth, { '/app/App.tsx': app }).map(textsOf)).toEqual([['PIMS']]);
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
    expect(callers(auth, { '/app/App.tsx': app })).toMatchObject([{ effective: null, alternatives: [{ text: 'PIMS' }, { text: 'OR.Jobs' }, { text: 'PIMS' }] }]);
  });

  it.each([
    ['handed on', "import { make } from './auth';\nmake('PIMS');\n['OR.Jobs'].map(make);"],
    ['kept under another name', "import { make } from './auth';\nmake('PIMS');\nexport const other = make;"],
    ['called with spread arguments', "import { make } from './auth';\nmake('PIMS');\nmake(...(['OR.Jobs'] as [string]));"],
    ['imported at run time', "import { make } from './auth';\nmake('PIMS');\nconst { make: other } = await import('./auth');\nother('OR.Jobs');"],
    ['taken out of its module', "import * as auth from './auth';\nauth.make('PIMS');\nconst { make } = auth;\nmake('OR.Jobs');"],
    ['called with a parameter that is open itself', "import { make } from './auth';\nexport const again = (scope: string) => make(scope);"],
    ['never called', "import type { make } from './auth';\nexport type Make = typeof make;"],
  ])('is undecided if its function is %s', (_name, app) => {
    const grants = callers('export function make(scope: string) { return new UiPath({ scope }); }', { '/app/App.tsx': app });
    expect(grants).toMatchObject([{ kind: 'undecided', undecided: { reason: 'the scopes come from the parameter scope, which each caller decides' } }]);
  });

  it('is undecided if it is that of a method, which other classes may have', () => {
    const auth = 'export class A { make(scope: string) { return new UiPath({ scope }); } }';
    expect(callers(auth, { '/app/App.tsx': "import { A } from './auth';\nnew A().make('PIMS');" })).toMatchObject([{ kind: 'undecided' }]);
  });

  it('ends when functions call each other', () => {
    const auth = 'export function a(scope: string): unknown { return new UiPath({ scope }) && b(scope); }\nexport function b(scope: string): unknown { return a(scope + scope); }';
    expect(callers(auth, {})).toMatchObject([{ kind: 'undecided' }]);
  });
});

describe('case 49: several clients', () => {
  it('are each read by themselves', () => {
    const grants = grantsOf({ '/app/sdk.ts': "import { UiPath } from 'sdk';\nnew UiPath({ scope: 'PIMS' });\nnew UiPath();\nnew UiPath({ secret: 'hunter2' });" });
    expect(grants.map(textsOf)).toEqual([['PIMS'], 'none', 'unscoped']);
  });
});
