import { join, relative } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../index.ts';
import { tsconfig } from '../cli/applications.ts';
import { oauthScopes, type Run } from '../cli/command-line.ts';
import { runHere } from '../cli/in-process.ts';
import { makeWorkspace, projectDirectory, type Workspace } from '../support/workspace.ts';

/** What both say of one place: the rule, where, and the sentence without what only one of them adds. */
type Line = string;

// Where CI=true is set, the parser takes a process for one run of ESLint and keeps its programs; here, files change between two runs.
const longRunning = { disallowAutomaticSingleRunInference: true };

const client = "import { UiPath } from '@uipath/uipath-typescript/core';";
const tasks = "import { Tasks } from '@uipath/uipath-typescript/tasks';";
const assets = "import { Assets } from '@uipath/uipath-typescript/assets';";

const application = { 'package-lock.json': {}, 'tsconfig.json': tsconfig };

const trees: readonly (readonly [title: string, files: Readonly<Record<string, string | object>>])[] = [
  ['wrappers in other files, and two clients', {
    ...application,
    'uipath.json': { scope: 'OR.Tasks.Read OR.Audit.Read' },
    'src/load.ts': `${client}\n${tasks}\n${assets}
export function load(sdk: UiPath) { return new Tasks(sdk).getAll(); }
export const list = (assets: Assets) => assets.getAll();\n`,
    'src/main.ts': `${client}\n${assets}\nimport { list, load } from './load.js';
const own = new UiPath();
const other = new UiPath({ baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: '', scope: 'OR.Assets PIMS' });
void load(own); void load(other); void list(new Assets(own)); void list(new Assets(other));\n`,
  }],
  ['fields, a factory, destructuring, a callback, a cast, and what a file needs', {
    ...application,
    'uipath.json': { scope: 'OR.Tasks or.assets.read' },
    'oauth-scopes.json': { applications: [{ name: 'desk', provider: 'uipath', needs: { './src/legacy/*.ts': ['PIMS'] } }] },
    'src/legacy/any.ts': "export const any = (path: string) => fetch('https://cloud.uipath.com/acme/main/orchestrator_/odata/' + path);\n",
    'src/desk.ts': `${client}\n${tasks}
export class Desk { readonly #tasks: Tasks; constructor(sdk: UiPath) { this.#tasks = new Tasks(sdk); }
  open(title: string) { return this.#tasks.create({ title }, 7); } async all() { return (await this.#tasks.getAll()).items; } }
export const makeDesk = () => new Desk(new UiPath());\n`,
    'src/main.ts': `${client}\n${assets}\nimport { makeDesk } from './desk.js';
const assets = new Assets(new UiPath()); const { getAll } = assets; void getAll();
void makeDesk().all().then((items) => items.map((item) => item.id)); void makeDesk().open('x'); [1].map(assets.getById);
export const anything = (assets as any).getByName('x', 1);\n`,
  }],
];

describe.each(trees)('%s', (_title, files) => {
  compare(() => makeWorkspace({ plugin: 'built', files }), 'tsconfig.json');
});

