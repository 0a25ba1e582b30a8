import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CatalogFile } from '../../src/catalogs/catalog.ts';
import { CatalogError, parseCatalog } from '../../src/catalogs/parse-catalog.ts';
import { catalogProblems } from '../../src/catalogs/catalog-problems.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { diffCatalogs } from '../../src/catalogs/diff-catalogs.ts';
import { decodeText } from '../../src/catalogs/import/decode-text.ts';
import { importCatalog } from '../../src/catalogs/import/import-catalog.ts';
import { ImportError } from '../../src/catalogs/import/import-error.ts';
import { mergeCatalog } from '../../src/catalogs/import/merge-catalog.ts';
import { readConfigurationFile } from '../../src/grants/configuration-file.ts';
import type { Declaration, Place } from '../../src/grants/declaration.ts';
import { readEnvironmentFile } from '../../src/grants/environment-file.ts';
import { readManifest } from '../../src/grants/manifest.ts';
import { readToken } from '../../src/grants/read-token.ts';
import { inspectScopeString } from '../../src/scopes/inspect.ts';
import { resolveRequest } from '../../src/usage/requests/resolve-request.ts';
import { acmeCatalog } from '../support/acme-sdk.ts';
import { runs } from '../support/property-runs.ts';
import { uipathIndex } from '../usage/virtual-application.ts';
import { damagedJson, hostileText, PROTOTYPE_NAMES } from './hostile-text.ts';

const numRuns = runs(150);

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

