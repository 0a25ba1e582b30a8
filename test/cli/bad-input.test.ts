import { readdirSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace.ts';
import { taskApplication, tsconfig } from './applications.ts';
import { clear, installBeside, remove } from './change-workspace.ts';
import { oauthScopes, type Run } from './command-line.ts';
import { runHere } from './in-process.ts';

const workspace = makeWorkspace({ plugin: 'built' });

afterAll(() => workspace.remove());
beforeEach(() => {
  clear(workspace);
  workspace.write(taskApplication);
});

/** What a command says when it cannot do its work; it says it on standard error alone, ends with 2, and writes nothing. */
async function complaint(words: readonly string[], run: typeof runHere | typeof oauthScopes = runHere): Promise<string> {
  const before = readdirSync(workspace.directory, { recursive: true }).sort();
  const { status, stdout, stderr } = await run(workspace, words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(readdirSync(workspace.directory, { recursive: true }).sort()).toEqual(before);
  return stderr;
}

/** `minimal` goes the way of `check`; `sync` is the one that writes. Each with what it says where all is well but for a scope that is missing. */
const analysing = [
  ['check', { status: 1, stdout: expect.stringMatching(/^second \(uipath\)\n[^]*\n1 finding\.\n$/) as string }],
  ['sync', { status: 0, stdout: 'Wrote src/oauth-scopes.gen.d.ts. Registers the scopes of oauth-scopes.json:13.\n' }],
] as const;

describe.each(analysing)('%s says, in one line for each error,', (command, verdict) => {
  it('where a configuration file is broken', async () => {
    workspace.write({ 'uipath.json': '{\n  "scope": "OR.Tasks",\n  oops\n}\n' });
    expect(await complaint([command])).toMatch(/^oauth-scopes: uipath\.json:3:3: [^\n]+\n$/);
  });

  it('where an .env file is broken', async () => {
    workspace.write({ '.env': 'A=1\nVITE_UIPATH_SCOPE="OR.Tasks\nSECRET=hunter2\n' });
    const line = await complaint([command]);
    expect(line).toMatch(/^oauth-scopes: \.env:2:\d+: [^\n]+\n$/);
    expect(line).not.toContain('hunter2');
  });

  it('where a tsconfig is broken', async () => {
    workspace.write({ 'tsconfig.json': '{\n  "compilerOptions": { "strict": tru },\n  "include": ["src"]\n}\n' });
    expect(await complaint([command])).toBe("oauth-scopes: tsconfig.json:2:34: Compiler option 'strict' requires a value of type boolean\n");
  });

  it('that a tsconfig extends one that is not there', async () => {
    workspace.write({ 'tsconfig.json': { extends: './nowhere.json', include: ['src'] } });
    expect(await complaint([command])).toBe("oauth-scopes: tsconfig.json:1:1: Cannot read file 'nowhere.json'\n");
  });

  it('that a referenced project is not there', async () => {
    workspace.write({ 'tsconfig.json': { files: [], references: [{ path: './packages/app' }] } });
    expect(await complaint([command])).toMatch(/^oauth-scopes: packages\/app\/tsconfig\.json[:\d]*: [^\n]+\n$/);
  });

  it('that there is no tsconfig, and no source or several programs', async () => {
    remove(workspace, 'tsconfig.json');
    const message = 'oauth-scopes: .: holds no tsconfig.json or jsconfig.json; name one with --project <tsconfig>\n';
    workspace.write({ 'packages/app/tsconfig.json': tsconfig, 'packages/app/index.ts': 'export {};\n' });
    expect(await complaint([command])).toBe(message);
    remove(workspace, 'packages');
    remove(workspace, 'src');
    expect(await complaint([command])).toBe(message);
  });

  it('that the directory or the project does not exist', async () => {
    expect(await complaint([command, 'nowhere'])).toBe('oauth-scopes: nowhere: does not exist\n');
    expect(await complaint([command, '--project', 'tsconfig.ap.json'])).toBe('oauth-scopes: tsconfig.ap.json: does not exist\n');
  });

  it('case 63: that one program holds two applications, and how to split them', async () => {
    workspace.write({
      'tsconfig.json': { ...tsconfig, include: ['first/src', 'second/src'] },
      'first/uipath.json': { scope: 'OR.Tasks' },
      'first/src/tasks.ts': taskApplication['src/tasks.ts'],
      'second/uipath.json': { scope: 'OR.Assets' },
      'second/src/tasks.ts': taskApplication['src/tasks.ts'],
    });
    expect(await complaint([command])).toBe(
      'oauth-scopes: tsconfig.json:1:1: makes one program of the applications in first and second, which declare different scopes; ' +
        'give each directory a tsconfig.json of its own, and name them here under "references"\n',
    );
  });

  it('each error of the manifest, all at once', async () => {
    workspace.write({
      'oauth-scopes.json': `{
  "version": 2,
  "applications": [
    { "name": "desk", "provider": "genesis", "scopes": ["users", "users"], "owner": "ada" },
    { "name": "portal", "provider": "uipath", "scopes": [{ "scope": "OR.Tasks", "nextReveiw": "2026-06", "updated": "2026-02-30" }] }
  ]
}
`,
    });
    expect(await complaint([command])).toBe(
      [
        '2:14: "version" is 2, which this eslint-plugin-oauth-scopes does not know yet: install a newer one',
        '4:35: application "desk" names the provider "genesis", of which there is no catalog; did you mean "genesys"?',
        '4:66: "scopes" of application "desk" has the scope "users" twice',
        '4:76: "owner" of application "desk" is not known; there are name, provider, client, grant, scopes, environments, needs, updated, nextReview, changes',
        '5:81: "nextReveiw" of scope "OR.Tasks" of application "portal" is not known; did you mean "nextReview"?',
        '5:117: "updated" of scope "OR.Tasks" of application "portal" must be a day such as 2026-09-30 or a month such as 2026-09 that the calendar has',
      ].map((line) => `oauth-scopes: oauth-scopes.json:${line}\n`).join(''),
    );
  });

  it('which of several applications of the manifest is not named, until it is', async () => {
    const application = (name: string) => ({ name, provider: 'uipath', scopes: ['OR.Tasks.Read'] });
    remove(workspace, 'uipath.json');
    workspace.write({ 'oauth-scopes.json': { applications: [application('first'), application('second')] } });
    expect(await complaint([command])).toMatch(/^oauth-scopes: oauth-scopes\.json:\d+:\d+: [^\n]*"first", "second"[^\n]*\n$/);
    expect(await runHere(workspace, [command, '--application', 'second'])).toEqual({ ...verdict, stderr: '' });
  });

  it('that nothing here uses an SDK or declares scopes', async () => {
    remove(workspace, 'src', 'uipath.json');
    workspace.write({ 'src/empty.ts': 'export {};\n' });
    expect(await complaint([command])).toBe(
      'oauth-scopes: .: leads to no file that uses purecloud-platform-client-v2 or @uipath/uipath-typescript, ' +
        'to none that sends requests to their APIs, and no scope is declared beside it\n',
    );
  });
});

describe('a catalog with an error', () => {
  it('is named with the row and what was expected of it', async () => {
    workspace.write({ 'catalog.json': '{\n  "version": 2\n}\n' });
    expect(await complaint(['check', '--catalog', 'catalog.json'])).toMatch(/^oauth-scopes: catalog\.json:2:14: version: [^\n]+\n$/);
  });

  it('may be no JSON, or not be there at all', async () => {
    workspace.write({ 'catalog.json': '{ "version": 1,, }' });
    expect(await complaint(['minimal', '--catalog', 'catalog.json'])).toMatch(/^oauth-scopes: catalog\.json:1:16: [^\n]+\n$/);
    expect(await complaint(['check', '--catalog', 'nowhere.json'])).toBe('oauth-scopes: nowhere.json: cannot be read (ENOENT)\n');
  });
});

describe('a date that is none', () => {
  it.each(['yesterday', '2026-02-30', '2026-13-01', '26-01-01'])('%s is refused', async (date) => {
    expect(await complaint(['check', '--as-of', date])).toBe(`oauth-scopes: --as-of takes a day as YYYY-MM-DD, not "${date}"\n`);
  });
});

describe('without an SDK', () => {
  const bare = makeWorkspace({ place: 'temporary', plugin: 'built', sdk: null, files: taskApplication });
  installBeside(bare, ['typescript', 'fastest-levenshtein', 'jsonc-parser', 'valibot']);
  afterAll(() => bare.remove());

  it.each(analysing)('%s names the import that leads nowhere', (command) => {
    expect(oauthScopes(bare, [command])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'oauth-scopes: src/tasks.ts:1:24: @uipath/uipath-typescript is not installed; run npm install @uipath/uipath-typescript\n',
    });
  });

  it('catalog coverage has nothing to compare with', () => {
    expect(oauthScopes(bare, ['catalog', 'coverage'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'oauth-scopes: .: has no SDK installed that a catalog knows (purecloud-platform-client-v2 or @uipath/uipath-typescript)\n',
    });
  });
});

describe('an SDK of a version that nothing is known of', () => {
  const other = makeWorkspace({ plugin: 'built', files: taskApplication });
  const description = 'node_modules/@uipath/uipath-typescript/package.json';
  other.write({ [description]: other.read(description).replace('"version": "1.3.8"', '"version": "2.0.0"') });
  afterAll(() => other.remove());

  it.each(analysing)('%s names it', (command) => {
    expect(oauthScopes(other, [command])).toEqual({
      status: 2,
      stdout: '',
      stderr: `oauth-scopes: ${description}:3:5: the uipath catalog was held against @uipath/uipath-typescript 1.3.8, and says nothing of 2.0.0\n`,
    });
  });
});

// A process of their own: this one has loaded a compiler.
describe('the compiler of the application', () => {
  /** By the compiler of this project. */
  function found(): Run {
    const run = oauthScopes(workspace, ['check']);
    expect(run).toEqual({ status: 1, stdout: expect.stringMatching(/\n2 findings\.\n$/) as string, stderr: '' });
    return run;
  }

  it('is TypeScript 7, which has no JavaScript API: the line says what to install', async () => {
    installBeside(workspace, [['typescript-7', 'typescript']]);
    expect(await complaint(['check'], oauthScopes)).toMatch(
      /^oauth-scopes: \.: TypeScript 7\.\d+\.\d+ has no JavaScript API, [^\n]+ npm install --save-dev @typescript\/typescript6\n$/,
    );
  });

  it('is TypeScript 7 with the compatibility package of 6 beside it: that is used', () => {
    const expected = found();
    installBeside(workspace, [
      ['typescript-7', 'typescript'],
      ['typescript', '@typescript/typescript6'],
    ]);
    expect(oauthScopes(workspace, ['check'])).toEqual(expected);
  });

  it('is too old', async () => {
    workspace.write({ 'node_modules/typescript/package.json': { name: 'typescript', version: '5.3.3' } });
    expect(await complaint(['check'], oauthScopes)).toBe('oauth-scopes: .: needs TypeScript 5.4 or newer, and finds 5.3.3\n');
  });

  it.each(['5.4', '5.9'])('is TypeScript %s: check finds the same', (version) => {
    const expected = found();
    installBeside(workspace, [[`typescript-${version}`, 'typescript']]);
    expect(oauthScopes(workspace, ['check'])).toEqual(expected);
  });

  it('is not installed', () => {
    const elsewhere = makeWorkspace({ place: 'temporary', plugin: 'none', files: taskApplication });
    expect(oauthScopes(workspace, ['check', elsewhere.directory]).stderr).toMatch(
      /^oauth-scopes: \S+: finds no typescript here; run npm install --save-dev typescript\n$/,
    );
    elsewhere.remove();
  });
});
