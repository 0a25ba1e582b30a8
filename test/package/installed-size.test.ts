import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packedFiles } from '../../scripts/install-package.mjs';
import { projectDirectory } from '../support/workspace.ts';

interface PackageDescription {
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<Record<string, PackageDescription & { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

const MEGABYTE = 1_000_000;
const { packages } = JSON.parse(readFileSync(join(projectDirectory, 'package-lock.json'), 'utf8')) as LockFile;
const direct = Object.keys((JSON.parse(readFileSync(join(projectDirectory, 'package.json'), 'utf8')) as PackageDescription).dependencies ?? {});

/** Folders of everything that the direct dependencies bring. Peers are there already: who lints with types has them. */
function installedFolders(): ReadonlySet<string> {
  const folders = new Set<string>();
  const add = (name: string, from: string): void => {
    const folder = resolveFrom(name, from);
    if (folder !== undefined && !folders.has(folder)) {
      folders.add(folder);
      const { dependencies, optionalDependencies } = packages[folder] ?? {};
      Object.keys({ ...dependencies, ...optionalDependencies }).forEach((next) => add(next, folder));
    }
  };
  direct.forEach((name) => add(name, ''));
  return folders;
}

/** As Node.js looks a package up: beside the one that asks, then further out. */
function resolveFrom(name: string, from: string): string | undefined {
  for (let place = from; ; place = dirname(place)) {
    const folder = join(place, 'node_modules', name).replaceAll('\\', '/');
    if (folder in packages || place === '' || place === '.') {
      return folder in packages ? folder : undefined;
    }
  }
}

function sizeOf(path: string): number {
  const stats = lstatSync(path);
  return stats.isDirectory()
    ? readdirSync(path).filter((name) => name !== 'node_modules').reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : stats.size;
}

describe('what an installation brings', () => {
  const sizes = new Map<string, number>();

  beforeAll(() => {
    installedFolders().forEach((folder) => sizes.set(relative('node_modules', folder), sizeOf(join(projectDirectory, folder))));
    sizes.set('eslint-plugin-oauth-scopes', packedFiles().reduce((sum, file) => sum + sizeOf(join(projectDirectory, file)), 0));
  });

  it('is less than 12 MB with all dependencies', () => {
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const largest = [...sizes].sort(([, left], [, right]) => right - left).slice(0, 8);
    const lines = largest.map(([name, size]) => `  ${(size / MEGABYTE).toFixed(2).padStart(6)} MB  ${name}`);
    console.log(`Installed: ${(total / MEGABYTE).toFixed(2)} MB in ${sizes.size} packages, peers left out; ${direct.length} direct dependencies.\n${lines.join('\n')}`);
    expect(total).toBeLessThan(12 * MEGABYTE);
  });

  it('has at most twelve direct dependencies', () => {
    expect(direct.length).toBeLessThanOrEqual(12);
  });
});
