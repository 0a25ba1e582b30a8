import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { makeWorkspace, runTsc } from '../support/workspace.ts';
import { tsconfig } from './applications.ts';
import { oauthScopes } from './command-line.ts';

interface Fence {
  readonly language: string;
  /** The file that it is, where its first line says so. */
  readonly file: string | undefined;
  readonly text: string;
}

const guide = readFileSync(new URL('../../docs/your-own-provider.md', import.meta.url), 'utf8');
const fences = [...guide.matchAll(/^```(\w*) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', file = '', text = '']): Fence => ({ language, file: file === '' ? undefined : file, text }),
);
const workspace = makeWorkspace({
  plugin: 'built',
  sdk: null,
  files: { ...acmeSdk, 'package.json': { name: 'desk', type: 'module' }, 'package-lock.json': {}, 'tsconfig.json': tsconfig },
});
afterAll(workspace.remove);

/** Words of a command line; those in quotation marks are one. */
const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);

async function run(line: string): Promise<string> {
  const [, command = '', ...words] = wordsOf(line);
  if (command === 'tsc') {
    return (await runTsc('6.0', workspace.directory)).output;
  }
  const { stdout, stderr } = oauthScopes(workspace, words);
  expect(stderr).toBe('');
  return stdout;
}

it('the guide to a provider of one’s own is true, from the page to the compile error', async () => {
  let printed = '';
  let compared = 0;
  for (const { language, file, text } of fences) {
    if (file !== undefined) {
      workspace.write({ [file]: text });
    } else if (language === 'json') {
      const catalog = workspace.read('catalogs/acme.json');
      expect(catalog).toContain('"clients": []');
      workspace.write({ 'catalogs/acme.json': catalog.replace('"clients": []', text.trimEnd()) });
    } else if (language === 'sh') {
      printed = await run(text.trim());
    } else if (language === 'text') {
      expect(printed.trimEnd()).toBe(text.trimEnd());
      compared += 1;
    }
  }
  expect(compared).toBe(4);
});

describe('a catalog that cannot be used is one plain error', () => {
  const manifest = (path: string) => ({ 'oauth-scopes.json': `{\n  "catalogs": ["${path}"],\n  "applications": []\n}\n` });
  const complaint = (words: readonly string[], files: Readonly<Record<string, string | object>>): string => {
    workspace.write(files);
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
    expect(complaint(['generate'], { 'catalogs/acme.json': catalog })).toBe(
      'oauth-scopes: .: has no @acme/other installed, of which the acme catalog tells; run npm install @acme/other\n',
    );
  });

  it('that is not there', () => {
    expect(complaint(['check'], manifest('catalogs/none.json'))).toBe(
      'oauth-scopes: oauth-scopes.json:2:16: names the catalog "catalogs/none.json", which is not to be found inside the project\n',
    );
  });
});
