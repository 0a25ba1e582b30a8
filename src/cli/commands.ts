import type { CommandDescription, OptionDescription } from './command.ts';

const project: OptionDescription = {
  type: 'string',
  short: 'p',
  value: 'tsconfig',
  summary: 'The configuration to analyse, a file or its directory (default: tsconfig.json or jsconfig.json in the directory).',
};
const catalog: OptionDescription = {
  type: 'string',
  value: 'file',
  summary: 'A catalog of your own in place of the built-in one.',
};
const asOf: OptionDescription = {
  type: 'string',
  value: 'date',
  summary: 'Use what the provider required on this day (YYYY-MM-DD), not what it requires now.',
};
const application: OptionDescription = {
  type: 'string',
  value: 'name',
  summary: 'The application that is meant, where oauth-scopes.json has several.',
};
const format: OptionDescription = {
  type: 'string',
  short: 'f',
  value: 'format',
  choices: ['text', 'json'],
  summary: 'text (default) or json.',
};

const cache: OptionDescription = {
  type: 'boolean',
  summary: 'Keep the answer in node_modules/.cache, and give it again as long as nothing that it was read from changes.',
};
const out: OptionDescription = {
  type: 'string',
  short: 'o',
  value: 'file',
  summary: 'Write to this file, whole or not at all, and not to standard output.',
};

const checkFormat: OptionDescription = {
  ...format,
  choices: ['text', 'json', 'sarif', 'github', 'markdown'],
  summary: 'text (default), json, sarif (for code scanning), github (annotations of a workflow) or markdown (a comment on a pull request).',
};

