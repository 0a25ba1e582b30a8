import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/grants/declaration.ts';
import { readManifestApplications } from '../../src/grants/manifest.ts';
import { readManifestFile } from '../../src/grants/manifest-file.ts';
import { printStretch } from './print-place.ts';

const FILE = '/app/oauth-scopes.json';

/** With places in short: `3:5-12`. What is not said has no property at all. */
function read(text: string): unknown {
  return shorten('', readManifestFile(text, FILE).manifest);
}

function shorten(key: string, value: unknown): unknown {
  if (key === 'place') {
    return printStretch(value as Place);
  }
  if (Array.isArray(value)) {
    return value.map((item) => shorten('', item));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'stretches').map(([name, inner]) => [name, shorten(name, inner)]))
    : value;
}

const WHOLE = `{
  "catalogs": ["./acme.json", " ", 7],
  "applications": [
    {
      "name": "desk", "provider": "acme", "client": "Desk", "grant": "authorization_code",
      "scopes": [
        "users",
        { "scope": "routing", "usedFor": "queues", "rationale": "agents", "methods": ["Routing.get"], "endpoints": ["GET /v2/routing"],
          "updated": "2026-02", "nextReview": "2026-06-30" }
      ],
      "environments": {
        "a/b~c": { "client": "Desk (test)", "grant": "client_credentials", "scopes": ["users"] },
        "local": {}
      },
      "needs": { "widgets": ["routing"], "./src/**": [] },
      "updated": "2026-03-01", "nextReview": "2028-02",
      "changes": [{ "date": "2026-02-03", "added": ["routing"], "reason": "queues" }, { "date": "2026-01", "removed": ["analytics"] }]
    }
  ],
  "restricted": ["admin", { "scope": "export", "reason": "costly", "allowWithReason": true }, { "scope": "import", "allowWithReason": false }]
}`;

