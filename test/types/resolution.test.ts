import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { directoryReader } from '../../src/generate/directory-reader.ts';
import { generateOverlay } from '../../src/generate/overlay.ts';
import { readSdkPackage } from '../../src/generate/sdk-package.ts';
import { type CompilerVersion, compilerVersions, makeWorkspace, projectDirectory, runTsc } from '../support/workspace.ts';
import { differences } from './marks.ts';
import { registration, tsconfig } from './projects.ts';

const application = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { UiPath as Legacy } from '@uipath/uipath-typescript';
const tasks = new Tasks(new UiPath());
void tasks.getAll(); //OK
tasks.unassign(1); //ERR(Tasks.unassign needs OR.Tasks or OR.Tasks.Write)
new Legacy().buckets.getAll(); //ERR(Buckets.getAll)
`;
const all: readonly CompilerVersion[] = compilerVersions;
const modes: Record<string, { readonly options: object; readonly versions: readonly CompilerVersion[] }> = {
  node10: { options: { module: 'commonjs', moduleResolution: 'node10' }, versions: ['5.4', '5.9'] },
  node16: { options: { module: 'node16', moduleResolution: 'node16' }, versions: all },
  bundler: { options: { module: 'esnext', moduleResolution: 'bundler' }, versions: all },
};
function configurations(include: readonly string[]): Record<string, object> {
  const entries = Object.entries(modes).map(([mode, { options }]) => {
    const configuration = tsconfig({ ...options, lib: ['es2023'], skipLibCheck: true });
    return [`tsconfig.${mode}.json`, { ...configuration, include }];
  });
  return Object.fromEntries(entries) as Record<string, object>;
}

const workspace = makeWorkspace({
  files: {
    'app.ts': application,
    'plain/package.json': { type: 'commonjs' },
    'plain/app.ts': application,
    'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read'`),
    ...configurations(['app.ts', 'plain/app.ts', 'oauth-scopes.gen.d.ts']),
  },
});
afterAll(workspace.remove);

describe.concurrent('modules are found', () => {
  const runs = Object.entries(modes).flatMap(([mode, { versions }]) => versions.map((version) => ({ mode, version })));
  it.each(runs)('$mode, TypeScript $version', async ({ mode, version }) => {
    const { errors } = await runTsc(version, workspace.directory, ['-p', `tsconfig.${mode}.json`]);
    expect(differences({ 'app.ts': application, 'plain/app.ts': application }, errors)).toEqual([]);
  });
});

describe('a reference to the modules that an application imports', () => {
  const source = application.split('\n').filter((line) => !line.includes('Legacy')).join('\n');
  const overlays = ['core', 'tasks'].map((name) => `eslint-plugin-oauth-scopes/types/uipath/overlay/${name}`);
  const part = makeWorkspace({
    files: { 'app.ts': source, 'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read'`, overlays), ...configurations(['*.ts']) },
  });
  afterAll(part.remove);

  it.each([{ mode: 'node10', version: '5.4' }, { mode: 'node16', version: '6.0' }, { mode: 'bundler', version: '7.0' }] as const)(
    'guards them and loads nothing else of the SDK: $mode, TypeScript $version',
    async ({ mode, version }) => {
      const { errors, output } = await runTsc(version, part.directory, ['-p', `tsconfig.${mode}.json`, '--listFiles']);
      expect(differences({ 'app.ts': source }, errors)).toEqual([]);
      const loaded = output.split('\n').filter((line) => line.includes('/@uipath/'));
      expect(loaded.map((line) => line.trim().replace(/^.*\/uipath-typescript\//, '')).sort()).toEqual(['dist/core/index.d.ts', 'dist/tasks/index.d.ts']);
    },
  );
});

describe('types made for an application, whose SDK is installed elsewhere', () => {
  const elsewhere = 'node_modules/vendor/node_modules/@uipath/uipath-typescript';
  const installed = directoryReader(join(projectDirectory, 'node_modules/@uipath/uipath-typescript'));
  const sdk = readSdkPackage(installed);
  const overlay = generateOverlay({
    ts,
    index: indexCatalog(builtInCatalog('uipath') as Catalog),
    sdk,
    layout: {
      specifier: '.oauth-scopes/uipath',
      guards: 'eslint-plugin-oauth-scopes/types/guard',
      scopes: 'eslint-plugin-oauth-scopes/types/uipath/scopes',
      sdk: '../../../vendor/node_modules/@uipath/uipath-typescript',
    },
    generator: 'a test',
  });
  const below = 'node_modules/.oauth-scopes';
  const paths = overlay.map(({ path }) => path).filter((path) => path.startsWith('overlay/'));
  const references = paths.map((path) => `/// <reference path="./${below}/uipath/${path}" />\n`);
  const made = makeWorkspace({
    sdk: null,
    files: {
      ...Object.fromEntries(['package.json', ...sdk.entries.map(({ file }) => file)].map((file) => [`${elsewhere}/${file}`, installed(file) ?? ''])),
      ...Object.fromEntries(overlay.map(({ path, text }) => [`${below}/uipath/${path}`, text])),
      [`${below}/package.json`]: { private: true, type: 'module', exports: { './uipath/*': { types: './uipath/*.d.ts' } } },
      'app.ts': application,
      'oauth-scopes.gen.d.ts': references.join('') + registration(`'OR.Tasks.Read'`, []),
      ...configurations(['*.ts']),
    },
  });
  afterAll(made.remove);

  it.each([{ mode: 'node10', version: '5.4' }, { mode: 'node16', version: '6.0' }, { mode: 'bundler', version: '7.0' }] as const)(
    'are found below node_modules: $mode, TypeScript $version',
    async ({ mode, version }) => {
      const { errors } = await runTsc(version, made.directory, ['-p', `tsconfig.${mode}.json`]);
      expect(differences({ 'app.ts': application }, errors)).toEqual([]);
    },
  );
});

describe('an SDK that is not beside the package', () => {
  const broken = makeWorkspace({
    sdk: null,
    files: {
      'app.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
const sdk = new UiPath(); //ERR('OverlayBroken<"eslint-plugin-oauth-scopes does not find the SDK it describes; run: npx oauth-scopes sync">' has no construct signatures)
void new Tasks(sdk).getAll(); //ERR(OverlayBroken<"eslint-plugin-oauth-scopes does not find the SDK it describes; run: npx oauth-scopes sync">)
`,
      'tsconfig.json': tsconfig({ skipLibCheck: true, lib: ['es2023'] }),
      'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read'`),
    },
  });
  afterAll(broken.remove);

  it.each(compilerVersions)('is an error and never silence, TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, broken.directory);
    expect(differences({ 'app.ts': broken.read('app.ts') }, errors)).toEqual([]);
  });
});
