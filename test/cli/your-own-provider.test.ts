import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readLintConfiguration } from '../docs/lint-configuration.ts';
import { commandsOf, readBlocks, type Block } from '../docs/read-blocks.ts';
import { runCommand } from '../docs/run-command.ts';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { tsconfig } from './applications.ts';
import { clear } from './change-workspace.ts';
import { oauthScopes } from './command-line.ts';

const guide = readFileSync(new URL('../../docs/your-own-provider.md', import.meta.url), 'utf8');

/** The definition that the reader of the guide has, of the SDK that is generated from it. */
const definition = `openapi: 3.0.3
info: { title: Acme, version: '1' }
paths:
  /accounts: { get: { operationId: getAccounts, tags: [Accounting], security: [{ oauth: [accounts] }], responses: { '200': { description: read } } } }
  /files: { get: { operationId: getFiles, tags: [Files], security: [{ oauth: [files] }], responses: { '200': { description: read } } } }
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://acme.example/token', scopes: { accounts: '', files: '' } } } }
`;

const workspace = makeWorkspace({ plugin: 'built', sdk: null });
afterAll(workspace.remove);
beforeEach(() => {
  clear(workspace);
  workspace.write({ ...acmeSdk, 'package.json': { name: 'desk', type: 'module' }, 'package-lock.json': {}, 'tsconfig.json': tsconfig });
});

it('the guide to a provider of one’s own is true, from the page to the compile error', async () => {
  workspace.write({ 'openapi.yaml': definition });
  let printed = '';
  let compared = 0;
  for (const block of readBlocks(guide)) {
    if (block.language === 'text') {
      expect(printed.trimEnd()).toBe(block.text.trimEnd());
      compared += 1;
    } else if (block.language === 'sh') {
      printed = await runAll(block);
    } else {
      write(block);
    }
  }
  expect(compared).toBe(4);
  const { endpoints } = JSON.parse(workspace.read('catalogs/acme.json')) as { endpoints: readonly { sdk: readonly string[] }[] };
  expect(endpoints.flatMap(({ sdk }) => sdk)).toEqual(['AccountingApi.getAccounts', 'FilesApi.getFiles']);
}, 180_000);

async function runAll(block: Block): Promise<string> {
  const commands = commandsOf(block);
  expect(commands).not.toEqual([]);
  const outputs: string[] = [];
  for (const command of commands) {
    const { failed, output } = await runCommand(command, workspace.directory);
    expect({ command, failed, output: failed ? output : '' }).toEqual({ command, failed: false, output: '' });
    outputs.push(output);
  }
  return outputs.join('');
}

/** A file, a part of the catalog, or a part of the configuration of ESLint. */
function write({ language, file, text, line }: Block): void {
  if (file !== '') {
    workspace.write({ [file]: text });
  } else if (language === 'json') {
    const catalog = workspace.read('catalogs/acme.json');
    expect(catalog).toContain('"clients": []');
    workspace.write({ 'catalogs/acme.json': catalog.replace('"clients": []', text.trimEnd()) });
  } else if (language === 'js') {
    readLintConfiguration(text, workspace.directory);
  } else {
    throw new Error(`nothing is done with the block in line ${line}`);
  }
}

describe('a catalog that cannot be used is one plain error', () => {
  const manifest = (path: string) => ({ 'oauth-scopes.json': `{\n  "catalogs": ["${path}"],\n  "applications": []\n}\n` });
  const source = { 'src/desk.ts': "import { Contacts } from '@acme/crm';\nexport type Desk = Contacts;\n" };
  const complaint = (words: readonly string[], files: Readonly<Record<string, string | object>>): string => {
    workspace.write({ ...source, ...files });
    const { status, stdout, stderr } = oauthScopes(workspace, words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    return stderr;
  };

  it('that names what the SDK does not have', () => {
    const [list] = acmeCatalog.methods;
    const catalog = JSON.stringify({ ...acmeCatalog, methods: [{ ...list, member: 'lits' }] }, null, 2);
    expect(complaint(['sync'], { ...manifest('catalogs/acme.json'), 'catalogs/acme.json': catalog })).toMatch(
      /^oauth-scopes: catalogs\/acme\.json:\d+:17: @acme\/crm 3\.1\.0 has no member "lits" of Contacts; there are list, create\n$/,
    );
  });

  it('of an SDK that is not installed', () => {
    const catalog = { ...acmeCatalog, sdk: { ...acmeCatalog.sdk, package: '@acme/other' } };
    expect(complaint(['generate'], { ...manifest('catalogs/acme.json'), 'catalogs/acme.json': catalog })).toBe(
      'oauth-scopes: .: has no @acme/other installed, of which the acme catalog tells; run npm install @acme/other\n',
    );
  });

  it('that is not there', () => {
    expect(complaint(['check'], manifest('catalogs/none.json'))).toBe(
      'oauth-scopes: oauth-scopes.json:2:16: names the catalog "catalogs/none.json", which is not to be found inside the project\n',
    );
  });
});