afterEach(() => {
  // Nobody's data becomes a property of every object.
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('scope strings', () => {
  const { vocabulary, grammar } = uipathIndex;
  const text = hostileText(['OR.Jobs', 'OR.Jobs.Read', 'or.jobs', ' ', ',', ';', 'OR.', '.', 'OR.Jobs OR.Jobs', 'your-scopes', 'Jobs.View', 'openid', '…']);

  it('any text is inspected, its words and edits lie within it, and a fix leaves nothing that is worse', () => {
    fc.assert(fc.property(text, (scopes) => {
      const { tokens, problems } = inspectScopeString(scopes, vocabulary, grammar);
      for (const { start, end } of tokens) {
        expect(0 <= start && start < end && end <= scopes.length).toBe(true);
      }
      expect(problems.every(({ start, end }) => 0 <= start && start <= end && end <= scopes.length)).toBe(true);
      // Each fix is a text of its own, and there may be thousands.
      for (const { fix } of problems.slice(0, 10)) {
        const fixed = fix === undefined ? scopes : scopes.slice(0, fix.start) + fix.text + scopes.slice(fix.end);
        expect(inspectScopeString(fixed, vocabulary, grammar).problems.length).toBeLessThanOrEqual(problems.length);
      }
    }), { numRuns });
  });

  it.each(PROTOTYPE_NAMES)('%s is a word that no catalog knows', (name) => {
    const { problems } = inspectScopeString(`OR.Jobs ${name}`, vocabulary, grammar);
    expect(problems.length).toBe(1);
    expect(vocabulary.has(name)).toBe(false);
    expect([...vocabulary.implied(name)]).toEqual([name]);
    expect(uipathIndex.method(name, name)).toBeUndefined();
    expect(uipathIndex.hasContainer(name)).toBe(false);
  });
});

describe('files that declare scopes', () => {
  const file = '/application/file';

  it('.env: any text is read, and every declared text has places in the file', () => {
    const wanted = new Set(['UIPATH_SCOPE', ...PROTOTYPE_NAMES]);
    const text = hostileText(['UIPATH_SCOPE=', 'export ', 'OR.Jobs OR.Tasks', '${UIPATH_SCOPE}', '$OTHER', '# note', '\n', '\r\n', '"', "'", '`', '\\n', 'OTHER=${', '=']);
    fc.assert(fc.property(text, (source) => {
      for (const { key, place } of readEnvironmentFile(source, file, wanted).entries) {
        expect(wanted.has(key)).toBe(true);
        expectInside(place, source);
      }
    }), { numRuns });
  });

  it('uipath.json: what is no scope string is a problem with a place, and nothing else', () => {
    const declared: Pick<Declaration, 'provider' | 'kind'> = { provider: 'uipath', kind: 'configuration' };
    const text = fc.oneof(
      damagedJson({ clientId: 'x', scope: 'OR.Jobs OR.Tasks\u00e9', nested: { scope: ['a', 'b'] } }),
      hostileText(['{', '}', '"scope"', ':', '"OR.Jobs"', ',', '// note', '/*', '*/', '[', ']', '\\u0041', '1e999']),
    );
    fc.assert(fc.property(text, fc.constantFrom('/scope', '/nested/scope', '/__proto__/polluted', '/constructor/name', '', '/'), (source, pointer) => {
      const { declaration, problems } = readConfigurationFile(source, file, pointer, declared);
      expect(declaration === undefined || problems.length === 0).toBe(true);
      declaration?.scopes.forEach(({ place }) => expectInside(place, source));
    }), { numRuns });
  });

  it('oauth-scopes.json: every error has a place and a sentence', () => {
    const manifest = {
      catalogs: ['./a.json'],
      applications: [{
        name: 'a', provider: 'uipath', grant: 'client_credentials',
        scopes: ['OR.Jobs', { scope: 'OR.Tasks', usedFor: 'x', rationale: 'y', updated: '2026-01-01', nextReview: '2026-12-01', endpoints: ['GET /odata/Jobs'] }],
        needs: { 'some-widgets': ['OR.Tasks.Read'] }, changes: [{ date: '2026-01-01', change: 'x' }],
      }],
    };
    fc.assert(fc.property(damagedJson(manifest), (source) => {
      const { problems } = readManifest(source, file, { provider: 'uipath', application: 'a' });
      for (const { message, line, column } of problems) {
        expect(message).not.toBe('');
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }
    }), { numRuns });
  });
});

describe('catalogs', () => {
  it('one that is damaged is refused with a place, or can be used', () => {
    fc.assert(fc.property(damagedJson(acmeCatalog), (source) => {
      expect(catalogProblems(source).every(({ line, column, message }) => line >= 1 && column >= 1 && message !== '')).toBe(true);
      try {
        const index = indexCatalog(parseCatalog(source, 'catalog.json'));
        PROTOTYPE_NAMES.forEach((name) => index.method(name, name));
      } catch (error) {
        expect(error).toBeInstanceOf(CatalogError);
      }
    }), { numRuns });
  });
});

describe('sources that catalogs are imported from', () => {
  const options = { provider: 'acme', source: { key: 'page', locator: 'https://acme.example' }, today: '2026-11-22', sdk: '@acme/crm' } as const;
  const importing = async (source: string, name: string): Promise<void> => {
    try {
      await importCatalog(source, name, options);
    } catch (error) {
      expect(error).toBeInstanceOf(ImportError);
    }
  };

  it('an OpenAPI definition that is damaged', async () => {
    const definition = {
      openapi: '3.1.0', info: { title: 'Acme', version: '1' }, servers: [{ url: 'https://{tenant}.acme.example/v1', variables: { tenant: { default: 'a' } } }],
      components: {
        securitySchemes: { oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'https://acme.example/token', scopes: { read: 'r', write: 'w' } } } } },
        parameters: { id: { name: 'id', in: 'path', $ref: '#/components/parameters/id' } },
      },
      security: [{ oauth: ['read'] }],
      paths: { '/things/{id}': { get: { tags: ['Things'], operationId: 'getThing', security: [{ oauth: ['read', 'write'] }, {}], responses: {} }, $ref: '#/paths/~1things~1{id}' } },
    };
    await fc.assert(fc.asyncProperty(damagedJson(definition), (source) => importing(source, 'openapi.json')), { numRuns });
  });

  it.each([
    ['YAML', 'openapi.yaml', ['openapi: 3.0.0\n', 'paths:\n', '  /things:\n', '    get:\n', '- ', '&a ', '*a', '<<: *a\n', '{', '}', '[', ']', '|\n', '"', '!!js/function ', '? ', ': ', '---\n']],
    ['Markdown', 'page.md', ['| Method | Scope |\n', '| --- | --- |\n', '| `Things.get()` | read, write |\n', '|', '\\|', '`', '\n', '# Things\n', '<br>', '[a](b)', '**or**']],
    ['HTML', 'page.html', ['<table>', '</table>', '<tr>', '<td rowspan=3>', '<td colspan="9999999">', '<th>Scope', '</td>', '<script>', '&amp;', '&#x110000;', '<!--', '-->', 'read or write']],
    ['text', 'page.txt', ['Method\tScope\n', 'GET /things\tread\n', '\t', '  ', 'read and write', '\n', 'GET', '/things/{id}']],
  ] as const)('%s of any kind', async (_, name, pieces) => {
    await fc.assert(fc.asyncProperty(hostileText(pieces), (source) => importing(source, name)), { numRuns });
  });
});

