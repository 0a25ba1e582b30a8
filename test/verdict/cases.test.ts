import { describe, expect, it } from 'vitest';
import { misleadingNames, plainNames, type Names } from '../usage/names.ts';
import { analyseFiles, type ApplicationOptions, type Files } from '../usage/virtual-application.ts';
import { application, findingLines, inCode, undecidedLines } from './report-lines.ts';

/** What must be said of an application, in whole lines. */
interface Verdict {
  readonly files: (names: Names) => Files;
  readonly findings?: readonly string[];
  readonly undecided?: readonly string[];
  readonly complete?: boolean;
}

interface Case {
  readonly title: string;
  readonly stated: Verdict;
  /** As close as it gets, and something else follows. */
  readonly nearMiss: Verdict;
}

const input = 'undefined as never';
const nothing: readonly string[] = [];
const nothingSeen = 'uipath.json: no call that needs a scope was seen for certain, '
  + 'so that there is nothing to compare these scopes with [OR.Tasks.Read PIMS]';

const cases: readonly Case[] = [
  {
    title: 'a call that only tests make lacks nothing',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`, {
        'src/__tests__/main.ts': `import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core'; new Assets(new UiPath()).getAll();`,
      }),
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
    },
  },
  {
    title: 'a method of a newer SDK than the installed one, which the catalog knows',
    stated: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Write PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).updateValueById(1, '', 1);`),
      findings: ['unused PIMS at PIMS'],
      undecided: ['src/main.ts: the installed SDK does not declare this method: this may be Assets.updateValueById [OR.Assets.Write]'],
      complete: false,
    },
    nearMiss: {
      files: ({ service }) => application('OR.Tasks.Read OR.Assets.Write PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
new Assets(new UiPath()).toLocaleString();`),
      findings: ['unused OR.Assets.Write at OR.Assets.Write', 'unused PIMS at PIMS'],
      complete: true,
    },
  },
  {
    title: 'the client is given another token',
    stated: {
      files: ({ sdk, service }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk});
${service}.getAll(); new Assets(${sdk}).getAll(); ${sdk}.updateToken(undefined as never);`),
      undecided: ['src/main.ts: updateToken() gives the client another token, whose scopes are not known'],
    },
    nearMiss: {
      files: ({ sdk, service }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk});
${service}.getAll(); new Assets(${sdk}).getAll(); ({ updateToken() {} }).updateToken();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll', 'unused PIMS at PIMS'],
    },
  },
  {
    title: 'one of two clients is given another token',
    stated: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read PIMS' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read OR.Audit.Read' }); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll();
new Assets(${other}).getAll(); const { updateToken } = ${other}; export { updateToken };`),
      findings: ['unused PIMS at PIMS'],
      undecided: ['src/main.ts: updateToken() gives the client another token, whose scopes are not known'],
    },
    nearMiss: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read PIMS' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read OR.Audit.Read' }); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll();`),
      findings: ['unused OR.Audit.Read at OR.Audit.Read', 'unused PIMS at PIMS'],
    },
  },
  {
    title: 'one of two clients has a misspelt scope, which means one that it needs',
    stated: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'or.tasks.read' as string });
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); new Tasks(${sdk}).getAll(); new Assets(${other}).getAll();`),
      findings: ['malformed OR.Tasks.Read at or.tasks.read'],
    },
    nearMiss: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'or.task' as string });
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); new Tasks(${sdk}).getAll(); new Assets(${other}).getAll();`),
      findings: ['malformed or.task at or.task', 'missing OR.Tasks or OR.Tasks.Read at getAll'],
    },
  },
  {
    title: 'one of two clients has a placeholder',
    stated: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'your-scopes' as string });
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); new Tasks(${sdk}).getAll(); new Assets(${other}).getAll();`),
      findings: ['malformed  at your-scopes'],
      undecided: ['src/main.ts: nothing is filled in where the scopes of this client belong'],
    },
    nearMiss: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' as string });
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); new Tasks(${sdk}).getAll(); new Assets(${other}).getAll();`),
    },
  },
  {
    title: 'two clients state the same scopes: what is too much is too much in both places, whatever the order',
    stated: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read PIMS' });
const ${other} = new UiPath({ scope: 'PIMS OR.Tasks.Read' }); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll();`),
      findings: ['unused PIMS at PIMS', 'unused PIMS at PIMS'],
      complete: true,
    },
    nearMiss: {
      files: ({ sdk, other }) => inCode(`const scope = 'OR.Tasks.Read PIMS'; const ${sdk} = new UiPath({ scope });
const ${other} = new UiPath({ scope }); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll();`),
      findings: ['unused PIMS at PIMS'],
      complete: true,
    },
  },
  {
    title: 'of three clients two state the same scopes',
    stated: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read PIMS' }); const third = new UiPath({ scope: 'OR.Assets.Read' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read PIMS' }); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll();
