import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { analyseFiles, present } from './virtual-application.ts';

const index = indexCatalog(present(builtInCatalog('genesys')));
const manifest = (scopes: readonly string[]): string => JSON.stringify({ applications: [{ name: 'app', provider: 'genesys', scopes }] });
const scripts = {
  'config/sdk.js': `const platformClient = require('platformClient');
export const usersApi = new platformClient.UsersApi();
`,
  'main.js': `import { usersApi } from './config/sdk.js';
export const load = () => usersApi.getUsers();
export const remove = (id) => usersApi.deleteUser(id);
`,
  'other.js': 'export const find = (api) => api.getRoutingQueues();\n',
};

describe('scripts that get the SDK from their web page', () => {
  it('accuse nobody, and hold back what their calls may need', () => {
    const { report } = analyseFiles({ ...scripts, 'oauth-scopes.json': manifest(['users:readonly', 'routing:readonly', 'outbound']) }, { index });
    expect(report.findings.filter(({ kind }) => kind === 'missing')).toEqual([]);
    const held = report.undecided.flatMap(({ holdsBack }) => holdsBack);
    expect(held).toEqual(expect.arrayContaining(['users:readonly', 'routing:readonly']));
    expect(report.coverage).toMatchObject({ resolved: 0, untyped: 3 });
  });

  it('are no users of the SDK where a module has another name', () => {
    const files = { 'main.js': scripts['main.js'], 'config/sdk.js': scripts['config/sdk.js'].replace("'platformClient'", "'./client.js'") };
    const { report } = analyseFiles({ ...files, 'oauth-scopes.json': manifest(['users:readonly']) }, { index });
    expect(report.coverage.calls).toBe(0);
  });
});
