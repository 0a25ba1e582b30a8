import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../../src/catalogs/import/import-options.ts';
import { importText, problemsOfImport } from './import-text.ts';

const options: ImportOptions = { provider: 'acme', source: { key: 'api', locator: 'api.json' }, today: '2026-11-22' };

const imported = (text: string, changed: Partial<ImportOptions> = {}) => importText(text, 'api', { ...options, ...changed });
const problemsOf = (...parameters: Parameters<typeof imported>) => problemsOfImport(imported(...parameters));

const flow = { tokenUrl: 'https://login.acme.com/token', scopes: { a: '', b: '', c: '', 'a.x': '' } };
const oauth = { type: 'oauth2', flows: { clientCredentials: flow } };
const key = { type: 'apiKey', name: 'key', in: 'header' };

/** One definition with an operation `GET /<name>` for each `security`, and the requirement that each is given. */
async function requirements(security: Record<string, unknown>, root: object = {}, changed: Partial<ImportOptions> = {}): Promise<unknown[]> {
  const paths = Object.fromEntries(Object.entries(security).map(([name, value]) => [`/${name}`, { get: { security: value } }]));
  const definition = { openapi: '3.1.0', paths, components: { securitySchemes: { oauth, key, other: oauth } }, ...root };
  const { catalog } = await imported(JSON.stringify(definition), changed);
  return (catalog.endpoints ?? []).map(({ rows: [row] }) => (row?.confidence === 'inferred' ? { inferred: row.requires } : row?.requires));
}

describe('security requirements', () => {
  it('are alternatives, and within one everything is needed', async () => {
    const found = await requirements({
      one: [{ oauth: ['a'] }],
      either: [{ oauth: ['a'] }, { oauth: ['b'] }],
      both: [{ oauth: ['a', 'b'] }],
      mixed: [{ oauth: ['a', 'b'] }, { oauth: ['c'] }],
      schemes: [{ oauth: ['a'], other: ['b'] }],
      withKey: [{ oauth: ['a'], key: [] }],
      orKey: [{ oauth: ['a'] }, { key: [] }],
      string: [{ oauth: ['a b'] }],
    });
    expect(found).toEqual([
      [['a']],
      [['a', 'b']],
      [['a'], ['b']],
      [['a', 'c'], ['b', 'c']],
      [['a'], ['b']],
      [['a']],
      [['a']],
      [['a'], ['b']],
    ]);
  });

  it('that ask for nothing, for no scope, or for a key alone are told apart', async () => {
    const found = await requirements({
      nothing: [],
      optional: [{ oauth: ['a'] }, {}],
      unnamed: [{ oauth: [] }],
      oneUnnamed: [{ oauth: ['a'] }, { oauth: [] }],
      key: [{ key: [] }],
      absent: undefined,
    });
    expect(found).toEqual([[], [], null, null, null, null]);
  });

  it('of the definition hold where an operation and its path have none of their own', async () => {
    const definition = {
      openapi: '3.0.3',
      security: [{ oauth: ['a'] }],
      paths: { '/x': { get: {}, post: { security: [] } }, '/y': { security: [{ oauth: ['b'] }], get: {} } },
      components: { securitySchemes: { oauth } },
    };
    const { catalog } = await imported(JSON.stringify(definition));
    expect(catalog.endpoints?.map(({ verb, path, rows: [row] }) => [verb, path, row?.requires])).toEqual([
      ['GET', '/x', [['a']]],
      ['POST', '/x', []],
      ['GET', '/y', [['b']]],
    ]);
  });

  it('with several scopes accuse nobody until it is said what they mean, unless the definition writes alternatives elsewhere', async () => {
    expect(await requirements({ list: [{ oauth: ['a', 'b'] }] })).toEqual([{ inferred: [['a'], ['b']] }]);
    expect(await requirements({ list: [{ oauth: ['a', 'b'] }] }, {}, { several: 'all' })).toEqual([[['a'], ['b']]]);
    expect(await requirements({ list: [{ oauth: ['a', 'b'] }] }, {}, { several: 'any' })).toEqual([[['a', 'b']]]);
    expect(await requirements({ part: [{ oauth: ['a', 'a.x'] }] })).toEqual([null]);
    expect(await requirements({ part: [{ oauth: ['a', 'a.x'] }] }, {}, { several: 'any' })).toEqual([[['a', 'a.x']]]);
  });

  it('of OpenAPI 2.0 stand in securityDefinitions, and paths below the base path', async () => {
    const { catalog } = await imported(
      [
        'swagger: "2.0"',
        'info: { title: Acme }',
        'host: API.acme.com',
        'basePath: /v2/',
        'securityDefinitions:',
        '  oauth:',
        '    type: oauth2',
        '    authorizationUrl: https://login.acme.com/authorize',
        '    scopes: { "pets:read": "", "pets:write": "" }',
        'paths:',
        '  /pets/{id}/:',
        '    get:',
        '      tags: [Pets]',
        '      security:',
        '        - oauth: ["pets:read"]',
      ].join('\n'),
    );
    expect(catalog).toMatchObject({
      title: 'Acme',
      scopes: [
        { name: 'pets:read', category: 'Pets' },
        { name: 'pets:write', category: 'Acme' },
      ],
      endpoints: [{ verb: 'GET', path: '/v2/pets/{id}', rows: [{ requires: [['pets:read']], source: 'api', line: 12, confidence: 'exact' }] }],
      requests: { hosts: ['api.acme.com'], tokenEndpoints: ['login.acme.com/authorize'] },
    });
  });
});

