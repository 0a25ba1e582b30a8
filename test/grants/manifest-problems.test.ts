import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifestFile } from '../../src/grants/manifest-file.ts';

/** Line and column of each problem, and what it says. */
function problemsOf(text: string): readonly string[] {
  return readManifestFile(text, '/app/oauth-scopes.json').problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** What is wrong with one application that is otherwise in order. */
function faultsOf(properties: Readonly<Record<string, unknown>>): readonly string[] {
  const application = { name: 'a', provider: 'uipath', scopes: [], ...properties };
  return readManifestFile(JSON.stringify({ applications: [application] }), '/app/oauth-scopes.json').problems.map(({ message }) => message);
}

describe('a manifest with errors', () => {
  it('has all of them told at once, with their places', () => {
    expect(problemsOf(`{
  "version": 2,
  "aplications": [],
  "applications": [
    {
      "name": "desk",
      "provider": "genesis",
      "grant": "implicit",
      "scopes": ["users:readonly", { "scope": "routing", "usedfor": "x", "nextReview": "2026-02-30" }, "users:readonly"],
      "updated": "March 2026",
      "changes": [{ "date": "2026-13-01", "added": ["routing"] }, { "date": "2026-03" }]
    },
    { "name": "desk" }
  ],
  "restricted": [{ "scope": "routing", "allowWithReason": "yes" }, {}]
}`)).toEqual([
      '2:14 "version" is 2, which this eslint-plugin-oauth-scopes does not know yet: install a newer one',
      '3:3 "aplications" is not known; there are $schema, version, catalogs, applications, restricted',
      '7:19 application "desk" names the provider "genesis", of which there is no catalog; did you mean "genesys"?',
      '8:16 "grant" of application "desk" must be "authorization_code" or "client_credentials"',
      '9:58 "usedfor" of scope "routing" of application "desk" is not known; did you mean "usedFor"?',
      '9:88 "nextReview" of scope "routing" of application "desk" must be a day such as 2026-09-30 or a month such as 2026-09 that the calendar has',
      '9:104 "scopes" of application "desk" has the scope "users:readonly" twice',
      '10:18 "updated" of application "desk" must be a day such as 2026-09-30 or a month such as 2026-09',
      '11:29 "date" of change 1 of application "desk" must be a day such as 2026-09-30 or a month such as 2026-09 that the calendar has',
      '11:67 change 2 of application "desk" says neither "added" nor "removed"',
      '13:5 application "desk" needs "provider", for example "uipath"',
      '15:59 "allowWithReason" of restricted scope "routing" must be true or false',
      '15:68 entry 2 of "restricted" needs "scope", for example "OR.Jobs.Read"',
    ]);
  });

  it.each([
    ['', '1:1 is not valid JSON: value expected'],
    ['[]', '1:1 must be an object with a list "applications"'],
    ['{}', '1:1 needs "applications"'],
    ['{ "applications": {} }', '1:19 "applications" must be a list of applications'],
    ['{ "applications": ["a"] }', '1:20 application 1 must be an object with "name", "provider" and "scopes"'],
    ['{ "applications": [[]] }', '1:20 application 1 must be an object with "name", "provider" and "scopes"'],
    ['{ "applications": [], "applications": [] }', '1:23 "applications" stands twice'],
    ['{ "applications": [], "restricted": {} }', '1:37 "restricted" must be a list of scopes, each a string or an object with "scope"'],
    ['{ "applications": [], "version": "1" }', '1:34 "version" must be 1'],
    ['{ "applications": [], "version": "9" }', '1:34 "version" must be 1'],
    ['{ "applications": [], "version": 0 }', '1:34 "version" must be 1'],
    ['{ "applications": [], "catalogs": "./acme.json" }', '1:35 "catalogs" must be a list of paths such as ./catalogs/acme.json'],
    ['{ "applications": [], "catalogs": [" "] }', '1:36 entry 1 of "catalogs" must be a path such as ./catalogs/acme.json'],
    ['{ "applications": [], "$schema": 7 }', '1:34 "$schema" must be a text'],
    ['{ "applications": [], "constructor": 1 }', '1:23 "constructor" is not known; there are $schema, version, catalogs, applications, restricted'],
    ['{ "applications": [], }', '1:23 is not valid JSON: property name expected'],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each([
    [{ name: 1 }, '"name" of application 1 must be a text'],
    [{ name: ' ' }, '"name" of application 1 must not be empty'],
    [{ provider: 'contoso' }, 'application "a" names the provider "contoso", of which there is no catalog; there are genesys, genesys-guide, talkdesk, uipath'],
    [{ client: '' }, '"client" of application "a" must not be empty'],
    [{ clientSecret: 'x' }, '"clientSecret" of application "a" is not known; there are name, provider, client, grant, scopes, environments, needs, updated, nextReview, changes'],
    [{ scopes: 'PIMS' }, '"scopes" of application "a" must be a list of scopes, each a string or an object with "scope"'],
    [{ scopes: ['PIMS', 7] }, 'entry 2 of "scopes" of application "a" must be a scope, or an object with "scope"'],
    [{ scopes: [{ usedFor: 'x' }] }, 'entry 1 of "scopes" of application "a" needs "scope", for example "OR.Jobs.Read"'],
    [{ scopes: [{ scope: 'PIMS', methods: 'Jobs.getAll' }] }, '"methods" of scope "PIMS" of application "a" must be a list of methods such as Jobs.getAll'],
    [{ scopes: [{ scope: 'PIMS', methods: [' '] }] }, 'entry 1 of "methods" of scope "PIMS" of application "a" must be a method such as Jobs.getAll'],
    [{ scopes: [{ scope: 'PIMS', endpoints: 7 }] }, '"endpoints" of scope "PIMS" of application "a" must be a list of endpoints such as GET /v2/users'],
    [{ scopes: [{ scope: 'PIMS', usedFor: 7 }] }, '"usedFor" of scope "PIMS" of application "a" must be a text'],
    [{ scopes: [{ scope: 'PIMS', endpoints: ['/v2/users'] }] }, 'entry 1 of "endpoints" of scope "PIMS" of application "a" must be an endpoint such as GET /v2/users'],
    [{ scopes: [{ scope: 'PIMS', nextReview: '2027-02-29' }] }, '"nextReview" of scope "PIMS" of application "a" must be a day such as 2026-09-30 or a month such as 2026-09 that the calendar has'],
    [{ environments: { production: { scopes: ['PIMS', 'PIMS'] } } }, '"scopes" of environment "production" of application "a" has the scope "PIMS" twice'],
    [{ environments: { production: { scope: 'PIMS' } } }, '"scope" of environment "production" of application "a" is not known; did you mean "scopes"?'],
    [{ environments: { production: ['PIMS'] } }, 'environment "production" of application "a" must be an object with "client", "grant" or "scopes"'],
    [{ environments: ['production'] }, '"environments" of application "a" must name environments, each with an object: { "production": { "client": "…" } }'],
    [{ needs: ['x'] }, '"needs" of application "a" must name packages or files, each with a list of scopes: { "some-widgets": ["OR.Tasks"], "./src/legacy/**": ["OR.Jobs"] }'],
    [{ needs: { x: 'PIMS' } }, '"x" of "needs" of application "a" must be a list of scopes such as OR.Tasks.Read'],
    [{ needs: { x: [' '] } }, 'entry 1 of "x" of "needs" of application "a" must be a scope such as OR.Tasks.Read'],
    [{ changes: ['2026-03'] }, 'change 1 of application "a" must be an object with "date", and "added" or "removed"'],
    [
      { changes: [{ date: '2026-03', added: 'PIMS' }] },
      '"added" of change 1 of application "a" must be a list of scopes such as conversations:call:control',
    ],
    [
      { changes: [{ date: '2026-03', added: [7] }] },
      'entry 1 of "added" of change 1 of application "a" must be a scope such as conversations:call:control',
    ],
    [
      { changes: [{ date: '2026-03', removed: 'PIMS' }] },
      '"removed" of change 1 of application "a" must be a list of scopes such as conversations:external:contact:add',
    ],
    [
      { changes: [{ date: '2026-03', removed: ['PIMS', ''] }] },
      'entry 2 of "removed" of change 1 of application "a" must be a scope such as conversations:external:contact:add',
    ],
    [{ changes: {} }, '"changes" of application "a" must be a list of changes'],
    [{ changes: [{ added: ['PIMS'] }] }, 'change 1 of application "a" needs "date", for example "2026-03-01"'],
  ])('%j', (properties, problem) => {
    expect(faultsOf(properties)).toEqual([problem]);
  });

  it('names two applications of one name with one provider', () => {
    const application = { name: 'a', provider: 'uipath', scopes: [] };
    expect(problemsOf(JSON.stringify({ applications: [application, { ...application, provider: 'genesys' }, application] }))).toEqual([
      '1:117 application "a" stands twice with the provider "uipath"',
    ]);
  });

  it('has each of them told with all that it is about, for editors and other rules', () => {
    const text = '{ "applications": [{ "name": "a", "provider": "uipat", "scopes": ["PIMS", "PIMS"], "need": {} }], "restricted": ["PIMS", "PIMS"] }';
    const place = (column: number, endColumn: number): object => ({ file: '/app/oauth-scopes.json', line: 1, column, endLine: 1, endColumn });
    const at = { file: '/app/oauth-scopes.json', line: 1 };
    expect(readManifestFile(text, '/app/oauth-scopes.json').problems).toStrictEqual([
      {
        ...at,
        column: 47,
        place: place(47, 54),
        message: 'application "a" names the provider "uipat", of which there is no catalog; did you mean "uipath"?',
        suggestion: 'uipath',
        isUnknownProvider: true,
      },
      { ...at, column: 75, place: place(75, 81), message: '"scopes" of application "a" has the scope "PIMS" twice', isRepeatedScope: true },
      { ...at, column: 84, place: place(84, 90), message: '"need" of application "a" is not known; did you mean "needs"?', suggestion: 'needs' },
      { ...at, column: 122, place: place(122, 128), message: '"restricted" has the scope "PIMS" twice' },
    ]);
  });

  it('tells nothing twice of what has another form', () => {
    expect(problemsOf('{ "applications": [{ "provider": "uipath", "scopes": [] }, { "provider": "uipath", "scopes": [] }] }')).toEqual([
      '1:20 application 1 needs "name", for example "agent-desktop"', '1:60 application 2 needs "name", for example "agent-desktop"',
    ]);
    expect(problemsOf('{ "applications": [{ "name": "a", "scopes": [] }, { "name": "a", "scopes": [] }] }')).toEqual([
      '1:20 application "a" needs "provider", for example "uipath"', '1:51 application "a" needs "provider", for example "uipath"',
    ]);
    expect(faultsOf({ needs: { x: [7, 7] } })).toEqual([
      'entry 1 of "x" of "needs" of application "a" must be a scope such as OR.Tasks.Read',
      'entry 2 of "x" of "needs" of application "a" must be a scope such as OR.Tasks.Read',
    ]);
    expect(faultsOf({ needs: { x: ['PIMS', 'PIMS'] } })).toEqual(['"x" of "needs" of application "a" has the scope "PIMS" twice']);
    expect(faultsOf({ provider: 7 })).toEqual(['"provider" of application "a" must be a text']);
    expect(faultsOf({ changes: [{ date: '2026-03', removed: ['PIMS'] }, { date: '2026-03', added: [] }] })).toEqual([]);
    expect(faultsOf({ scopes: [['PIMS']] })).toEqual(['entry 1 of "scopes" of application "a" must be a scope, or an object with "scope"']);
  });

  it('tells a hundred of them and stops', () => {
    expect(problemsOf(JSON.stringify({ applications: Array.from({ length: 5000 }, () => 7) }))).toHaveLength(100);
  });

  it('may hold anything: reading it never throws', () => {
    const part = fc.json();
    fc.assert(fc.property(part, part, part, (first, second, third) => {
      const text = `{ "applications": [${first}, { "name": "a", "provider": "uipath", "scopes": [${second}], "changes": ${third} }], "restricted": ${first} }`;
      readManifestFile(text, '/app/oauth-scopes.json');
    }));
  });
});

describe('a manifest without errors', () => {
  it('may have comments, a byte order mark, and dates that are months', () => {
    expect(problemsOf(`\uFEFF{
  // Reviewed by the platform team.
  "applications": [{ "name": "a", "provider": "uipath", /* none yet */ "scopes": [], "updated": "2026-03", "nextReview": "2028-02-29" }]
}`)).toEqual([]);
  });

  it('knows the providers of the catalogs that it is read with', () => {
    const text = '{ "applications": [{ "name": "a", "provider": "acme", "scopes": [] }] }';
    expect(readManifestFile(text, '/app/oauth-scopes.json', ['acme']).problems).toEqual([]);
  });
});
