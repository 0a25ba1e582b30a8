import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOauthScopes } from '../cli/command-line.ts';
import { compilerDirectory, makeWorkspace } from '../support/workspace.ts';
import { type Editor, type Hover, errorsWhen, positionOf } from './editor/editor.ts';
import { startLanguageServer } from './editor/language-server.ts';
import { startTsserver } from './editor/tsserver.ts';
import { tsconfig } from './projects.ts';

/** What docs/editors.md says, of the servers that editors start. One process a version answers all questions. */
const source = `import { UiPath } from '@uipath/uipath-typescript';
import { UiPath as Client } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
import platformClient from 'purecloud-platform-client-v2';

const sdk = new UiPath();
sdk.tasks.getAll();
const tasks = new Tasks(new Client());
tasks.getAll();
tasks.getUsers(1);
tasks.create({ title: 'x' }, 1);
const users = new platformClient.UsersApi();
users.getUsers();
users.deleteUser('x');
const conversations = new platformClient.ConversationsApi();
conversations.getConversations();
`;
const configuration = { ...tsconfig({ skipLibCheck: true }), include: ['src'] };
const workspace = makeWorkspace({
  plugin: 'built',
  packages: ['purecloud-platform-client-v2'],
  files: {
    'package-lock.json': {},
    'tsconfig.json': configuration,
    'uipath.json': { scope: 'OR.Tasks.Read' },
    'oauth-scopes.json': { applications: [{ name: 'app', provider: 'genesys', scopes: ['users:readonly', 'conversations:readonly'] }] },
    'src/app.ts': source,
    // The same, in a project that knows nothing of this package.
    'raw/tsconfig.json': configuration,
    'raw/src/app.ts': source,
  },
});
const [guarded, raw] = ['src/app.ts', 'raw/src/app.ts'].map((path) => join(workspace.directory, path)) as [string, string];
const editors = new Map<string, Editor>();
let running: ReturnType<typeof startOauthScopes>;

beforeAll(async () => {
  running = startOauthScopes(workspace, ['sync', '--watch']);
  await running.line(/^Watching/);
  for (const version of ['5.9', '6.0'] as const) {
    editors.set(version, startTsserver(join(compilerDirectory(version), 'lib/tsserver.js'), workspace.directory, [guarded, raw]));
  }
  const program = join(compilerDirectory('7.0'), 'bin/tsc');
  const watched = join(workspace.directory, 'src');
  editors.set('7.0', await startLanguageServer(program, workspace.directory, [guarded, raw], watched));
});
afterAll(async () => {
  editors.forEach((editor) => editor.close());
  running.kill('SIGTERM');
  await running.ended;
  workspace.remove();
});

const refusal = (message: string): string => `This expression is not callable.\n  Type 'MissingScope<"${message}">' has no call signatures.`;
const denied = refusal('Tasks.create needs OR.Tasks or OR.Tasks.Write');
const deniedUser = refusal('UsersApi.deleteUser needs users');
const guardedTasks = 'eslint-plugin-oauth-scopes/types/uipath/guarded/tasks.d.ts';
const sdkTasks = '@uipath/uipath-typescript/dist/tasks/index.d.ts';
const sdkUsers = 'purecloud-platform-client-v2/index.d.ts';

