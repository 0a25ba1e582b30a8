import { describe, expect, it } from 'vitest';
import { readSdkPackage, SdkPackageError } from '../../src/generate/sdk-package.ts';

const read = (manifest: unknown) => readSdkPackage((file) => (file === 'package.json' ? JSON.stringify(manifest) : undefined));

describe('the modules of an SDK', () => {
  it('are those of the export map that have declarations, however the conditions nest', () => {
    const sdk = read({
      name: '@acme/sdk',
      version: '2.0.0',
      exports: {
        '.': { import: { types: './dist/index.d.ts', default: './dist/index.mjs' }, require: { types: './dist/index.d.cts' } },
        './items': { types: './dist/items/index.d.ts' },
        './deep/path': { node: { import: { types: 'dist/deep.d.ts' } } },
        './styles.css': './dist/styles.css',
        './internal/*': { types: './dist/internal/*.d.ts' },
      },
    });
    expect(sdk.entries).toEqual([
      { name: 'root', specifier: '@acme/sdk', file: 'dist/index.d.ts' },
      { name: 'items', specifier: '@acme/sdk/items', file: 'dist/items/index.d.ts' },
      { name: 'deep-path', specifier: '@acme/sdk/deep/path', file: 'dist/deep.d.ts' },
    ]);
    expect(sdk.version).toBe('2.0.0');
  });
});

it('modules whose sub-paths give the same name, in upper or lower case, have files of their own', () => {
  const types = { types: './x.d.ts' };
  const { entries } = read({ name: 'acme', version: '1.0.0', exports: { '.': types, './a/b': types, './a-b': types, './A-B': types, './root': types } });
  expect(entries.map(({ name, specifier }) => [name, specifier])).toEqual([
    ['root', 'acme'], ['a-b', 'acme/a/b'], ['a-b_', 'acme/a-b'], ['A-B__', 'acme/A-B'], ['root_', 'acme/root'],
  ]);
});

it('a package without an export map is one module', () => {
  const { entries } = read({ name: 'acme', version: '1.0.0', main: 'dist/acme.js', types: './index.d.ts' });
  expect(entries).toEqual([{ name: 'root', specifier: 'acme', file: 'index.d.ts' }]);
});

describe('what is no SDK is refused with what is missing', () => {
  it.each([
    ['no package.json', () => readSdkPackage(() => undefined), 'package.json of the SDK is missing'],
    ['a broken package.json', () => readSdkPackage(() => '{ "name": '), 'package.json of the SDK is not JSON'],
    ['an array', () => read([]), 'lacks "name" or "version"'],
    ['neither an export map nor types', () => read({ name: 'a', version: '1.0.0' }), 'a 1.0.0 exports no module with "types"'],
    ['no declarations', () => read({ name: 'a', version: '1.0.0', exports: { '.': './a.js' } }), 'a 1.0.0 exports no module with "types"'],
  ])('%s', (_, attempt, message) => {
    expect(attempt).toThrow(SdkPackageError);
    expect(attempt).toThrow(message);
  });
});
