import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createScopedFetch, scopeCases, UndecidedCallError, type Decision, type ScopedFetchOptions } from '../../src/testing/index.ts';

const bearer = { authorization: 'Bearer secret' };

function genesys(options: Partial<ScopedFetchOptions> = {}): typeof globalThis.fetch {
  return createScopedFetch({ provider: 'genesys', token: { scopes: 'users:readonly' }, handler: () => new Response('let through'), ...options });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what a fetch with scopes answers', () => {
  it('lets through what the token covers, with the request as it was sent', async () => {
    const fetch = genesys({
      token: { scopes: ['users'] },
      handler: async (request) => new Response(`${request.method} ${request.url} ${await request.text()}`),
    });
    const response = await fetch('https://api.mypurecloud.de/api/v2/users/search?x=1', { method: 'POST', headers: bearer, body: '{}' });
    expect(await response.text()).toBe('POST https://api.mypurecloud.de/api/v2/users/search?x=1 {}');
  });

  it('refuses with the header of RFC 6750, and names what is lacking', async () => {
    const response = await genesys()('https://api.mypurecloud.com/api/v2/users/4711', { method: 'DELETE', headers: bearer });
    expect(response.status).toBe(403);
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="genesys", error="insufficient_scope", error_description="DELETE /api/v2/users/{userId}: the token lacks users", scope="users"',
    );
    expect(await response.json()).toMatchObject({ error: 'insufficient_scope', scope: 'users' });
  });

  it('refuses with the body of the guide, where that is the provider', async () => {
    const fetch = genesys({ provider: 'genesys-guide' });
    const response = await fetch('https://api.mypurecloud.com/api/v2/users', { method: 'POST', headers: bearer });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({
      error: { message: 'POST /api/v2/users: the token lacks users:manage', code: 'PERMISSIONS_INSUFFICIENT', status: 403 },
    });
  });

  it('refuses what the role does not allow, and says both where both are lacking', async () => {
    const decisions: Decision[] = [];
    const fetch = genesys({ token: { scopes: 'users:readonly', permissions: [] }, onDecision: (decision) => decisions.push(decision) });
    await fetch('https://api.mypurecloud.com/api/v2/users', { method: 'POST', headers: bearer });
    expect(decisions).toEqual([
      expect.objectContaining({
        status: 403,
        reason: 'the token lacks users, and the role lacks the permission directory:user:add',
        permissions: [['directory:user:add']],
      }),
    ]);
  });

  it('answers 401 without a token, with one that has expired, and with one that nobody knows', async () => {
    const address = 'https://api.mypurecloud.com/api/v2/users';
    const expired = genesys({ token: { scopes: 'users', expires: 1000 }, now: () => 1_000_000 });
    const unknown = genesys({ token: (value) => (value === 'mine' ? { scopes: 'users' } : undefined) });
    const challenges = await Promise.all([
      genesys()(address),
      expired(address, { headers: bearer }),
      unknown(address, { headers: bearer }),
      unknown(address, { headers: { authorization: 'Bearer mine' } }),
    ]).then((responses) => responses.map(({ status, headers }) => [status, headers.get('www-authenticate')]));
    expect(challenges).toEqual([
      [401, 'Bearer realm="genesys"'],
      [401, expect.stringContaining('error="invalid_token"')],
      [401, expect.stringContaining('nobody knows the token')],
      [200, null],
    ]);
  });

  it('stands in for the fetch of the SDK', async () => {
    // The SDK sends telemetry some seconds later, when its fetch is the real one again: here that time never comes.
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    const config = { baseUrl: 'https://cloud.uipath.com', orgName: 'acme', tenantName: 'main', secret: 'secret' };
    const stub = (scopes: string): void => {
      vi.stubGlobal('fetch', createScopedFetch({ provider: 'uipath', token: { scopes }, handler: () => Response.json({ value: [] }) }));
    };
    const getAll = async () => await new Assets(new UiPath(config)).getAll({ folderId: 1 });
    stub('OR.Assets.Read');
    await expect(getAll()).resolves.toMatchObject({ items: [] });
    stub('OR.Tasks');
    await expect(getAll()).rejects.toMatchObject({ statusCode: 403, message: 'insufficient_scope' });
  });
});