describe.each(['5.9', '6.0', '7.0'])('TypeScript %s', (version) => {
  const editor = (): Editor => editors.get(version) as Editor;
  const hover = (text: string): Promise<Hover> => editor().hover(positionOf(guarded, source, text));
  const documentationOf = async (text: string): Promise<string> => (await editor().hover(positionOf(raw, source, text))).documentation;
  const definitions = (text: string): Promise<readonly string[]> => editor().definitions(positionOf(guarded, source, text));
  const isNative = version === '7.0';

  it('marks the calls that lack a scope, and no other', async () => {
    expect(await editor().errors(guarded)).toEqual([denied, deniedUser]);
    expect(await editor().errors(raw)).toEqual([]);
  });

  it('shows on a permitted call what the SDK says, and the scopes where its type is written anew', async () => {
    const { signature, documentation, links } = await hover('tasks.getAll(');
    expect(signature).toContain('.getAll: <TaskGetAllOptions>(options?: TaskGetAllOptions | undefined) => Promise<');
    expect(documentation).toContain('**Scopes:** OR.Tasks or OR.Tasks.Read');
    expect(links).toContain(sdkTasks);
    if (!isNative) {
      expect(documentation).toContain(await documentationOf('tasks.getAll('));
    }
  });

  it('shows on a permitted call of the SDK’s own type one of the two', async () => {
    const { documentation, links } = await hover('tasks.getUsers(');
    const own = await documentationOf('tasks.getUsers(');
    expect(own).not.toBe('');
    if (isNative) {
      expect(documentation).toContain('**Scopes:** OR.Tasks or OR.Tasks.Read');
      expect(links).toContain(sdkTasks);
    } else {
      expect(documentation).toBe(own);
    }
  });

  it('shows on a refused call the scopes, and what the SDK says or where it says it', async () => {
    const { signature, documentation, links } = await hover('tasks.create(');
    expect(signature).toContain(isNative ? '.create: () => any' : '.create: MissingScope<"Tasks.create needs OR.Tasks or OR.Tasks.Write">');
    expect(documentation).toContain('**Scopes:** OR.Tasks or OR.Tasks.Write');
    expect(documentation).toContain('**Permissions:** Tasks.Create');
    expect(links).toContain(sdkTasks);
    if (!isNative) {
      expect(documentation).toContain(await documentationOf('tasks.create('));
    }
  });

  it('shows the scopes of an SDK that has no documentation', async () => {
    expect((await hover('users.getUsers(')).documentation).toBe('**Scopes:** users or users:readonly');
    expect((await hover('users.deleteUser(')).documentation).toContain('**Scopes:** users\n');
  });

  it('goes from a permitted call to the SDK’s declaration, and from a refused one to the guard that links to it', async () => {
    expect(await definitions('tasks.getUsers(')).toContain(sdkTasks);
    expect(await definitions('users.getUsers(')).toContain(sdkUsers);
    expect(await definitions('tasks.create(')).toEqual([guardedTasks]);
  });

  it('shows the parameters of a permitted call as the SDK declares them', async () => {
    const at = (file: string) => {
      const place = positionOf(file, source, 'tasks.getUsers(');
      return { ...place, character: place.character + 'getUsers('.length };
    };
    const parameters = await editor().parameters(at(guarded));
    expect(parameters).toHaveLength(2);
    expect(parameters).toEqual(await editor().parameters(at(raw)));
  });

  it.each(['sdk.tasks.', 'tasks.', 'conversations.', 'sdk.'])('offers after "%s" what the SDK alone offers', async (text) => {
    const [ours, theirs] = await Promise.all([guarded, raw].map((file) => editor().completions(positionOf(file, source, text))));
    expect(ours).toEqual(theirs);
    expect(ours?.length).toBeGreaterThan(text === 'conversations.' ? 300 : 3);
  });
});

it('errors follow an edit of uipath.json while sync --watch runs, in servers that go on', async () => {
  workspace.write({ 'uipath.json': { scope: 'OR.Tasks.Read OR.Tasks.Write' } });
  await running.line(/^Wrote src\/oauth-scopes\.gen\.d\.ts/);
  expect(readFileSync(guarded, 'utf8')).toBe(source);
  await Promise.all([...editors.values()].map(async (editor) => {
    expect(await errorsWhen(editor, guarded, (errors) => !errors.includes(denied))).toEqual([deniedUser]);
  }));

  workspace.write({ 'uipath.json': { scope: 'OR.Tasks.Read' } });
  await running.line(/^Wrote src\/oauth-scopes\.gen\.d\.ts/);
  await Promise.all([...editors.values()].map(async (editor) => {
    expect(await errorsWhen(editor, guarded, (errors) => errors.includes(denied))).toEqual([denied, deniedUser]);
  }));
});
