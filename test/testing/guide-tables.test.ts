import { describe, expect, it } from 'vitest';
import { createScopedFetch, scopeCases, type StatedRequirement } from '../../src/testing/index.ts';

/*
 * The two tables of the Genesys guide: a token with several scopes against five calls (lines 343 to 347), and the cases of an example suite
 * (lines 350 to 358).
 */

const provider = 'genesys-guide';

/** What the guide says beside its tables, and not in its list of endpoints: "no manage scope", "scheduling", "create/update/delete users". */
const requirements: Readonly<Record<string, StatedRequirement>> = {
  'GET /api/v2/schedules': { scopes: [['scheduling:readonly', 'scheduling:manage']] },
  'DELETE /api/v2/conversations/{id}': { scopes: [['conversations:manage']] },
  'DELETE /api/v2/users/{id}': { scopes: [['users:manage']] },
  'PUT /api/v2/users': { scopes: [['users:manage']] },
  // The guide says two things of it; this is what its tests say.
  'POST /api/v2/conversations': { scopes: [['conversations:manage']] },
};

async function statusOf(scopes: string, call: string, more: { readonly expires?: string } = {}): Promise<number> {
  const [method = '', path = ''] = call.split(' ');
  const fetch = createScopedFetch({ provider, requirements, token: { scopes, ...more }, handler: () => Response.json({}) });
  const response = await fetch(`https://api.mypurecloud.com${path}`, { method, headers: { authorization: 'Bearer test' } });
  return response.status;
}

const several = 'conversations:readonly users:readonly';
const severalScopes = [
  ['GET /api/v2/conversations', 200],
  ['GET /api/v2/users', 200],
  ['GET /api/v2/schedules', 403],
  ['DELETE /api/v2/conversations/4711', 403],
  ['DELETE /api/v2/users/4711', 403],
] as const;

const suite = [
  ['conversations:readonly', 'GET /api/v2/conversations', 200],
  ['conversations:readonly', 'POST /api/v2/conversations', 403],
  ['conversations:call:control', 'POST /api/v2/conversations/4711/participants/calls/transfer', 200],
  ['users:readonly', 'GET /api/v2/users', 200],
  ['users:readonly', 'PUT /api/v2/users', 403],
  ['users:readonly presence:manage', 'PATCH /api/v2/users/4711/presence', 200],
  ['', 'GET /api/v2/users', 403],
] as const;

describe('several scopes in one token', () => {
  it.each(severalScopes)('%s: %i', async (call, expected) => {
    expect(await statusOf(several, call)).toBe(expected);
  });

  it('is what the generated table says', () => {
    const cases = scopeCases({ provider, requirements, token: { scopes: several }, calls: severalScopes.map(([call]) => call) });
    expect(cases.map(({ call, status }) => [call, status])).toEqual(severalScopes);
  });
});

describe('the example suite', () => {
  it.each(suite)('%s, %s: %i', async (scopes, call, expected) => {
    expect(await statusOf(scopes, call)).toBe(expected);
  });

  it('an expired token: 401', async () => {
    expect(await statusOf('users:readonly', 'GET /api/v2/users', { expires: '2026-01-01T00:00:00Z' })).toBe(401);
  });

  it('is what the generated table says, with a name for every case', () => {
    const cases = suite.flatMap(([scopes, call]) => scopeCases({ provider, requirements, token: { scopes }, calls: [call] }));
    expect(cases.map(({ status }) => status)).toEqual(suite.map(([, , status]) => status));
    expect(cases.map(({ name }) => name).slice(0, 3)).toEqual([
      'conversations:readonly allows GET /api/v2/conversations',
      'conversations:readonly denies POST /api/v2/conversations',
      'conversations:call:control allows POST /api/v2/conversations/4711/participants/calls/transfer',
    ]);
    expect(cases.at(-1)?.name).toBe('a token without scopes denies GET /api/v2/users');
  });

  it.each(scopeCases({ provider, token: { scopes: 'users:readonly', expires: 1 }, calls: ['GET /api/v2/users'] }))('$name', ({ status }) => {
    expect(status).toBe(401);
  });
});

describe('scope and permission (lines 172 to 192)', () => {
  const twice: Readonly<Record<string, StatedRequirement>> = { 'GET /api/v2/users/{id}': { permissions: [['read users']] } };

  it.each([
    [true, true, 200],
    [true, false, 403],
    [false, true, 403],
    [false, false, 403],
  ])('scope: %s, permission: %s: %i', (scope, permission, status) => {
    const token = { scopes: scope ? 'users:readonly' : '', permissions: permission ? ['read users'] : [] };
    const [only] = scopeCases({ provider, requirements: twice, token, calls: ['GET /api/v2/users/123'] });
    expect(only?.status).toBe(status);
  });
});