describe('what a manifest says', () => {
  it('is read whole, with its places', () => {
    expect(read(WHOLE)).toStrictEqual({
      catalogs: [{ text: './acme.json', place: '2:16-29' }],
      place: '3:19-19:4',
      restricted: [{ scope: 'admin' }, { scope: 'export', reason: 'costly', allowWithReason: true }, { scope: 'import' }],
      applications: [{
        name: 'desk',
        provider: 'acme',
        place: '4:5-18:6',
        client: 'Desk',
        grantType: 'authorization_code',
        scopes: [
          { scope: 'users', place: '7:9-16', methods: [], endpoints: [] },
          {
            scope: 'routing',
            place: '8:9-9:61',
            usedFor: 'queues',
            rationale: 'agents',
            methods: ['Routing.get'],
            endpoints: ['GET /v2/routing'],
            updated: { text: '2026-02', place: '9:22-31', lastDay: '2026-02-28' },
            nextReview: { text: '2026-06-30', place: '9:47-59', lastDay: '2026-06-30' },
          },
        ],
        environments: [
          {
            name: 'a/b~c',
            place: '12:18-97',
            client: 'Desk (test)',
            grantType: 'client_credentials',
            scopes: [{ scope: 'users', place: '12:87-94', methods: [], endpoints: [] }],
          },
          { name: 'local', place: '13:18-20' },
        ],
        needs: [{ name: 'widgets', scopes: ['routing'], place: '15:18-27' }, { name: './src/**', scopes: [], place: '15:42-52' }],
        updated: { text: '2026-03-01', place: '16:18-30', lastDay: '2026-03-01' },
        nextReview: { text: '2028-02', place: '16:46-55', lastDay: '2028-02-29' },
        changes: [
          {
            date: { text: '2026-02-03', place: '17:29-41', lastDay: '2026-02-03' },
            added: ['routing'],
            removed: [],
            reason: 'queues',
            place: '17:19-85',
          },
          { date: { text: '2026-01', place: '17:97-106', lastDay: '2026-01-31' }, added: [], removed: ['analytics'], place: '17:87-134' },
        ],
        declarations: [
          {
            provider: 'acme',
            kind: 'manifest',
            key: '/applications/0/scopes',
            environment: null,
            place: '6:17-10:8',
            text: 'users routing',
            scopes: [{ scope: 'users', place: '7:10-15' }, { scope: 'routing', place: '8:21-28' }],
          },
          {
            provider: 'acme',
            kind: 'manifest',
            key: '/applications/0/environments/a~1b~0c/scopes',
            environment: 'a/b~c',
            place: '12:86-95',
            text: 'users',
            scopes: [{ scope: 'users', place: '12:88-93' }],
          },
        ],
      }],
    });
  });

  it('is what can be read of it, where it is wrong', () => {
    const text = `{ "applications": [7, { "name": "a" }, { "provider": " " }, {
  "provider": "acme", "client": 7, "grant": "implicit",
  "scopes": [7, [], { "scope": 7 }, { "usedFor": "x" }, { "scope": "users", "usedFor": "", "methods": [7, "Users.get"], "updated": "May" }],
  "environments": ["production"], "needs": { "widgets": "users" }, "updated": 2026, "nextReview": "2026-02-30",
  "changes": [7, { "date": "2026-13", "added": ["users"] }, { "added": ["users"] }, { "date": "2026-05", "added": "users", "reason": 7 }]
}, { "provider": "acme", "provider": "acme2", "scopes": "users", "environments": { "test": { "scopes": {} }, "test": 7 } }] }`;
    expect(read(text)).toStrictEqual({
      catalogs: [],
      place: '1:19-6:124',
      restricted: [],
      applications: [
        {
          name: '',
          provider: 'acme',
          place: '1:61-6:2',
          scopes: [{ scope: 'users', place: '3:57-139', methods: ['Users.get'], endpoints: [] }],
          environments: [],
          needs: [{ name: 'widgets', scopes: [], place: '4:46-55' }],
          changes: [{ date: { text: '2026-05', place: '5:95-104', lastDay: '2026-05-31' }, added: [], removed: [], place: '5:85-137' }],
          declarations: [{
            provider: 'acme',
            kind: 'manifest',
            key: '/applications/3/scopes',
            environment: null,
            place: '3:13-140',
            text: 'users',
            scopes: [{ scope: 'users', place: '3:69-74' }],
          }],
        },
        { name: '', provider: 'acme2', place: '6:4-123', scopes: [], environments: [{ name: 'test', place: '6:118-119' }], needs: [], changes: [], declarations: [] },
      ],
    });
    expect(read('[]')).toStrictEqual({ catalogs: [], place: '1:1-3', restricted: [], applications: [] });
  });

  it('is for a review, application by application', () => {
    const [application, ...others] = readManifestApplications(WHOLE, FILE);
    expect(others).toStrictEqual([]);
    expect(application).toMatchObject({ provider: 'acme', declarations: [{ text: 'users routing' }, { text: 'users' }] });
    expect(shorten('', { ...application, declarations: [] })).toStrictEqual({
      provider: 'acme',
      declarations: [],
      needs: [{ name: 'widgets', scopes: ['routing'], place: '15:18-27' }, { name: './src/**', scopes: [], place: '15:42-52' }],
      grantType: 'authorization_code',
      reasons: [{ scope: 'routing', reason: 'queues' }],
      stated: [
        { scope: 'users' },
        { scope: 'routing', usedFor: 'queues', rationale: 'agents', updated: '2026-02', nextReview: '2026-06-30' },
        { scope: 'users' },
      ],
      restricted: [{ scope: 'admin' }, { scope: 'export', reason: 'costly', allowWithReason: true }, { scope: 'import' }],
    });
    expect(readManifestApplications('{ "applications": [{ "provider": "acme" }] }', FILE)).toStrictEqual([
      { provider: 'acme', reasons: [], needs: [], restricted: [], declarations: [] },
    ]);
    expect(readManifestApplications('{', FILE)).toStrictEqual([]);
  });
});
