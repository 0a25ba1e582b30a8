import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { weakestRequirement } from '../../src/catalogs/rows-in-force.ts';

const catalog = builtInCatalog('genesys') as Catalog;
const index = indexCatalog(catalog);
const { endpoints = [], methods } = catalog;

/** What the code of the SDK calls, class by class. */
const sdk = JSON.parse(readFileSync(new URL('../fixtures/genesys/sdk.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly classes: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const requires = (label: string): unknown => index.operation(label)?.rows.at(-1)?.requires;

describe('the methods of purecloud-platform-client-v2', () => {
  it('are those of the tested version, 3,468 in 87 classes', () => {
    expect(catalog.sdk).toMatchObject({ package: 'purecloud-platform-client-v2', testedVersions: [sdk.version] });
    expect(Object.keys(sdk.classes)).toHaveLength(87);
    expect(Object.values(sdk.classes).flatMap(Object.keys)).toHaveLength(3468);
  });

  it.each(Object.entries(sdk.classes))('of %s are all in the table, with the endpoint that the SDK calls', (container, members) => {
    const known = Object.keys(members).map((member) => [member, index.method(container, member)?.endpoint]);
    expect(Object.fromEntries(known)).toEqual(members);
  });

  it('need what their endpoint needs, and are no others than those of the SDK', () => {
    const called = methods.filter(({ endpoint }) => endpoint !== undefined);
    expect(called).toHaveLength(3468);
    for (const { endpoint = '', rows, permissions } of called) {
      expect(index.operation(endpoint)).toMatchObject({ rows });
      expect(index.operation(endpoint)?.permissions).toEqual(permissions);
    }
  });

  it('case 26: keep apart what two classes call by one name', () => {
    const labelIn = (container: string): string | undefined => index.method(container, 'getAnalyticsConversationDetails')?.label;
    expect(labelIn('ConversationsApi')).toBe('ConversationsApi.getAnalyticsConversationDetails');
    expect(labelIn('AnalyticsApi')).toBe('AnalyticsApi.getAnalyticsConversationDetails');
    expect(labelIn('RoutingApi')).toBeUndefined();
  });

  it('of which nothing is known are listed by name', async () => {
    const unknown = methods.filter(({ rows, local }) => rows.length === 0 && local !== true).map(({ label }) => label);
    await expect(`${unknown.join('\n')}\n`).toMatchFileSnapshot('../fixtures/genesys/unknown-methods.txt');
    expect(unknown.filter((label) => !label.startsWith('ApiClient.'))).toHaveLength(68);
  });
});

describe('what an endpoint needs', () => {
  it('is stated, inferred or unknown', () => {
    const confidences = endpoints.map(({ rows }) => rows.at(-1)?.confidence ?? 'unknown');
    const count = (which: string): number => confidences.filter((one) => one === which).length;
    expect({ all: endpoints.length, exact: count('exact'), inferred: count('inferred'), unknown: count('unknown') }).toEqual({
      all: 3315,
      exact: 3139,
      inferred: 117,
      unknown: 59,
    });
  });

  it.each<[string, unknown]>([
    ['GET /api/v2/users/{userId}', [['users', 'users:readonly']]],
    ['DELETE /api/v2/users/{userId}', [['users']]],
    ['UsersApi.getUsers', [['users', 'users:readonly']]],
    ['GET /api/v2/users/me', [['user-basic-info']]],
  ])('%s: %j', (label, expected) => {
    expect(requires(label)).toEqual(expected);
  });

  it('is unknown where the definition only names no scope, and nothing where it asks for no sign-in', () => {
    expect(requires('GET /api/v2/timezones')).toBeNull();
    expect(requires('GET /api/v2/webmessaging/messages')).toBeNull();
    expect(requires('POST /api/v2/knowledge/guest/sessions')).toEqual([]);
  });

  it('case 57: never accuses by a row that is inferred', () => {
    const rows = index.operation('DELETE /api/v2/analytics/agentcopilots/aggregates/jobs/{jobId}')?.rows ?? [];
    expect(rows).toEqual([{ requires: [['analytics']], source: 'neighbours', confidence: 'inferred' }]);
    expect(weakestRequirement(rows)).toEqual([]);
  });

  it('of an inferred query includes the read-only scope, which may do', () => {
    expect(requires('POST /api/v2/analytics/agentcopilots/aggregates/jobs')).toEqual([['analytics', 'analytics:readonly']]);
  });

  it('case 56: has both rows where two snapshots of the definition differ, with the day of the newer one', () => {
    expect(index.operation('POST /api/v2/recordings/deletionprotection')?.rows).toEqual([
      { requires: [['recordings:readonly']], until: '2026-07-26', source: 'openapi-2026-02', confidence: 'exact' },
      { requires: [['recordings', 'recordings:readonly']], since: '2026-07-26', source: 'openapi-2026-07', confidence: 'exact' },
    ]);
  });
});

describe('permissions', () => {
  it('stand beside the scopes: all of them, any of them, or none', () => {
    expect(index.operation('AIStudioApi.deleteConversationsSummariesSetting')?.permissions).toEqual([['aiStudio:summaryConfig:delete']]);
    expect(index.operation('DELETE /api/v2/users/{userId}')?.permissions).toEqual([
      ['admin', 'directory:user:delete', 'directory:organization:admin'],
    ]);
    expect(index.operation('UsersApi.getUsersMe')?.permissions).toEqual([]);
  });

  it('are unknown where a sentence stands in the place of their names', () => {
    expect(index.operation('UserRecordingsApi.getUserrecordingTranscoding')).not.toHaveProperty('permissions');
    expect(endpoints.flatMap(({ permissions = [] }) => permissions.flat()).filter((name) => name.includes(' '))).toEqual([]);
  });

  it('case 46: lead to the scopes that the calls accept, the narrowest first', () => {
    expect(index.grammar.permission?.test('routing:queue:view')).toBe(true);
    expect(index.grammar.permission?.test('chat:1on1:view')).toBe(true);
    expect(index.grammar.permissionScopes('routing:queue:add')).toEqual(['routing']);
    expect(index.permission('routing:queue:view')?.scopes).toContain('routing:readonly');
    expect(index.grammar.permissionScopes('nobody:queue:view')).toEqual([]);
  });

  it('calls that are refused to client credentials', () => {
    const refused = methods.filter(({ refusedTo }) => refusedTo?.includes('client_credentials')).map(({ label }) => label);
    expect(refused).toEqual(['ConversationsApi.postConversationsEmailReconnect', 'UsersApi.getUsersMe']);
  });
});

describe('scopes', () => {
  it('are 135, of the form that the catalog states, and none looks like a permission', () => {
    expect(catalog.scopes).toHaveLength(135);
    expect(catalog.scopes.filter(({ name }) => !index.grammar.token.test(name))).toEqual([]);
    expect(catalog.scopes.filter(({ name }) => index.grammar.permission?.test(name))).toEqual([]);
  });

  it('case 7, case 8: imply the read-only one only where the definition has it', () => {
    expect([...index.vocabulary.implied('users')]).toEqual(['users', 'users:readonly']);
    expect([...index.vocabulary.implied('users:readonly')]).toEqual(['users:readonly']);
    expect([...index.vocabulary.implied('notifications')]).toEqual(['notifications']);
  });

  it('"all" is all of them', () => {
    expect(index.vocabulary.implied('all').size).toBe(135);
  });
});

it('requests go to the API host of a region, and ask for tokens at its login host', () => {
  expect(catalog.requests.hosts).toContain('api.mypurecloud.com');
  expect(catalog.requests.hosts).toContain('api.usw2.pure.cloud');
  expect(catalog.requests.tokenEndpoints).toContain('login.mypurecloud.de/oauth/token');
});

it('the client of the SDK signs in without a scope, and can call anything', () => {
  expect(requires('ApiClient.loginClientCredentialsGrant')).toEqual([]);
  expect(index.method('ApiClientClass', 'setEnvironment')?.local).toBe(true);
  expect(index.method('ApiClientClass', 'callApi')).toMatchObject({ label: 'ApiClient.callApi', rows: [] });
});
