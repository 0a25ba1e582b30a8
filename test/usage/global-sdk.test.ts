import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { findingLines, undecidedLines } from '../verdict/report-lines.ts';
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

/** A call that is known, so that what is declared is compared with something. */
const certain = {
  'certain.ts': `import platformClient from 'purecloud-platform-client-v2';
export const me = () => new platformClient.UsersApi().getUsersMe();
`,
  'node_modules/purecloud-platform-client-v2/index.d.ts': `declare class UsersApi { getUsersMe(): Promise<unknown>; }
declare const platformClient: { UsersApi: typeof UsersApi };
export default platformClient;
`,
};

describe('scripts that get the SDK from their web page', () => {
  it('accuse nobody, and hold back what their calls may need', () => {
    const scopes = ['user-basic-info', 'users:readonly', 'routing:readonly', 'outbound'];
    const files = { ...scripts, ...certain, 'oauth-scopes.json': manifest(scopes) };
    const analysis = analyseFiles(files, { index });
    expect(findingLines(analysis, files)).toEqual(['unused outbound at outbound']);
    expect(undecidedLines(analysis)).toEqual([
      'main.js: the receiver has no type: this may be UsersApi.getUsers [users:readonly]',
      'main.js: the receiver has no type: this may be UsersApi.deleteUser',
      'other.js: the receiver has no type: this may be RoutingApi.getRoutingQueues [routing:readonly]',
    ]);
    expect(analysis.report.coverage).toEqual({ calls: 4, resolved: 1, unmapped: 0, untyped: 3 });
  });

  it('are no users of the SDK where a module has another name', () => {
    const files = { 'main.js': scripts['main.js'], 'config/sdk.js': scripts['config/sdk.js'].replace("'platformClient'", "'./client.js'") };
    const { report } = analyseFiles({ ...files, 'oauth-scopes.json': manifest(['users:readonly']) }, { index });
    expect(report.coverage.calls).toBe(0);
  });
});
