import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import { findApplicationDirectory, findDeclaringDirectory, findProjectRoot } from '../../src/grants/application-directory.ts';
import { findMixedApplications } from '../../src/grants/mixed-applications.ts';
import { startOfName } from '../support/directories-of-runs.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const catalog = builtInCatalog('uipath') as Catalog;
const { vocabulary } = indexCatalog(catalog);

describe('findProjectRoot', () => {
  let directory: string;
  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), startOfName('temporary', false))));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });
  const write = (file: string, text = ''): void => {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  };

  it.each([
    'package-lock.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'yarn.lock',
    'bun.lock',
    '.git/HEAD',
    '.git',
  ])('is where %s is', (mark) => {
    write(mark);
    write('packages/app/src/index.ts');
    write('packages/app/package.json', '{ "name": "app" }');
    expect(findProjectRoot(join(directory, 'packages/app/src'))).toBe(directory);
  });

  it('is where package.json has workspaces', () => {
    write('package.json', '{ "workspaces": ["packages/*"] }');
    write('packages/app/package.json', '{ "name": "app" }');
    expect(findProjectRoot(join(directory, 'packages/app'))).toBe(directory);
  });

  it('is the nearest of several', () => {
    write('package-lock.json');
    write('examples/app/package-lock.json');
    write('examples/app/src/index.ts');
    expect(findProjectRoot(join(directory, 'examples/app/src'))).toBe(join(directory, 'examples/app'));
  });

  it('is not where package.json is broken', () => {
    write('.git/HEAD');
    write('app/package.json', '{ "workspaces"');
    expect(findProjectRoot(join(directory, 'app'))).toBe(directory);
  });
});

describe('findApplicationDirectory', () => {
  const files = memoryFileSystem({
    '/repository/package.json': '{ "name": "repository" }',
    '/repository/uipath.json': '{ "scope": "PIMS" }',
    '/repository/src/package.json': '{ "type": "module" }',
    '/repository/src/.env': 'PORT=80',
    '/repository/src/a.ts': '',
    '/repository/packages/ui/package.json': '{ "name": "ui" }',
    '/repository/packages/ui/src/b.ts': '',
    '/repository/apps/portal/.env': 'VITE_UIPATH_SCOPE=PIMS',
    '/repository/apps/portal/src/c.ts': '',
    '/repository/apps/broken/uipath.json': '{',
    '/repository/apps/broken/d.ts': '',
    '/uipath.json': '{ "scope": "OR.Jobs" }',
  });

  it.each([
    ['a folder that only sets the module type', '/repository/src/a.ts', '/repository'],
    ['a package of its own', '/repository/packages/ui/src/b.ts', '/repository/packages/ui'],
    ['a directory that declares scopes', '/repository/apps/portal/src/c.ts', '/repository/apps/portal'],
    ['a directory whose declaration is broken', '/repository/apps/broken/d.ts', '/repository/apps/broken'],
    ['the directory itself', '/repository/apps/portal', '/repository/apps/portal'],
  ])('finds it from %s', (_name, path, directory) => {
    expect(findApplicationDirectory(path, '/repository', catalog, files)).toBe(directory);
  });

  it('never leaves the root', () => {
    expect(
      findApplicationDirectory('/repository/apps/portal/src/c.ts', '/repository/apps/portal/src', catalog, files),
    ).toBe('/repository/apps/portal/src');
    expect(findDeclaringDirectory('/elsewhere/src', '/repository', catalog, files)).toBeUndefined();
  });
});

describe('case 63: findMixedApplications', () => {
  const find = (files: Readonly<Record<string, string>>, ...sources: string[]): string | undefined =>
    findMixedApplications({ files: sources, root: '/repository', catalog, vocabulary, fileSystem: memoryFileSystem(files) })?.message;

  const PORTAL = '/repository/apps/portal/uipath.json';
  const ROBOT = '/repository/apps/robot/.env';

  it('names a file of each application, and how to split them', () => {
    expect(find(
      { [PORTAL]: '{ "scope": "PIMS" }', [ROBOT]: 'UIPATH_SCOPE=OR.Jobs' },
      '/repository/shared/hooks.ts',
      '/repository/apps/portal/src/a.ts',
      '/repository/apps/portal/src/b.ts',
      '/repository/apps/robot/src/c.ts',
    )).toBe(
      'apps/portal/src/a.ts belongs to the application in apps/portal and apps/robot/src/c.ts to the one in apps/robot, '
      + 'which declare different scopes: give each directory a tsconfig.json that includes only its own files, '
      + 'and name them with --project',
    );
  });

  it('holds everything that each of them declares against the other', () => {
    const less: Readonly<Record<string, string>> = { 'uipath.json': '{ "scope": "PIMS" }' };
    const more = { ...less, '.env': 'UIPATH_SCOPE=OR.Jobs' };
    const both = (portal: typeof less, robot: typeof less): readonly string[] | undefined => {
      const files = Object.fromEntries(Object.entries({ portal, robot }).flatMap(([name, inside]) =>
        Object.entries(inside).map(([file, text]) => [`/repository/apps/${name}/${file}`, text])));
      const sources = ['/repository/apps/portal/a.ts', '/repository/apps/robot/c.ts'];
      return findMixedApplications({ files: sources, root: '/repository', catalog, vocabulary, fileSystem: memoryFileSystem(files) })?.directories;
    };
    expect(both(more, more)).toBeUndefined();
    expect(both(more, less)).toEqual(['/repository/apps/portal', '/repository/apps/robot']);
    expect(both(less, more)).toEqual(['/repository/apps/portal', '/repository/apps/robot']);
  });

  it('tells an application below another one from it', () => {
    expect(
      find(
        { '/repository/uipath.json': '{ "scope": "PIMS" }', [ROBOT]: 'UIPATH_SCOPE=OR.Jobs' },
        '/repository/src/a.ts',
        '/repository/apps/robot/c.ts',
      ),
    ).toMatch(
      /^src\/a\.ts belongs to the application in \. and apps\/robot\/c\.ts to the one in apps\/robot,/,
    );
  });

  it('accepts applications that declare the same scopes', () => {
    expect(
      find(
        { [PORTAL]: '{ "scope": "PIMS OR.Jobs" }', [ROBOT]: 'UIPATH_SCOPE="OR.Jobs PIMS"' },
        '/repository/apps/portal/a.ts',
        '/repository/apps/robot/c.ts',
      ),
    ).toBeUndefined();
  });

  it('accepts files below no application beside one', () => {
    expect(
      find({ [PORTAL]: '{ "scope": "PIMS" }' }, '/repository/shared/a.ts', '/repository/apps/portal/a.ts', '/elsewhere/b.ts'),
    ).toBeUndefined();
  });
});
