import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { MAXIMUM_FILE_SIZE } from '../../src/grants/file-system.ts';
import { placeInText } from '../../src/grants/located-text.ts';
import { readDeclarations, type DeclarationReading, type DeclarationSearch } from '../../src/grants/read-declarations.ts';
import { runs } from '../support/property-runs.ts';
import { memoryFileSystem } from './memory-file-system.ts';
import { printPlace } from './print-place.ts';

const catalog = builtInCatalog('uipath') as Catalog;

function read(files: Readonly<Record<string, string>>, search: Partial<DeclarationSearch> = {}): DeclarationReading {
  return readDeclarations({ directory: '/app', root: '/app', catalog, fileSystem: memoryFileSystem(files), ...search });
}

/** `uipath.json:2:13-24 OR.Execution`. */
function scopesOf({ declarations }: DeclarationReading): string[] {
  return declarations.flatMap(({ scopes }) => scopes.map(({ scope, place }) => `${printPlace(place)} ${scope}`));
}

function problemsOf({ problems }: DeclarationReading): string[] {
  return problems.map(({ file, line, column, message }) => `${file.replace('/app/', '')}:${line}:${column} ${message}`);
}

describe('uipath.json', () => {
  it('gives the place of each scope', () => {
    const reading = read({ '/app/uipath.json': '{\n  "clientId": "hunter2",\n  "scope": "OR.Execution  OR.Jobs.Read"\n}\n' });
    expect(reading.declarations[0]).toMatchObject({
      provider: 'uipath',
      kind: 'configuration',
      text: 'OR.Execution  OR.Jobs.Read',
      key: '/scope',
      environment: null,
    });
    expect(reading.declarations[0]?.place).toEqual({ file: '/app/uipath.json', line: 3, column: 12, endLine: 3, endColumn: 40 });
    expect(scopesOf(reading)).toEqual(['uipath.json:3:13-25 OR.Execution', 'uipath.json:3:27-39 OR.Jobs.Read']);
  });

  it('counts the escapes in front of a scope and inside it', () => {
    const reading = read({ '/app/uipath.json': '{"scope": "\\u0050IMS\\tOR\\u002eJobs\\/x OR.Tasks"}' });
    expect(reading.declarations[0]?.text).toBe('PIMS\tOR.Jobs/x OR.Tasks');
    expect(scopesOf(reading)).toEqual(['uipath.json:1:12-21 PIMS', 'uipath.json:1:23-38 OR.Jobs/x', 'uipath.json:1:39-47 OR.Tasks']);
  });

  it.each([
    ['after a byte order mark', '\uFEFF{"scope": "PIMS"}', 'uipath.json:1:12-16 PIMS'],
    ['in lines that end in CRLF', '{\r\n"a": 1,\r\n"scope": "PIMS"\r\n}', 'uipath.json:3:11-15 PIMS'],
    ['the last of several', '{"scope": "OR.Jobs", "scope": "PIMS"}', 'uipath.json:1:32-36 PIMS'],
    ['a list', '{"scope": ["PIMS"]}', 'uipath.json:1:13-17 PIMS'],
  ])('finds the scope %s', (_name, text, scope) => {
    expect(scopesOf(read({ '/app/uipath.json': text }))).toEqual([scope]);
  });

  it('case 47c: keeps an empty string as what is declared', () => {
    expect(read({ '/app/uipath.json': '{ "scope": "" }' }).declarations).toMatchObject([
      { text: '', scopes: [], place: { line: 1, column: 12, endColumn: 14 } },
    ]);
  });

  it('declares nothing without a scope', () => {
    expect(
      read({ '/app/uipath.json': '{ "clientId": "x", "__proto__": { "scope": "PIMS" }, "nested": { "scope": "PIMS" } }' }),
    ).toMatchObject({ declarations: [], problems: [] });
  });

  it.each([
    ['{ "scope": "PIMS", }', 'uipath.json:1:20 is not valid JSON: property name expected'],
    ['{\n  "scope": "PIMS"\n  "clientId": "hunter2"\n}', 'uipath.json:3:3 is not valid JSON: comma expected'],
    ['{ "scope": "PIMS }', 'uipath.json:1:12 is not valid JSON: unexpected end of string'],
    ['// hunter2\n{ "scope": "PIMS" }', 'uipath.json:1:1 is not valid JSON: invalid comment token'],
    ['', 'uipath.json:1:1 is not valid JSON: value expected'],
    ['{ "scope": 7 }', 'uipath.json:1:12 the value at /scope must be a string of scopes'],
    ['{ "scope": ["PIMS", null] }', 'uipath.json:1:21 the value at /scope must be a string of scopes'],
    ['['.repeat(50_000), 'uipath.json:1:1 is nested more than 100 levels deep'],
    ['{"a":'.repeat(50_000), 'uipath.json:1:1 is nested more than 100 levels deep'],
  ])('names file and place of what is broken: %.20s', (text, problem) => {
    const reading = read({ '/app/uipath.json': text });
    expect(reading.declarations).toEqual([]);
    expect(problemsOf(reading)).toEqual([problem]);
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });

  it('accepts what JSON.parse accepts, and refuses what it refuses', () => {
    const mutated = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', '//', '\u0001', '0', 'e', '-', '.', ' '))
      .map(([text, at, piece]) => `${text.slice(0, at % (text.length + 1))}${piece}${text.slice(at % (text.length + 1))}`);
    fc.assert(fc.property(fc.oneof(fc.json(), mutated, fc.string()), (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(
        read({ '/app/uipath.json': text }).problems.filter(({ message }) => message.startsWith('is not valid JSON')).length === 0,
      ).toBe(valid);
    }), { numRuns: runs(500) });
  });

  it('says of every character of the text where it stands, for any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, escaped) => {
      const written = escaped ? `"${text.split('').map(escapeSome).join('')}"` : JSON.stringify(text);
      const [declaration] = read({ '/app/uipath.json': `{"scope":${written}}` }).declarations;
      expect(declaration?.text).toBe(text);
      const meant = (declaration?.stretches ?? []).map(({ place, verbatim }) => {
        const raw = `{"scope":${written}}`.slice(place.column - 1, place.endColumn - 1);
        return verbatim ? raw : (JSON.parse(`"${raw}"`) as string);
      });
      expect(meant).toEqual(declaration?.stretches?.map(({ start, end }) => text.slice(start, end)));
    }));
  });
});

