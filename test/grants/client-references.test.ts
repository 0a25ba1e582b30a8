import { describe, expect, it } from 'vitest';
import { grantsOf, reasonOf, reasonsOfEach } from './read-client.ts';

const declared = 'declare const c: boolean; declare const key: string; declare function load(): string; declare const list: string[];\n';
const clientOf = (before = '', scope = ''): string => `${declared}${before}\nnew UiPath({ scope: ${scope} });`;

describe('a name in the place of scopes', () => {
  it('is a member of what is in sight', () => {
    const ways = [
      ["const S = { a: 'PIMS' };", 'S[key]', 'the scopes come from a property whose name is computed'],
      ["const S = { a: 'PIMS' };", "S['a']", ['PIMS']],
      ["const S = { 0: 'PIMS' };", 'S[0]', ['PIMS']],
      ["const S = { a: 'PIMS' }; const at = 'a';", 'S[at]', ['PIMS']],
      ["declare const s: Record<'a' | 'b', string>;", 's.a', 'the scopes come from s, which gets its value later'],
      ["class Settings { static ALL = 'PIMS'; }\nconst s: typeof Settings = { ALL: 'OR.Jobs' } as any;", 's.ALL', ['OR.Jobs']],
      [
        "class Settings { static ALL = 'PIMS'; }\nconst s: typeof Settings = c ? { ALL: 'OR.Jobs' } as any : Settings;",
        's.ALL',
        'the scopes come from Settings, which the code sets at run time',
      ],
      ['enum S { A }', 'S.A', 'A is no text'],
      ["enum S { A = 'PIMS' }", 'S.A', ['PIMS']],
      ["namespace S { export const a = 'PIMS'; }", 'S.a', ['PIMS']],
      ["class Settings { scope = 'PIMS'; }", 'new Settings().scope', 'the options of the client are computed'],
      ["class Settings { scope = 'PIMS'; }", 'Settings.prototype.scope', 'the scopes come from Settings, which the code sets at run time'],
      [
        "class Settings { constructor(readonly scope = 'PIMS') {} }\ndeclare const s: Settings;",
        's.scope',
        'the scopes come from s, which gets its value later',
      ],
      ['', 'toString', 'the scopes come from toString, which is not declared'],
      ['', 'missing', 'the scopes come from missing, which is not declared'],
      ['', 'missing.scope', 'the scopes come from missing, which is not declared'],
      ['', 'missing.scope.more', 'the scopes come from missing, which is not declared'],
    ] as const;
    expect(reasonsOfEach(ways, clientOf)).toEqual(ways);
  });

  it('is a field that its class gives a value once and for all', () => {
    const ways = [
      ["readonly scope: string; constructor() { this.scope = 'PIMS'; }", 'this.scope', '', ['PIMS']],
      [
        'readonly scope: string; constructor(scope: string) { this.scope = scope; }',
        'this.scope',
        '',
        'the scopes come from the parameter scope, which each caller decides',
      ],
      [
        "readonly scope: string; constructor() { this.scope = 'PIMS'; this.scope = 'OR.Jobs'; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string; constructor() { this.scope += 'PIMS'; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string; constructor() { this.scope = 'PIMS'; this.scope ^= 'OR.Jobs'; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string; constructor() { this.scope = 'PIMS'; if (this.scope === 'OR.Jobs' || this.scope in this) { return; } }",
        'this.scope',
        '',
        ['PIMS'],
      ],
      [
        "readonly scope: string; constructor() { if (c) { this.scope = 'PIMS'; } }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string; constructor() { load(this.scope = 'PIMS'); }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string; constructor() { const inner = () => { this.scope = 'PIMS'; }; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string; constructor() { this.scope = 'PIMS'; } log(other: { scope: string }) { other.scope = this.scope; }",
        'this.scope',
        '',
        ['PIMS'],
      ],
      [
        "readonly scope: string; set() { this.scope = 'PIMS'; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      ['readonly scope: string; constructor() {}', 'this.scope', '', 'the scopes come from scope, which the code sets at run time'],
      [
        "readonly scope: string; readonly other: { scope: string }; constructor() { this.other.scope = 'PIMS'; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      [
        "readonly scope: string = 'PIMS'; constructor() { this.scope = 'OR.Jobs'; }",
        'this.scope',
        '',
        'the scopes come from scope, which the code sets at run time',
      ],
      ["readonly scope = 'PIMS';", 'this.scope', '', ['PIMS']],
      [
        "readonly scope: string; constructor() { this.scope = 'PIMS'; }",
        'this.scope',
        "new Session().scope = 'OR.Jobs';",
        'the scopes come from scope, which the code sets at run time',
      ],
      ['static all: string;', 'Session.all', "Session.all = 'PIMS';", 'the scopes come from all, which the code sets at run time'],
      [
        "constructor(private readonly scope = 'PIMS') {}",
        'this.scope',
        '',
        'the scopes come from the parameter scope, which each caller decides',
      ],
      ["get scope() { return 'PIMS'; }", 'this.scope', '', 'the options of the client are computed'],
    ] as const;
    const codeOf = (members = '', scope = '', after = ''): string =>
      `${declared}export class Session { ${members}\nsdk() { return new UiPath({ scope: ${scope} }); } }\n${after}`;
    expect(reasonsOfEach(ways, codeOf)).toEqual(ways);
  });

  it('is a field that JavaScript declares where the constructor sets it', () => {
    const read = (constructor: string): unknown => grantsOf({
      '/app/sdk.js': `import { UiPath } from 'sdk';\nexport class Session { constructor(scope) { ${constructor} }\nsdk() { return new UiPath({ scope: this.scope }); } }`,
    }, '/app/sdk.js').map(reasonOf);
    expect(read("this.scope = 'PIMS';")).toEqual([['PIMS']]);
    expect(read("this.scope = 'PIMS'; this.scope += ' OR.Jobs';")).toEqual(['the scopes come from scope, which the code sets at run time']);
    expect(read('this.scope = scope;')).toEqual(['the scopes come from the parameter scope, which each caller decides']);
  });

  it('is a part of an object that is taken apart', () => {
    const ways = [
      ["const [a] = ['PIMS'];", 'a', 'the scopes come from a destructuring that is not followed'],
      ["const { a } = { a: 'PIMS' };", 'a', ['PIMS']],
      ["const { a: b } = { a: 'PIMS' };", 'b', ['PIMS']],
      ["const { 'a': b } = { a: 'PIMS' };", 'b', ['PIMS']],
      ["const { 1: b } = { 1: 'PIMS' };", 'b', 'the scopes come from a destructuring that is not followed'],
      ["const { [key]: b } = { a: 'PIMS' };", 'b', 'the scopes come from a destructuring that is not followed'],
      ["const { o: { a } } = { o: { a: 'PIMS' } };", 'a', 'the scopes come from a destructuring that is not followed'],
      ["const { ...rest } = { a: 'PIMS' };", 'rest', 'the scopes come from a destructuring that is not followed'],
      ["const { a = 'PIMS' } = { b: 'OR.Jobs' };", 'a', ['PIMS']],
      ["const { a = 'PIMS' } = { a: 'OR.Jobs' };", 'a', ['OR.Jobs']],
      ['const { a } = undefined as any;', 'a', 'none'],
      ['declare const { a }: { a: string };', 'a', 'the scopes come from { a }, which gets its value later'],
      [
        "const settings: any = {}; const { o: { a = 'PIMS' } } = settings;",
        'a',
        'the scopes come from a destructuring that is not followed',
      ],
    ] as const;
    expect(reasonsOfEach(ways, clientOf)).toEqual(ways);
    const parameters = [
      ["const make = ({ scope }: any) => ({ clientId: 'x', scope });\nnew UiPath(make());", 'none'],
      ["const make = ({ scope }: any = { scope: 'PIMS' }) => ({ clientId: 'x', scope });\nnew UiPath(make());", ['PIMS']],
      [
        'export const make = ({ scope }: { scope: string }) => new UiPath({ scope });',
        'the scopes come from the parameter, which each caller decides',
      ],
      ['export const make = ([scope]: [string]) => new UiPath({ scope });', 'the scopes come from a destructuring that is not followed'],
    ] as const;
    expect(reasonsOfEach(parameters)).toEqual(parameters);
  });

  it('is imported', () => {
    const ways = [
      ["import * as scopes from './scopes';\nnew UiPath({ scope: scopes });", 'the scopes come from a module'],
      ["import scopes from './scopes';\nnew UiPath({ scope: scopes });", 'the scopes come from scopes, which is not declared'],
      [
        "import { SCOPE, missing } from './scopes';\nnew UiPath({ scope: `${SCOPE} ${missing}` });",
        'the scopes come from missing, which is not declared',
      ],
      ["import * as scopes from './scopes';\nnew UiPath({ scope: scopes.SCOPE });", ['PIMS']],
      ["import empty from './empty.json';\nnew UiPath(empty);", 'the scopes come from a module'],
      ["import text from './text.json';\nnew UiPath({ scope: text });", ['PIMS']],
      ["import { first } from './common.js';\nnew UiPath({ scope: first });", ['PIMS']],
      ["import { second } from './common.js';\nnew UiPath({ scope: second });", ['OR.Jobs']],
      [
        "import common from './common.js';\nnew UiPath({ scope: common.first });",
        'the scopes come from export=, which the code sets at run time',
      ],
    ] as const;
    expect(reasonsOfEach(ways, undefined, {
      '/app/scopes.ts': "export const SCOPE = 'PIMS';",
      '/app/empty.json': '',
      '/app/text.json': '"PIMS"',
      '/app/common.js': "const first = 'PIMS';\nmodule.exports = { first, second: 'OR.Jobs' };",
    })).toEqual(ways);
  });
});

it('a function in the place of scopes is what it returns for what it is given', () => {
  const ways = [
    ["function s() { return 'PIMS'; }", 's()', ['PIMS']],
    ["const s = function () { return 'PIMS'; };", '(s)()', ['PIMS']],
    ["const s = () => 'PIMS', t = () => 'OR.Jobs';", '(c ? s : t)()', 'the scopes come from a call that is not followed'],
    ["const s = c ? () => 'PIMS' : () => 'OR.Jobs';", 's()', 'the scopes come from a call that is not followed'],
    ['declare const s: () => string;', 's()', 'the scopes come from a call that is not followed'],
    ['declare function s(): string;', 's()', 'the scopes come from a call that is not followed'],
    ["function s(a: string): string;\nfunction s(): string;\nfunction s() { return 'PIMS'; }", "s('a')", ['PIMS']],
    ["function* s() { return 'PIMS'; }", 's()', 'the scopes come from a call that is not followed'],
    ["const s = 'PIMS' as any;", 's()', 'the scopes come from a call that is not followed'],
    ['class s {}', 's()', 'the scopes come from a call that is not followed'],
    ['', 'missing()', 'the scopes come from a call that is not followed'],
    ['', 'list[0]()', 'the scopes come from a call that is not followed'],
    ["const s = { all: () => 'PIMS' };", 's.all()', ['PIMS']],
    ["class s { static all() { return 'PIMS'; } }", 's.all()', 'the scopes come from a call that is not followed'],
    ["const s = { all() { return 'PIMS'; } };", 's.all()', 'the scopes come from a call that is not followed'],
    ["namespace s { export function all() { return 'PIMS'; } }", 's.all()', ['PIMS']],
    ['const s = (make: () => string) => make();', "s(() => 'PIMS')", ['PIMS']],
    // What is passed.
    ['const s = (a: string) => a;', "s('PIMS')", ['PIMS']],
    ["const s = (a = 'PIMS') => a;", 's()', ['PIMS']],
    ["const s = (a?: string) => a ?? 'PIMS';", 's()', ['PIMS']],
    ['const s = (a?: string) => a;', 's()', 'none'],
    ['const s = (a: string) => a;', "s(...['PIMS'])", 'the scopes come from a call that is not followed'],
    ["const s = (...all: string[]) => all.join(' ');", "s('PIMS')", 'the scopes come from a call that is not followed'],
    ["const S: any = { a: 'PIMS' }; const s = (name: string) => S[name];", "s('a')", ['PIMS']],
    [
        "const S: any = { a: 'PIMS' }; const s = (name?: string) => S[name!];",
        's()',
        'the scopes come from a property whose name is computed',
    ],
    [
        "const S: any = { a: 'PIMS' }; const s = (name: string) => S[name]; const t = (name = 'a') => s(name);",
        't()',
        'the scopes come from a property whose name is computed',
    ],
    ["const S: any = { a: 'PIMS' }; const s = (name: string) => S[name]; const t = (name: string) => s(name);", "t('a')", ['PIMS']],
    ['declare function useMemo(make: any, of: any[]): any;', "useMemo((a = 'PIMS') => a, ['OR.Jobs'])", ['PIMS']],
    ['declare function useMemo(): any;', 'useMemo()', 'the scopes come from a call that is not followed'],
    ['declare const React: any;', "React.useMemo(() => 'PIMS', [])", ['PIMS']],
    ['', "Object.seal('PIMS')", ['PIMS']],
    ['', 'Object.freeze()', 'the scopes come from a call that is not followed'],
    ['declare function freeze(one: string): string;', "freeze('PIMS')", ['PIMS']],
    ['', "Object.create('PIMS')", 'the scopes come from a call that is not followed'],
    // What is returned.
    ["function s() { if (c) { return; } return 'PIMS'; }", 's()', ['PIMS', '-']],
    ["function s() { if (c) { return 'PIMS'; } }", 's()', ['PIMS', '-']],
    ["function s() { if (c) { return 'PIMS'; } else { return 'OR.Jobs'; } }", 's()', ['PIMS', 'OR.Jobs']],
    ["function s() { if (c) { return 'PIMS'; } else { load(); } }", 's()', ['PIMS', '-']],
    ["function s() { if (c) { load(); } else { return 'PIMS'; } }", 's()', ['PIMS', '-']],
    ["function s() { if (c) return 'PIMS'; throw new Error('x'); }", 's()', ['PIMS']],
    ["function s() { { return 'PIMS'; } }", 's()', ['PIMS']],
    ['function s() { {} }', 's()', 'none'],
    ['function s() {}', 's()', 'none'],
    ["function s(): string { throw new Error('x'); }", 's()', 'none'],
    ["function s() { while (c) { return 'PIMS'; } }", 's()', ['PIMS', '-']],
    [
        "function s() { const t = () => { return 'OR.Jobs'; }; class K { m() { return 'OR.Tasks'; } static { load(); } } function u() { return 'OR.Assets'; } return 'PIMS'; }",
        's()',
      ['PIMS'],
    ],
    ["function s() { try { return 'PIMS'; } catch { return 'OR.Jobs'; } }", 's()', ['PIMS', 'OR.Jobs', '-']],
    ["function s(): 'PIMS' | 'OR.Jobs' { if (c) { return load() as any; } return 'PIMS'; }", 's()', ['PIMS', 'OR.Jobs']],
    ["function s(): string { if (c) { return load(); } return 'PIMS'; }", 's()', 'the scopes come from a call that is not followed'],
    ["export function make(a: 'PIMS' | 7) {} declare const a: 'PIMS' | 7;", 'a', 'the scopes come from a, which gets its value later'],
    ["declare const a: 'PIMS';", 'a', ['PIMS']],
  ] as const;
  expect(reasonsOfEach(ways, clientOf)).toEqual(ways);
});
