import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeWorkspace, runTsc } from '../support/workspace.ts';
import { differences } from '../types/marks.ts';
import { registration, tsconfig } from '../types/projects.ts';

const source = readFileSync(new URL('../types/cases/registered.ts', import.meta.url), 'utf8');
const workspace = makeWorkspace({
  files: {
    'registered.ts': source,
    'tsconfig.json': tsconfig({ skipLibCheck: true, lib: ['es2023'] }),
    'oauth-scopes.gen.d.ts': registration(`'OR.Tasks.Read PIMS'`),
  },
});
afterAll(workspace.remove);

// The heart of the type tests; `npm run test:types` has all of them, on all compilers.
describe('an application with registered scopes', () => {
  it('has an error at each call that lacks one, and nowhere else', async () => {
    const { errors } = await runTsc('6.0', workspace.directory);
    expect(differences({ 'registered.ts': source }, errors)).toEqual([]);
  });
});