/** Also what need not be escaped. */
function escapeSome(unit: string): string {
  return /[a-m ]/.test(unit) ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : JSON.stringify(unit).slice(1, -1);
}

describe('placeInText', () => {
  it('gives the place of a range between two scopes, for a message about what separates them', () => {
    const [declaration] = read({ '/app/uipath.json': '{"scope":"PIMS  OR.Jobs"}' }).declarations;
    expect(declaration && printPlace(placeInText(declaration, 4, 6, declaration.place))).toBe('uipath.json:1:15-17');
    expect(declaration && printPlace(placeInText(declaration, 13, 13, declaration.place))).toBe('uipath.json:1:10-25');
  });
});

describe('.env', () => {
  it('reads every key of the catalog from every file, the base first', () => {
    const reading = read({
      '/app/.env.production': 'VITE_UIPATH_SCOPE=OR.Jobs.Read',
      '/app/.env': catalog.declarations.environmentKeys.map((key) => `${key}="PIMS"`).join('\n'),
      '/app/.env.local': 'VITE_UIPATH_SCOPE=OR.Jobs',
      '/app/.env.production.local': 'VITE_UIPATH_SCOPE=OR.Tasks',
      '/app/.env.example': 'VITE_UIPATH_SCOPE=OR.Assets',
      '/app/.env.production~': 'VITE_UIPATH_SCOPE=OR.Assets',
    });
    expect(reading.declarations.map(({ key, environment, place, text }) => [place.file, key, environment, text])).toEqual([
      ...catalog.declarations.environmentKeys.map((key) => ['/app/.env', key, null, 'PIMS']),
      ['/app/.env.local', 'VITE_UIPATH_SCOPE', null, 'OR.Jobs'],
      ['/app/.env.production', 'VITE_UIPATH_SCOPE', 'production', 'OR.Jobs.Read'],
      ['/app/.env.production.local', 'VITE_UIPATH_SCOPE', 'production', 'OR.Tasks'],
    ]);
    expect(reading.environmentFiles).toEqual(['/app/.env', '/app/.env.local', '/app/.env.production', '/app/.env.production.local']);
  });

  it('reads what holds everywhere before the modes, in whatever order the files are listed', () => {
    const reading = read({ '/app/.env.beta': 'UIPATH_SCOPE=OR.Tasks', '/app/.env.local': 'UIPATH_SCOPE=PIMS', '/app/.env.beta.local': 'UIPATH_SCOPE=$BASE' });
    expect(scopesOf(reading)).toEqual(['.env.local:1:14-18 PIMS', '.env.beta:1:14-22 OR.Tasks']);
    expect(reading.undecided).toEqual([{
      key: 'UIPATH_SCOPE',
      environment: 'beta',
      place: { file: '/app/.env.beta.local', line: 1, column: 14, endLine: 1, endColumn: 19 },
      reason: 'UIPATH_SCOPE is made of other variables, whose values are not read',
    }]);
    expect(reading.environmentFiles).toEqual(['/app/.env.local', '/app/.env.beta', '/app/.env.beta.local']);
  });

  it('gives the place of each scope', () => {
    expect(scopesOf(read({ '/app/.env': 'A=1\nVITE_UIPATH_SCOPE="OR.Jobs,PIMS"' }))).toEqual(['.env:2:20-27 OR.Jobs', '.env:2:28-32 PIMS']);
  });

  it('case 47c: keeps a doubled key in the text, and takes it for no scope', () => {
    const reading = read({ '/app/.env': 'VITE_UIPATH_SCOPE=VITE_UIPATH_SCOPE=PIMS OR.Jobs' });
    expect(reading.declarations[0]?.text).toBe('VITE_UIPATH_SCOPE=PIMS OR.Jobs');
    expect(scopesOf(reading)).toEqual(['.env:1:37-41 PIMS', '.env:1:42-49 OR.Jobs']);
  });

  it('reads a key that settings add, and no other', () => {
    const files = { '/app/.env': 'MY_SCOPES=PIMS\nUIPATH_CLIENT_SECRET=hunter2\nDATABASE_URL=hunter2' };
    expect(scopesOf(read(files))).toEqual([]);
    expect(scopesOf(read(files, { environmentKeys: ['MY_SCOPES'] }))).toEqual(['.env:1:11-15 PIMS']);
    expect(JSON.stringify(read(files, { environmentKeys: ['MY_SCOPES'] }))).not.toContain('hunter2');
  });

  it('leaves a value open that is made of other variables', () => {
    const reading = read({
      '/app/.env': 'BASE=hunter2\nVITE_UIPATH_SCOPE="${BASE} OR.Jobs"',
      '/app/.env.example': 'VITE_UIPATH_SCOPE=PIMS',
    });
    expect(reading.declarations).toEqual([]);
    expect(reading.undecided).toMatchObject([
      { key: 'VITE_UIPATH_SCOPE', environment: null, reason: 'VITE_UIPATH_SCOPE is made of other variables, whose values are not read' },
    ]);
    expect(JSON.stringify(reading)).not.toContain('hunter2');
  });

  it('names the broken file, and nothing of what it holds', () => {
    const reading = read({ '/app/.env': 'VITE_UIPATH_SCOPE="OR.Jobs\nSECRET=hunter2', '/app/uipath.json': '{"scope":"PIMS"}' });
    expect(problemsOf(reading)).toEqual(['.env:1:19 VITE_UIPATH_SCOPE begins with " and does not end with it']);
    expect(scopesOf(reading)).toEqual(['uipath.json:1:11-15 PIMS']);
    expect(JSON.stringify(reading)).not.toMatch(/hunter2|OR\.Jobs/);
  });
});

