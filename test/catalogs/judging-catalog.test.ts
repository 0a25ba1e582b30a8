import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { judgingCatalogs } from '../../src/catalogs/judging-catalog.ts';

const all = providers().flatMap((provider) => builtInCatalog(provider) ?? []);
const [guide] = judgingCatalogs(all).filter(({ provider }) => provider === 'genesys-guide');
const [platform] = all.filter(({ provider }) => provider === 'genesys');
if (guide === undefined || platform === undefined) {
  throw new Error('there is no catalog of genesys or of its guide');
}
const index = indexCatalog(guide);

describe('an account of an API, as programs are judged by it', () => {
  it('has the SDK and the hosts of the provider', () => {
    expect({ sdk: guide.sdk, requests: guide.requests, clients: guide.clients }).toEqual({
      sdk: platform.sdk, requests: platform.requests, clients: platform.clients,
    });
  });

  it('has every method and every endpoint, with the requirement of the account where it tells of one', () => {
    expect(guide.methods.map(({ label }) => label)).toEqual(platform.methods.map(({ label }) => label));
    expect(index.operation('UsersApi.getUser')).toMatchObject({ endpoint: 'GET /api/v2/users/{id}', rows: [{ requires: [['users:readonly']], line: 158 }] });
    expect(index.operation('GET /api/v2/users/{id}')).toMatchObject({ rows: [{ requires: [['users:readonly']] }], sdk: ['UsersApi.getUser'] });
    const known = [...guide.methods, ...(guide.endpoints ?? [])].filter(({ rows }) => rows.length > 0);
    expect(known.every(({ rows }) => rows.every(({ source }) => source === 'guide'))).toBe(true);
  });

  it('knows nothing of the others: neither scopes nor permissions of the provider are mixed in', () => {
    expect(index.operation('UsersApi.deleteUser')).toEqual({
      label: 'UsersApi.deleteUser', modules: ['purecloud-platform-client-v2'], container: 'UsersApi', member: 'deleteUser', rows: [],
    });
    expect(index.vocabulary.has('users')).toBe(false);
    expect(index.permissions()).toEqual([]);
    expect(guide.endpoints?.filter(({ permissions, refusedTo, refusesOAuth }) => permissions ?? refusedTo ?? refusesOAuth)).toEqual([]);
  });

  it('keeps what only the account has', () => {
    expect(index.operation('POST /api/v2/conversations')?.rows.map(({ requires }) => requires)).toEqual([
      [['conversations:manage']], [['conversations:readonly']],
    ]);
  });

  it('is one object for each pair; other catalogs are as they are', () => {
    expect(judgingCatalogs(all)).toContain(guide);
    expect(judgingCatalogs(all)).toContain(platform);
    expect(judgingCatalogs([platform])).toEqual([platform]);
  });
});
