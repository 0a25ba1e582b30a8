import { afterAll, describe, expect, it } from 'vitest';
import { applicationFiles } from '../../bench/application-files.mjs';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { type CompilerVersion, compilerVersions, makeWorkspace, runTsc } from '../support/workspace.ts';
import { registration, tsconfig } from './projects.ts';

/**
 * How much work the types are to a compiler, in its own count, which is the same on every machine: that of the applications which bench/
 * measures, at 100 call sites, with all scopes registered. What is above a budget needs a reason, and then a new budget.
 */
const budgets: Readonly<Record<'uipath' | 'genesys', Readonly<Record<CompilerVersion, number>>>> = {
  uipath: { '5.4': 3924, '5.9': 3433, '6.0': 3433, '7.0': 3473 },
  genesys: { '5.4': 2763, '5.9': 2510, '6.0': 2510, '7.0': 2510 },
};

/** Later releases of a compiler count a little differently. */
const MARGIN = 1.1;

const catalogs = { uipath: builtInCatalog('uipath'), genesys: builtInCatalog('genesys') };
const configuration = { ...tsconfig({ skipLibCheck: true }), include: ['src', '*.d.ts'] };

/** All that `sync` would register for someone who holds every scope, but for those that turn the types off. */
function everyScope(provider: 'uipath' | 'genesys'): string {
  const scopes = (catalogs[provider]?.scopes ?? []).filter(({ name, roleWildcard }) => roleWildcard !== true && name !== 'all');
  return registration(`'${scopes.map(({ name }) => name).join(' ')}'`, [`eslint-plugin-oauth-scopes/${provider}`], provider);
}

/** With one thread: how many there are decides what is counted twice. */
async function instantiations(version: CompilerVersion, directory: string): Promise<number> {
  const threads = version === '7.0' ? ['--singleThreaded'] : [];
  const { errors, output } = await runTsc(version, directory, ['-p', '.', '--extendedDiagnostics', ...threads]);
  expect(errors).toEqual([]);
  const counted = /^Instantiations:\s+(\d+)/m.exec(output)?.[1];
  if (counted === undefined) {
    throw new Error(`TypeScript ${version} does not say how many instantiations there are:\n${output}`);
  }
  return Number(counted);
}

describe.concurrent.each(['uipath', 'genesys'] as const)('the types of %s', (provider) => {
  const workspace = makeWorkspace({
    packages: ['purecloud-platform-client-v2'],
    files: {
      ...Object.fromEntries(applicationFiles(provider, 100)),
      'tsconfig.json': configuration,
      'oauth-scopes.gen.d.ts': everyScope(provider),
    },
  });
  afterAll(workspace.remove);

  it.each(compilerVersions)('keep to their budget with TypeScript %s', async (version) => {
    const counted = await instantiations(version, workspace.directory);
    const budget = budgets[provider][version];
    expect(counted).toBeLessThanOrEqual(budget * MARGIN);
    // A budget that nothing comes near would let the next change through, too.
    expect(counted).toBeGreaterThan(budget / MARGIN);
  });
});

describe.concurrent('what an application does not import', () => {
  const source = { 'src/app.ts': 'export const answer: number = 42;\n', 'tsconfig.json': configuration };
  const tasks = `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
export const answer = new Tasks(new UiPath()).getAll();
`;
  const onlyTasks = ['core', 'tasks'].map((name) => `eslint-plugin-oauth-scopes/types/uipath/overlay/${name}`);
  const scopes = `'OR.Tasks.Read'`;
  const applications = {
    nothing: { ...source },
    'both overlays, no SDK': { ...source, 'uipath.d.ts': everyScope('uipath'), 'genesys.d.ts': everyScope('genesys') },
    'tasks, and their overlay': { ...source, 'src/app.ts': tasks, 'oauth-scopes.gen.d.ts': registration(scopes, onlyTasks) },
    'tasks, and all overlays': {
      ...source, 'src/app.ts': tasks, 'oauth-scopes.gen.d.ts': registration(scopes), 'genesys.d.ts': everyScope('genesys'),
    },
  };
  const workspaces = Object.fromEntries(
    Object.entries(applications).map(([name, files]) => [name, makeWorkspace({ packages: ['purecloud-platform-client-v2'], files })]),
  );
  const count = (version: CompilerVersion, name: keyof typeof applications): Promise<number> =>
    instantiations(version, workspaces[name]?.directory ?? '');
  afterAll(() => Object.values(workspaces).forEach((workspace) => workspace.remove()));

  it.each(['6.0', '7.0'] as const)('costs nothing with TypeScript %s', async (version) => {
    expect(await count(version, 'both overlays, no SDK')).toBe(await count(version, 'nothing'));
    expect(await count(version, 'tasks, and all overlays')).toBe(await count(version, 'tasks, and their overlay'));
  });
});
