import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { builtInCatalog, providers } from '../../src/catalogs/built-in.ts';
import { readManifestFile, type Manifest } from '../../src/grants/manifest-file.ts';
import { diffEnvironments, diffManifests, type ScopeDiff } from '../../src/verdict/scope-diff.ts';
import { catalogOf } from './example.ts';

const catalogs = providers().flatMap((name) => builtInCatalog(name) ?? []);

function manifest(application: object): Manifest {
  const text = JSON.stringify({ applications: [{ name: 'app', ...application }] });
  const { manifest: read, problems } = readManifestFile(text, '/oauth-scopes.json');
  expect(problems).toStrictEqual([]);
  return read as Manifest;
}

/** Of a provider that only the tests know. */
function manifestOf(application: object): Manifest {
  const text = JSON.stringify({ applications: [{ name: 'app', ...application }] });
  return readManifestFile(text, '/oauth-scopes.json', ['example']).manifest as Manifest;
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
    expect(found?.consequences).toStrictEqual([{ kind: 'consent-again', source: expect.stringContaining('line 272') as string }]);
  });

  it('the same with the API that the guide tells of, whose own catalog says nothing', () => {
    expect(kindsOf(diff('genesys', 'authorization_code', 'users:readonly', 'users'))).toContain('consent-again');
  });

  it('users of any other provider sign in again', () => {
    expect(kindsOf(diff('uipath', 'authorization_code', 'OR.Jobs', 'OR.Jobs OR.Tasks'))).toStrictEqual(['sign-in-again']);
  });

  it('nobody, with client credentials, and nobody is shown a consent screen', () => {
    const found = diff('genesys-guide', 'client_credentials', 'users:readonly', 'users:manage');
    expect(kindsOf(found)).toStrictEqual(['nobody-asked', 'old-tokens-keep']);
    expect(found?.consent).toStrictEqual([]);
  });

  it('nobody for what is removed: old tokens keep it', () => {
    expect(kindsOf(diff('genesys-guide', 'authorization_code', 'users:readonly users:manage', 'users:readonly'))).toStrictEqual(['no-consent', 'old-tokens-keep']);
  });
});

describe('what waits', () => {
  it('a scope of Talkdesk, for minutes', () => {
    const [wait] = diff('talkdesk', 'client_credentials', 'users:read', 'users:read recordings:read')?.consequences ?? [];
    expect(wait).toMatchObject({ kind: 'refused-for-minutes', status: 401 });
  });
});

