import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { compilerVersions, makeWorkspace, runTsc } from '../support/workspace.ts';
import { differences } from './marks.ts';
import { registration, tsconfig } from './projects.ts';

const overlay = ['eslint-plugin-oauth-scopes/genesys'];
const include = ['*.ts', '*.cts', '*.js', '*.cjs'];
const sources = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, readFileSync(new URL(`./cases/genesys/${name}`, import.meta.url), 'utf8')]));
const bundler = { module: 'esnext', moduleResolution: 'bundler', allowJs: true };
const node = { module: 'nodenext', moduleResolution: 'nodenext', allowJs: true };
const scopes = (builtInCatalog('genesys')?.scopes ?? []).map(({ name }) => name);

const each = scopes.filter((name) => name !== 'all').join(' ');

describe.concurrent.each([
  {
    title: 'all forms of import, in modules and scripts',
    registered: `'users:readonly routing'`,
    options: node,
    files: sources('default.ts', 'named.ts', 'namespace.ts', 'assigned.cts', 'checked.js', 'required.cjs'),
  },
  {
    title: 'a bundler',
    registered: `'users:readonly routing'`,
    options: bundler,
    files: sources('default.ts', 'named.ts', 'namespace.ts', 'checked.js', 'required.cjs'),
  },
  // This one looks at the declarations themselves, too.
  { title: 'nothing registered', registered: null, options: { ...node, skipLibCheck: false }, files: sources('untouched.ts') },
  { title: 'every scope registered', registered: `'${each}'`, options: node, files: sources('untouched.ts') },
  { title: '"all" registered', registered: `'all'`, options: bundler, files: sources('untouched.ts') },
])('$title', ({ registered, options, files }) => {
  const workspace = makeWorkspace({
    packages: ['purecloud-platform-client-v2'],
    files: {
      ...files,
      'tsconfig.json': { ...tsconfig({ skipLibCheck: true, esModuleInterop: true, ...options }), include },
      'oauth-scopes.gen.d.ts': registration(registered, overlay, 'genesys'),
    },
  });
  afterAll(workspace.remove);

  it.each(compilerVersions)('TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, workspace.directory);
    expect(differences(files, errors)).toEqual([]);
  });
});

describe('two providers in one program', () => {
  const files = {
    'both.ts': `import platformClient from 'purecloud-platform-client-v2';
import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
const tasks = new Tasks(new UiPath());
void tasks.getAll();
tasks.unassign(1); //ERR(Tasks.unassign needs OR.Tasks or OR.Tasks.Write)
const users = new platformClient.UsersApi();
void users.getUsers();
users.deleteUser('x'); //ERR(UsersApi.deleteUser needs users)
`,
  };
  const workspace = makeWorkspace({
    packages: ['purecloud-platform-client-v2'],
    files: {
      ...files,
      'tsconfig.json': tsconfig({ skipLibCheck: true, lib: ['es2023'] }),
      'oauth-scopes.gen.d.ts': registration(`'users:readonly'`, overlay, 'genesys'),
      'uipath.gen.d.ts': registration(`'OR.Tasks.Read'`),
    },
  });
  afterAll(workspace.remove);

  it.each(compilerVersions)('have a grant each, TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, workspace.directory);
    expect(differences(files, errors)).toEqual([]);
  });
});

it('a scope of another provider proves nothing', async () => {
  const files = sources('named.ts');
  const mark = '//ERR(UsersApi.getUsers needs users or users:readonly)';
  const source = (files['named.ts'] ?? '').replace('users.getUsers();', (call) => `${call} ${mark}`);
  const workspace = makeWorkspace({
    packages: ['purecloud-platform-client-v2'],
    files: {
      'named.ts': source,
      'tsconfig.json': tsconfig({ skipLibCheck: true, lib: ['es2023'] }),
      'oauth-scopes.gen.d.ts': registration(`'OR.Tasks users:read'`, overlay, 'genesys'),
    },
  });
  try {
    const { errors } = await runTsc('6.0', workspace.directory);
    expect(differences({ 'named.ts': source }, errors)).toEqual([]);
  } finally {
    workspace.remove();
  }
});
