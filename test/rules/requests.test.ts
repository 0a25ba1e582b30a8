import { describe, expect, it } from 'vitest';
import { lintApplication } from './support/lint-application.ts';

/** Asks for a token with these scopes, and reads the processes with it. */
function application(scopes: string): Record<string, string> {
  return {
    'src/token.ts': `export async function getToken(): Promise<string> {
  const response = await fetch('https://cloud.uipath.com/identity_/connect/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: '${scopes}' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
`,
    'src/main.ts': `import { getToken } from './token.js';
const base = 'https://cloud.uipath.com/acme/dev/orchestrator_';
export const releases = async () =>
  fetch(\`\${base}/odata/Releases\`, { headers: { Authorization: \`Bearer \${await getToken()}\` } });
`,
  };
}

describe('rules on a program that sends requests of its own, without the SDK', () => {
  it('the scopes of its token request are what it holds', async () => {
    const { reports } = await lintApplication(application('OR.Jobs OR.Execution.Read'));
    expect(reports.map(({ at, rule }) => `${at} ${rule}`)).toEqual(['src/token.ts:4:75 oauth-scopes/no-unused-scope']);
  });

  it('a scope that is missing is reported at the request', async () => {
    const { reports } = await lintApplication(application('OR.Execution.Write'));
    expect(reports.map(({ at, rule }) => `${at} ${rule}`)).toEqual([
      'src/main.ts:4:3 oauth-scopes/no-missing-scope',
      'src/token.ts:4:75 oauth-scopes/no-unused-scope',
    ]);
  });

  it.each([
    ['genesys-guide', 'users:readonly', []],
    ['genesys-guide', 'user-basic-info', ['src/main.ts:1:25 oauth-scopes/no-missing-scope']],
    ['genesys', 'users:readonly', ['src/main.ts:1:25 oauth-scopes/no-missing-scope']],
    ['genesys', 'user-basic-info', []],
  ])('is judged by the account of the API that the manifest names: %s, %s', async (provider, scope, expected) => {
    const { reports } = await lintApplication({
      'src/main.ts': "export const me = () => fetch('https://api.mypurecloud.com/api/v2/users/me');\n",
      'oauth-scopes.json': JSON.stringify({ applications: [{ name: 'desk', provider, scopes: [scope] }] }),
    });
    expect(reports.filter(({ at }) => at.startsWith('src/main')).map(({ at, rule }) => `${at} ${rule}`)).toEqual(expected);
  });

  it('a string that is wrong is reported where it stands', async () => {
    const { reports } = await lintApplication(application('OR.execution.read, Processes.View'));
    expect(reports.map(({ at, rule }) => `${at} ${rule}`)).toContain('src/token.ts:4:94 oauth-scopes/no-unknown-scope');
  });

  it('a token request to another provider is none of its business', async () => {
    const { reports } = await lintApplication({
      'src/token.ts': application('OR.execution')['src/token.ts']?.replace('cloud.uipath.com/identity_', 'login.example.com') ?? '',
    });
    expect(reports).toEqual([]);
  });
});
