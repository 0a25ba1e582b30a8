import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { readManifest } from '../../src/grants/manifest.ts';
import type { MethodUse } from '../../src/usage/facts.ts';
import { judgeGrantType } from '../../src/verdict/judge-grant-type.ts';

const index = indexCatalog(builtInCatalog('genesys') as Catalog);

function use(method: string, changes: Partial<MethodUse> = {}): MethodUse {
  const place = { file: '/app/a.ts', line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { provider: 'genesys', method, place, grant: { kind: 'declared' }, typed: true, inTest: false, ...changes };
}

describe('a call that the provider refuses to the stated grant type', () => {
  it('is a finding, for a method and for its endpoint', () => {
    const findings = judgeGrantType([use('UsersApi.getUsersMe'), use('GET /api/v2/users/me')], 'client_credentials', index);
    expect(findings).toStrictEqual([
      { rule: 'no-missing-scope', kind: 'refused', scope: '', place: use('').place, call: 'UsersApi.getUsersMe', message: 'The provider refuses UsersApi.getUsersMe to the grant type client_credentials, which oauth-scopes.json states, '
        + 'whatever the scopes. Make the call for a user who signed in, or leave it out.' },
      expect.objectContaining({ kind: 'refused', call: 'GET /api/v2/users/me', message: expect.stringContaining('refuses GET /api/v2/users/me to') as string }),
    ]);
  });

  it.each([
    ['another grant type is stated', use('UsersApi.getUsersMe'), 'authorization_code' as const],
    ['none is stated', use('UsersApi.getUsersMe'), undefined],
    ['the provider answers the call', use('UsersApi.getUser'), 'client_credentials' as const],
    ['the call is a guess', use('UsersApi.getUsersMe', { typed: false }), 'client_credentials' as const],
    ['no catalog has the call', use('UsersApi.unheardOf'), 'client_credentials' as const],
    ['only a test makes it', use('UsersApi.getUsersMe', { inTest: true }), 'client_credentials' as const],
  ])('is none where %s', (_, one, grantType) => {
    expect(judgeGrantType([one], grantType, index)).toEqual([]);
  });
});

describe('"grant" of an application in the manifest', () => {
  const read = (grant: unknown): ReturnType<typeof readManifest> =>
    readManifest(JSON.stringify({ applications: [{ name: 'a', provider: 'genesys', scopes: [], grant }] }), '/app/oauth-scopes.json', { provider: 'genesys' });

  it('is read', () => {
    expect(read('client_credentials').statements.grantType).toBe('client_credentials');
  });

  it.each([['implicit'], [7], [null]])('is refused with its place where it is %j', (grant) => {
    expect(read(grant).problems).toMatchObject([
      { line: 1, message: '"grant" of application "a" must be "authorization_code" or "client_credentials"' },
    ]);
  });
});
