import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog, CatalogClient } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { decideGrant, type ApplicationGrant } from '../../src/grants/application-grant.ts';
import { readClientGrant } from '../../src/grants/client-grant.ts';
import type { Declaration } from '../../src/grants/declaration.ts';
import { declaredEnvironment } from '../../src/grants/declared-environment.ts';
import { placeOfNode } from '../../src/grants/place-of-node.ts';
import { readDeclarations } from '../../src/grants/read-declarations.ts';
import { memoryFileSystem } from './memory-file-system.ts';
import { clientsIn, memoryProgram } from './memory-program.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const client = catalog.clients[0] as CatalogClient;
const { vocabulary } = indexCatalog(catalog);

/** The grant of an application that consists of these files, and whose clients /app/sdk.ts makes. */
function grantOf(files: Readonly<Record<string, string>>, code = ''): ApplicationGrant {
  const program = memoryProgram({ '/app/sdk.ts': `import { UiPath } from 'sdk';\n${code}` });
  const reading = readDeclarations({ directory: '/app', root: '/app', catalog, fileSystem: memoryFileSystem(files) });
  const context = {
    ts,
    checker: program.getTypeChecker(),
    provider: 'uipath',
    environment: declaredEnvironment(reading, catalog.declarations.environmentKeys),
  };
  const clients = clientsIn(program, '/app/sdk.ts').map((node) => ({
    place: placeOfNode(node),
    grant: readClientGrant(context, { node, client, arguments: node.arguments ?? [] }),
  }));
  return decideGrant({ ...reading, clients, vocabulary });
}

/** `* uipath.json: OR.Jobs`, the one in effect with a star. */
function told({ alternatives, effective, undecided }: ApplicationGrant): string[] {
  const known = alternatives.map((declaration) => `${declaration === effective ? '* ' : ''}${nameOf(declaration)}: ${declaration.text}`);
  return [...known, ...undecided.map(({ reason }) => `? ${reason}`)];
}

function nameOf({ place }: Declaration): string {
  return place.file.replace('/app/', '');
}

const uipathJson = (scope: string): Record<string, string> => ({ '/app/uipath.json': JSON.stringify({ scope }) });
const env = (value: string, name = '.env'): Record<string, string> => ({ [`/app/${name}`]: `VITE_UIPATH_SCOPE="${value}"` });
const manifest = (...scopes: string[]): Record<string, string> => ({
  '/app/oauth-scopes.json': JSON.stringify({ applications: [{ name: 'app', provider: 'uipath', scopes }] }),
});
const FROM_ENVIRONMENT = 'new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE });';
const WITH_FALLBACK = "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE ?? 'OR.Tasks OR.Tasks.Write' });";