describe('Genesys, whose clients hold what the manifest says', () => {
  const files = {
    ...application,
    'package.json': { name: 'queue-board', type: 'module' },
    'tsconfig.json': { compilerOptions: { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', esModuleInterop: true, skipLibCheck: true }, include: ['src'] },
    'oauth-scopes.json': { applications: [{ name: 'queue-board', provider: 'genesys', scopes: ['users:readonly', 'routing'] }] },
    'src/agents.ts': `import platformClient from 'purecloud-platform-client-v2';
const users = new platformClient.UsersApi();
export const all = () => users.getUsers({});
export const remove = (id: string) => users.deleteUser(id);
export const rename = (api: platformClient.UsersApi) => api.patchUser('x', {});
void rename(users);
export const queue = () => new platformClient.RoutingApi().postRoutingQueues({ name: 'q' });\n`,
  };
  compare(() => makeWorkspace({ plugin: 'built', sdk: null, packages: ['purecloud-platform-client-v2'], files }), 'tsconfig.json');
});

describe('the example', () => {
  compare(() => makeWorkspace({ plugin: 'built', copyOf: join(projectDirectory, 'examples/uipath-coded-app') }), 'tsconfig.app.json');
});

/** Rules and command line, before and after the scopes are registered. */
function compare(make: () => Workspace, project: string): void {
  let workspace: Workspace;
  let unregistered: readonly Line[];
  beforeAll(async () => {
    workspace = make();
    unregistered = linesOf(await runHere(workspace, asJson));
  });
  afterAll(() => workspace.remove());

  // Each way in which ESLint gets its program once: the answers have nothing to do with each other, and a program takes seconds.
  it('check finds something, as the built command does', () => {
    expect(unregistered.length).toBeGreaterThan(0);
    expect(linesOf(oauthScopes(workspace, asJson))).toEqual(unregistered);
  });

  it('the rules say so with project', async () => {
    expect(await linted(workspace, { project })).toEqual(unregistered);
  });

  describe('with a registration', () => {
    beforeAll(async () => {
      expect(await runHere(workspace, ['sync'])).toMatchObject({ stderr: '' });
    });

    it('check says the same', async () => {
      expect(linesOf(await runHere(workspace, asJson))).toEqual(unregistered);
    });

    it('the rules say so with projectService', async () => {
      expect(await linted(workspace, { projectService: true })).toEqual(unregistered);
    });
  });
}

interface JsonReport {
  readonly applications: readonly {
    readonly findings: readonly {
      readonly rule: string; readonly file: string; readonly line: number; readonly column: number; readonly message: string;
    }[];
  }[];
}

const asJson = ['check', '--format', 'json'];

function linesOf({ stdout }: Run): readonly Line[] {
  const { applications } = JSON.parse(stdout) as JsonReport;
  // Strings in .env are for the command line: a formatter would print secrets beside them.
  const findings = applications.flatMap((one) => one.findings).filter(({ rule, file }) => !file.startsWith('.env') || isToldAnywhere(rule));
  return findings.map(({ rule, file, line, column, message }) => lineOf(rule, file, line, isCode(file) ? column : 0, message)).sort();
}

async function linted(workspace: Workspace, parserOptions: object): Promise<readonly Line[]> {
  const eslint = new ESLint({
    cwd: workspace.directory,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    overrideConfig: [
      { files: ['**/*.{ts,tsx}'], languageOptions: { parser, parserOptions: { ...parserOptions, ...longRunning, tsconfigRootDir: workspace.directory } } },
      ...plugin.configs.recommended,
    ],
  });
  const results = await eslint.lintFiles(['src', 'uipath.json']);
  const lines = results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, message, line, column }) => {
    const file = relative(workspace.directory, filePath).replaceAll('\\', '/');
    const rule = ruleId?.replace('oauth-scopes/', '') ?? 'parser';
    const elsewhere = /^(?<sentence>.*) Declared in (?<file>\S+), line (?<line>\d+)\.$/s.exec(message)?.groups;
    return elsewhere === undefined
      ? lineOf(rule, file, line, isCode(file) ? column : 0, message)
      : lineOf(rule, elsewhere['file'] ?? '', Number(elsewhere['line']), 0, elsewhere['sentence'] ?? '');
  }));
  return [...new Set(lines)].sort();
}

function lineOf(rule: string, file: string, line: number, column: number, message: string): Line {
  return isToldAnywhere(rule) ? `${rule} ${message}` : `${rule} ${file}:${line}:${column} ${message}`;
}

/** The message names its places itself, and ESLint has it where the client is made. */
function isToldAnywhere(rule: string): boolean {
  return rule === 'consistent-scopes';
}

/** What is declared elsewhere is told where the client is made: there is no column to compare. */
function isCode(file: string): boolean {
  return /\.tsx?$/.test(file);
}