describe('templates', () => {
  const templates = {
    '/app/uipath.json.example': '{ "scope": "OR.Execution" }',
    '/app/.env.example': 'VITE_UIPATH_SCOPE=OR.Jobs',
    '/app/.env.production.example': 'VITE_UIPATH_SCOPE=OR.Tasks',
  };

  it('count where nothing real is declared', () => {
    expect(read(templates).declarations.map(({ kind, environment, text }) => [kind, environment, text])).toEqual([
      ['configuration-example', null, 'OR.Execution'],
      ['.env.example', null, 'OR.Jobs'],
      ['.env.example', 'production', 'OR.Tasks'],
    ]);
  });

  it.each(['/app/uipath.json', '/app/oauth-scopes.json', '/app/.env'])('do not count beside %s', (file) => {
    const json = file.endsWith('uipath.json') ? '{ "scope": "PIMS" }' : '{ "applications": [{ "name": "a", "provider": "uipath", "scopes": ["PIMS"] }] }';
    const text = file.endsWith('.env') ? 'UIPATH_SCOPE=PIMS' : json;
    expect(read({ ...templates, [file]: text }).declarations.map(({ text: scopes }) => scopes)).toEqual(['PIMS']);
  });

  it('count beside a real file that declares nothing', () => {
    expect(read({ ...templates, '/app/.env': 'PORT=80', '/app/uipath.json': '{}' }).declarations).toHaveLength(3);
  });

  it('are no problem when they are broken', () => {
    expect(
      read({ '/app/uipath.json.example': '{ "scope": <your scopes> }', '/app/.env.example': 'UIPATH_SCOPE your scopes' }),
    ).toMatchObject({ declarations: [], problems: [] });
  });
});