describe('bytes, sources that are merged, catalogs that are compared', () => {
  it('any bytes are a text or refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = refusedOr(ImportError, () => decodeText(bytes));
      const given = Buffer.from(bytes);
      const start = given.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
      expect(text === undefined || Buffer.from(text).equals(given.subarray(start))).toBe(true);
    }), { numRuns, examples: [[Uint8Array.from(BYTE_ORDER_MARK)], [Uint8Array.from([...BYTE_ORDER_MARK, ...BYTE_ORDER_MARK, 0x61])], [Uint8Array.of(0xef, 0x80, 0x80)]] });
  });

  it('two catalogs that are damaged in different ways are merged and compared, or refused', () => {
    const source = fc.oneof(fc.constant(JSON.stringify(acmeCatalog)), damagedJson(acmeCatalog));
    fc.assert(fc.property(source, source, (left, right) => {
      const [before, after] = [left, right].map((text) => refusedOr(CatalogError, () => parseCatalog(text, 'catalog.json')));
      if (before !== undefined && after !== undefined) {
        diffCatalogs(before, after);
        refusedOr(ImportError, () => mergeCatalog(JSON.parse(left) as CatalogFile, JSON.parse(right) as CatalogFile));
      }
    }), { numRuns });
  });
});

describe('tokens', () => {
  it('any text is a token, a list of scopes or refused, and a refusal repeats nothing of it', () => {
    const claims = { scope: 'OR.Jobs OR.Tasks', scp: ['OR.Jobs'], exp: 1_800_000_000, nbf: 1 };
    const encoded = (text: string): string => Buffer.from(text).toString('base64url');
    const text = fc.oneof(
      hostileText(['Bearer ', 'Authorization: ', 'OR.Jobs', ' ', '.', encoded('{"alg":"none"}'), encoded(JSON.stringify(claims)), '{"access_token":"', '"}', '=']),
      damagedJson(claims).map((payload) => `${encoded('{"alg":"RS256"}')}.${encoded(payload)}.c2VjcmV0LXNpZ25hdHVyZQ`),
      damagedJson({ access_token: 'c2VjcmV0', token_type: 'Bearer', expires_in: 3600, scope: 'OR.Jobs' }),
    );
    fc.assert(fc.property(text, (token) => {
      const reading = readToken(token, (word) => uipathIndex.vocabulary.has(word));
      expect(JSON.stringify(reading)).not.toContain('c2VjcmV0');
      if ('problem' in reading) {
        expect(reading.problem).not.toContain('\n');
      }
    }), { numRuns });
  });
});

describe('addresses of requests', () => {
  it('any address resolves to something, and what reaches an endpoint is the provider’s', () => {
    const text = hostileText(['https://', 'cloud.uipath.com', '/org/tenant/orchestrator_', '/odata/Jobs', "('a')", '(1)', '?$top=1', '#', '%2F', '//', '..', '@', ':443', 'evil.example', '\\']);
    fc.assert(fc.property(text, (address) => {
      const { reached, isProvider } = resolveRequest(uipathIndex, ['GET', null], [[address]], false);
      expect(isProvider || reached.length === 0).toBe(true);
    }), { numRuns });
  });
});

/** @throws what is no refusal */
function refusedOr<Result>(refusal: new (...given: never[]) => Error, act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    expect(error).toBeInstanceOf(refusal);
    return undefined;
  }
}

function expectInside({ line, column, endLine, endColumn }: Place, source: string): void {
  const lengths = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/).map((text) => text.length);
  const isInside = (at: number, offset: number): boolean => offset >= 1 && offset <= (lengths[at - 1] ?? -1) + 1;
  expect(isInside(line, column) && isInside(endLine, endColumn) && (endLine > line || (endLine === line && endColumn >= column))).toBe(true);
}
