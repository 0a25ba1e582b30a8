import { afterAll, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication } from './applications.ts';
import { oauthScopes } from './command-line.ts';

const workspace = makeWorkspace({ plugin: 'built', files: taskApplication });
afterAll(workspace.remove);

function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`;
}

const tasks = { scope: ['OR.Tasks.Read', 'PIMS', 'Acme.Secret', 'openid'], exp: 1_700_000_000, sub: 'somebody@example.com' };

describe('oauth-scopes token', () => {
  it('says what the token would be refused and holds in vain, and nothing of the token itself', () => {
    const token = jwt(tasks);
    const { status, stdout, stderr } = oauthScopes(workspace, ['token'], { input: `Bearer ${token}\n` });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toBe(`A JSON Web Token. Its signature is not checked: whether the provider accepts it only the provider can say.
  Scopes   OR.Tasks.Read PIMS openid, and 1 scope that no catalog knows
  Expires  2023-11-14T22:13:20Z, which is past: every call gets 401

task-desk (uipath)

  Would be refused
  src/tasks.ts:12:15  Tasks.create needs OR.Tasks or OR.Tasks.Write

  Held in vain
  PIMS  no call needs it
`);
    for (const secret of [...token.split('.'), 'Acme.Secret', 'somebody']) {
      expect(stdout).not.toContain(secret);
    }
  });

  it('says the same as data, of a list of scopes', () => {
    const { status, stdout } = oauthScopes(workspace, ['token', '--format', 'json'], { input: 'OR.Tasks openid' });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      token: { kind: 'list', scopes: ['OR.Tasks', 'openid'], unknownScopes: 0, signatureChecked: false },
      applications: [{ name: 'task-desk', provider: 'uipath', refused: [], inVain: [], broad: [], undecided: [] }],
    });
  });

  it.each([
    ['what is no token', 'not a token', 2, 'oauth-scopes: standard input is neither a token nor a list of scopes that a catalog knows\n'],
    ['what is huge', 'x'.repeat(10_000_000), 2, 'oauth-scopes: standard input is larger than 64 kilobytes, which no token is\n'],
    [
      'a token of another provider', 'users:readonly', 2,
      'oauth-scopes: no scope of the token is one of UiPath, which the application calls: it is a token of another provider\n',
    ],
    ['an opaque token, which says nothing', 'rt_3f2a', 0, ''],
  ])('%s', (_, input, expected, message) => {
    const { status, stdout, stderr } = oauthScopes(workspace, ['token'], { input });
    expect({ status, stderr }).toEqual({ status: expected, stderr: message });
    expect(stdout).toBe(expected === 2 ? '' : 'The token is opaque: it holds no scopes that could be read, and only the provider knows them. '
      + 'Pass the scopes themselves to compare them.\n');
  });
});
