import { application } from '../../verdict/report-lines.ts';
import type { Case } from '../case.ts';

const input = 'undefined as never';

/** What is held and not needed. */
export const privilegeCases: readonly Case[] = [
  {
    number: '41',
    title: 'scopes that are always allowed',
    stated: ({ service }) => ({
      files: application('openid profile email offline_access OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
      minimal: 'OR.Tasks.Read openid profile email offline_access',
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Audit.Read OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`),
      findings: ['unused OR.Audit.Read at OR.Audit.Read'],
    }),
  },
  {
    number: '42',
    title: 'a scope that only tests use',
    stated: ({ service, module }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`, {
        [`src/${module}.test.ts`]: listing,
        [`src/__tests__/${module}.ts`]: listing,
      }),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
    }),
    nearMiss: ({ service, module }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();`, {
        [`src/${module}-contest.ts`]: listing,
      }),
    }),
  },
  {
    number: '43',
    title: 'code that nothing reaches: commented out, behind a return, in functions that nobody calls',
    stated: ({ service, helper, outer, other }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
// new Assets(new UiPath()).getAll();
export function run() { if (false) { new Assets(new UiPath()).getAll(); } return 1; new Assets(new UiPath()).getAll(); }
function ${helper}() { return new Assets(new UiPath()).getAll(); } const ${outer} = () => ${helper}();
class ${other} { list() { ${outer}(); return new Assets(new UiPath()).getAll(); } }`),
      findings: ['unused OR.Assets.Read at OR.Assets.Read'],
    }),
    nearMiss: ({ service, helper, outer }) => ({
      files: application('OR.Tasks.Read OR.Assets.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
function ${helper}() { return new Assets(new UiPath()).getAll(); } export const ${outer} = () => ${helper}();`),
    }),
  },
  {
    number: '43',
    title: 'code that nothing reaches lacks nothing',
    stated: ({ service, helper }) => ({
      files: application('OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
function ${helper}() { return new Assets(new UiPath()).getAll(); }`),
    }),
    nearMiss: ({ service, helper }) => ({
      files: application('OR.Tasks.Read', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
function ${helper}() { return new Assets(new UiPath()).getAll(); } export default ${helper};`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
    }),
  },
  {
    number: '44',
    title: 'no file calls the SDK at all',
    stated: ({ sdk }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); void ${sdk}.initialize();`),
      undecided: ['uipath.json: no call that needs a scope was seen for certain, so that there is nothing to compare these scopes with [OR.Tasks.Read PIMS]'],
    }),
    nearMiss: ({ sdk }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${sdk} = new UiPath(); void new Tasks(${sdk}).getAll();`),
      findings: ['unused PIMS at PIMS'],
    }),
  },
  {
    number: '58',
    title: 'a pair of narrow scopes and one broad scope would both do',
    stated: ({ service }) => ({
      files: application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); ${service}.create(${input}, 1);`),
      minimal: 'OR.Tasks.Read OR.Tasks.Write',
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks', `const ${service} = new Tasks(new UiPath()); ${service}.create(${input}, 1);`),
      findings: ['narrow OR.Tasks to OR.Tasks.Write at OR.Tasks'],
      minimal: 'OR.Tasks.Write',
    }),
  },
  {
    number: '59',
    title: 'the broad and the narrow scope are both held, and only reading is done',
    stated: ({ service }) => ({
      files: application('OR.Execution OR.Execution.Read', `import { Processes } from '@uipath/uipath-typescript/processes';
const ${service} = new Processes(new UiPath()); ${service}.getAll();`),
      findings: ['narrow OR.Execution to OR.Execution.Read at OR.Execution'],
    }),
    nearMiss: ({ service }) => ({
      files: application('OR.Tasks OR.Tasks.Write', `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); ${service}.create(${input}, 1);`),
      findings: ['duplicate OR.Tasks.Write at OR.Tasks.Write'],
    }),
  },
];

const listing = `import { Assets } from '@uipath/uipath-typescript/assets';
import { UiPath } from '@uipath/uipath-typescript/core'; new Assets(new UiPath()).getAll();`;
