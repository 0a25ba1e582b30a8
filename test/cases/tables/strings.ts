import { expect } from 'vitest';
import { lintApplication, type Report } from '../../rules/support/lint-application.ts';
import type { Names } from '../../usage/names.ts';
import { analyseFiles } from '../../usage/virtual-application.ts';
import { application, findingLines } from '../../verdict/report-lines.ts';
import type { Case, Expected, Variation } from '../case.ts';

/** The declaration is the only thing that is wrong. */
function declared(scope: string, ...findings: readonly string[]): Variation {
  return ({ service }): Expected => ({
    files: application(scope, `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
    findings,
    ...(scope.includes('OR.Tasks') ? {} : { undecided: ['uipath.json: a placeholder stands where scopes belong'] }),
  });
}

const options = "baseUrl: '', orgName: '', tenantName: '', clientId: '', redirectUri: ''";

/** A client whose scopes an expression says, and one call. */
function clientWith({ sdk, service }: Names, before: string, scope: string): string {
  return `import { UiPath } from '@uipath/uipath-typescript/core';
import { Tasks } from '@uipath/uipath-typescript/tasks';
${before}
export const ${sdk} = new UiPath({ ${options}, scope: ${scope} });
export const ${service} = new Tasks(${sdk}).getAll();
`;
}

interface Linted {
  readonly reports: readonly Report[];
  /** The file after all fixes. */
  readonly fixed: string;
}

async function lint(source: string): Promise<Linted> {
  const { reports, fixed } = await lintApplication({ 'src/main.ts': source });
  return { reports, fixed: fixed['src/main.ts'] ?? source };
}

/** The file after each suggestion. */
function suggested(reports: readonly Report[]): readonly string[] {
  return reports.flatMap(({ suggestions = [] }) => suggestions.map(({ output }) => output));
}

/** The file after each suggestion of the rule that finds unused scopes. */
async function suggestedFor(source: string): Promise<readonly string[]> {
  const { reports } = await lint(source);
  return suggested(reports.filter(({ rule }) => rule === 'oauth-scopes/no-unused-scope'));
}

interface Form {
  readonly title: string;
  readonly before: (names: Names) => readonly [wide: string, narrow: string];
  readonly scope: (names: Names) => readonly [wide: string, narrow: string];
}

const forms: readonly Form[] = [
  { title: 'a string', before: () => ['', ''], scope: () => ["'OR.Tasks.Read PIMS'", "'OR.Tasks.Read'"] },
  {
    title: 'an array',
    before: ({ other }) => [`const ${other} = ['OR.Tasks.Read', 'PIMS'] as const;`, `const ${other} = ['OR.Tasks.Read'] as const;`],
    scope: ({ other }) => [`${other}.join(' ')`, `${other}.join(' ')`],
  },
  {
    title: 'the default of an environment variable',
    before: () => Array.from({ length: 2 }, () => 'declare const process: { env: Record<string, string | undefined> };') as [string, string],
    scope: () => ["process.env['UIPATH_SCOPE'] ?? 'OR.Tasks.Read PIMS'", "process.env['UIPATH_SCOPE'] ?? 'OR.Tasks.Read'"],
  },
];

/** What is wrong with a scope string itself, and how it is put right. */
export const stringCases: readonly Case[] = [
  ...forms.map(({ title, before, scope }): Case => ({
    number: '40',
    title: `a suggestion keeps the form: ${title}`,
    declarations: 'raw',
    stated: async (names) => {
      const [wide, narrow] = [0, 1].map((index) => clientWith(names, before(names)[index] ?? '', scope(names)[index] ?? ''));
      expect(await suggestedFor(wide ?? '')).toEqual([narrow]);
    },
    nearMiss: async (names) => {
      expect(await suggestedFor(clientWith(names, before(names)[1], scope(names)[1]))).toEqual([]);
    },
  })),
  {
    number: '45',
    title: 'an unknown scope, close to a known one',
    stated: declared('OR.Tasks.Read OR.Taks', 'unknown OR.Taks at OR.Taks'),
    nearMiss: declared('OR.Tasks.Read'),
  },
  {
    number: '46',
    title: 'the name of a permission where a scope belongs',
    stated: declared('OR.Tasks.Read Jobs.Create', 'unknown Jobs.Create at Jobs.Create'),
    nearMiss: declared('OR.Tasks.Read OR.Jobs.Write', 'unused OR.Jobs.Write at OR.Jobs.Write'),
  },
  {
    number: '47',
    title: 'a comma list, surplus white space, an exact repeat: fixed',
    declarations: 'raw',
    stated: async (names) => {
      const { fixed } = await lint(clientWith(names, '', "' OR.Tasks.Read,OR.Tasks.Read  offline_access'"));
      expect(fixed).toBe(clientWith(names, '', "'OR.Tasks.Read offline_access'"));
    },
    nearMiss: async (names) => {
      const source = clientWith(names, '', "'OR.Tasks.Read,OR.Taks'");
      expect(await lint(source)).toMatchObject({ fixed: source });
    },
  },
  {
    number: '47',
    title: 'a comma list, surplus white space, an exact repeat: found',
    stated: declared('OR.Tasks.Read,offline_access', 'malformed  at ,'),
    nearMiss: declared('OR.Tasks.Read offline_access'),
  },
  ...([
    ['wrong case', 'or.tasks.read', 'malformed OR.Tasks.Read at or.tasks.read'],
    ['another separator', 'OR-Tasks-Read', 'malformed OR.Tasks.Read at OR-Tasks-Read'],
  ] as const).map(([title, written, finding]): Case => ({
    number: '47b',
    title: `${title}: found, and not fixed`,
    declarations: 'raw',
    stated: async (names) => {
      const source = clientWith(names, '', `'offline_access ${written}'`);
      const { reports, fixed } = await lint(source);
      expect(fixed).toBe(source);
      expect(suggested(reports)).toContain(clientWith(names, '', "'offline_access OR.Tasks.Read'"));
      const files = application(`offline_access ${written}`, `const ${names.service} = new Tasks(new UiPath()); ${names.service}.getAll();`);
      expect(findingLines(analyseFiles(files), files)).toEqual([finding]);
    },
    nearMiss: async (names) => {
      expect(await lint(clientWith(names, '', "'offline_access OR.Tasks.Read'"))).toMatchObject({ reports: [] });
    },
  })),
  {
    number: '47c',
    title: 'a placeholder',
    stated: declared('your-scopes', 'malformed  at your-scopes'),
    nearMiss: declared('OR.Tasks.Read'),
  },
  {
    number: '47c',
    title: 'an empty string, a doubled key: no fix',
    declarations: 'raw',
    stated: async (names) => {
      for (const scope of ["''", "'UIPATH_SCOPE=OR.Tasks.Read'", "'OR.Folders...'"]) {
        const source = clientWith(names, '', scope);
        const { reports, fixed } = await lint(source);
        expect(fixed).toBe(source);
        expect(reports.map(({ rule }) => rule)).toContain('oauth-scopes/no-malformed-scope');
      }
    },
    nearMiss: async (names) => {
      expect(await lint(clientWith(names, '', "'OR.Tasks.Read'"))).toMatchObject({ reports: [] });
    },
  },
];
