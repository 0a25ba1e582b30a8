import { describe, expect, it } from 'vitest';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { readManifestFile, type Manifest } from '../../src/grants/manifest-file.ts';
import { diffEnvironments, diffManifests, type ScopeDiff } from '../../src/verdict/scope-diff.ts';

const catalogs = providers().flatMap((name) => builtInCatalog(name) ?? []);

function manifest(application: object): Manifest {
  const text = JSON.stringify({ applications: [{ name: 'app', ...application }] });
  const { manifest: read, problems } = readManifestFile(text, '/oauth-scopes.json');
  expect(problems).toEqual([]);
  return read as Manifest;
}

function diff(provider: string, grant: string | undefined, before: string, after: string): ScopeDiff | undefined {
  const state = (scopes: string) => manifest({ provider, ...(grant === undefined ? {} : { grant }), scopes: scopes.split(' ') });
  return diffManifests(state(before), state(after), catalogs)[0];
}

const kindsOf = (found: ScopeDiff | undefined) => found?.consequences.map(({ kind }) => kind);

describe('who must consent again', () => {
  it('users, with the authorization code, where the guide says so', () => {
    const found = diff('genesys-guide', 'authorization_code', 'conversations:readonly', 'conversations:readonly conversations:call:control');
    expect(found).toMatchObject({ added: ['conversations:call:control'], removed: [] });
    expect(found?.consequences).toEqual([{ kind: 'consent-again', source: expect.stringContaining('line 272') as string }]);
  });

  it('the same with the API that the guide tells of, whose own catalog says nothing', () => {
    expect(kindsOf(diff('genesys', 'authorization_code', 'users:readonly', 'users'))).toContain('consent-again');
  });

  it('users of any other provider sign in again', () => {
    expect(kindsOf(diff('uipath', 'authorization_code', 'OR.Jobs', 'OR.Jobs OR.Tasks'))).toEqual(['sign-in-again']);
  });

  it('nobody, with client credentials, and nobody is shown a consent screen', () => {
    const found = diff('genesys-guide', 'client_credentials', 'users:readonly', 'users:manage');
    expect(kindsOf(found)).toEqual(['nobody-asked', 'old-tokens-keep']);
    expect(found?.consent).toEqual([]);
  });

  it('nobody for what is removed: old tokens keep it', () => {
    expect(kindsOf(diff('genesys-guide', 'authorization_code', 'users:readonly users:manage', 'users:readonly'))).toEqual(['no-consent', 'old-tokens-keep']);
  });
});

describe('what waits', () => {
  it('a scope of Talkdesk, for minutes', () => {
    const [wait] = diff('talkdesk', 'client_credentials', 'users:read', 'users:read recordings:read')?.consequences ?? [];
    expect(wait).toMatchObject({ kind: 'refused-for-minutes', status: 401 });
  });
});

describe('what is covered', () => {
  it('a narrower scope adds nothing', () => {
    expect(diff('uipath', undefined, 'OR.Jobs', 'OR.Jobs.Read')).toMatchObject({
      added: ['OR.Jobs.Read'], removed: ['OR.Jobs'], gained: [], lost: ['OR.Jobs', 'OR.Jobs.Write'],
    });
  });

  it('shows a user what is new, and what comes with it', () => {
    expect(diff('uipath', undefined, 'OR.Tasks.Read', 'OR.Tasks.Read OR.Jobs')?.consent).toEqual([
      expect.objectContaining({ scope: 'OR.Jobs', isNew: true, alsoCovers: ['OR.Jobs.Read', 'OR.Jobs.Write'] }),
      expect.objectContaining({ scope: 'OR.Tasks.Read', isNew: false, alsoCovers: [] }),
    ]);
  });
});

describe('which states are compared', () => {
  it('the order and repetition of scopes are no difference', () => {
    expect(diff('uipath', undefined, 'OR.Jobs OR.Tasks', 'OR.Tasks OR.Jobs')).toBeUndefined();
  });

  it('no manifest, an application that is new, and one that is gone', () => {
    const only = manifest({ provider: 'uipath', scopes: ['OR.Jobs'] });
    expect(diffManifests(undefined, only, catalogs)).toMatchObject([{ added: ['OR.Jobs'], removed: [] }]);
    expect(diffManifests(only, undefined, catalogs)).toMatchObject([{ added: [], removed: ['OR.Jobs'] }]);
  });

  it('environments that have scopes of their own', () => {
    const environments = (staging: readonly string[]) =>
      manifest({ provider: 'uipath', scopes: ['OR.Jobs'], environments: { staging: { scopes: staging, grant: 'client_credentials' }, test: { client: 'x' } } });
    expect(diffManifests(environments(['OR.Jobs']), environments(['OR.Tasks']), catalogs)).toMatchObject([
      { environment: 'staging', added: ['OR.Tasks'], removed: ['OR.Jobs'], grantType: 'client_credentials' },
    ]);
    expect(diffEnvironments(environments(['OR.Tasks']), 'test', 'staging', catalogs)).toMatchObject([
      { environment: 'staging', added: ['OR.Tasks'], removed: ['OR.Jobs'] },
    ]);
  });
});
