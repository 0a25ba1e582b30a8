import { afterAll, describe, expect, it } from 'vitest';
import { git } from '../support/git.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { oauthScopes } from './command-line.ts';

const manifest = (scopes: readonly string[]) => ({
  applications: [{
    name: 'desk', provider: 'genesys-guide', grant: 'authorization_code', scopes,
    environments: { staging: { scopes: ['users:manage'] }, production: { client: 'p' } },
  }],
});
const workspace = makeWorkspace({
  plugin: 'built',
  sdk: null,
  files: { '.gitignore': 'node_modules', 'oauth-scopes.json': manifest(['conversations:readonly', 'users:manage']) },
});
afterAll(workspace.remove);

git(workspace.directory, 'init', '--quiet');
git(workspace.directory, 'add', '--all');
git(workspace.directory, 'commit', '--quiet', '--message', 'first');
workspace.write({ 'oauth-scopes.json': manifest(['conversations:readonly', 'conversations:call:control']) });

describe('oauth-scopes diff', () => {
  it('says what a change since a commit entails', () => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['diff', 'HEAD']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`desk (genesys-guide, authorization code)
  + conversations:call:control
  - users:manage

  What follows
  Users must consent again before their tokens hold what is added. (OAuth Scopes and Permissions, a guide, line 272)
  For what is removed users need not consent again. (OAuth Scopes and Permissions, a guide, line 302)
  Tokens that are out keep what is removed until they expire, and may be refreshed with it. (RFC 6749, sections 5.1 and 6)

  A user who signs in is asked for 2 scopes
    conversations:readonly      Conversation Management
  + conversations:call:control  Conversation Management
`);
  });

  it('compares two environments, as data', () => {
    const { stdout } = oauthScopes(workspace, ['diff', '--environments', 'production,staging', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1, from: 'production', to: 'staging',
      applications: [{ environment: 'staging', added: ['users:manage'], removed: ['conversations:readonly', 'conversations:call:control'] }],
    });
  });

  it.each([
    [['HAED'], '"HAED" is neither a file nor a commit of this repository'],
    [['--environments', 'staging,prodution'], 'no application of the manifest has an environment "prodution"; did you mean production?'],
    [[], 'diff compares two states of the manifest: oauth-scopes diff <from> [to], each a file or a commit'],
  ])('%j', (words, message) => {
    expect(oauthScopes(workspace, ['diff', ...words])).toEqual({ status: 2, stdout: '', stderr: `oauth-scopes: ${message}\n` });
  });
});
