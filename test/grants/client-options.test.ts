import { describe, expect, it } from 'vitest';
import { grantOf, grantsOf, grantsOfEach, reasonsOfEach, textsOf, told } from './read-client.ts';

describe('the object of options', () => {
  it('is read through what holds it', () => {
    const ways = [
      ['a const', "const options = { scope: 'PIMS' };\nnew UiPath(options);"],
      ['a typed const', "import type { Options } from 'sdk';\nconst options: Partial<Options> = { scope: 'PIMS' };\nnew UiPath(options);"],
      ['satisfies', "new UiPath({ scope: 'PIMS' } satisfies object);"],
      ['a spread before the scope', "const options = { scope: 'OR.Jobs', clientId: 'x' };\nnew UiPath({ ...options, scope: 'PIMS' });"],
      ['a spread after the scope', "const options = { scope: 'PIMS' };\nnew UiPath({ scope: 'OR.Jobs', ...options });"],
      ['a spread without a scope', "const options = { clientId: 'x' };\nnew UiPath({ scope: 'PIMS', ...options });"],
      ['a spread of nothing', "new UiPath({ scope: 'PIMS', ...undefined });"],
      [
        'an unknown object whose type has no scope',
        "export function make(base: { baseUrl: string }) { return new UiPath({ scope: 'PIMS', ...base }); }",
      ],
      ['Object.freeze', "const options = Object.freeze({ scope: 'PIMS' });\nnew UiPath(options);"],
      [
        'useMemo',
        "declare function useMemo<T>(make: () => T): T;\nconst options = useMemo(() => ({ scope: 'PIMS' }));\nnew UiPath(options);",
      ],
      ['a nested object', "const settings = { auth: { scope: 'PIMS' } };\nnew UiPath(settings.auth);"],
      ['a function that is called with it', "const make = (options: object) => options;\nnew UiPath(make({ scope: 'PIMS' }));"],
      [
        'a destructured parameter',
        "const make = ({ scope }: { scope: string }) => ({ clientId: 'x', scope });\nnew UiPath(make({ scope: 'PIMS' }));",
      ],
    ] as const;
    const grants = grantsOfEach(ways.map(([, code]) => code)).map(textsOf);
    expect(ways.map(([name], index) => [name, grants[index]])).toEqual(ways.map(([name]) => [name, ['PIMS']]));
  });

  it('says nothing of scopes where it holds none', () => {
    const ways = [
      ['no argument', 'new UiPath();'],
      ['no parentheses', 'new UiPath;'],
      ['undefined', 'new UiPath(undefined);'],
      ['an object without a scope', "new UiPath({ clientId: 'x' });"],
      ['a scope that is undefined', 'new UiPath({ scope: undefined });'],
      ['a parameter whose type has no scope', 'export function make(base: { baseUrl: string }) { return new UiPath(base); }'],
    ] as const;
    const grants = grantsOfEach(ways.map(([, code]) => code));
    expect(ways.map(([name], index) => [name, grants[index]])).toEqual(ways.map(([name]) => [name, { kind: 'none' }]));
  });

  it.each([
    ['two texts', "declare const c: boolean;\nnew UiPath({ scope: c ? 'PIMS' : 'OR.Jobs' });", ['PIMS', 'OR.Jobs'], false],
    ['two objects', "declare const c: boolean;\nnew UiPath(c ? { scope: 'PIMS' } : { scope: 'OR.Jobs' });", ['PIMS', 'OR.Jobs'], false],
    ['an object or nothing', "declare const c: boolean;\nnew UiPath(c ? { scope: 'PIMS' } : undefined);", ['PIMS'], true],
    [
      'a spread that may be left out',
      "declare const c: boolean;\nnew UiPath({ clientId: 'x', ...(c && { scope: 'PIMS' }) });",
      ['PIMS'],
      true,
    ],
    [
      'a spread over a scope',
      "declare const c: boolean;\nnew UiPath({ scope: 'OR.Jobs', ...(c ? { scope: 'PIMS' } : {}) });",
      ['PIMS', 'OR.Jobs'],
      false,
    ],
    [
      'an item that may be left out',
      "declare const c: boolean;\nnew UiPath({ scope: ['PIMS', ...(c ? ['OR.Jobs'] : [])].join(' ') });",
      ['PIMS OR.Jobs', 'PIMS'],
      false,
    ],
    [
      'a filtered item',
      "declare const c: boolean;\nnew UiPath({ scope: ['PIMS', c && 'OR.Jobs'].filter(Boolean).join(' ') });",
      ['PIMS', 'PIMS OR.Jobs'],
      false,
    ],
    [
      'returns of a function',
      "function s(c: boolean) { if (c) { return 'PIMS'; } return 'OR.Jobs'; }\nnew UiPath({ scope: s(true) });",
      ['PIMS', 'OR.Jobs'],
      false,
    ],
    [
      'a type with two texts',
      "export function make(scope: 'PIMS' | 'OR.Jobs') { return new UiPath({ scope }); }",
      ['PIMS', 'OR.Jobs'],
      false,
    ],
  ])('leaves several alternatives: %s', (_name, code, alternatives, orDeclared) => {
    const grant = grantOf(code);
    expect(textsOf(grant)).toEqual(alternatives);
    expect(grant).toMatchObject({ effective: null, orDeclared });
  });
});

