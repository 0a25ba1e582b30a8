import { describe, expect, it } from 'vitest';
import { grantOf, grantsOf, grantsOfEach, told } from './read-client.ts';

describe('case 36: the scopes of a client, through', () => {
  it('each of these', () => {
    const ways = [
      ['a literal', "new UiPath({ scope: 'OR.Jobs PIMS' });", '* sdk.ts:2:22-29 OR.Jobs; sdk.ts:2:30-34 PIMS'],
      ['a literal without substitutions', 'new UiPath({ scope: `OR.Jobs\n  PIMS` });', '* sdk.ts:2:22-29 OR.Jobs; sdk.ts:3:3-7 PIMS'],
      ['a literal with escapes', "new UiPath({ scope: '\\x4fR.Jobs\\u{20}\\u0050IMS' });", '* sdk.ts:2:22-32 OR.Jobs; sdk.ts:2:38-47 PIMS'],
      [
        'a literal that goes on in the next line',
        "new UiPath({ scope: 'OR.Jobs \\\nPIMS' });",
        '* sdk.ts:2:22-29 OR.Jobs; sdk.ts:3:1-5 PIMS',
      ],
      ['a key in quotes', "new UiPath({ 'scope': 'PIMS' });", '* sdk.ts:2:24-28 PIMS'],
      ['a computed key', "const key = 'scope';\nnew UiPath({ [key]: 'PIMS' });", '* sdk.ts:3:22-26 PIMS'],
      ['a const', "const scope = 'PIMS';\nnew UiPath({ scope });", '* sdk.ts:2:16-20 PIMS'],
      [
        'a chain of consts',
        "const a = 'PIMS';\nconst b = a;\nconst c = (b as string)!;\nnew UiPath({ scope: c satisfies string });",
        '* sdk.ts:2:12-16 PIMS',
      ],
      ['a variable that is never assigned again', "let a = 'PIMS';\nnew UiPath({ scope: a });", '* sdk.ts:2:10-14 PIMS'],
      [
        'a concatenation',
        "const a = 'PIMS';\nnew UiPath({ scope: a + ' ' + 'OR.' + 'Jobs' });",
        '* sdk.ts:2:12-16 PIMS; sdk.ts:3:32-44 OR.Jobs',
      ],
      ['a template of two consts', "const a = 'PIMS';\nconst b = 'OR.Jobs OR.Tasks';\nnew UiPath({ scope: `${a} ${b} OR.Assets` });",
        '* sdk.ts:2:12-16 PIMS; sdk.ts:3:12-19 OR.Jobs; sdk.ts:3:20-28 OR.Tasks; sdk.ts:4:32-41 OR.Assets'],
      ['a joined array', "new UiPath({ scope: ['PIMS', 'OR.Jobs'].join(' ') });", '* sdk.ts:2:23-27 PIMS; sdk.ts:2:31-38 OR.Jobs'],
      ['an array joined by commas', "new UiPath({ scope: ['PIMS', 'OR.Jobs'].join() });", '* sdk.ts:2:23-27 PIMS; sdk.ts:2:31-38 OR.Jobs'],
      [
        'a joined `as const` array',
        "const A = ['PIMS', 'OR.Jobs'] as const;\nnew UiPath({ scope: A.join(' ') });",
        '* sdk.ts:2:13-17 PIMS; sdk.ts:2:21-28 OR.Jobs',
      ],
      [
        'a spread of a const array',
        "const A = ['PIMS'];\nconst B = [...A, 'OR.Jobs'];\nnew UiPath({ scope: [...B].join(' ') });",
        '* sdk.ts:2:13-17 PIMS; sdk.ts:3:19-26 OR.Jobs',
      ],
      [
        'arrays put together',
        "new UiPath({ scope: ['PIMS'].concat(['OR.Jobs'], 'OR.Tasks').join(' ') });",
        '* sdk.ts:2:23-27 PIMS; sdk.ts:2:39-46 OR.Jobs; sdk.ts:2:51-59 OR.Tasks',
      ],
      ['a set', "new UiPath({ scope: [...new Set(['PIMS', 'PIMS'])].join(' ') });", '* sdk.ts:2:35-39 PIMS'],
      ['a set that is made an array', "new UiPath({ scope: Array.from(new Set(['PIMS'])).join(' ') });", '* sdk.ts:2:42-46 PIMS'],
      [
        'an enum',
        "enum S { Jobs = 'OR.Jobs', Pims = 'PIMS' }\nnew UiPath({ scope: `${S.Jobs} ${S['Pims']}` });",
        '* sdk.ts:2:18-25 OR.Jobs; sdk.ts:2:36-40 PIMS',
      ],
      [
        'all values of an enum',
        "enum S { Jobs = 'OR.Jobs', Pims = 'PIMS' }\nnew UiPath({ scope: Object.values(S).join(' ') });",
        '* sdk.ts:2:18-25 OR.Jobs; sdk.ts:2:36-40 PIMS',
      ],
      [
        'a const object',
        "const S = { jobs: 'OR.Jobs', all: { pims: 'PIMS' } } as const;\nnew UiPath({ scope: [S.jobs, S.all.pims].join(' ') });",
        '* sdk.ts:2:20-27 OR.Jobs; sdk.ts:2:44-48 PIMS',
      ],
      [
        'all values of a const object',
        "const S = { jobs: 'OR.Jobs', pims: 'PIMS' } as const;\nnew UiPath({ scope: Object.values(S).join(' ') });",
        '* sdk.ts:2:20-27 OR.Jobs; sdk.ts:2:37-41 PIMS',
      ],
      [
        'a typed const object',
        "const S: Record<string, string> = { jobs: 'OR.Jobs' };\nnew UiPath({ scope: S.jobs });",
        '* sdk.ts:2:44-51 OR.Jobs',
      ],
      ['a static member', "class S { static readonly ALL = 'PIMS'; }\nnew UiPath({ scope: S.ALL });", '* sdk.ts:2:34-38 PIMS'],
      [
        'a member of the class itself',
        "export class Session { private scopes = ['PIMS'];\nsdk() { return new UiPath({ scope: this.scopes.join(' ') }); } }",
        '* sdk.ts:2:43-47 PIMS',
      ],
      ['trim', "new UiPath({ scope: `\n  PIMS\n`.trim() });", '* sdk.ts:3:3-7 PIMS'],
      [
        'a destructured object',
        "const { auth: { }, scope: s = 'OR.Jobs' } = { auth: {}, scope: 'PIMS' };\nnew UiPath({ scope: s });",
        '* sdk.ts:2:65-69 PIMS',
      ],
      [
        'a function without parameters',
        "const scopes = () => ['PIMS'].join(' ');\nfunction all() { return `${scopes()} OR.Jobs`; }\nnew UiPath({ scope: all() });",
        '* sdk.ts:2:24-28 PIMS; sdk.ts:3:38-45 OR.Jobs',
      ],
      [
        'a function with parameters',
        "function both(a: string, b = 'PIMS') { return a + ' ' + b; }\nnew UiPath({ scope: both('OR.Jobs') });",
        '* sdk.ts:3:27-34 OR.Jobs; sdk.ts:2:31-35 PIMS',
      ],
      ['a fallback of nothing', "new UiPath({ scope: undefined ?? null ?? 'PIMS' });", '* sdk.ts:2:43-47 PIMS'],
      ['a fallback of an empty text', "new UiPath({ scope: '' || 'PIMS' });", '* sdk.ts:2:28-32 PIMS'],
      ['a fallback that is never reached', "new UiPath({ scope: 'PIMS' ?? 'OR.Jobs' });", '* sdk.ts:2:22-26 PIMS'],
      ['filled items only', "new UiPath({ scope: ['PIMS', '', undefined].filter(Boolean).join(' ') });", '* sdk.ts:2:23-27 PIMS'],
    ] as const;
    const grants = grantsOfEach(ways.map(([, code]) => code)).map(told);
    expect(ways.map(([name], index) => [name, grants[index]])).toEqual(ways.map(([name, , alternative]) => [name, [alternative]]));
  });

  it.each([
    [
      'a named import',
      "export const SCOPE = 'PIMS';",
      "import { SCOPE } from './scopes';\nnew UiPath({ scope: SCOPE });",
      'scopes.ts:1:23-27 PIMS',
    ],
    [
      'a renamed import',
      "const S = 'PIMS';\nexport { S as SCOPE };",
      "import { SCOPE as X } from './scopes';\nnew UiPath({ scope: X });",
      'scopes.ts:1:12-16 PIMS',
    ],
    ['a default import', "export default 'PIMS';", "import X from './scopes';\nnew UiPath({ scope: X });", 'scopes.ts:1:17-21 PIMS'],
    [
      'a namespace import',
      "export const SCOPE = ['PIMS'];",
      "import * as X from './scopes';\nnew UiPath({ scope: X.SCOPE.join(' ') });",
      'scopes.ts:1:24-28 PIMS',
    ],
    [
      'an imported array',
      "export const SCOPES = ['PIMS'] as const;",
      "import { SCOPES } from './scopes';\nnew UiPath({ scope: SCOPES.join(' ') });",
      'scopes.ts:1:25-29 PIMS',
    ],
    [
      'an imported object',
      "export const config = { scope: 'PIMS' };",
      "import { config } from './scopes';\nnew UiPath(config);",
      'scopes.ts:1:33-37 PIMS',
    ],
    [
      'an imported function',
      "export function config() { return { scope: 'PIMS' } as const; }",
      "import { config } from './scopes';\nnew UiPath({ ...config() });",
      'scopes.ts:1:45-49 PIMS',
    ],
    [
      'an imported enum',
      "export enum S { A = 'PIMS' }",
      "import { S } from './scopes';\nnew UiPath({ scope: S.A });",
      'scopes.ts:1:22-26 PIMS',
    ],
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
    expect(
      told(grantOf("import config from './uipath.json';\nnew UiPath({ ...config, scope: config.scope });", files)),
    ).toEqual([alternative]);
  });

  it('JavaScript', () => {
    const [grant] = grantsOf(
      { '/app/sdk.js': "import { UiPath } from 'sdk';\nconst S = ['PIMS'];\nnew UiPath({ scope: S.join(' ') });" },
      '/app/sdk.js',
    );
    expect(grant && told(grant)).toEqual(['* sdk.js:2:13-17 PIMS']);
  });
});