describe('what a catalog says of the provider', () => {
  const scopes = ['one', 'two', 'one:part'].map((name) => ({ name, category: `of ${name}`, sources: ['s'], ...(name === 'one' ? { implies: ['one:part'] } : {}) }));
  const { catalog } = catalogOf({}, { scopes, scopeChanges: [
    { change: 'added', consentAgain: true, grantType: 'authorization_code', source: 's', line: 7 },
    { change: 'added', refusedForMinutes: 401, source: 'unlisted' },
    { change: 'added', refusedForMinutes: 403, grantType: 'authorization_code', source: 's' },
    { change: 'removed', consentAgain: false, source: 's' },
  ] });
  const state = (...names: readonly string[]): Manifest => manifestOf({ provider: 'example', scopes: names });
  const consent = (name: string, isNew: boolean, category: string, alsoCovers: readonly string[]) => ({ scope: name, isNew, category, alsoCovers });
  const nothing = { application: 'app', provider: 'example' };

  it('is told whole, in the order of the catalog, with who says so', () => {
    expect(diffManifests(state('two', 'one:part'), state('two', 'one', 'strange'), [catalog])).toStrictEqual([{
      ...nothing, added: ['one', 'strange'], removed: ['one:part'], gained: ['one', 'strange'], lost: [],
      consequences: [
        { kind: 'refused-for-minutes', status: 401, source: 'unlisted' },
        { kind: 'refused-for-minutes', status: 403, source: 'Page' },
        { kind: 'consent-again', source: 'Page, line 7' },
        { kind: 'no-consent', source: 'Page' },
        { kind: 'old-tokens-keep', source: 'RFC 6749, sections 5.1 and 6' },
      ],
      consent: [
        consent('one', true, 'of one', ['one:part']), consent('two', false, 'of two', []), consent('strange', true, '', []),
      ],
    }]);
  });

  it('is told of what is added where something is, and of what is removed where something is', () => {
    expect(diffManifests(state('one'), state('one', 'two'), [catalog])[0]?.consequences.map(({ kind }) => kind)).toStrictEqual(['refused-for-minutes', 'refused-for-minutes', 'consent-again']);
    expect(diffManifests(state('one', 'two'), state('one'), [catalog])[0]?.consequences.map(({ kind }) => kind)).toStrictEqual(['no-consent', 'old-tokens-keep']);
  });

  it('leaves it to the standard who is asked, where it says what waits and nothing of consent', () => {
    const { catalog: waiting } = catalogOf({}, { scopes, scopeChanges: [{ change: 'added', refusedForMinutes: 401, source: 's' }] });
    expect(diffManifests(state('one'), state('two'), [waiting])[0]?.consequences.map(({ kind }) => kind))
      .toStrictEqual(['refused-for-minutes', 'sign-in-again', 'old-tokens-keep']);
  });

  it('is told of the grant type that it is about', () => {
    const granted = (grant: string, ...names: readonly string[]): Manifest => manifestOf({ provider: 'example', scopes: names, grant });
    expect(diffManifests(granted('client_credentials', 'one'), granted('client_credentials', 'one', 'two'), [catalog])).toStrictEqual([{
      ...nothing, added: ['two'], removed: [], gained: ['two'], lost: [], grantType: 'client_credentials', consent: [],
      consequences: [{ kind: 'refused-for-minutes', status: 401, source: 'unlisted' }, { kind: 'nobody-asked', source: 'RFC 6749, section 4.4' }],
    }]);
    expect(diffManifests(granted('authorization_code', 'one'), granted('authorization_code', 'two'), [catalog])[0]?.consequences.map(({ kind }) => kind))
      .toStrictEqual(['refused-for-minutes', 'refused-for-minutes', 'consent-again', 'no-consent', 'old-tokens-keep']);
  });

  it('may be about how tokens are got alone', () => {
    const granted = (grant: string): Manifest => manifestOf({ provider: 'example', scopes: ['one'], grant });
    const without = { ...nothing, added: [], removed: [], gained: [], lost: [], consequences: [] };
    expect(diffManifests(state('one'), granted('client_credentials'), [catalog])).toStrictEqual([{ ...without, grantType: 'client_credentials', consent: [] }]);
    expect(diffManifests(granted('client_credentials'), state('one'), [catalog])).toStrictEqual([{ ...without, consent: [consent('one', false, 'of one', ['one:part'])] }]);
    expect(diffManifests(granted('client_credentials'), granted('client_credentials'), [catalog])).toStrictEqual([]);
  });

  it('is what another account of the same API says, where its own catalog says nothing', () => {
    const { catalog: silent } = catalogOf({}, { scopes });
    const { catalog: account } = catalogOf({}, { provider: 'guide', accountOf: 'example', scopeChanges: [{ change: 'added', consentAgain: false, source: 's' }] });
    const { catalog: ofOthers } = catalogOf({}, { provider: 'others', scopeChanges: [{ change: 'added', refusedForMinutes: 401, source: 's' }] });
    const consequences = (...catalogs: readonly Catalog[]) => diffManifests(state('one'), state('one', 'two'), catalogs)[0]?.consequences;
    expect(consequences(ofOthers, account, silent)).toStrictEqual([{ kind: 'no-consent', source: 'Page' }]);
    expect(consequences(account, catalog)?.map(({ kind }) => kind)).toStrictEqual(['refused-for-minutes', 'refused-for-minutes', 'consent-again']);
    expect(consequences(ofOthers, silent)).toStrictEqual([{ kind: 'sign-in-again', source: 'RFC 6749, section 6' }]);
  });

  it('may be nothing, where there is no catalog: scopes are as they are written, by the alphabet', () => {
    expect(diffManifests(state('b', 'keep'), state('keep', 'z', 'a'), [catalogOf({}, { provider: 'others', accountOf: 'nobody' }).catalog])).toStrictEqual([{
      ...nothing, added: ['a', 'z'], removed: ['b'], gained: ['a', 'z'], lost: ['b'],
      consequences: [{ kind: 'sign-in-again', source: 'RFC 6749, section 6' }, { kind: 'old-tokens-keep', source: 'RFC 6749, sections 5.1 and 6' }],
      consent: [consent('a', true, '', []), consent('keep', false, '', []), consent('z', true, '', [])],
    }]);
  });
});