describe('scopes in a description', () => {
  const described = async (operation: object, root: object = {}): Promise<unknown> => {
    const text = JSON.stringify({ openapi: '3.0.1', paths: { '/x': { get: operation } }, components: { securitySchemes: { oauth } }, ...root });
    const { catalog } = await imported(text);
    const [endpoint] = catalog.endpoints ?? [];
    return endpoint?.refusesOAuth === true ? 'refuses' : endpoint?.rows.map(({ requires }) => requires);
  };

  it.each([
    ['OAuth required scopes: OR.Jobs or OR.Jobs.Write.\n\nRequired permissions: Jobs.Create.', [[['OR.Jobs', 'OR.Jobs.Write']]]],
    ['Starts a job. OAuth required scopes: OR.Jobs.', [[['OR.Jobs']]]],
    ['Required scopes: <b>Du.A or Du.B</b></br>', [[['Du.A', 'Du.B']]]],
    ['**Required OAuth scopes:** `read`, `write`', [[['read'], ['write']]]],
    ['Required scopes:\n\n- `a:read`\n- `b:read`\n\nMore.', [[['a:read'], ['b:read']]]],
    ['The scopes of this resource are described elsewhere.', [null]],
    ['Required scopes: see the guide', [null]],
    ['OAuth authentication is not supported.', 'refuses'],
  ])('%j', async (description, expected) => {
    expect(await described({ description, security: [{ oauth: [] }] })).toEqual(expected);
  });

  it('go before what the definition asks for everywhere, and stand beside what the operation itself asks for', async () => {
    const description = 'Required scopes: a or b';
    expect(await described({ description }, { security: [{ oauth: ['c'] }] })).toEqual([[['a', 'b']]]);
    expect(await described({ description, security: [{ oauth: ['c'] }] })).toEqual([[['c']], [['a', 'b']]]);
    expect(await described({ description, security: [{ oauth: ['b'] }, { oauth: ['a'] }] })).toEqual([[['b', 'a']]]);
  });
});

describe('servers and references', () => {
  it('give hosts by the values of their variables, and a path that may be a parameter', async () => {
    const variables = { region: { default: 'eu', enum: ['eu', 'us'] }, tenant: { default: 'x' } };
    const servers = [{ url: 'https://{region}.acme.com/{tenant}/v1/', variables }];
    const { catalog } = await imported(JSON.stringify({ openapi: '3.0.0', servers, paths: { '/a': { get: {} } } }));
    expect(catalog.requests.hosts).toEqual(['eu.acme.com', 'us.acme.com']);
    expect(catalog.endpoints?.[0]?.path).toBe('/{tenant}/v1/a');
    const other = await imported(JSON.stringify({ openapi: '3.0.0', servers, paths: { '/a': { get: {} } } }), { baseUrl: 'https://b.com/v9' });
    expect([other.catalog.requests.hosts, other.catalog.endpoints?.[0]?.path]).toEqual([['b.com'], '/v9/a']);
  });

  it('lead to path items that are shared', async () => {
    const definition = {
      openapi: '3.1.0',
      paths: { '/a': { $ref: '#/components/pathItems/shared' }, '/b': { $ref: '#/paths/~1a' } },
      components: {
        pathItems: { shared: { get: { security: [{ oauth: ['a'] }] } } },
        securitySchemes: { oauth: { $ref: '#/components/x' } },
        x: oauth,
      },
    };
    const { catalog } = await imported(JSON.stringify(definition));
    expect(catalog.endpoints?.map(({ path, rows: [row] }) => [path, row?.requires])).toEqual([
      ['/a', [['a']]],
      ['/b', [['a']]],
    ]);
  });
});

