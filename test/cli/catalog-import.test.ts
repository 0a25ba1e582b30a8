import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CatalogFile } from '../../src/catalogs/catalog.ts';
import { builtInFile } from '../support/built-in-file.ts';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication } from './applications.ts';
import { oauthScopes } from './command-line.ts';

const page = `# Scopes

## Tasks

| Method | Scope |
|---|---|
| \`create()\` | \`tasks:write\` |
| \`list()\` / \`all()\` | \`tasks:read\` or \`tasks\` |
| \`count()\` | ask your administrator |
`;

const workspace = makeWorkspace({ plugin: 'built', files: { ...taskApplication, 'scopes.md': page } });

afterAll(() => workspace.remove());

const importing = (file: string): string[] => ['catalog', 'import', file, '--provider', 'acme', '--sdk', '@acme/sdk', '--out', 'acme.json'];

describe('catalog import', () => {
  it('writes a catalog that validates, and lists what it left open; a source that is no good leaves it as it is', () => {
    const made = oauthScopes(workspace, importing('scopes.md'));
    expect(made).toEqual({
      status: 0,
      stdout: '',
      stderr: 'scopes.md:9: has words that are no scopes ("ask"); what it needs stays unknown\n',
    });
    const good = workspace.read('acme.json');
    expect(oauthScopes(workspace, ['catalog', 'validate', 'acme.json']).stdout).toMatch(
      /^acme\.json is a valid catalog of acme, of \d{4}-\d{2}-\d{2}: 3 scopes, 4 methods, 0 endpoints; what they need is not known of 1\n$/,
    );

    writeFileSync(join(workspace.directory, 'latin.md'), Buffer.concat([Buffer.from(page), Buffer.from([0x0a, 0x63, 0x61, 0x66, 0xe9])]));
    expect(oauthScopes(workspace, importing('latin.md'))).toEqual({
      status: 2,
      stdout: '',
      stderr: 'oauth-scopes: latin.md:11: is not UTF-8; save it as UTF-8 and import it again\n',
    });

    const large = openSync(join(workspace.directory, 'large.yaml'), 'w');
    ftruncateSync(large, 100 * 1024 * 1024);
    closeSync(large);
    expect(oauthScopes(workspace, importing('large.yaml'))).toMatchObject({
      status: 2,
      stderr: 'oauth-scopes: large.yaml: has 100 MB; at most 64 MB are imported\n',
    });
    expect(workspace.read('acme.json')).toBe(good);
  });
});

describe('catalog diff', () => {
  it('says which calls of a program become missing or undecided', () => {
    const catalog = builtInFile('uipath');
    const changed = (member: string, requires: readonly (readonly string[])[] | null): CatalogFile['methods'] =>
      catalog.methods.map((method) => {
        const [row] = method.label === `Tasks.${member}` ? method.rows : [];
        return row === undefined ? method : { ...method, rows: [{ ...row, requires }] };
      });
    workspace.write({
      'old.json': catalog,
      'new.json': { ...catalog, methods: changed('getAll', [['OR.Tasks']]) },
      'other.json': { ...catalog, methods: changed('getAll', null) },
    });
    const stricter = oauthScopes(workspace, ['catalog', 'diff', 'old.json', 'new.json', '.']);
    expect(stricter.stderr).toBe('');
    expect(stricter.stdout).toContain('Tasks.getAll: OR.Tasks or OR.Tasks.Read → OR.Tasks\n');
    expect(stricter.stdout).toMatch(/\n {2}src\/tasks\.ts:7: fine → missing OR\.Tasks\n/);
    expect(stricter.status).toBe(1);
    const unknown = oauthScopes(workspace, ['catalog', 'diff', 'old.json', 'other.json', '.']);
    expect(unknown.stdout).toMatch(/\n {2}src\/tasks\.ts:7: fine → undecided /);
  });
});
