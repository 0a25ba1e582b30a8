import { describe, expect, it } from 'vitest';
import { readManifestFile } from '../../src/grants/manifest-file.ts';
import { memoryFileSystem } from './memory-file-system.ts';

const files = memoryFileSystem({ '/app/desk/src/calls.ts': '', '/app/desk/app/[id]/page.tsx': '', '/app/shared/request.ts': '' });

/** What is wrong with the names of `needs`, in a manifest in `/app/desk`. */
function problemsOf(needs: unknown): string[] {
  const text = JSON.stringify({ applications: [{ name: 'a', provider: 'uipath', scopes: [], needs }] });
  return readManifestFile(text, '/app/desk/oauth-scopes.json', [], files).problems.map(({ message }) => message);
}

describe('what needs names', () => {
  it.each(['some-widgets', '@acme/widgets', '__proto__', './src/calls.ts', './app/[id]/page.tsx', '../shared/request.ts', './src/**', './nothing/*.ts'])('%s', (name) => {
    expect(problemsOf({ [name]: ['OR.Tasks'] })).toEqual([]);
  });

  const neither = 'is neither a package nor a path from this file that begins with "./" or "../"';

  it.each([
    ['./src/cals.ts', 'is a file that is not there'],
    ['../../outside.ts', 'is a file that is not there'],
    ['./src', 'is a directory; did you mean its files, "./src/**"?'],
    ['./app/', 'is a directory; did you mean its files, "./app/**"?'],
    ['src/calls.ts', `${neither}; did you mean "./src/calls.ts"?`],
    ['.\\src\\calls.ts', `${neither}; did you mean "./src/calls.ts"?`],
    ['.hidden', `${neither}; did you mean "./.hidden"?`],
    ['/app/desk/src/calls.ts', neither],
    ['C:\\app\\calls.ts', neither],
    ['', neither],
  ])('%s', (name, problem) => {
    expect(problemsOf({ [name]: ['OR.Tasks'] })).toEqual([`${JSON.stringify(name)} of "needs" of application "a" ${problem}`]);
  });

  it('has each scope once', () => {
    expect(problemsOf({ 'some-widgets': ['PIMS', 'OR.Jobs', 'PIMS'] })).toEqual(['"some-widgets" of "needs" of application "a" has the scope "PIMS" twice']);
  });

  it('is not looked for where there is nothing to look in, as in a commit', () => {
    const text = JSON.stringify({ applications: [{ name: 'a', provider: 'uipath', needs: { './src/gone.ts': [], 'src/x': [] } }] });
    const { problems } = readManifestFile(text, '/oauth-scopes.json');
    expect(problems.map(({ line, column, suggestion }) => [line, column, suggestion])).toEqual([[1, 78, './src/x']]);
  });

  it('counts from a root directory, too', () => {
    const text = JSON.stringify({ applications: [{ name: 'a', provider: 'uipath', needs: { './a.ts': [], './b.ts': [] } }] });
    const { problems } = readManifestFile(text, '/oauth-scopes.json', [], memoryFileSystem({ '/a.ts': '' }));
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('./b.ts')]);
  });
});
