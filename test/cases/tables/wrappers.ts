import { expect } from 'vitest';
import { createProgram } from '../../usage/virtual-application.ts';
import { application, inCode } from '../../verdict/report-lines.ts';
import type { Case } from '../case.ts';

const input = 'undefined as never';
const client = `import type { UiPath } from '@uipath/uipath-typescript/core';\n`;

/** Clients that are handed from function to function, and several clients. */
export const wrapperCases: readonly Case[] = [
  {
    number: '9',
    title: 'a wrapper function in the same file',
    stated: ({ sdk, helper }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath(); function ${helper}() { return new Assets(${sdk}).getAll(); }
${helper}(); new Tasks(${sdk}).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
    }),
    nearMiss: ({ sdk, helper }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath(); function ${helper}() { return [${sdk}]; }
${helper}().map((one) => new Tasks(one).getAll());`),
    }),
  },
  {
    number: '10',
    title: 'a wrapper in another file, whose parameter is the client',
    stated: ({ helper, module }) => ({
      files: application('OR.Tasks.Read', `import { ${helper} } from './${module}'; ${helper}(new UiPath()); new Tasks(new UiPath()).getAll();`, {
        [`src/${module}.ts`]: `${client}import { Assets } from '@uipath/uipath-typescript/assets';
export function ${helper}(connection: UiPath) { return new Assets(connection).getAll(); }`,
      }),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
      chains: [`getAll: ${helper}`],
    }),
    nearMiss: ({ helper, module }) => ({
      files: application('OR.Tasks.Read', `import { ${helper} } from './${module}'; ${helper}({ getAll() {} }); new Tasks(new UiPath()).getAll();`, {
        [`src/${module}.ts`]: `${client}export function ${helper}(connection: Pick<UiPath, never> & { getAll(): void }) { connection.getAll(); }`,
      }),
      chains: [],
    }),
  },
  {
    number: '11',
    title: 'two wrappers deep, each in a file of its own',
    stated: ({ helper, outer, module }) => ({
      files: application('OR.Tasks.Read', `import { ${outer} } from './${module}'; ${outer}(new UiPath()); new Tasks(new UiPath()).getAll();`, {
        [`src/${module}.ts`]: `${client}import { Assets } from '@uipath/uipath-typescript/assets'; import ${helper} from './inner';
export const ${outer} = (connection: UiPath) => ${helper}({ assets: new Assets(connection) });`,
        'src/inner.ts': `import type { Assets } from '@uipath/uipath-typescript/assets';
export default function ${helper}({ assets }: { assets: Assets }) { return assets.getAll(); }`,
      }),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
      chains: [`getAll: ${outer} > ${helper}`],
    }),
    nearMiss: ({ helper, outer, module }) => ({
      files: application('OR.Tasks.Read', `import { ${outer} } from './${module}'; ${outer}(new UiPath()); new Tasks(new UiPath()).getAll();`, {
        [`src/${module}.ts`]: `${client}import { Assets } from '@uipath/uipath-typescript/assets'; import ${helper} from './inner';
export const ${outer} = (connection: UiPath) => ${helper}({ assets: new Assets(connection) });`,
        'src/inner.ts': `import type { Assets } from '@uipath/uipath-typescript/assets';
export default function ${helper}({ assets }: { assets: Assets }) { return assets; }`,
      }),
    }),
  },
  {
    number: '12',
    title: 'one wrapper called with two clients',
    stated: ({ sdk, other, helper, module }) => ({
      files: inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); const ${other} = new UiPath({ scope: 'PIMS' });
import { ${helper} } from './${module}'; ${helper}(${sdk}); ${helper}(${other}); new MaestroProcesses(${other}).getAll();`, {
        [`src/${module}.ts`]: `${client}import { Tasks } from '@uipath/uipath-typescript/tasks';
export async function ${helper}(connection: UiPath) { const all = await new Tasks(connection).getAll(); return all.items; }`,
      }),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll'],
      chains: [`getAll: ${helper}`],
    }),
    nearMiss: ({ sdk, other, helper, module }) => ({
      files: inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); const ${other} = new UiPath({ scope: 'OR.Tasks.Read PIMS' });
import { ${helper} } from './${module}'; ${helper}(${sdk}); ${helper}(${other}); new MaestroProcesses(${other}).getAll();`, {
        [`src/${module}.ts`]: `${client}import { Tasks } from '@uipath/uipath-typescript/tasks';
export async function ${helper}(connection: UiPath) { const all = await new Tasks(connection).getAll(); return all.items; }`,
      }),
    }),
  },
  {
    number: '12',
    title: 'a factory called with two clients, whose functions are called apart',
    stated: ({ sdk, other, helper }) => ({
      files: inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); const ${other} = new UiPath({ scope: 'OR.Assets.Read' });
const ${helper} = (connection: UiPath) => ({ read: () => new Tasks(connection).getAll(), list: () => new Assets(connection).getAll() });
${helper}(${sdk}).read(); ${helper}(${other}).list();`),
      // Which of the two clients is behind each function is not told apart.
      undecided: [
        'src/main.ts: Tasks.getAll needs OR.Tasks or OR.Tasks.Read, which only some of the declarations hold that may be in effect [OR.Tasks OR.Tasks.Read]',
        'src/main.ts: Assets.getAll needs OR.Assets or OR.Assets.Read, which only some of the declarations hold that may be in effect [OR.Assets OR.Assets.Read]',
      ],
    }),
    nearMiss: ({ sdk, other, helper }) => ({
      files: inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); const ${other} = new UiPath({ scope: 'OR.Tasks' });
const ${helper} = (connection: UiPath) => ({ read: () => new Assets(connection).getAll(), own: () => new Tasks(connection).getAll() });
${helper}(${sdk}).own(); ${helper}(${other}).read();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
    }),
  },
  {
    number: '13',
    title: 'a function that types its parameter with the scopes it needs: its callers are checked, and not its body',
    declarations: 'guarded',
    stated: ({ service, helper }) => {
      const files = typed(`function ${helper}(${service}: Tasks<Grant<'OR.Tasks.Read'>>) { return ${service}.getAll(); }
${helper}(new Tasks(new UiPath({ scope: 'OR.Tasks.Read' })));`);
      expect(errorsIn(files)).toEqual([]);
      return { files };
    },
    nearMiss: ({ service, helper }) => {
      const files = typed(`function ${helper}(${service}: Tasks<Grant<'OR.Tasks.Read'>>) { return ${service}.getAll(); }
${helper}(new Tasks(new UiPath({ scope: 'PIMS' })));`);
      expect(errorsIn(files)).toEqual([expect.stringContaining('is not assignable to parameter') as string]);
      const nothing = 'src/main.ts: no call that needs a scope was seen for certain, so that there is nothing to compare these scopes with [PIMS]';
      return { files, undecided: [nothing] };
    },
  },
  {
    number: '14',
    title: 'a parameter type that is narrower than the body needs',
    declarations: 'guarded',
    stated: ({ service, helper }) => {
      const files = typed(`const sdk = new UiPath({ scope: 'OR.Tasks' });
function ${helper}(${service}: Tasks<Grant<'OR.Tasks.Read'>>) { ${service}.getAll(); return ${service}.create(${input}, 1); }
${helper}(new Tasks(sdk)); new Tasks(sdk).create(${input}, 1);`);
      expect(errorsIn(files)).toEqual([expect.stringContaining('Tasks.create needs OR.Tasks or OR.Tasks.Write') as string]);
      const undecided = ['src/main.ts: Tasks.getAll may be called with a client that holds more than its type says [OR.Tasks]'];
      return { files, findings: ['missing OR.Tasks or OR.Tasks.Write at create'], undecided };
    },
    nearMiss: ({ service, helper }) => {
      const files = typed(`const sdk = new UiPath({ scope: 'OR.Tasks' });
function ${helper}(${service}: Tasks<Grant<'OR.Tasks'>>) { ${service}.getAll(); return ${service}.create(${input}, 1); }
${helper}(new Tasks(sdk)); new Tasks(sdk).create(${input}, 1);`);
      expect(errorsIn(files)).toEqual([]);
      return { files };
    },
  },
  {
    number: '49',
    title: 'two clients with different grants in one program',
    stated: ({ sdk, other }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read PIMS' });
new Assets(${sdk}).getAll(); new Tasks(${sdk}).getAll(); new Tasks(${other}).getAll(); new Assets(${other}).getAll();`),
      findings: ['unused PIMS at PIMS', 'missing OR.Tasks or OR.Tasks.Read at getAll', 'missing OR.Assets or OR.Assets.Read at getAll'],
    }),
    nearMiss: ({ sdk, other }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read' });
new Assets(${sdk}).getAll(); new Tasks(${other}).getAll();`),
    }),
  },
  {
    number: '49',
    title: 'two clients, and which of them is used cannot be followed',
    stated: ({ sdk, other, helper }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath({ scope: 'OR.Assets.Read PIMS' });
const ${other} = new UiPath({ scope: 'OR.Tasks.Read' }); declare function ${helper}(): UiPath;
new MaestroProcesses(${helper}()).getAll(); new Assets(${sdk}).getAll(); new Tasks(${other}).getAll();`),
      undecided: ['src/main.ts: the program makes clients with different grants, and which of them this one is cannot be followed [PIMS]'],
    }),
    nearMiss: ({ sdk, helper }) => ({
      files: inCode(`const ${sdk} = new UiPath({ scope: 'OR.Assets.Read PIMS' });
declare function ${helper}(): UiPath; new MaestroProcesses(${helper}()).getAll(); new Assets(${sdk}).getAll();`),
    }),
  },
  {
    number: '51',
    title: 'a cast that widens a grant',
    declarations: 'guarded',
    stated: ({ sdk, service, other }) => ({
      files: typed(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); const ${service} = new Tasks(${sdk}); ${service}.getAll();
export const ${other} = ${service} as unknown as Tasks<Grant<'OR.Tasks'>>;`),
      findings: ["forged OR.Tasks at Tasks<Grant<'OR.Tasks'>>"],
    }),
    nearMiss: ({ sdk, service, other }) => ({
      files: typed(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); const ${service} = new Tasks(${sdk}); ${service}.getAll();
export const ${other} = ${service} as unknown as Tasks<Grant<'OR.Tasks.Read'>>;`),
    }),
  },
  {
    number: '52',
    title: 'a grant that a check of the token has widened',
    declarations: 'guarded',
    stated: ({ sdk, helper }) => ({
      files: typed(`import type { GrantGuard } from 'eslint-plugin-oauth-scopes/types'; declare const ${helper}: GrantGuard;
const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); new Tasks(${sdk}).getAll();
if (${helper}(${sdk}, ['OR.Assets.Read'], 'token')) { new Assets(${sdk}).getAll(); }`),
    }),
    nearMiss: ({ sdk, helper }) => ({
      files: typed(`import type { GrantGuard } from 'eslint-plugin-oauth-scopes/types'; declare const ${helper}: GrantGuard;
const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read' }); new Tasks(${sdk}).getAll();
if (${helper}(${sdk}, ['OR.Assets.Read'], 'token')) { new Tasks(${sdk}).getUsers(1); } else { new Assets(${sdk}).getAll(); }`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
    }),
  },
];

function typed(code: string): Readonly<Record<string, string>> {
  return inCode(`import type { Grant } from 'eslint-plugin-oauth-scopes/types';\n${code}\nexport type Used = Grant<'PIMS'>;`);
}

function errorsIn(files: Readonly<Record<string, string>>): string[] {
  const program = createProgram(files, { overlay: true });
  const messages = program.getSemanticDiagnostics().map(({ messageText }) => JSON.stringify(messageText));
  return messages.filter((message) => /not callable|not assignable/.test(message));
}
