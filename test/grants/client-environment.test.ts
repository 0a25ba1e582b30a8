import { describe, expect, it } from 'vitest';
import { grantOf, reasonsOfEach, textsOf, told } from './read-client.ts';

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
    [
      'a destructuring with a default',
      "const { VITE_UIPATH_SCOPE = 'OR.Tasks' } = import.meta.env;\nnew UiPath({ scope: VITE_UIPATH_SCOPE });",
    ],
    ['a const for the key', "const KEY = 'VITE_UIPATH_SCOPE';\nnew UiPath({ scope: process.env[KEY] });"],
    ['?? with a fallback', "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'OR.Tasks OR.Tasks.Write' });"],
    ['|| with a fallback', "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'offline_access' });"],
    [
      'a function that requires it',
      `function need(name: string): string {
        const value = import.meta.env[name];
        if (!value) throw new Error(name);
        return value;
      }
      new UiPath({ scope: need('VITE_UIPATH_SCOPE') });`,
    ],
    [
      'a function with a fallback',
      `const get = (name: string, otherwise = '') => process.env[name] ?? otherwise;
      new UiPath({ scope: get('VITE_UIPATH_SCOPE', 'OR.Tasks') });`,
    ],
    [
      'a configuration object',
      'const config = { uipath: { scope: import.meta.env.VITE_UIPATH_SCOPE as string } };\nnew UiPath({ ...config.uipath });',
    ],
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
    expect(grant).toMatchObject({
      effective: { text: 'B' },
      alternatives: [{ environment: null }, { environment: null }, { environment: 'production' }, { environment: 'production' }],
    });
  });

  it('keeps the fallback where only the file of a mode sets it', () => {
    const grant = grantOf(
      "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'PIMS' });",
      { '/app/.env.production': 'VITE_UIPATH_SCOPE=OR.Jobs' },
    );
    expect(told(grant)).toEqual(['* sdk.ts:2:59-63 PIMS', '.env.production:1:19-26 OR.Jobs']);
  });

  it('is no riddle where only the file of a mode sets it', () => {
    const grant = grantOf(
      'new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });',
      { '/app/.env.production': 'VITE_UIPATH_SCOPE=OR.Jobs' },
    );
    expect(told(grant)).toEqual(['.env.production:1:19-26 OR.Jobs']);
  });

  it('that is empty counts for ??, and not for ||', () => {
    const empty = { '/app/.env': 'VITE_UIPATH_SCOPE=' };
    expect(textsOf(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'PIMS' });", empty))).toEqual(['']);
    expect(textsOf(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'PIMS' });", empty))).toEqual(['PIMS']);
  });

  it('that only a template sets leaves the fallback possible', () => {
    const template = { '/app/.env.example': 'VITE_UIPATH_SCOPE=OR.Jobs' };
    expect(
      told(grantOf('new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });', template)),
    ).toEqual(['* .env.example:1:19-26 OR.Jobs']);
    expect(
      told(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? '' });", template)),
    ).toEqual(['* .env.example:1:19-26 OR.Jobs']);
    expect(
      told(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'PIMS' });", template)),
    ).toEqual(['.env.example:1:19-26 OR.Jobs', 'sdk.ts:2:59-63 PIMS']);
  });

  it('case 38: that nothing sets has its fallback, or is undecided', () => {
    expect(
      told(grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'OR.Tasks OR.Tasks.Write' });")),
    ).toEqual(['* sdk.ts:2:59-67 OR.Tasks; sdk.ts:2:68-82 OR.Tasks.Write']);
    const grant = grantOf('new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });');
    expect(told(grant)).toBe(
      'undecided at sdk.ts:2:21-54: the scopes come from import.meta.env.VITE_UIPATH_SCOPE, which no .env file sets',
    );
    expect(grant).toMatchObject({ undecided: { unsetKey: 'VITE_UIPATH_SCOPE' } });
    expect(
      grantOf("new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? '' });"),
    ).toMatchObject({ undecided: { unsetKey: 'VITE_UIPATH_SCOPE' } });
  });

  it('whose values are not read is undecided, also with a fallback, if there are .env files that may set it', () => {
    const code = "new UiPath({ scope: process.env.SCOPES_OF_MINE ?? 'PIMS' });";
    const reason = 'the scopes come from process.env.SCOPES_OF_MINE, which is not among the variables that are read from .env files';
    expect(told(grantOf(code, { '/app/.env': 'SCOPES_OF_MINE=hunter2' }))).toBe(`undecided at sdk.ts:2:21-47: ${reason}`);
    expect(textsOf(grantOf(code))).toEqual(['PIMS']);
  });

  it('that is made of other variables is undecided, also with a fallback', () => {
    const grant = grantOf(
      "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'PIMS' });",
      { '/app/.env': 'BASE=hunter2\nVITE_UIPATH_SCOPE=$BASE' },
    );
    expect(told(grant)).toBe('undecided at .env:2:19-24: VITE_UIPATH_SCOPE is made of other variables, whose values are not read');
  });

  it('is not one if process is a variable of the application', () => {
    expect(
      told(
        grantOf(
          "export const process = { env: { VITE_UIPATH_SCOPE: 'OR.Tasks' } };\nnew UiPath({ scope: process.env.VITE_UIPATH_SCOPE });",
          env,
        ),
      ),
    ).toEqual(['* sdk.ts:2:53-61 OR.Tasks']);
  });

  it('is read from whatever stands for the environment, and from nothing else', () => {
    const chain = `const e0 = process.env;${Array.from({ length: 61 }, (_, index) => ` const e${index + 1} = e${index};`).join('')}\n`;
    const ways = [
      ["import * as process from 'process';\nnew UiPath({ scope: process.env.VITE_UIPATH_SCOPE });", ['PIMS']],
      ["import it from 'process';\nnew UiPath({ scope: it.env.VITE_UIPATH_SCOPE });", ['PIMS']],
      ["import { default as it } from 'process';\nnew UiPath({ scope: it.env.VITE_UIPATH_SCOPE });", ['PIMS']],
      ["import { env as it } from 'process';\nnew UiPath({ scope: it.VITE_UIPATH_SCOPE });", ['PIMS']],
      ["import { env as it } from 'process';\nnew UiPath({ scope: it.UIPATH_SCOPE });", 'the scopes come from process.env.UIPATH_SCOPE, which no .env file sets'],
      ['declare const process: any;\nnew UiPath({ scope: process.env.VITE_UIPATH_SCOPE });', ['PIMS']],
      [
        `${chain}new UiPath({ scope: e60.VITE_UIPATH_SCOPE });`,
        ['PIMS'],
      ],
      [
        `${chain}new UiPath({ scope: e61.VITE_UIPATH_SCOPE });`,
        'the scopes are put together in too many steps',
      ],
      ["import it from 'process';\nnew UiPath({ scope: it.VITE_UIPATH_SCOPE });", 'the scopes come from it, which is not declared'],
      ["import { env } from './settings';\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });", ['OR.Jobs']],
      [
        "import { argv } from 'process';\nnew UiPath({ scope: argv.VITE_UIPATH_SCOPE });",
        'the scopes come from argv, which is not declared',
      ],
      ["import { process } from './settings';\nnew UiPath({ scope: process.env.VITE_UIPATH_SCOPE });", ['OR.Jobs']],
      ['new UiPath({ scope: process.other.VITE_UIPATH_SCOPE });', 'none'],
      ['new UiPath({ scope: import.meta.other.VITE_UIPATH_SCOPE });', 'none'],
      ['function Make() { new UiPath({ scope: (new.target as any).env.VITE_UIPATH_SCOPE }); }', 'the options of the client are computed'],
      [
        'declare const window: any;\nnew UiPath({ scope: window.process.env.VITE_UIPATH_SCOPE });',
        'the scopes come from window, which gets its value later',
      ],
      ['new UiPath({ scope: (globalThis as any).other.env.VITE_UIPATH_SCOPE });', 'the scopes come from globalThis, which any code may change'],
      [
        'declare function lib(): any;\nnew UiPath({ scope: lib().process.env.VITE_UIPATH_SCOPE });',
        'the options of the client are computed',
      ],
      ['declare function lib(): any;\nnew UiPath({ scope: lib().env.VITE_UIPATH_SCOPE });', 'the options of the client are computed'],
      ['declare function lib(): any;\nnew UiPath({ scope: lib().VITE_UIPATH_SCOPE });', 'the options of the client are computed'],
      ['let env = process.env;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', ['PIMS']],
      ['let env: any = process.env;\nenv = {};\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', 'the scopes come from env, which is changed after its declaration'],
      ['declare const env: any;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', 'the scopes come from env, which gets its value later'],
      ['const { env } = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', ['PIMS']],
      ['const { env: it } = (process);\nnew UiPath({ scope: it.VITE_UIPATH_SCOPE });', ['PIMS']],
      ["import it from 'node:process';\nconst { env } = it;\nconst { VITE_UIPATH_SCOPE } = env;\nnew UiPath({ scope: VITE_UIPATH_SCOPE });", ['PIMS']],
      ['const { argv: env } = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', 'none'],
      ['const { ...env } = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', 'none'],
      ['const { env = {} } = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', ['PIMS']],
      ['let { env } = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', ['PIMS']],
      ['const [env] = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });', 'the scopes come from a destructuring that is not followed'],
      ["import { process } from './settings';\nconst { env } = process;\nnew UiPath({ scope: env.VITE_UIPATH_SCOPE });", ['OR.Jobs']],
      [
        'export const make = (env: any) => new UiPath({ scope: env.VITE_UIPATH_SCOPE });',
        'the scopes come from the parameter env, which each caller decides',
      ],
      ['new UiPath({ scope: missing.VITE_UIPATH_SCOPE });', 'the scopes come from missing, which is not declared'],
      ['new UiPath({ scope: missing.env.VITE_UIPATH_SCOPE });', 'the scopes come from missing, which is not declared'],
      [
        'const a: any = b;\nconst b: any = a;\nnew UiPath({ scope: a.VITE_UIPATH_SCOPE });',
        'the scopes are put together in too many steps',
      ],
    ] as const;
    const files = {
      '/app/.env': 'VITE_UIPATH_SCOPE=PIMS',
      '/app/settings.ts': "export const env = { VITE_UIPATH_SCOPE: 'OR.Jobs' };\nexport const process = { env };",
    };
    expect(reasonsOfEach(ways, undefined, files)).toEqual(ways);
  });
});