describe('what cannot be decided', () => {
  const post = { method: 'POST', headers: bearer };
  const conversations = 'https://api.mypurecloud.com/api/v2/conversations';
  const readOnly = { provider: 'genesys-guide', token: { scopes: 'conversations:readonly' } } as const;

  it('throws, naming the call, why, and what to do', async () => {
    const call = genesys(readOnly)(conversations, post);
    await expect(call).rejects.toThrow(UndecidedCallError);
    await expect(call).rejects.toThrow(
      'POST /api/v2/conversations is undecided: sources differ: the token satisfies conversations:readonly, and not conversations:manage. ' +
        'Say under "requirements" what it needs, or choose with "undecided" what becomes of such calls: "refuse" or "allow".',
    );
  });

  it('is refused or let through where a test says so', async () => {
    expect((await genesys({ ...readOnly, undecided: 'refuse' })(conversations, post)).status).toBe(403);
    expect((await genesys({ ...readOnly, undecided: 'allow' })(conversations, post)).status).toBe(200);
  });

  it.each([
    ['an endpoint that the catalog does not know', 'genesys', 'users', 'GET /api/v2/nowhere', 'does not know'],
    ['an endpoint of which no scope is known', 'genesys-guide', 'users:readonly', 'DELETE /api/v2/users/1', 'does not say which scopes'],
    ['a scope that stands for what a role allows', 'uipath', 'OR.Default', 'GET /orchestrator_/odata/Jobs', 'whether OR.Default covers it'],
  ])('%s', (_, provider, scopes, call, reason) => {
    expect(() => scopeCases({ provider, token: { scopes }, calls: [call] })).toThrow(reason);
  });

  it('is refused for certain where the role lacks a permission', () => {
    const requirements = { 'POST /api/v2/conversations': { permissions: [['conversation:create']] } };
    const token = { scopes: 'conversations:readonly', permissions: [] };
    expect(scopeCases({ provider: 'genesys-guide', requirements, token, calls: ['POST /api/v2/conversations'] })).toMatchObject([{ status: 403 }]);
  });
});

describe('requests to somebody else', () => {
  it('throw, so that none slips by unchecked', async () => {
    await expect(genesys()('https://example.com/api/v2/users?token=abc')).rejects.toThrow(
      'GET https://example.com/api/v2/users is no request to Genesys Cloud: name the address under "addresses" if it stands for the provider\'s, '
        + 'or answer such requests with "others"',
    );
  });

  it('are answered by what is there for them', async () => {
    const fetch = genesys({ others: () => new Response('mine') });
    expect(await (await fetch('https://example.com/')).text()).toBe('mine');
  });

  it('count as requests to the provider where an address stands for it', async () => {
    const fetch = genesys({ addresses: ['http://localhost:4010', '/proxy/'] });
    expect((await fetch('/proxy/api/v2/users', { method: 'POST', headers: bearer })).status).toBe(403);
    expect((await fetch(new URL('http://localhost:4010/api/v2/users?pageSize=5'), { headers: bearer })).status).toBe(200);
    await expect(fetch('http://localhost:40100/api/v2/users')).rejects.toThrow(TypeError);
  });

  it('need no token below a path that gives tokens', async () => {
    const fetch = createScopedFetch({ provider: 'uipath', token: { scopes: '' }, handler: () => new Response('token') });
    expect((await fetch('https://cloud.uipath.com/acme/identity_/connect/token', { method: 'POST' })).status).toBe(200);
  });
});

describe('mistakes in a test', () => {
  it.each([
    [() => genesys({ provider: 'gensys' }), 'there is no catalog of "gensys"; did you mean genesys?'],
    [() => genesys({ requirements: { '/api/v2/users': {} } }), '"/api/v2/users" is no endpoint; write a verb and a path template'],
    [() => scopeCases({ provider: 'uipath', token: { scopes: '' }, calls: ['Jobs.getAl'] }), '"Jobs.getAl" is neither a method'],
    [() => scopeCases({ provider: 'uipath', token: { scopes: '', expires: 'soon' }, calls: ['Jobs.getAll'] }), '"expires" is no date: soon'],
  ])('%#', (call, message) => {
    expect(call).toThrow(message);
  });
});