describe('case 39: of several places that declare scopes', () => {
  it.each<[string, Record<string, string>, string, string[]]>([
    ['the only one is in effect', uipathJson('PIMS'), 'new UiPath();', ['* uipath.json: PIMS']],
    ['the only one is in effect without a client in sight', env('PIMS'), '', ['* .env: PIMS']],
    [
      'the manifest is in effect where it is the only one',
      manifest('PIMS', 'OR.Jobs'),
      'new UiPath();',
      ['* oauth-scopes.json: PIMS OR.Jobs'],
    ],
    [
      'uipath.json is in effect for a client that is given none; .env stays possible',
      { ...uipathJson('OR.Execution'), ...env('PIMS') },
      'new UiPath();',
      ['* uipath.json: OR.Execution', '.env: PIMS'],
    ],
    [
      'uipath.json is in effect before the manifest',
      { ...uipathJson('PIMS'), ...manifest('PIMS', 'OR.Jobs') },
      'new UiPath();',
      ['* uipath.json: PIMS', 'oauth-scopes.json: PIMS OR.Jobs'],
    ],
    [
      '.env is in effect, alone, for a client that reads it',
      { ...uipathJson('OR.Execution'), ...env('PIMS'), ...manifest('OR.Jobs') },
      FROM_ENVIRONMENT,
      ['* .env: PIMS'],
    ],
    [
      'the fallback in the code does not count beside .env',
      { ...uipathJson('OR.Execution'), ...env('PIMS') },
      WITH_FALLBACK,
      ['* .env: PIMS'],
    ],
    [
      'the fallback in the code counts where nothing sets the variable',
      { ...uipathJson('OR.Tasks OR.Tasks.Write DataFabric.Default'), ...env('PIMS', '.env.example') },
      WITH_FALLBACK,
      ['* sdk.ts: OR.Tasks OR.Tasks.Write'],
    ],
    [
      'the code alone counts for a client with a literal',
      { ...uipathJson('OR.Execution'), ...env('PIMS') },
      "new UiPath({ scope: 'OR.Jobs' });",
      ['* sdk.ts: OR.Jobs'],
    ],
    [
      'none is in effect without a client in sight',
      { ...env('PIMS'), ...manifest('OR.Jobs') },
      '',
      ['.env: PIMS', 'oauth-scopes.json: OR.Jobs'],
    ],
    [
      'any is in effect if they agree',
      { ...env('PIMS OR.Jobs openid'), ...manifest('OR.Jobs', 'PIMS') },
      '',
      ['* .env: PIMS OR.Jobs openid', 'oauth-scopes.json: OR.Jobs PIMS'],
    ],
    [
      'the file of a mode is an alternative, and not in effect without that mode',
      { ...env('PIMS'), ...env('OR.Jobs', '.env.production') },
      FROM_ENVIRONMENT,
      ['* .env: PIMS', '.env.production: OR.Jobs'],
    ],
    [
      'none is in effect between modes',
      { ...env('PIMS', '.env.development'), ...env('OR.Jobs', '.env.production') },
      FROM_ENVIRONMENT,
      ['.env.development: PIMS', '.env.production: OR.Jobs'],
    ],
    [
      'a local file is in effect before the one that it overrides',
      { ...env('PIMS'), ...env('OR.Jobs', '.env.local') },
      FROM_ENVIRONMENT,
      ['* .env.local: OR.Jobs', '.env: PIMS'],
    ],
    [
      'a local file is in effect before the one that it overrides, without a client in sight',
      { ...env('PIMS'), ...env('OR.Jobs', '.env.local') },
      '',
      ['.env: PIMS', '* .env.local: OR.Jobs'],
    ],
    [
      'the file of a mode is not in effect beside one that holds everywhere, without a client in sight',
      { ...env('PIMS'), ...env('OR.Jobs', '.env.production') },
      '',
      ['* .env: PIMS', '.env.production: OR.Jobs'],
    ],
    [
      'a local file overrides only the variables that it sets',
      { '/app/.env': 'VITE_UIPATH_SCOPE=PIMS\nUIPATH_SCOPE=OR.Tasks', ...env('OR.Jobs', '.env.local') },
      '',
      ['.env: PIMS', '.env: OR.Tasks', '.env.local: OR.Jobs'],
    ],
    [
      'what grants nothing is in effect where nothing else does',
      { ...env('openid'), ...manifest('offline_access') },
      '',
      ['* .env: openid', 'oauth-scopes.json: offline_access'],
    ],
    [
      'none is in effect where one has more than the other, or another one',
      { ...env('PIMS OR.Jobs'), ...manifest('PIMS', 'OR.Tasks') },
      '',
      ['.env: PIMS OR.Jobs', 'oauth-scopes.json: PIMS OR.Tasks'],
    ],
    [
      'none is in effect where one has less than the other',
      { ...env('PIMS'), ...manifest('PIMS', 'OR.Tasks') },
      '',
      ['.env: PIMS', 'oauth-scopes.json: PIMS OR.Tasks'],
    ],
    [
      'none is in effect for clients of which one may have something else',
      {},
      "declare const c: boolean;\nnew UiPath({ scope: 'PIMS' });\nnew UiPath({ scope: c ? 'PIMS' : 'OR.Jobs' });",
      ['sdk.ts: PIMS', 'sdk.ts: PIMS', 'sdk.ts: OR.Jobs'],
    ],
    [
      'a template of another variable is none for a client that reads one',
      { '/app/.env.example': 'UIPATH_SCOPE=PIMS', '/app/uipath.json.example': '{"scope":"OR.Jobs"}' },
      FROM_ENVIRONMENT,
      ['* uipath.json.example: OR.Jobs'],
    ],
    [
      'templates count where nothing real does',
      { ...env('PIMS', '.env.example'), '/app/uipath.json.example': '{"scope":"OR.Jobs"}' },
      '',
      ['uipath.json.example: OR.Jobs', '.env.example: PIMS'],
    ],
    [
      'a template is in effect where it is the only one',
      { '/app/uipath.json.example': '{"scope":"OR.Jobs"}' },
      'new UiPath();',
      ['* uipath.json.example: OR.Jobs'],
    ],
    [
      'a fallback that grants nothing leaves the template in effect',
      env('PIMS', '.env.example'),
      "new UiPath({ scope: import.meta.env.VITE_UIPATH_SCOPE || 'offline_access' });",
      ['* .env.example: PIMS', 'sdk.ts: offline_access'],
    ],
    [
      'all are possible on the way through the code that gives none',
      uipathJson('OR.Execution'),
      "declare const c: boolean;\nnew UiPath(c ? { scope: 'PIMS' } : undefined);",
      ['sdk.ts: PIMS', 'uipath.json: OR.Execution'],
    ],
    ['nothing is known where nothing declares any', {}, 'new UiPath();', []],
  ])('%s', (_name, files, code, alternatives) => {
    expect(told(grantOf(files, code))).toEqual(alternatives);
  });
});