/** The command table: parsing, help and suggestions all come from it. */
export const commands: readonly CommandDescription[] = [
  {
    name: 'init',
    summary: 'Write oauth-scopes.json, the manifest that a review reads, from what the application declares and calls.',
    details: [
      'For each scope the methods and endpoints that use it. What nothing shows is left out: why a scope is held is for you to say.',
      'Shows what it would write, and asks. A manifest that is there already is never written over.',
    ],
    options: {
      project,
      application,
      yes: { type: 'boolean', short: 'y', summary: 'Write without asking.' },
      catalog,
    },
    load: () => import('./init.ts'),
  },
  {
    name: 'sync',
    summary: 'Write oauth-scopes.gen.d.ts, which makes the compiler check every call against the declared scopes.',
    details: [
      'The scopes come from uipath.json, .env, code or oauth-scopes.json. Commit the file, and run the command again when they change.',
    ],
    options: {
      project,
      application,
      check: { type: 'boolean', summary: 'Write nothing; exit code 1 when the file is missing or stale.' },
      watch: { type: 'boolean', short: 'w', summary: 'Keep the file up to date until interrupted.' },
    },
    load: () => import('./sync.ts'),
  },
  {
    name: 'check',
    summary: 'Report missing, unused, malformed, unknown and doubled scopes of the whole application.',
    details: [
      'Exit code 1 when there is a finding. What cannot be decided is listed with the place that makes it so, and is no finding.',
      'References of the configuration are followed, and each project that uses the SDK is analysed with the scopes declared beside it.',
    ],
    options: {
      project,
      application,
      format: checkFormat,
      out,
      catalog,
      'as-of': asOf,
      cache,
    },
    load: () => import('./check.ts'),
  },
  {
    name: 'report',
    summary: 'Write one HTML page for a review: which scope is held, why, by which calls, and at which places.',
    details: [
      'The page needs no other file and no network. Scopes that are unused or too broad come first; a table of scopes by source files can be filtered and sorted.',
      'Exit code 1 when there is a finding, as with check. The page is written all the same.',
    ],
    options: {
      project,
      application,
      out: { ...out, summary: 'Where to write the page (default: oauth-scopes-report.html in the working directory).' },
      catalog,
      'as-of': asOf,
      cache,
    },
    load: () => import('./report.ts'),
  },
  {
    name: 'minimal',
    summary: 'Print the least scope string that the application needs, with the calls that need each scope.',
    details: [
      'The first line of the output is the scope string. In a script: scope="$(oauth-scopes minimal --quiet)"',
      'Register a scope with the provider before you ask for it: a sign-in with an unlisted one is refused.',
    ],
    options: {
      project,
      application,
      format,
      catalog,
      'as-of': asOf,
      cache,
      profile: {
        type: 'string',
        value: 'name',
        summary: 'Compare with what a provider recommends for a kind of application: "Agent Desktop".',
      },
      quiet: { type: 'boolean', short: 'q', summary: 'Print the scope string alone.' },
    },
    load: () => import('./minimal.ts'),
  },
  {
    name: 'explain',
    summary: 'Say what a method, an endpoint, a scope or a role permission needs or grants, who says so, and who uses it here.',
    details: [
      'A method as Jobs.getAll, an endpoint as "GET /odata/Jobs" or with its whole address, a scope as OR.Jobs.Read, a role permission as Jobs.View.',
    ],
    argument: { name: 'what', optional: false },
    options: {
      project,
      application,
      status: {
        type: 'string',
        value: 'status',
        choices: ['401', '403'],
        summary: 'The call is refused with 401 or 403: what to look at, token, scope and permission, as far as it applies.',
      },
      format,
      catalog,
      'as-of': asOf,
    },
    load: () => import('./explain.ts'),
  },
  {
    name: 'scopes',
    summary: 'List the scopes of a provider by category; with words, those that have them in name or category.',
    details: [],
    argument: { name: 'words', optional: true },
    options: {
      provider: { type: 'string', value: 'name', summary: 'One provider, such as uipath (default: all).' },
      format,
      catalog,
    },
    load: () => import('./scopes.ts'),
  },
  {
    name: 'token',
    summary: 'Read a token from standard input: its scopes, when it expires, which calls it would be refused, and what it holds in vain.',
    details: [
      'A JSON Web Token, the answer of a token endpoint, or a list of scopes. It is never printed, kept or sent anywhere, and its signature is not checked.',
      'Exit code 1 when it has expired or a call would be refused. In a shell: oauth-scopes token < token.txt',
    ],
    options: { project, application, format, catalog, 'as-of': asOf },
    load: () => import('./token.ts'),
  },
  {
    name: 'diff',
    summary: 'Compare two states of oauth-scopes.json: scopes added and removed, who must consent again, and what a user is then asked for.',
    details: [
      'Each state is a file or a commit; without a second one it is the manifest as it is now. With --environments it is two environments of that.',
    ],
    argument: { name: 'from [to]', optional: true },
    options: {
      environments: { type: 'string', value: 'from,to', summary: 'Compare two environments of the manifest: staging,production.' },
      format,
      catalog,
    },
    load: () => import('./diff.ts'),
  },
  {
    name: 'facts',
    summary: 'Write what the programs of one package call, for merge: the part of the work that a task runner can keep and distribute.',
    details: [
      'Writes oauth-scopes.facts.json in the directory. Projects of other packages that are referred to are left to the facts of these.',
    ],
    options: {
      project,
      application,
      out: { ...out, summary: 'Write to this file (default: oauth-scopes.facts.json in the directory).' },
      catalog,
    },
    load: () => import('./facts.ts'),
  },
  {
    name: 'merge',
    summary: 'Give the verdicts of check from the facts of all packages below the directory.',
    details: [
      'Exit codes and formats are those of check. Facts that are older than what they were read from are an error, and so is a package without facts that another one refers to.',
    ],
    options: { format: checkFormat, out, application, catalog, 'as-of': asOf },
    load: () => import('./merge.ts'),
  },
  {
    name: 'generate',
    summary: 'Write the types that guard an SDK, from a catalog of your own and the installed declarations. Reads no program.',
    details: [
      'They are what sync registers: run it after each installation, before the compiler. Below node_modules/.oauth-scopes, so that nobody commits them.',
      'The catalog says which class takes the scopes, and what each member needs. What it says and the SDK does not have is an error.',
    ],
    options: {
      provider: { type: 'string', value: 'name', summary: 'One provider (default: your own, and those whose SDK package.json asks for).' },
      check: { type: 'boolean', summary: 'Write nothing; exit code 1 when the types are missing or stale.' },
      catalog,
    },
    load: () => import('./generate.ts'),
  },
  {
    name: 'catalog import',
    summary: 'Make a catalog of your own from what a provider publishes: an OpenAPI definition, or a page with a table of scopes.',
    details: [
      'Read are OpenAPI 2.0, 3.0 and 3.1 as JSON or YAML, and tables of methods, endpoints or APIs and their scopes as Markdown, as HTML, ' +
        'or as the text of a saved page.',
      'Facts only: names, paths, scopes, each with the line of the source. What the source does not decide stays unknown, and is listed on ' +
        'standard error. Nothing is written unless the whole catalog is valid.',
    ],
    argument: { name: 'file', optional: false },
    options: {
      provider: {
        type: 'string',
        value: 'name',
        summary: 'Short lower-case name of the provider, by which settings and the manifest call it.',
      },
      title: { type: 'string', value: 'text', summary: 'The name as people read it (default: the title of the definition).' },
      out: { type: 'string', short: 'o', value: 'file', summary: 'Write the catalog to this file (default: standard output).' },
      'source-title': { type: 'string', value: 'text', summary: 'Title of the page or the definition.' },
      'source-locator': {
        type: 'string',
        value: 'text',
        summary: 'Where it is published: an address, or a repository and commit (default: the name of the file).',
      },
      'source-date': { type: 'string', value: 'date', summary: 'The day on which it was published or last changed (YYYY-MM-DD).' },
      source: { type: 'string', value: 'key', summary: 'A word by which rows name the source (default: the name of the file).' },
      merge: {
        type: 'string',
        value: 'catalog',
        summary: 'Keep what this catalog says, and add this source to it; what it has of the same source is replaced.',
      },
      sdk: { type: 'string', value: 'package', summary: 'The npm package whose classes have the methods of a table.' },
      classes: {
        type: 'string',
        value: 'list',
        summary: 'Classes of the SDK by the heading of their table, or by the tag of operations: "Assets=AssetService, Queues=QueueService".',
      },
      columns: {
        type: 'string',
        value: 'list',
        summary: 'What the columns are, from the left, where their names do not tell: method,scopes or endpoint,verb,-,scopes.',
      },
      several: {
        type: 'string',
        value: 'meaning',
        choices: ['all', 'any'],
        summary: 'What several scopes mean where no word between them tells: all of them are needed, or any one.',
      },
      'accept-undeclared': {
        type: 'boolean',
        summary: 'Scopes that an operation asks for and its security scheme does not declare exist all the same.',
      },
      'base-url': {
        type: 'string',
        value: 'address',
        summary: 'Address below which the paths stand: https://api.acme.com/v2 (default: what the definition says).',
      },
    },
    load: () => import('./catalog-import.ts'),
  },
  {
    name: 'catalog validate',
    summary: 'List everything that is wrong with a catalog of your own, each with its place.',
    details: ['Exit code 1 when there is a problem.'],
    argument: { name: 'file', optional: false },
    options: { format },
    load: () => import('./catalog-validate.ts'),
  },
  {
    name: 'catalog diff',
    summary: 'Compare two versions of a catalog, and say which calls of a program become missing or undecided.',
    details: [
      'The program is the one in the directory; it is judged twice. Exit code 1 when a verdict on it becomes worse or another one.',
    ],
    argument: { name: 'old', optional: false, usage: '<old> <new> [directory]' },
    options: { project, application, format },
    load: () => import('./catalog-diff.ts'),
  },
  {
    name: 'catalog coverage',
    summary: 'Compare the methods that the installed SDK declares with those that the catalog knows.',
    details: [],
    options: { format, catalog },
    load: () => import('./catalog-coverage.ts'),
  },
];

/** Options that every command has, and that work without one. */
export const generalOptions: Readonly<Record<string, OptionDescription>> = {
  help: { type: 'boolean', short: 'h', summary: 'Show help, for a command when one is named.' },
  version: { type: 'boolean', short: 'v', summary: 'Print the version.' },
};
