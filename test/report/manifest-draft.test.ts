import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { readManifestFile } from '../../src/grants/manifest-file.ts';
import { draftManifest } from '../../src/report/manifest-draft.ts';
import { analyseFiles, applicationDirectory, present, uipathIndex, type Files } from '../usage/virtual-application.ts';

const schema = './schema.json';
const reading = "import { UiPath } from '@uipath/uipath-typescript';\nexport const all = async (sdk = new UiPath()) => await sdk.tasks.getAll();\n";
const client = (scope: string, more = ''): string =>
  `import { UiPath } from '@uipath/uipath-typescript';
declare const process: { env: Record<string, string> };
export const sdk = new UiPath({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: ${scope} });
export const all = () => sdk.tasks.getAll();
${more}`;

function draft(files: Files): { readonly application: unknown; readonly remark: string | undefined } {
  const { text, remarks } = draftManifest([{ index: uipathIndex, analysis: analyseFiles(files) }], schema, applicationDirectory);
  expect(readManifestFile(text, '/app/oauth-scopes.json').problems).toEqual([]);
  const { applications } = JSON.parse(text) as { applications: unknown[] };
  return { application: applications[0], remark: remarks[0] };
}

describe('a manifest that is made of an application', () => {
  it('has the scopes in effect with the calls that use each, and those of other environments', () => {
    const { application, remark } = draft({
      'package.json': '{ "name": "task-desk" }',
      '.env': 'UIPATH_SCOPE=OR.Tasks OR.Assets openid\n',
      '.env.production': 'UIPATH_SCOPE=OR.Tasks.Read\n',
      'use.ts': client(
        'process.env.UIPATH_SCOPE',
        "export const raw = () => fetch('https://cloud.uipath.com/a/b/orchestrator_/odata/Tasks');\n",
      ),
    });
    expect(application).toEqual({
      name: 'task-desk',
      provider: 'uipath',
      grant: 'authorization_code',
      scopes: [{ scope: 'OR.Tasks', methods: ['Tasks.getAll'], endpoints: ['GET /odata/Tasks'] }, 'OR.Assets', 'openid'],
      environments: {
        production: { scopes: [{ scope: 'OR.Tasks.Read', methods: ['Tasks.getAll'], endpoints: ['GET /odata/Tasks'] }] },
      },
    });
    expect(remark).toBe('"task-desk" (UiPath): the scopes of .env:1');
  });

  it('takes a configuration file that is in effect before an .env file that differs', () => {
    const files = { 'uipath.json': '{ "scope": "OR.Tasks.Read" }', '.env': 'UIPATH_SCOPE=PIMS\n', 'use.ts': reading };
    expect(draft(files)).toMatchObject({
      application: { scopes: [{ scope: 'OR.Tasks.Read', methods: ['Tasks.getAll'] }] },
      remark: expect.stringMatching(/\(UiPath\): the scopes of uipath\.json:1$/) as string,
    });
  });

  it('has no scopes where places disagree, where none is declared, and where a client has no scopes at all', () => {
    const several = draft({ '.env': 'UIPATH_SCOPE=PIMS\nVITE_UIPATH_SCOPE=OR.Tasks\n', 'use.ts': reading });
    expect(several.application).not.toHaveProperty('scopes');
    expect(several.remark).toContain(
      'no scopes, because .env:1 and .env:2 declare different scopes, and which of them holds is not known. '
      + 'Add those of its client under "scopes". The calls that were seen need OR.Tasks.Read.',
    );
    expect(draft({ 'use.ts': reading }).application).not.toHaveProperty('scopes');
    const secret = reading.replace('new UiPath()', "new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: 'x' })");
    expect(draft({ 'use.ts': secret }).application).toEqual({ name: expect.any(String) as string, provider: 'uipath' });
  });

  it('leaves a template alone where the code has something else for a variable that is not set', () => {
    const template = { '.env.example': 'UIPATH_SCOPE=OR.Tasks\n' };
    expect(draft({ ...template, 'use.ts': reading }).application).toHaveProperty('scopes');
    expect(draft({ ...template, 'use.ts': client("process.env.UIPATH_SCOPE || 'offline_access'") }).application).not.toHaveProperty('scopes');
  });

  it('knows how a request asks for a token', () => {
    const index = indexCatalog(present(builtInCatalog('talkdesk')));
    const files = {
      'use.js': `export const token = () => fetch('https://api.talkdeskid.com/oauth/token', {
  method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'users:read' }) });
export const users = async (t) => fetch('https://api.talkdeskapp.com/users', { headers: { Authorization: 'Bearer ' + (await t.json()).access_token } });
`,
    };
    const { text } = draftManifest([{ index, analysis: analyseFiles(files, { index }) }], schema, applicationDirectory);
    expect(text).toContain('"client_credentials"');
  });
});