it('of the options what is in sight is read, and what may be given besides is not known', () => {
  const ways = [
    // Objects in sight.
    ["new UiPath({ ...null, scope: 'PIMS' });", ['PIMS']],
    ["new UiPath({ scope: 'PIMS', ...false });", ['PIMS']],
    ['new UiPath(null);', 'none'],
    ['new UiPath(void 0);', 'none'],
    ['new UiPath(false);', 'none'],
    ["declare const c: boolean;\nconst given = c ? { scope: 'PIMS' } : undefined;\nnew UiPath({ scope: given!.scope });", ['PIMS']],
    [
        "declare const c: boolean;\nconst given: { scope?: string } = c ? { scope: 'PIMS' } : {};\nnew UiPath({ scope: given.scope });",
      ['PIMS', '-'],
    ],
    [
        "declare const c: boolean;\nconst given = c ? { scope: 'PIMS' } : { scope: 'OR.Jobs' };\nnew UiPath({ scope: given.scope });",
      ['PIMS', 'OR.Jobs'],
    ],
    [
        "declare const c: boolean;\nconst given: { scope: string } | { other: string } = c ? { scope: 'PIMS' } : { other: 'x' };\nif ('scope' in given) { new UiPath({ scope: given.scope }); }",
      ['PIMS'],
    ],
    ["declare const c: boolean;\nconst given = { clientId: 'x' };\nnew UiPath({ scope: given.scope });", 'none'],
    ["new UiPath(undefined ?? { scope: 'PIMS' });", ['PIMS']],
    ["new UiPath(null || { scope: 'PIMS' });", ['PIMS']],
    ["new UiPath({ scope: 'PIMS' } ?? { scope: 'OR.Jobs' });", ['PIMS']],
    ["new UiPath({ scope: 'PIMS' } || { scope: 'OR.Jobs' });", ['PIMS']],
    ["declare const given: any;\nnew UiPath(given ?? { scope: 'PIMS' });", 'the scopes come from given, which gets its value later'],
    ["declare const c: boolean;\nnew UiPath((c && { scope: 'OR.Jobs' }) || { scope: 'PIMS' });", ['OR.Jobs', 'PIMS']],
    ["declare const c: boolean;\nnew UiPath(c && { scope: 'PIMS' });", ['PIMS', '-']],
    ["new UiPath(({ scope: 'OR.Jobs' }, { scope: 'PIMS' }));", 'the options of the client are computed'],
    ["new UiPath('PIMS');", 'the options of the client are computed'],
    ['new UiPath(new Map());', 'none'],
    ['new UiPath(class {});', 'none'],
    ["const settings = {}; const { auth = { scope: 'PIMS' } } = settings as any;\nnew UiPath(auth);", ['PIMS']],
    ["const settings = { auth: { scope: 'OR.Jobs' } }; const { auth = { scope: 'PIMS' } } = settings;\nnew UiPath(auth);", ['OR.Jobs']],
    ['const { AUTH } = process.env;\nnew UiPath(AUTH as any);', 'the options of the client come from process.env.AUTH'],
    [
        "const { AUTH = { scope: 'PIMS' } } = process.env as any;\nnew UiPath(AUTH);",
        'the options of the client come from process.env.AUTH',
    ],
    ['new UiPath(process.env.AUTH as any);', 'the options of the client come from process.env.AUTH'],
    ['new UiPath({ ...process.env.AUTH as any });', 'the options of the client come from process.env.AUTH'],
    ['const a: any = { ...b }; const b: any = { ...a };\nnew UiPath(a);', 'the options of the client are put together in too many steps'],
    [
        'const a: any = { ...b }; const b: any = { ...a };\nnew UiPath({ scope: a.scope });',
        'the options of the client are put together in too many steps',
    ],
    ["function load(): any { throw new Error('x'); }\nnew UiPath(load());", 'none'],
    ['declare function load(): any;\nnew UiPath(load());', 'the options of the client are computed'],
    ["declare function load(): any;\nnew UiPath({ scope: 'PIMS', ...load() });", 'the options of the client are computed'],
    // Objects of which the type is known.
    [
        "export const make = (given: unknown) => new UiPath({ scope: 'PIMS', ...(given as object) });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    ["export const make = (given: { a: string } | { b: string }) => new UiPath({ scope: 'PIMS', ...given });", ['PIMS']],
    [
        "export const make = (given: { a: string } | { scope: string }) => new UiPath({ scope: 'PIMS', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    [
        "export const make = (given: Record<string, string>) => new UiPath({ scope: 'PIMS', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    [
        "export const make = (given: {}) => new UiPath({ scope: 'PIMS', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    [
        "export const make = (given: string) => new UiPath({ scope: 'PIMS', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    [
        "export const make = (given: { a: string } | undefined) => new UiPath({ scope: 'PIMS', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    [
        "export const make = (given: { a: string; scope?: string }) => new UiPath({ scope: 'PIMS', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    // A secret that may be given.
    [
        "export const make = (given: { secret?: string }) => new UiPath({ clientId: 'x', ...given });",
        'the scopes come from the parameter given, which each caller decides',
    ],
    ["export const make = (given: { secret?: string }) => new UiPath({ scope: 'PIMS', ...given });", ['PIMS']],
    ["declare const key: string;\nnew UiPath({ [key]: 'x', secret: 'hunter2' });", 'unscoped'],
    ["declare const key: string;\nnew UiPath({ [key]: 'x', scope: 'PIMS' });", ['PIMS']],
    [
        "declare const key: string;\nnew UiPath({ secret: 'hunter2', [key]: 'x' });",
        'the options of the client have a property whose name is computed',
    ],
    [
        "declare const c: boolean;\nnew UiPath({ secret: 'hunter2', ...(c && { scope: 'PIMS' }) });",
        'the client is given secret, with which it has no scopes, as well as scope',
    ],
    ["declare const c: boolean;\nnew UiPath(c ? { secret: 'hunter2' } : { secret: 'hunter3' });", 'unscoped'],
    [
        "declare const c: boolean;\nnew UiPath(c ? { secret: 'hunter2' } : {});",
        'the client has scopes on one way through the code, and a secret on another',
    ],
    ["declare const c: boolean;\nnew UiPath(c ? { clientId: 'x' } : { clientId: 'y' });", 'none'],
    ['const { UIPATH_SECRET } = process.env;\nnew UiPath({ secret: UIPATH_SECRET });', 'unscoped'],
  ] as const;
  expect(reasonsOfEach(ways)).toEqual(ways);
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

describe('case 49: several clients', () => {
  it('are each read by themselves', () => {
    const grants = grantsOf({
      '/app/sdk.ts': "import { UiPath } from 'sdk';\nnew UiPath({ scope: 'PIMS' });\nnew UiPath();\nnew UiPath({ secret: 'hunter2' });",
    });
    expect(grants.map(textsOf)).toEqual([['PIMS'], 'none', 'unscoped']);
  });
});
