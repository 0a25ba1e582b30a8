import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalogs/built-in.ts';
import { indexCatalog } from '../../src/catalogs/catalog-index.ts';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { compilerVersions, makeWorkspace, runTsc, type Workspace } from '../support/workspace.ts';
import { differences } from './marks.ts';
import { registration, tsconfig } from './projects.ts';
import { seedProgram, seedRows } from './seed-program.ts';

const read = (name: string): string => readFileSync(new URL(`./cases/${name}`, import.meta.url), 'utf8');
const sources = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, read(name)]));
const seed = seedProgram();
const { vocabulary } = indexCatalog(builtInCatalog('uipath') as Catalog);

interface Project {
  readonly registered: string | null;
  readonly files: Record<string, string>;
  readonly options: object;
}

/** One program each. The first looks at the declarations themselves, too. */
const projects: Record<string, Project> = {
  'nothing registered': {
    registered: null,
    files: {
      ...sources('dom.d.ts', 'untouched.ts', 'grants.ts', 'returned-objects.ts', 'scope-strings.ts', 'narrowing.ts'),
      'seed.ts': seed.text,
    },
    options: { module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: false, lib: ['es2023'] },
  },
  'registered: OR.Tasks.Read PIMS': {
    registered: `'OR.Tasks.Read PIMS'`,
    files: sources('registered.ts'),
    options: { skipLibCheck: true },
  },
  'registered: all scopes': {
    registered: `'${vocabulary.names.filter((name) => !vocabulary.isRoleWildcard(name)).join(' ')}'`,
    files: sources('untouched.ts'),
    options: { skipLibCheck: true },
  },
};

describe.concurrent.each(Object.entries(projects))('%s', (_, { registered, files, options }) => {
  const workspace: Workspace = makeWorkspace({
    files: { ...files, 'tsconfig.json': tsconfig(options), 'oauth-scopes.gen.d.ts': registration(registered) },
  });
  afterAll(workspace.remove);

  it.each(compilerVersions)('TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, workspace.directory);
    expect(differences(files, errors)).toEqual([]);
  });
});

describe('the program made from the seed table', () => {
  it('has every row that the installed SDK has', () => {
    expect(seed.absent).toEqual(['Tasks getFormTaskById']);
  });

  it('calls the method of each of these rows at least four times', () => {
    expect(seed.calls).toHaveLength(seedRows().length - seed.absent.length);
    expect(Math.min(...seed.calls)).toBe(4);
  });
});