describe('case 37 and 38: a variable that no .env file sets', () => {
  it.each([
    ['the configuration file', { ...uipathJson('PIMS') }, ['* uipath.json: PIMS']],
    ['the manifest', { ...manifest('PIMS') }, ['* oauth-scopes.json: PIMS']],
    ['one of both', { ...uipathJson('PIMS'), ...manifest('OR.Jobs') }, ['uipath.json: PIMS', 'oauth-scopes.json: OR.Jobs']],
  ])('is taken to hold what is stated by %s', (_name, files, alternatives) => {
    expect(told(grantOf(files, FROM_ENVIRONMENT))).toEqual(alternatives);
  });

  it('is undecided otherwise', () => {
    expect(told(grantOf({ '/app/.env': 'UIPATH_SCOPE=PIMS' }, FROM_ENVIRONMENT))).toEqual([
      '? the scopes come from import.meta.env.VITE_UIPATH_SCOPE, which no .env file sets',
    ]);
  });
});

describe('several clients', () => {
  it('case 49: with different grants leave open which is in effect', () => {
    expect(
      told(grantOf(uipathJson('OR.Jobs'), "new UiPath();\nnew UiPath({ scope: 'PIMS' });")),
    ).toEqual(['uipath.json: OR.Jobs', 'sdk.ts: PIMS']);
  });

  it('with the same grant do not', () => {
    expect(
      told(grantOf({ ...uipathJson('OR.Jobs PIMS'), ...env('PIMS OR.Jobs') }, `new UiPath();\n${FROM_ENVIRONMENT}\nnew UiPath();`)),
    ).toEqual([
      '* uipath.json: OR.Jobs PIMS', '.env: PIMS OR.Jobs',
    ]);
  });

  it('of which one is undecided leave the whole open, and name the place', () => {
    const grant = grantOf(uipathJson('OR.Jobs'), 'new UiPath();\nexport function make(scope: string) { return new UiPath({ scope }); }');
    expect(told(grant)).toEqual(['uipath.json: OR.Jobs', '? the scopes come from the parameter scope, which each caller decides']);
    expect(grant.undecided[0]?.place).toMatchObject({ file: '/app/sdk.ts', line: 3 });
  });

  it('case 55: of which one is made with a secret leave the others as they are', () => {
    const grant = grantOf(uipathJson('OR.Jobs'), "new UiPath();\nnew UiPath({ secret: 'hunter2' });");
    expect(told(grant)).toEqual(['* uipath.json: OR.Jobs']);
    expect(grant.unscoped).toMatchObject([{ file: '/app/sdk.ts', line: 3 }]);
    expect(JSON.stringify(grant)).not.toContain('hunter2');
  });

  it('case 55: that are all made with a secret hold no grant', () => {
    expect(grantOf(uipathJson('OR.Jobs'), "new UiPath({ secret: 'hunter2' });")).toMatchObject({
      alternatives: [],
      effective: null,
      undecided: [],
      unscoped: [{ line: 2 }],
    });
  });
});

describe('what cannot be known of a grant', () => {
  it('case 54: a role wildcard is named with its place', () => {
    expect(grantOf(uipathJson('OR.Jobs OR.Default')).roleWildcards).toEqual([
      { scope: 'OR.Default', place: { file: '/app/uipath.json', line: 1, column: 19, endLine: 1, endColumn: 29 } },
    ]);
    expect(grantOf(uipathJson('OR.Jobs')).roleWildcards).toEqual([]);
  });

  it('a value that is made of other variables is undecided', () => {
    const grant = grantOf({ '/app/.env': 'BASE=hunter2\nVITE_UIPATH_SCOPE=$BASE', ...uipathJson('OR.Jobs') }, 'new UiPath();');
    expect(told(grant)).toEqual(['uipath.json: OR.Jobs', '? VITE_UIPATH_SCOPE is made of other variables, whose values are not read']);
    expect(JSON.stringify(grant)).not.toContain('hunter2');
  });
});