describe('oauth-scopes.json', () => {
  const manifest = (...applications: unknown[]): Record<string, string> => ({
    '/app/oauth-scopes.json': JSON.stringify({ $schema: 'x', applications }),
  });
  const app = (name: string, ...scopes: unknown[]): unknown => ({ name, provider: 'uipath', scopes, grant: 'authorization_code' });

  it('gives the place of each scope, of both forms', () => {
    const reading = read({
      '/app/oauth-scopes.json': `{ "applications": [
  { "name": "a", "provider": "genesys", "scopes": ["users"] },
  { "name": "b", "provider": "uipath",
    "scopes": ["PIMS", { "usedFor": "reading", "scope": "OR.Jobs" }] }
] }`,
    });
    expect(reading.declarations).toMatchObject([
      { kind: 'manifest', text: 'PIMS OR.Jobs', key: '/applications/1/scopes', place: { line: 4, column: 15, endColumn: 69 } },
    ]);
    expect(scopesOf(reading)).toEqual(['oauth-scopes.json:4:17-21 PIMS', 'oauth-scopes.json:4:58-65 OR.Jobs']);
  });

  it('says what scopes are for, what packages need, and what the policy restricts', () => {
    const files = {
      '/app/oauth-scopes.json': `{ "restricted": ["OR.Default", { "scope": "PIMS", "reason": "costly", "allowWithReason": true }],
  "applications": [{ "name": "a", "provider": "uipath", "needs": { "__proto__": [], "some-widgets": ["OR.Tasks"] },
    "scopes": [{ "scope": "PIMS", "usedFor": "cases" }, { "scope": "OR.Jobs", "rationale": "jobs" },
      { "scope": "OR.Tasks", "usedFor": " " }] }] }`,
    };
    expect(read(files).statements).toMatchObject({
      restricted: [{ scope: 'OR.Default' }, { scope: 'PIMS', reason: 'costly', allowWithReason: true }],
      needs: [{ name: '__proto__', scopes: [] }, { name: 'some-widgets', scopes: ['OR.Tasks'], place: { line: 2, column: 85, endColumn: 99 } }],
      reasons: [{ scope: 'PIMS', reason: 'cases' }, { scope: 'OR.Jobs', reason: 'jobs' }],
      stated: [{ scope: 'PIMS', usedFor: 'cases' }, { scope: 'OR.Jobs', rationale: 'jobs' }, { scope: 'OR.Tasks' }],
    });
  });

  it('is heard also where another file declares the scopes, and a package has no name', () => {
    const reading = read({
      '/app/uipath.json': '{ "scope": "PIMS" }',
      '/app/package.json': '{ "name": 7 }',
      '/app/oauth-scopes.json': '{ "restricted": ["OR.Default"], "applications": [{ "name": "7", "provider": "uipath" }] }',
    });
    expect(reading).toMatchObject({ problems: [], statements: { restricted: [{ scope: 'OR.Default' }] } });
  });

  it('names applications in one line, whatever their names hold', () => {
    const [problem] = problemsOf(read(manifest(app('a\n"b"', 'PIMS'), app('c', 'OR.Jobs'))));
    expect(problem).toContain(String.raw`("a\n\"b\"", "c")`);
  });

  it('declares nothing for a provider that it does not name', () => {
    expect(read(manifest({ name: 'a', provider: 'genesys', scopes: ['users'] }))).toMatchObject({ declarations: [], problems: [] });
  });

  it('says how to choose between several applications', () => {
    expect(problemsOf(read(manifest(app('portal', 'PIMS'), app('robot', 'OR.Jobs'))))).toEqual([
      'oauth-scopes.json:1:117 has 2 applications of provider "uipath" ("portal", "robot"): '
      + 'choose one by its name, or give the one that is meant the name in package.json',
    ]);
  });

  it('takes the application that is named, or that has the name of the package', () => {
    const files = manifest(app('portal', 'PIMS'), app('robot', 'OR.Jobs'));
    expect(read(files, { application: 'robot' }).declarations[0]?.text).toBe('OR.Jobs');
    expect(read({ ...files, '/app/package.json': '{ "name": "portal" }' }).declarations[0]?.text).toBe('PIMS');
    expect(read({ ...files, '/app/package.json': '{ "name": "portal" }' }, { application: 'robot' }).declarations[0]?.text).toBe('OR.Jobs');
  });

  it('does not fall back on another application than the one that is named', () => {
    expect(problemsOf(read(manifest(app('portal', 'PIMS')), { application: 'robot' }))).toEqual([
      'oauth-scopes.json:1:31 has no single application "robot" of provider "uipath", only "portal"',
    ]);
  });

  it('declares nothing where anything is wrong with it', () => {
    const reading = read(manifest(app('a', 'PIMS'), 7));
    expect(reading.declarations).toEqual([]);
    expect(problemsOf(reading)).toEqual(['oauth-scopes.json:1:112 application 2 must be an object with "name", "provider" and "scopes"']);
  });

  it('declares what an environment holds instead', () => {
    const environments = { production: { scopes: ['PIMS', { scope: 'OR.Jobs', rationale: 'x' }] }, test: { client: 'c' } };
    const reading = read(manifest({ name: 'a', provider: 'uipath', scopes: ['OR.Tasks'], environments }));
    expect(reading.declarations.map(({ text, environment, key }) => [text, environment, key])).toEqual([
      ['OR.Tasks', null, '/applications/0/scopes'],
      ['PIMS OR.Jobs', 'production', '/applications/0/environments/production/scopes'],
    ]);
    expect(reading.statements.reasons).toEqual([{ scope: 'OR.Jobs', reason: 'x' }]);
  });
});

