import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import plugin from '../../index.ts';
import { taskApplication } from '../cli/applications.ts';
import { acmeCatalog, acmeSdk } from '../support/acme-sdk.ts';
import { git, variablesOfGit } from '../support/git.ts';
import { makeWorkspace, projectDirectory } from '../support/workspace.ts';
import { readLintConfiguration } from './lint-configuration.ts';
import { pages } from './pages.ts';
import { readBlocks, type Block } from './read-blocks.ts';
import { commandsOfLine, runLine, whyLeftOut } from './run-line.ts';
import { readWorkflow } from './workflows.ts';

/** Pages whose blocks another test executes from top to bottom, or compiles, or lints; or draws. */
const EXECUTED_ELSEWHERE: Readonly<Record<string, string>> = {
  'docs/getting-started-uipath.md': 'test/docs/guides.test.ts',
  'docs/getting-started-genesys.md': 'test/docs/guides.test.ts',
  'docs/getting-started-talkdesk.md': 'test/docs/guides.test.ts',
  'docs/openapi-fetch.md': 'test/docs/typescript.test.ts',
  'docs/scope-tests.md': 'test/docs/typescript.test.ts',
  'docs/architecture.md': 'test/docs/architecture-picture.test.ts',
  'docs/your-own-provider.md': 'test/cli/your-own-provider.test.ts',
  'docs/rules/': 'test/rules/documentation.test.ts',
};

const MEASURED = 'bench/run.mjs writes what it has measured: times are no promise';

/** Blocks that no test executes, each with what it is held by instead. */
const LEFT_OUT: readonly { readonly page: string; readonly has: string; readonly why: string }[] = [
  { page: 'README.md', has: '"jsPlugins"', why: 'the matrix gives it to oxlint; here its rules are looked up' },
  { page: 'docs/monorepos.md', has: '"targetDefaults"', why: 'Nx is not installed; pages.test.ts reads it as JSON' },
  { page: 'docs/performance.md', has: 'with one changed', why: MEASURED },
  { page: 'docs/performance.md', has: 'templates, with values', why: MEASURED },
  { page: 'docs/performance.md', has: 'open after', why: MEASURED },
];

const scoped = (...scopes: readonly string[]): object => ({ applications: [{ name: 'task-desk', provider: 'uipath', scopes }] });
const ACME_PAGE = '# OAuth scopes\n\n## Contacts\n\n| Method | OAuth scopes |\n|---|---|\n| `list()` | `contacts.read` |\n';
const OPENAPI = `openapi: 3.0.3
info: { title: Acme, version: '1' }
paths:
  /contacts: { get: { operationId: list, security: [{ oauth: [contacts.read] }], responses: { '200': { description: read } } } }
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://acme.example/token', scopes: { contacts.read: '' } } } }
`;

/** What the reader of a page has besides the application for tasks, by the page. */
const SURROUNDINGS: Readonly<Record<string, Readonly<Record<string, string | object>>>> = {
  'README.md': {},
  'docs/adopting.md': {},
  'docs/ci.md': {},
  'docs/command-line.md': {
    'oauth-scopes.json': { applications: [{ name: 'task-desk', provider: 'uipath', scopes: ['OR.Tasks.Read', 'OR.Assets'], environments: { staging: {}, production: { scopes: ['OR.Tasks.Read'] } } }] },
    'old.json': scoped('OR.Tasks.Read'),
    'new.json': scoped('OR.Tasks.Read', 'OR.Tasks.Write'),
    'token.txt': 'OR.Tasks.Read OR.Assets\n',
    'openapi.yaml': OPENAPI,
    'oauth-scopes.md': ACME_PAGE,
    'acme-2026-01.json': { ...acmeCatalog, sdk: { ...acmeCatalog.sdk, package: '@acme/sdk' } },
    'src/crm.ts': "import { Acme } from '@acme/sdk';\nexport const acme = new Acme({ clientId: 'a1b2', scopes: ['contacts.read'] });\n",
  },
  'docs/editors.md': {},
  'docs/manifest.md': {},
  'docs/monorepos.md': {},
  'docs/reports.md': {},
};

