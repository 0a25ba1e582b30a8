import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';

const root = resolve(import.meta.dirname, '../..');

/** Runs a script in a process of its own, by which a user's config would see the built package. */
function run(flags: readonly string[], script: string): unknown {
  return JSON.parse(execFileSync(process.execPath, [...flags, '--eval', script], { cwd: root, encoding: 'utf8' }));
}

const rules = Object.keys(plugin.rules ?? {});

describe('the built plugin', () => {
  it('is what an ES module imports', () => {
    expect(rules.length).toBeGreaterThan(0);
    const script = "import plugin from 'eslint-plugin-oauth-scopes'; console.log(JSON.stringify(Object.keys(plugin.rules)));";
    expect(run(['--input-type=module'], script)).toEqual(rules);
  });

  it('is what require() returns', () => {
    const script = "const plugin = require('eslint-plugin-oauth-scopes'); console.log(JSON.stringify(Object.keys(plugin.rules)));";
    expect(run(['--input-type=commonjs'], script)).toEqual(rules);
  });

  it('loads neither a compiler nor what only other parts of the package need', () => {
    const script = `
      require('eslint-plugin-oauth-scopes');
      const packages = Object.keys(require.cache).map((file) => /node_modules[\\\\/]((?:@[^\\\\/]+[\\\\/])?[^\\\\/]+)/.exec(file)?.[1]);
      console.log(JSON.stringify([...new Set(packages.filter(Boolean))].sort()));`;
    expect(run(['--input-type=commonjs'], script)).toEqual([
      '@typescript-eslint/types',
      'fastest-levenshtein',
      'jsonc-parser',
    ]);
  });

  it('reads the tables of a provider when they are first looked at, and of no other', () => {
    const script = `
      import files from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const read = [];
      const { readFileSync } = files;
      files.readFileSync = (file, ...options) => {
        if (String(file).endsWith('.json')) read.push(String(file).replace(/.*[\\/]/, ''));
        return readFileSync(file, ...options);
      };
      syncBuiltinESMExports();
      const { builtInCatalog, providers } = await import('./dist/src/catalogs/built-in.js');
      const { indexCatalog } = await import('./dist/src/catalogs/catalog-index.js');
      const indexes = providers().map((provider) => indexCatalog(builtInCatalog(provider)));
      const hosts = indexes.flatMap(({ catalog }) => catalog.requests.hosts).length;
      const before = [...read];
      const known = indexes.find(({ catalog }) => catalog.provider === 'uipath').vocabulary.has('OR.Jobs');
      console.log(JSON.stringify({ hosts: hosts > 0, before, known, read }));`;
    expect(run(['--input-type=module'], script)).toEqual({
      hosts: true, before: ['headers.json'], known: true, read: ['headers.json', 'uipath.json'],
    });
  });
});