new Assets(third).getAll();`),
      findings: ['unused PIMS at PIMS', 'unused PIMS at PIMS'],
    },
    nearMiss: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read PIMS' }); const third = new UiPath({ scope: 'OR.Assets.Read' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read' }); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll();
new Assets(third).getAll();`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'one of two clients has the same scopes on either way through the code',
    stated: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: Math.random() > 0.5 ? 'OR.Tasks.Read PIMS' : 'PIMS OR.Tasks.Read' });
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); new Tasks(${sdk}).getAll(); new Assets(${other}).getAll();`),
      findings: ['unused PIMS at PIMS'],
    },
    nearMiss: {
      files: ({ sdk, other }) => inCode(`const ${sdk} = new UiPath({ scope: Math.random() > 0.5 ? 'OR.Tasks.Read PIMS' : 'OR.Tasks.Read' });
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); new Tasks(${sdk}).getAll(); new Assets(${other}).getAll();`),
      undecided: ['src/main.ts: scopes are declared in several places, and which one is in effect is not known [OR.Tasks.Read PIMS]'],
    },
  },
  {
    title: 'two clients whose grants cover the same, of which it cannot be followed which one is used',
    stated: {
      files: ({ sdk }) => inCode(`const clients: Record<string, UiPath> = { one: new UiPath({ scope: 'OR.Tasks.Read PIMS' }),
  other: new UiPath({ scope: 'PIMS OR.Tasks.Read' }) }; const ${sdk} = clients[String(Math.random())]!; new Tasks(${sdk}).getAll();