/** The SDK of a provider of one’s own, by the name that the pages give it. */
const sdkOfPages = Object.fromEntries(Object.entries(acmeSdk).map(([path, text]) => [path.replace('@acme/crm', '@acme/sdk'), text.replace('@acme/crm', '@acme/sdk')]));

const folderOf = (page: string): string => `apps/${page.replace(/^docs\//, '').replace('.md', '').toLowerCase()}`;
const workspace = makeWorkspace({ plugin: 'built', files: { ...sdkOfPages, 'package.json': { name: 'desks', private: true, type: 'module' } } });
const shown = pages.filter((page) => elsewhere(page) === undefined).flatMap((page) =>
  readBlocks(readFileSync(join(projectDirectory, page), 'utf8')).map((block) => ({ page, block })));

/** The blocks of each page that were executed. A page is done once, by the first test that asks for it. */
const executions = new Map<string, Promise<readonly Block[]>>();

function execute(page: string): Promise<readonly Block[]> {
  const running = executions.get(page) ?? executeBlocks(page);
  executions.set(page, running);
  return running;
}

beforeAll(() => {
  for (const [page, files] of Object.entries(SURROUNDINGS)) {
    workspace.write(Object.fromEntries(Object.entries({ ...taskApplication, ...files }).map(([path, content]) => [`${folderOf(page)}/${path}`, content])));
  }
  // `oauth-scopes diff` runs in this process, and asks git for the manifest of a commit.
  variablesOfGit().forEach((name) => vi.stubEnv(name, undefined));
  git(workspace.directory, 'init', '--quiet', '--initial-branch=main');
  git(workspace.directory, 'add', '--all', 'apps');
  git(workspace.directory, 'commit', '--quiet', '--message', 'Start');
  git(workspace.directory, 'tag', 'v1.0.0');
});

afterAll(() => {
  vi.unstubAllEnvs();
  workspace.remove();
});

it.each(Object.keys(SURROUNDINGS))('%s can be done from top to bottom', async (page) => {
  await execute(page);
}, 180_000);

async function executeBlocks(page: string): Promise<readonly Block[]> {
  if (page === 'docs/adopting.md') {
    // Its reader has the configuration of the README.
    await execute('README.md');
  }
  const executed: Block[] = [];
  const folder = folderOf(page);
  const directory = join(workspace.directory, folder).replaceAll('\\', '/');
  const blocks = shown.filter((one) => one.page === page).map(({ block }) => block);
  let printed = '';

  const runAll = async (lines: readonly string[]): Promise<void> => {
    printed = '';
    for (const command of lines.flatMap(commandsOfLine).filter((command) => whyLeftOut(command) === undefined)) {
      const { failed, output } = await runLine(command, directory);
      expect({ command, failed, output: failed ? output : '' }).toEqual({ command, failed: false, output: '' });
      printed += output;
    }
  };

  for (const block of blocks) {
    const { language, text } = block;
    if (language === 'sh') {
      await runAll(text.trim().split('\n'));
    } else if (language === 'yaml') {
      const { problems, lines } = readWorkflow(text);
      expect(problems).toEqual([]);
      expect(lines).not.toEqual([]);
      await runAll(lines);
    } else if (language === 'text') {
      expect(printed.trimEnd()).toBe(text.trimEnd().replaceAll('apps/desk', folder));
    } else if (language === 'js' && page === 'README.md') {
      adopt(text);
    } else if (language === 'js') {
      readLintConfiguration(text, directory);
    } else if (language === 'json' && text.includes('"findings"')) {
      expect(JSON.parse(printed)).toEqual(JSON.parse(text));
    } else if (language === 'json' && text.includes('"tasks"')) {
      expect(JSON.parse(readFileSync(join(projectDirectory, 'examples/turborepo/turbo.json'), 'utf8'))).toMatchObject(JSON.parse(text) as object);
    } else if (language === 'json' && text.includes('"jsPlugins"')) {
      expect(Object.keys((JSON.parse(text) as { rules: object }).rules).filter((name) => plugin.rules?.[name.replace('oauth-scopes/', '')] === undefined)).toEqual([]);
    } else if (!text.includes('"applications"')) {
      continue;
    }
    // Of a manifest pages.test.ts says that it is one.
    executed.push(block);
  }
  return executed;
}