describe('what is covered', () => {
  it('a narrower scope adds nothing', () => {
    expect(diff('uipath', undefined, 'OR.Jobs', 'OR.Jobs.Read')).toMatchObject({
      added: ['OR.Jobs.Read'], removed: ['OR.Jobs'], gained: [], lost: ['OR.Jobs', 'OR.Jobs.Write'],
    });
  });

  it('shows a user what is new, and what comes with it', () => {
    expect(diff('uipath', undefined, 'OR.Tasks.Read', 'OR.Tasks.Read OR.Jobs')?.consent).toStrictEqual([
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

  it('applications with one name and different providers, and of one provider with different names', () => {
    const both = (uipath: string, talkdesk: string): Manifest => ({
      ...manifest({ provider: 'uipath', scopes: [] }), applications: [...manifest({ provider: 'uipath', scopes: [uipath] }).applications, ...manifest({ provider: 'talkdesk', scopes: [talkdesk] }).applications],
    });
    const told = (before: Manifest, after: Manifest) => diffManifests(before, after, catalogs).map(({ application, provider, added, removed }) => [application, provider, ...added, '-', ...removed]);
    expect(told(both('OR.Jobs', 'users:read'), both('OR.Tasks', 'users:write'))).toStrictEqual([
      ['app', 'uipath', 'OR.Tasks', '-', 'OR.Jobs'], ['app', 'talkdesk', 'users:write', '-', 'users:read'],
    ]);
    expect(told(manifest({ provider: 'uipath', scopes: ['OR.Jobs'] }), manifest({ name: 'other', provider: 'uipath', scopes: ['OR.Jobs'] }))).toStrictEqual([
      ['app', 'uipath', '-', 'OR.Jobs'], ['other', 'uipath', 'OR.Jobs', '-'],
    ]);
  });

  it('environments that have scopes of their own', () => {
    const environments = (staging: readonly string[]) =>
      manifest({ provider: 'uipath', scopes: ['OR.Jobs'], environments: { staging: { scopes: staging, grant: 'client_credentials' }, test: { client: 'x' } } });
    expect(diffManifests(environments(['OR.Jobs']), environments(['OR.Tasks']), catalogs)).toMatchObject([
      { environment: 'staging', added: ['OR.Tasks'], removed: ['OR.Jobs'], grantType: 'client_credentials' },
    ]);
    expect(diffManifests(environments([]), manifest({ provider: 'uipath', scopes: ['OR.Jobs', 'PIMS'] }), catalogs).map(({ environment, added, removed }) => [environment, added, removed]))
      .toStrictEqual([[undefined, ['PIMS'], []], ['staging', ['OR.Jobs', 'PIMS'], []]]);
    expect(diffEnvironments(environments(['OR.Tasks']), 'test', 'staging', catalogs)).toMatchObject([
      { environment: 'staging', added: ['OR.Tasks'], removed: ['OR.Jobs'] },
    ]);
  });
});
