import { describe, expect, it } from 'vitest';
import { grantOf, grantsOfEach, told } from './read-client.ts';

describe('undecided, with the place and the reason:', () => {
  it('each of these', () => {
    const ways = [
      [
        'a parameter',
        'export function make(scope: string) { return new UiPath({ scope }); }',
        '2:59-64: the scopes come from the parameter scope, which each caller decides',
      ],
      [
        'a parameter with a default',
        "export function make(scope = 'PIMS') { return new UiPath({ scope }); }",
        '2:60-65: the scopes come from the parameter scope, which each caller decides',
      ],
      [
        'a parameter that is the options',
        "import type { Options } from 'sdk';\nexport function make(options: Options) { return new UiPath(options); }",
        '3:60-67: the scopes come from the parameter options, which each caller decides',
      ],
      [
        'a parameter that is spread over the scope',
        "import type { Options } from 'sdk';\nexport function make(options: Options) { return new UiPath({ scope: 'PIMS', ...options }); }",
        '3:80-87: the scopes come from the parameter options, which each caller decides',
      ],
      [
        'any',
        "export function make(options: any) { return new UiPath(options); }",
        '2:56-63: the scopes come from the parameter options, which each caller decides',
      ],
      [
        'a variable that is assigned',
        "let scope = 'PIMS';\nscope += ' OR.Jobs';\nnew UiPath({ scope });",
        '4:14-19: the scopes come from scope, which is changed after its declaration',
      ],
      [
        'a variable that is assigned in a pattern',
        "let scope = 'PIMS';\n({ scope } = { scope: 'OR.Jobs' });\nnew UiPath({ scope });",
        '4:14-19: the scopes come from scope, which is changed after its declaration',
      ],
      [
        'a variable without a value',
        "let scope: string;\nscope = 'PIMS';\nnew UiPath({ scope });",
        '4:14-19: the scopes come from scope, which is changed after its declaration',
      ],
      [
        'a declared variable',
        "declare const scope: string;\nnew UiPath({ scope });",
        '3:14-19: the scopes come from scope, which gets its value later',
      ],
      [
        'an array that grows',
        "const scopes = ['PIMS'];\nscopes.push('OR.Jobs');\nnew UiPath({ scope: scopes.join(' ') });",
        '4:21-27: the scopes come from scopes, which is changed after its declaration',
      ],
      [
        'an object that is changed',
        "const options = { scope: 'PIMS' };\noptions.scope = 'OR.Jobs';\nnew UiPath(options);",
        '4:12-19: the scopes come from options, which is changed after its declaration',
      ],
      [
        'an object that is assigned to',
        "const options = { scope: 'PIMS' };\nObject.assign(options, { scope: 'OR.Jobs' });\nnew UiPath({ ...options });",
        '4:17-24: the scopes come from options, which is changed after its declaration',
      ],
      [
        'a property of an object that has the type of another',
        `const DEFAULTS = { scope: 'PIMS' };
export function make(options: typeof DEFAULTS) { return new UiPath({ scope: options.scope }); }`,
        '3:77-84: the scopes come from the parameter options, which each caller decides',
      ],
      [
        'a member of an instance',
        `class Settings { readonly scope: string = 'PIMS'; }
export function make(settings: Settings) { return new UiPath({ scope: settings.scope }); }`,
        '3:71-79: the scopes come from the parameter settings, which each caller decides',
      ],
      [
        'a member that the constructor sets',
        `export class Session { readonly scope: string = 'PIMS';
constructor(more: string) { this.scope += more; }
sdk() { return new UiPath({ scope: this.scope }); } }`,
        '4:36-46: the scopes come from scope, which the code sets at run time',
      ],
      [
        'a static member that is set',
        "class S { static scope = 'PIMS'; }\nS.scope = 'OR.Jobs';\nnew UiPath({ scope: S.scope });",
        '4:21-28: the scopes come from scope, which the code sets at run time',
      ],
      [
        'a parameter that is assigned',
        "function more(scope: string) { scope += ' OR.Jobs'; return scope; }\nnew UiPath({ scope: more('PIMS') });",
        '2:60-65: the scopes come from scope, which is changed after its declaration',
      ],
      [
        'a destructured variable that is assigned',
        "let { scope } = { scope: 'PIMS' };\nscope = 'OR.Jobs';\nnew UiPath({ scope });",
        '4:14-19: the scopes come from scope, which is changed after its declaration',
      ],
      [
        'a call that is not followed',
        "declare function load(): string;\nnew UiPath({ scope: load() });",
        '3:21-27: the scopes come from a call that is not followed',
      ],
      [
        'an async function',
        "async function load() { return 'PIMS'; }\nnew UiPath({ scope: (await load()) });",
        '3:22-34: the scopes are computed',
      ],
      [
        'map',
        "new UiPath({ scope: ['Jobs'].map((name) => `OR.${name}`).join(' ') });",
        '2:21-57: the scopes come from a call that is not followed',
      ],
      [
        'a computed name',
        "declare const key: string;\nnew UiPath({ [key]: 'PIMS' });",
        '3:14-27: the options of the client have a property whose name is computed',
      ],
      [
        'a variable whose name is computed',
        'declare const key: string;\nnew UiPath({ scope: process.env[key] });',
        '3:21-37: the scopes come from an environment variable whose name is computed',
      ],
      [
        'spread arguments',
        'declare const all: [{ scope: string }];\nnew UiPath(...all);',
        '3:12-18: the options of the client are spread from a list',
      ],
      ['a getter', "new UiPath({ get scope() { return 'PIMS'; } });", '2:14-44: scope is computed'],
      ['something that is not declared', 'new UiPath({ scope: SCOPE });', '2:21-26: the scopes come from SCOPE, which is not declared'],
      [
        'a file that is missing',
        "import { SCOPE } from './missing';\nnew UiPath({ scope: SCOPE });",
        '3:21-26: the scopes come from SCOPE, which is not declared',
      ],
      [
        'a circle',
        "const a: string = b;\nconst b: string = a;\nnew UiPath({ scope: a });",
        '2:19-20: the scopes are put together in too many steps',
      ],
      [
        'a function that calls itself',
        "const s = (): string => s() + s();\nnew UiPath({ scope: s() });",
        '2:25-34: the scopes are put together in too many steps',
      ],
      [
        'a ternary with an unset variable',
        "declare const c: boolean;\nnew UiPath({ scope: c ? process.env.UIPATH_SCOPE : 'PIMS' });",
        '3:25-49: the scopes come from process.env.UIPATH_SCOPE, which no .env file sets',
      ],
    ] as const;
    const grants = grantsOfEach(ways.map(([, code]) => code)).map(told);
    expect(ways.map(([name], index) => [name, grants[index]])).toEqual(ways.map(([name, , expected]) => [name, `undecided at sdk.ts:${expected}`]));
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