new Assets(${sdk}).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll', 'unused PIMS at PIMS', 'unused PIMS at PIMS'],
      complete: true,
    },
    nearMiss: {
      files: ({ sdk }) => inCode(`const clients: Record<string, UiPath> = { one: new UiPath({ scope: 'OR.Tasks.Read PIMS' }),
  other: new UiPath({ scope: 'OR.Tasks.Read' }) }; const ${sdk} = clients[String(Math.random())]!; new Tasks(${sdk}).getAll();
new Assets(${sdk}).getAll();`),
      undecided: ['src/main.ts: the program makes clients with different grants, and which of them this one is cannot be followed'],
    },
  },
  {
    title: 'a static field that is set outside of any function',
    stated: {
      files: ({ service, other }) => inCode(`class Holder { static ${service}: Tasks } const ${other} = new UiPath({ scope: 'OR.Assets.Read' });
Holder.${service} = new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })); Holder.${service}.getAll(); new Assets(${other}).getAll();`),
    },
    nearMiss: {
      files: ({ service, other }) => inCode(`class Holder { static ${service} = new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })); }
const ${other} = new UiPath({ scope: 'OR.Assets.Read' }); Holder.${service}.getAll(); new Assets(${other}).getAll();`),
    },
  },
  {
    title: 'the token is read',
    stated: {
      files: ({ sdk }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();
const { getToken } = ${sdk}; export const text = () => ${sdk}.getToken();`),
      undecided: ['src/main.ts: getToken() hands out the access token, and requests made with it are not seen [PIMS]', 'src/main.ts: getToken() hands out the access token, and requests made with it are not seen [PIMS]'],
      complete: false,
    },
    nearMiss: {
      files: ({ sdk }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();
export const text = { getToken() { return ''; } }.getToken();`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'JavaScript, and no declarations of the SDK: calls are known by name, in every file',
    stated: {
      files: ({ service, helper }) => ({
        'uipath.json': '{ "scope": "OR.Tasks.Read PIMS" }',
        'src/main.js': `const { UiPath } = require('@uipath/uipath-typescript/not-there'); const { ${helper} } = require('./list');
const sdk = new UiPath(); ${helper}(sdk);`,
        'src/list.js': `exports.${helper} = (${service}) => ${service}.tasks.getUsers(1);`,
      }),
      undecided: ['src/list.js: the receiver has no type: this may be Tasks.getUsers', nothingSeen],
      complete: false,
    },
    nearMiss: {
      files: ({ service, helper }) => ({
        'uipath.json': '{ "scope": "OR.Tasks.Read PIMS" }',
        'src/main.js': `const { ${helper} } = require('./list'); ${helper}({});`,
        'src/list.js': `exports.${helper} = (${service}) => ${service}.tasks.getUsers(1);`,
      }),
      undecided: [nothingSeen],
      complete: false,
    },
  },
  {
    title: 'any: a cast, a parameter, a call',
    stated: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS OR.Audit.Read', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
function ${helper}(anything: any) { anything.getIncidents(); } ${helper}(1);`),
      undecided: ['src/main.ts: the receiver has no type: this may be MaestroProcesses.getIncidents or one of 3 other methods of that name [PIMS]'],
      findings: ['unused OR.Audit.Read at OR.Audit.Read'],
      complete: false,
    },
    nearMiss: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
function ${helper}(anything: { getIncidents(): void }) { anything.getIncidents(); } ${helper}({ getIncidents() {} });`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'any: the client or a service becomes any',
    stated: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
(${sdk} as any).x(); const kept: any = ${service}; function ${helper}(anything: any) { return anything; } ${helper}(${service});
export { kept };`),
      undecided: ['src/main.ts: the client becomes any [PIMS]', 'src/main.ts: a TaskService becomes any [PIMS]', 'src/main.ts: a TaskService becomes any [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `let ${sdk}; ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll(); console.log(${sdk}, ${service});
const kept: Tasks = ${service}; function ${helper}<T>(anything: T): T { return anything; } ${helper}(${service}); export { kept };`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'a service that is passed on as a type of the application',
    stated: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS OR.Tasks.Write', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
interface Port { create(options: never, folder: number): unknown } function ${helper}(port: Port) { port.create(${input}, 1);
} ${helper}(${service});`),
      undecided: ["src/main.ts: a type of the application's own stands for the service: this may be Tasks.create [OR.Tasks.Write]"],
      findings: ['unused PIMS at PIMS'],
    },
    nearMiss: {
      files: ({ sdk, service, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll();
interface Port { create(options: never, folder: number): unknown } function ${helper}(port: Port) { port.create(${input}, 1);
} ${helper}({ create() {} });`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'a widget of another package receives the client',
    stated: {
      files: ({ sdk, service }) => application('OR.Tasks.Read PIMS', `import { mount } from 'some-widgets'; const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); ${service}.getAll(); mount({ options: { ${sdk} } });`, widgets),
      undecided: ['src/main.ts: the client is passed to some-widgets [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, service }) => application('OR.Tasks.Read PIMS', `import { mount } from 'some-widgets'; const ${sdk} = new UiPath();
const ${service} = new Tasks(${sdk}); mount({ data: ${service}.getAll(), url: ${sdk}.config.baseUrl });`, widgets),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'a subclass makes requests of its own',
    stated: {
      files: ({ sdk, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
class ${helper} extends Tasks { more() { return this.get('somewhere'); } } new ${helper}(${sdk}).getAll();`),
      undecided: ['src/main.ts: get is a protected member of the SDK, and the requests made with it are not seen [PIMS]'],
    },
    nearMiss: {
      files: ({ sdk, helper }) => application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath();
class ${helper} extends Tasks { more() { return this.mine(); } mine() { return 1; } } new ${helper}(${sdk}).getAll();`),
      findings: ['unused PIMS at PIMS'],
    },
  },
  {
    title: 'nothing is declared, or a placeholder',
    stated: {
      files: ({ sdk }) => application('your-scopes', `const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();`),
      findings: ['malformed  at your-scopes'],
      undecided: ['uipath.json: a placeholder stands where scopes belong'],
    },
    nearMiss: {
      files: ({ sdk }) => inCode(`const ${sdk} = new UiPath(); new Tasks(${sdk}).getAll();`),
      undecided: ['src/main.ts: no declaration of scopes was found for this client, so that nothing can be said to be missing'],
    },
  },
];

const widgets: Files = { 'node_modules/some-widgets/index.d.ts': 'export declare function mount(options: unknown): void;' };

describe.each([
  ['the SDK alone, plain names', {}, plainNames],
  ['the SDK alone, misleading names', {}, misleadingNames],
  ['guarded declarations', { overlay: true }, misleadingNames],
] satisfies [string, ApplicationOptions, Names][])('verdicts, with %s', (_title, options, names) => {
  describe.each(cases)('$title', ({ stated, nearMiss }) => {
    it.each([
      ['as stated', stated],
      ['near miss', nearMiss],
    ])('%s', (_which, verdict) => {
      const files = verdict.files(names);
      const analysis = analyseFiles(files, options);
      expect(findingLines(analysis, files).sort()).toEqual([...(verdict.findings ?? nothing)].sort());
      expect(undecidedLines(analysis)).toEqual(verdict.undecided ?? nothing);
      if (verdict.complete !== undefined) {
        expect(analysis.report.minimal.complete).toBe(verdict.complete);
      }
    });
  });
});
