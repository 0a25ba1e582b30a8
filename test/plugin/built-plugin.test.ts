import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import plugin from '../../index.ts';

const root = resolve(import.meta.dirname, '../..');

/** Runs a script in a process of its own, by which a user's config would see the built package. */
function run(flags: readonly string[], script: string): unknown {
  return JSON.parse(execFileSync(process.execPath, [...flags, '--eval', script], { cwd: root, encoding: 'utf8' }));
}

/** Keeps what ES modules are loaded; a hook runs in a thread of its own, and says so by messages. */
const collectLoads = `
  import { register } from 'node:module';
  import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
  const { port1, port2 } = new MessageChannel();
  const hook = 'let port; export const initialize = (data) => { port = data.port; };'
    + 'export const load = (url, context, next) => { port.postMessage(url); return next(url, context); };';
  register('data:text/javascript,' + encodeURIComponent(hook), { data: { port: port2 }, transferList: [port2] });
  globalThis.loaded = () => {
    const urls = [];
    for (let received = receiveMessageOnPort(port1); received !== undefined; received = receiveMessageOnPort(port1)) urls.push(received.message);
    return urls;
  };`;

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

  it('loads no compiler, no parser, no table of a provider, and few files', () => {
    const loaded = run(['--import', `data:text/javascript,${encodeURIComponent(collectLoads)}`, '--input-type=module'], `
      await import('eslint-plugin-oauth-scopes');
      const { createRequire } = await import('node:module');
      const required = Object.keys(createRequire(import.meta.url).cache);
      console.log(JSON.stringify([...globalThis.loaded(), ...required]));`) as readonly string[];
    const files = new Set(loaded.map((place) => place.replace(/^file:\/\//, '').replaceAll('\\', '/')).filter((place) => !/^(?:node|data):/.test(place)));
    const packages = [...files].map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter((name) => name !== undefined);
    expect([...new Set(packages)].sort()).toEqual(['@typescript-eslint/types', 'fastest-levenshtein']);
    expect([...files].filter((file) => file.includes('/catalogs/data/'))).toEqual([]);
    // One for each module there are would be two hundred: bundling (scripts/bundle.mjs) is what an import of the plugin is short by.
    expect(files.size).toBeLessThan(30);
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
