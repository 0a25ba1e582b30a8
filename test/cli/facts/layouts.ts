import { tsconfig } from '../applications.ts';

/** A monorepo: its files, and links from one package's node_modules to another package. */
export interface Layout {
  readonly files: Readonly<Record<string, string | object>>;
  /** Path of the link → directory that it leads to, both below the root. */
  readonly links?: Readonly<Record<string, string>>;
  /** Directories in which `facts` runs. */
  readonly packages: readonly string[];
  /** Findings that `check` has, as a guard that there is something to compare. */
  readonly expected: readonly string[];
}

const root = { 'package.json': { name: 'root', private: true, type: 'module', workspaces: ['packages/*'] }, 'package-lock.json': {} };

function solution(...packages: readonly string[]): object {
  return { files: [], references: packages.map((name) => ({ path: `./packages/${name}` })) };
}

function packageJson(name: string, more: object = {}): object {
  return { name: `@acme/${name}`, version: '1.0.0', type: 'module', ...more };
}

const composite = { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, noEmit: false, composite: true, outDir: 'dist', rootDir: 'src' } };

const tasks = (scopes: string): Readonly<Record<string, string | object>> => ({
  'tsconfig.json': tsconfig,
  'uipath.json': { scope: scopes },
  'src/tasks.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
const tasks = new Tasks(new UiPath());
export const titles = async () => (await tasks.getAll()).items.map((task) => task.title);
export const open = (title: string) => tasks.create({ title }, 7);
`,
});

function inPackage(name: string, files: Readonly<Record<string, string | object>>): Readonly<Record<string, string | object>> {
  return Object.fromEntries(
    Object.entries({ 'package.json': packageJson(name), ...files }).map(([path, content]) => [`packages/${name}/${path}`, content]),
  );
}

const client = `import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core';
export const sdk = new UiPath({ baseUrl: 'https://cloud.uipath.com', orgName: 'acme', tenantName: 'main', clientId: 'b0a1', redirectUri: '/', scope: 'OR.Tasks.Read OR.Assets.Read' });
export function connect(scope: string): UiPath {
  return new UiPath({ baseUrl: 'https://cloud.uipath.com', orgName: 'acme', tenantName: 'main', clientId: 'b0a1', redirectUri: '/', scope });
}
export const assets = () => new Assets(sdk).getAll({ folderId: 1 });
`;
const user = `import { Tasks } from '@uipath/uipath-typescript/tasks';
import { Assets } from '@uipath/uipath-typescript/assets';
import { connect, sdk } from '@acme/client';
export const read = () => new Tasks(sdk).getAll();
export const open = (title: string) => new Tasks(sdk).create({ title }, 7);
export const assets = () => new Assets(connect('OR.Tasks')).getAll({ folderId: 1 });
`;
const declarations = `import { UiPath } from '@uipath/uipath-typescript/core';
export declare const sdk: UiPath;
export declare function connect(scope: string): UiPath;
`;

export const layouts: Readonly<Record<string, Layout>> = {
  'two applications that know nothing of each other': {
    files: {
      ...root,
      'tsconfig.json': solution('desk', 'back'),
      ...inPackage('desk', tasks('OR.Tasks.Read OR.Assets')),
      ...inPackage('back', tasks('OR.Tasks')),
    },
    packages: ['packages/desk', 'packages/back'],
    expected: ['missing OR.Tasks or OR.Tasks.Write', 'unused OR.Assets'],
  },
  'a client made in one package and used in another, from its sources': {
    files: {
      ...root,
      'tsconfig.json': solution('app', 'client'),
      ...inPackage('client', { 'package.json': packageJson('client', { exports: './src/index.ts' }), 'tsconfig.json': tsconfig, 'src/index.ts': client }),
      ...inPackage('app', { 'tsconfig.json': tsconfig, 'src/app.ts': user }),
    },
    links: { 'packages/app/node_modules/@acme/client': 'packages/client' },
    packages: ['packages/client', 'packages/app'],
    // The client of the other package is used up: what its own package calls and what this one calls count together.
    expected: ['missing OR.Tasks or OR.Tasks.Write', 'missing OR.Assets or OR.Assets.Read', 'unused OR.Tasks'],
  },
  'a client made in one package and used in another, through a project reference': {
    files: {
      ...root,
      'tsconfig.json': solution('app', 'client'),
      ...inPackage('client', {
        'package.json': packageJson('client', { exports: { types: './dist/index.d.ts' } }),
        'tsconfig.json': composite,
        'src/index.ts': client,
      }),
      ...inPackage('app', { 'tsconfig.json': { ...composite, references: [{ path: '../client' }] }, 'src/app.ts': user }),
    },
    links: { 'packages/app/node_modules/@acme/client': 'packages/client' },
    packages: ['packages/client', 'packages/app'],
    // The client of the other package is used up: what its own package calls and what this one calls count together.
    expected: ['missing OR.Tasks or OR.Tasks.Write', 'missing OR.Assets or OR.Assets.Read', 'unused OR.Tasks'],
  },
  'a client of which another package sees the built declarations only': {
    files: {
      ...root,
      'tsconfig.json': solution('app', 'client'),
      ...inPackage('client', {
        'package.json': packageJson('client', { exports: { types: './dist/index.d.ts' } }),
        'tsconfig.json': tsconfig,
        'src/index.ts': client,
        'dist/index.d.ts': declarations,
      }),
      ...inPackage('app', { 'tsconfig.json': tsconfig, 'src/app.ts': user }),
    },
    links: { 'packages/app/node_modules/@acme/client': 'packages/client' },
    packages: ['packages/client', 'packages/app'],
    expected: [],
  },
  'a library of services that two applications with different scopes use': {
    files: {
      ...root,
      'tsconfig.json': solution('one', 'two', 'services'),
      ...inPackage('services', {
        'package.json': packageJson('services', { exports: './src/index.ts' }),
        'tsconfig.json': tsconfig,
        'src/index.ts': `import type { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
export const assetNames = async (sdk: UiPath) => (await new Assets(sdk).getAll({ folderId: 1 })).items.map((asset) => asset.name);
`,
      }),
      ...Object.assign({}, ...[['one', 'OR.Assets.Read'], ['two', 'OR.Tasks']].map(([name = '', scope]) => inPackage(name, {
        'tsconfig.json': tsconfig,
        'uipath.json': { scope },
        'src/app.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { assetNames } from '@acme/services';
export const names = assetNames(new UiPath());
`,
      }))) as Record<string, string | object>,
    },
    links: { 'packages/one/node_modules/@acme/services': 'packages/services', 'packages/two/node_modules/@acme/services': 'packages/services' },
    packages: ['packages/one', 'packages/services', 'packages/two'],
    expected: ['missing OR.Assets or OR.Assets.Read', 'unused OR.Tasks'],
  },
  'one application in two packages, declared at the root': {
    files: {
      ...root,
      'tsconfig.json': solution('web', 'jobs'),
      'oauth-scopes.json': {
        applications: [{ name: 'root', provider: 'uipath', scopes: ['OR.Tasks.Read', 'OR.Jobs.Read'], needs: { '@acme/widgets': ['OR.Folders.Read'] } }],
      },
      ...inPackage('web', {
        'tsconfig.json': tsconfig,
        'src/web.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
export const tasks = new Tasks(new UiPath()).getAll();
`,
      }),
      ...inPackage('jobs', {
        'tsconfig.json': tsconfig,
        'src/jobs.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Jobs } from '@uipath/uipath-typescript/jobs';
export const jobs = new Jobs(new UiPath()).getAll();
export const assets = new Assets(new UiPath()).getAll({ folderId: 1 });
`,
      }),
    },
    packages: ['packages/web', 'packages/jobs'],
    expected: ['missing OR.Assets or OR.Assets.Read'],
  },
  'two projects in a package, an .env file, a registration file that is stale, and a client that escapes': {
    files: {
      ...root,
      'tsconfig.json': solution('desk'),
      ...inPackage('desk', {
        'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './tsconfig.worker.json' }] },
        'tsconfig.app.json': { ...composite, include: ['src'] },
        'tsconfig.worker.json': { ...composite, compilerOptions: { ...composite.compilerOptions, rootDir: 'worker' }, include: ['worker'] },
        '.env': 'UIPATH_SECRET=hush\nVITE_UIPATH_SCOPE=OR.Tasks.Read PIMS\n',
        'src/oauth-scopes.gen.d.ts': `/// <reference types="eslint-plugin-oauth-scopes/uipath" />
declare module 'eslint-plugin-oauth-scopes/types' {
  interface Registered {
    uipath: 'OR.Tasks';
  }
}
export {};
`,
        'src/tasks.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import { render } from 'unseen-widgets';
const sdk = new UiPath();
export const tasks = new Tasks(sdk).getAll();
render({ sdk });
`,
        'worker/tasks.ts': `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
export const open = (title: string) => new Tasks(new UiPath()).create({ title }, 7);
`,
      }),
    },
    packages: ['packages/desk'],
    expected: ['missing OR.Tasks or OR.Tasks.Write', 'conflict OR.Tasks.Read PIMS OR.Tasks'],
  },
  'scopes that are declared before anything is called, beside a package that has nothing to do with it': {
    files: {
      ...root,
      'tsconfig.json': solution('desk', 'other'),
      ...inPackage('desk', { 'tsconfig.json': tsconfig, 'uipath.json': { scope: 'OR.Tasks OR.Tasks' }, 'src/index.ts': 'export {};\n' }),
      ...inPackage('other', { 'tsconfig.json': tsconfig, 'src/index.ts': 'export {};\n' }),
    },
    packages: ['packages/desk', 'packages/other'],
    expected: ['duplicate OR.Tasks'],
  },
  'requests to two providers, in a package each': {
    files: {
      ...root,
      'tsconfig.json': solution('agents', 'jobs'),
      ...inPackage('agents', {
        'tsconfig.json': { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, lib: ['es2022', 'dom'] } },
        'oauth-scopes.json': { applications: [{ name: '@acme/agents', provider: 'genesys-guide', scopes: ['users:readonly'] }] },
        'src/agents.ts': `export const agents = (headers: Record<string, string>) => fetch('https://api.mypurecloud.com/api/v2/users', { headers });
export const add = (headers: Record<string, string>) => fetch('https://api.mypurecloud.com/api/v2/users', { method: 'POST', headers });
`,
      }),
      ...inPackage('jobs', {
        'tsconfig.json': { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, lib: ['es2022', 'dom'] } },
        'oauth-scopes.json': { applications: [{ name: '@acme/jobs', provider: 'uipath', scopes: ['OR.Assets'] }] },
        'src/jobs.ts': `export const jobs = (headers: Record<string, string>) => fetch('https://cloud.uipath.com/acme/main/orchestrator_/odata/Jobs', { headers });
`,
      }),
    },
    packages: ['packages/agents', 'packages/jobs'],
    expected: ['missing users:manage', 'missing OR.Jobs or OR.Jobs.Read', 'unused OR.Assets'],
  },
};