/** The configuration of the README, below what the reader of the page on adopting has already. */
function adopt(text: string): void {
  const typed = "{ files: ['src/**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },";
  const config = text.replace('// …what you have', typed);
  expect(config).toContain(typed);
  workspace.write({ [`${folderOf('docs/adopting.md')}/eslint.config.js`]: `import tseslint from 'typescript-eslint';\n${config}` });
}

it('docs/adopting.md: what there is is written down, by the configuration of the README', async () => {
  await execute('docs/adopting.md');
  expect(JSON.parse(workspace.read(`${folderOf('docs/adopting.md')}/eslint-suppressions.json`))).toEqual({ 'src/tasks.ts': { 'oauth-scopes/no-missing-scope': { count: 1 } } });
}, 180_000);

describe('every fenced block of every page', () => {
  it('is executed, or is left out for a reason', async () => {
    const executed = new Set<Block>();
    for (const page of Object.keys(SURROUNDINGS)) {
      (await execute(page)).forEach((block) => executed.add(block));
    }
    const open = shown.filter(({ page, block }) => !executed.has(block) && !isScript(block) && LEFT_OUT.every((one) => one.page !== page || !block.text.includes(one.has)));
    expect(open.map(({ page, block }) => `${page}:${block.line}`)).toEqual([]);
  }, 180_000);

  it('that is left out is there', () => {
    const gone = LEFT_OUT.filter(({ page, has }) => !readBlocks(readFileSync(join(projectDirectory, page), 'utf8')).some(({ text }) => text.includes(has)));
    expect(gone).toEqual([]);
    expect(Object.values(EXECUTED_ELSEWHERE).filter((file) => !existsSync(join(projectDirectory, file)))).toEqual([]);
  });

  it('of commands of this project names scripts and files that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(projectDirectory, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> };
    const lines = shown.filter(({ block }) => isScript(block)).flatMap(({ page, block }) => block.text.trim().split('\n').flatMap(commandsOfLine).map((command) => ({ page, command })));
    const wrong = lines.filter(({ page, command }) => {
      const [, script] = /^npm (?:run )?([\w:]+)/.exec(command) ?? [];
      const [, file] = /^node ([\w./-]+)/.exec(command) ?? [];
      const known = page.startsWith('examples/') ? scriptsOf(page) : scripts;
      return file === undefined ? script === undefined || !(['ci', 'install'].includes(script) || script in known) : !file.startsWith('dist/') && !existsSync(join(projectDirectory, file));
    });
    expect(wrong).toEqual([]);
    expect(lines.length).toBeGreaterThan(8);
  });
});

function elsewhere(page: string): string | undefined {
  return Object.entries(EXECUTED_ELSEWHERE).find(([start]) => page.startsWith(start))?.[1];
}

/** Commands for those who work on this project: none of them is one that a user of the package would run. */
function isScript({ language, text }: Block): boolean {
  return language === 'sh' && text.trim().split('\n').flatMap(commandsOfLine).every((command) => /^(?:npm |node )/.test(command));
}

function scriptsOf(page: string): Readonly<Record<string, string>> {
  const { scripts } = JSON.parse(readFileSync(join(projectDirectory, page, '../package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> };
  return scripts;
}