describe('bad input', () => {
  const definition = (paths: string, rest = ''): string => `openapi: 3.1.0\n${rest}paths:\n${paths}`;

  it('with references in a circle names the place; circles of schemas do not matter', async () => {
    expect(await problemsOf(definition("  /a: { $ref: '#/paths/~1b' }\n  /b: { $ref: '#/paths/~1a' }"))).toEqual([
      '3: refers in a circle: $ref "#/paths/~1b"',
    ]);
    const schemas = "components: { schemas: { Node: { properties: { next: { $ref: '#/components/schemas/Node' } } } } }\n";
    expect((await imported(definition('  /a: { get: {} }', schemas))).catalog.endpoints).toHaveLength(1);
  });

  it('with a reference to nothing or to another file names the place', async () => {
    expect(await problemsOf(definition("  /a: { $ref: '#/nowhere' }"))).toEqual(['3: refers to nothing: $ref "#/nowhere"']);
    expect(await problemsOf(definition('  /a: { $ref: paths/a.yaml }'))).toEqual([
      '3: refers to another file, $ref "paths/a.yaml"; bundle the definition into one file first',
    ]);
  });

  it('with a scheme that is not OAuth 2.0, or is not declared, leaves the scopes unknown and says where', async () => {
    const text = definition(
      '  /a: { get: { security: [{ key: [] }] } }\n  /b: { get: { security: [{ key: [] }] } }\n  /c: { get: { security: [{ gone: [x] }] } }',
      'components: { securitySchemes: { key: { type: apiKey } } }\n',
    );
    const { catalog, remarks } = await imported(text);
    expect(catalog.endpoints?.map(({ rows: [row] }) => row?.requires)).toEqual([null, null, null]);
    expect(remarks).toEqual([
      '4: is called with apiKey, no OAuth 2.0, and so does one other operation; its scopes stay unknown',
      '6: asks for the security scheme "gone", which is not declared; what it needs stays unknown.',
    ]);
  });

  it('with a scope that is not declared accuses nobody by it and says where', async () => {
    const text = JSON.stringify(
      { openapi: '3.0.0', paths: { '/a': { get: { security: [{ oauth: ['typo'] }] } } }, components: { securitySchemes: { oauth } } },
      undefined,
      1,
    );
    const { catalog, remarks } = await imported(text);
    expect(catalog.endpoints?.[0]?.rows).toMatchObject([{ requires: [['typo']], confidence: 'inferred' }]);
    expect(catalog.scopes.find(({ name }) => name === 'typo')).toMatchObject({ suspect: true });
    expect(remarks).toEqual([
      '5: asks for typo, which its security scheme does not declare; nobody is accused by it, and if the provider has such scopes, ' +
        'import again with --accept-undeclared',
    ]);
    const accepted = await imported(text, { acceptsUndeclared: true });
    expect(accepted.catalog.endpoints?.[0]?.rows).toMatchObject([{ requires: [['typo']], confidence: 'exact' }]);
    expect(accepted.remarks).toEqual([]);
  });

  it('with an operationId twice names both lines', async () => {
    const { catalog, remarks } = await imported(definition('  /a:\n    get: { operationId: list }\n  /b:\n    get: { operationId: list }'));
    expect(catalog.endpoints).toHaveLength(2);
    expect(remarks).toEqual(['6: has the operationId "list" of line 4; both operations are kept, by verb and path']);
  });

  it('with a path twice is refused, in JSON and in YAML', async () => {
    expect(await problemsOf('{ "openapi": "3.0.0",\n "paths": {\n "/a": { "get": {} },\n "/a": { "post": {} } } }')).toEqual([
      '4: has the key "/a" again, which stands on line 3, too',
    ]);
    expect(await problemsOf(definition('  /a: { get: {} }\n  /a: { post: {} }'))).toEqual([expect.stringMatching(/^4: is not valid YAML: dupl/)]);
  });

  it('with keys of prototypes neither changes nor reads one', async () => {
    const text =
      '{ "openapi": "3.0.0", "paths": { "/a": { "__proto__": { "get": {} }, "get": { "security": [{ "constructor": ["x"] }] } } }, ' +
      '"components": { "securitySchemes": { "__proto__": { "type": "oauth2" } } } }';
    const { catalog } = await imported(text);
    expect(catalog.endpoints?.map(({ rows: [row] }) => row?.requires)).toEqual([null]);
    const yaml = 'openapi: 3.0.0\npaths:\n  /a:\n    __proto__: { post: {} }\n    get: {}\n';
    expect((await imported(yaml)).catalog.endpoints?.map(({ verb }) => verb)).toEqual(['GET']);
    expect(Object.hasOwn(Object.prototype, 'get')).toBe(false);
  });

  it('nested deeper than the parsers bear is refused', async () => {
    const deep = '['.repeat(100_000);
    expect(await problemsOf(`{ "openapi": "3.0.0", "x": ${deep}`)).toEqual(['1: is nested more than 200 levels deep']);
    expect(await problemsOf(`openapi: 3.0.0\nx: ${deep}`)).toEqual([expect.stringMatching(/^2: is not valid YAML: nesting/)]);
  });

  it('that doubles itself by aliases is refused, or stays as small as it is', async () => {
    const levels = Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`);
    const bomb = ['openapi: 3.0.0', 'a0: &a0 [x]', ...levels, 'paths: { /a: { get: { security: *a30 } } }'].join('\n');
    expect((await imported(bomb)).catalog.endpoints?.map(({ rows: [row] }) => row?.requires)).toEqual([null]);
    const many = `openapi: 3.0.0\na: &a [x]\nb: [${'*a, '.repeat(10_001)}]\npaths: { /a: { get: {} } }`;
    expect(await problemsOf(many)).toEqual([expect.stringContaining('alias')]);
  });

  it('with lists that multiply stays bounded', async () => {
    const entry = { oauth: Array.from({ length: 400 }, (_, index) => `s${index}`) };
    const [requires] = await requirements({ a: Array.from({ length: 90 }, () => entry) }, {}, { several: 'all' });
    expect(requires).toBe(null);
  });

  it.each([
    ['{ "openapi": "3.0.0",\n "paths": }', /^2: is not valid JSON: value expected$/],
    ['{ "openapi": "3.0.0" } // comment', /^1: is not valid JSON: invalid comment token$/],
    ['openapi: 3.0.0\npaths: [', /^2: is not valid YAML/],
    ['{ "swagger": "1.2", "apis": [] }', /^1: is no OpenAPI definition/],
    ['{ "openapi": "3.0.0", "paths": {} }', /^1: has no operation/],
    ['openapi: 3.0.0\n---\nopenapi: 3.0.0', /YAML documents where one is expected/],
  ])('%j', async (text, message) => {
    expect(await problemsOf(text)).toEqual([expect.stringMatching(message)]);
  });
});

it('the SDK that is generated from the definition calls each operation by its operationId, on the class that is named for its tag', async () => {
  const security = [{ oauth: ['a'] }];
  const paths = {
    '/bills': { get: { security, tags: ['Billing'], operationId: 'listBills' }, post: { security, tags: ['Billing'], operationId: 'listBills' } },
    '/users': { get: { security, tags: ['Users'], operationId: 'listUsers' }, post: { security, tags: ['Billing'], operationId: 'make a user' } },
  };
  const text = JSON.stringify({ openapi: '3.0.0', paths, components: { securitySchemes: { oauth } } });
  const { catalog } = await imported(text, { sdk: '@acme/sdk', classes: new Map([['Billing', 'BillingApi']]) });
  expect(catalog.endpoints?.map(({ verb, path, sdk }) => `${verb} ${path} ${sdk?.join() ?? 'in no class'}`)).toEqual([
    'GET /bills BillingApi.listBills', 'POST /bills in no class', 'GET /users in no class', 'POST /users in no class',
  ]);
});
