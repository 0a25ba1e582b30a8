import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { compilerVersions, makeWorkspace, runTsc } from '../support/workspace.ts';
import { differences } from './marks.ts';
import { registration, tsconfig } from './projects.ts';

const read = (name: string): string => readFileSync(new URL(`./cases/scoped-paths/${name}`, import.meta.url), 'utf8');
const sources = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, read(name)]));
const withoutMarks = (text: string): string => text.replaceAll(/\/\/ERR\(.*\)/g, '');

describe.concurrent.each([
  { title: 'scopes in the type', registered: null, files: sources('paths.ts', 'literal.ts') },
  { title: 'an API without a definition of its own', registered: null, files: sources('talkdesk.ts') },
  { title: 'the registered scopes', registered: `'OR.Jobs.Read PIMS'`, files: sources('paths.ts', 'registered.ts') },
  { title: 'nothing registered', registered: null, files: { 'paths.ts': read('paths.ts'), 'registered.ts': withoutMarks(read('registered.ts')) } },
])('$title', ({ registered, files }) => {
  const workspace = makeWorkspace({
    sdk: null,
    files: {
      ...files,
      'tsconfig.json': tsconfig({ skipLibCheck: false }),
      'oauth-scopes.gen.d.ts': registration(registered, ['eslint-plugin-oauth-scopes/types']),
    },
  });
  afterAll(workspace.remove);

  it.each(compilerVersions)('TypeScript %s', async (version) => {
    const { errors } = await runTsc(version, workspace.directory);
    expect(differences(files, errors)).toEqual([]);
  });
});