describe('the files that are read', () => {
  it('case 60: are none but those that the catalog and the user name', () => {
    expect(read({
      '/app/manifest.webmanifest': '{ "scope": "/" }',
      '/app/manifest.json': '{ "scope": "/" }',
      '/app/package.json': '{ "name": "x", "scope": "openid" }',
      '/app/src/uipath.json': '{ "scope": "PIMS" }',
      '/uipath.json': '{ "scope": "PIMS" }',
    })).toMatchObject({ declarations: [], problems: [] });
  });

  it('lie inside the root', () => {
    const files = { '/other/uipath.json': '{ "scope": "PIMS" }', '/application/uipath.json': '{ "scope": "PIMS" }' };
    expect(read(files, { directory: '/other' }).declarations).toEqual([]);
    expect(read(files, { directory: '/application' }).declarations).toEqual([]);
    expect(read(files, { directory: '/application/', root: '/' }).declarations).toHaveLength(1);
    const deep = { '/a/b/c/uipath.json': '{ "scope": "PIMS" }' };
    expect(read(deep, { directory: '/a/b/c', root: '/a/b/' }).declarations).toHaveLength(1);
    expect(read(deep, { directory: '/a/b/c/', root: '/a/b/c/' }).declarations).toHaveLength(1);
    expect(read(deep, { directory: '/a/b/c', root: '/ab' }).declarations).toEqual([]);
  });

  it('may be missing, and are a problem when they are there and cannot be read', () => {
    const fileSystem = { ...memoryFileSystem({ '/app/uipath.json': '{}' }), readFile: () => undefined };
    expect(problemsOf(read({}, { fileSystem }))).toEqual([
      `uipath.json:1:1 cannot be read; it must be a file of at most ${MAXIMUM_FILE_SIZE / 1024} kilobytes that you may read`,
    ]);
    expect(read({})).toMatchObject({ declarations: [], problems: [], undecided: [], environmentFiles: [] });
  });

  it('never make the reader throw, whatever they hold', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json());
    fc.assert(fc.property(text, text, text, (environment, configuration, manifest) => {
      read({
        '/app/.env': environment,
        '/app/uipath.json': configuration,
        '/app/oauth-scopes.json': manifest,
        '/app/package.json': manifest,
      });
    }));
  });
});
