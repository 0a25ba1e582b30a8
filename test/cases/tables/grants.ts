import type { Names } from '../../usage/names.ts';
import { application, inCode } from '../../verdict/report-lines.ts';
import type { Case } from '../case.ts';

const calls = ({ sdk, service }: Names): string => `const ${service} = new Tasks(${sdk}); ${service}.getAll();`;
const environment = 'declare const process: { env: Record<string, string | undefined> };';
const holds = ['unused PIMS at PIMS'];

/** Where a grant stands. */
export const grantCases: readonly Case[] = [
  {
    number: '36',
    title: 'a list that is joined, with a spread of a const array',
    stated: (names) => ({
      files: inCode(`const ${names.other} = ['OR.Tasks.Read'] as const;
const ${names.sdk} = new UiPath({ scope: [...${names.other}, 'PIMS'].join(' ') }); ${calls(names)}`),
      findings: holds,
    }),
    nearMiss: (names) => ({
      files: inCode(`declare const ${names.other}: string[];
const ${names.sdk} = new UiPath({ scope: [...${names.other}, 'PIMS'].join(' ') }); ${calls(names)}`),
      undecided: [`src/main.ts: the scopes come from ${names.other}, which gets its value later`],
    }),
  },
  {
    number: '36',
    title: 'a template of an enum and of a constant from another file',
    stated: (names) => ({
      files: inCode(`import { SCOPE } from './${names.module}'; enum ${names.other} { Read = 'OR.Tasks.Read' }
const ${names.sdk} = new UiPath({ scope: \`\${${names.other}.Read} \${SCOPE}\` }); ${calls(names)}`, {
        [`src/${names.module}.ts`]: `export const SCOPE = 'PIMS';`,
      }),
      findings: holds,
    }),
    nearMiss: (names) => ({
      files: inCode(`import { SCOPE } from './${names.module}'; enum ${names.other} { Read = 'OR.Tasks.Read' }
const ${names.sdk} = new UiPath({ scope: \`\${${names.other}.Read} \${SCOPE}\` }); ${calls(names)}`, {
        [`src/${names.module}.ts`]: `export const SCOPE = String(Math.random());`,
      }),
      undecided: [`src/${names.module}.ts: the scopes come from a call that is not followed`],
    }),
  },
  ...[['.env', 'UIPATH_SCOPE=OR.Tasks.Read PIMS\n'], ['uipath.json', '{ "scope": "OR.Tasks.Read PIMS" }']].map(([file = '', text = '']): Case => ({
    number: '37',
    title: `an environment variable that ${file} pins`,
    stated: (names) => ({
      files: inCode(`${environment} const ${names.sdk} = new UiPath({ scope: process.env['UIPATH_SCOPE']! }); ${calls(names)}
new Assets(${names.sdk}).getAll();`, { [file]: text }),
      findings: [...holds, 'missing OR.Assets or OR.Assets.Read at getAll'],
    }),
    nearMiss: (names) => ({
      files: inCode(`${environment} const ${names.sdk} = new UiPath({ scope: process.env['UIPATH_SCOPE']! }); ${calls(names)}
new Assets(${names.sdk}).getAll();`, { [`other/${file}`]: text }),
      undecided: ['src/main.ts: the scopes come from process.env.UIPATH_SCOPE, which no .env file sets'],
    }),
  })),
  {
    number: '38',
    title: 'an environment variable that nothing pins',
    stated: (names) => ({
      files: inCode(`${environment} const ${names.sdk} = new UiPath({ scope: process.env['UIPATH_SCOPE']! }); ${calls(names)}`),
      undecided: ['src/main.ts: the scopes come from process.env.UIPATH_SCOPE, which no .env file sets'],
    }),
    nearMiss: (names) => ({
      files: inCode(`${environment} const ${names.sdk} = new UiPath({ scope: process.env['UIPATH_SCOPE'] ?? 'PIMS' }); ${calls(names)}`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll', ...holds],
    }),
  },
  {
    number: '39',
    title: 'scopes concatenated in code',
    stated: (names) => ({
      files: inCode(`const ${names.other} = 'OR.Tasks.Read'; const ${names.sdk} = new UiPath({ scope: ${names.other} + ' PIMS' }); ${calls(names)}`),
      findings: holds,
    }),
    nearMiss: (names) => ({
      files: inCode(`let ${names.other} = 'OR.Tasks.Read'; ${names.other} += String(Math.random());
const ${names.sdk} = new UiPath({ scope: ${names.other} + ' PIMS' }); ${calls(names)}`),
      undecided: [`src/main.ts: the scopes come from ${names.other}, which is changed after its declaration`],
    }),
  },
  {
    number: '39',
    title: 'scopes in two files for one client are alternatives',
    stated: (names) => ({
      files: application('OR.Tasks.Read', `const ${names.sdk} = new UiPath({ scope: Math.random() > 1 ? 'OR.Tasks.Read PIMS' : 'OR.Tasks.Read OR.Audit.Read' });
${calls(names)} new Assets(${names.sdk}).getAll(); new MaestroProcesses(${names.sdk}).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll'],
      undecided: [
        'src/main.ts: scopes are declared in several places, and which one is in effect is not known [OR.Tasks.Read PIMS OR.Audit.Read]',
        'src/main.ts: MaestroProcesses.getAll needs PIMS, which only some of the declarations hold that may be in effect [PIMS]',
      ],
    }),
    nearMiss: (names) => ({
      files: application('OR.Tasks.Read', `const ${names.sdk} = new UiPath({ scope: Math.random() > 1 ? 'OR.Tasks.Read PIMS' : 'PIMS OR.Tasks.Read' });
${calls(names)} new Assets(${names.sdk}).getAll();`),
      findings: ['missing OR.Assets or OR.Assets.Read at getAll', ...holds],
    }),
  },
  {
    number: '55',
    title: 'a client made with a secret',
    stated: ({ sdk }) => ({
      files: application('PIMS', `declare const token: string;
const ${sdk} = new UiPath({ baseUrl: '', orgName: '', tenantName: '', secret: token }); new Tasks(${sdk}).getAll();`),
      undecided: ['src/main.ts: this client is made with a secret or an access token, which has no scopes: its calls are not checked'],
      minimal: '',
    }),
    nearMiss: ({ sdk }) => ({
      files: application('PIMS', `const ${sdk} = new UiPath({ baseUrl: '', orgName: '', tenantName: '' }); new Tasks(${sdk}).getAll();`),
      findings: ['missing OR.Tasks or OR.Tasks.Read at getAll', 'unused PIMS at PIMS'],
    }),
  },
  {
    number: '60',
    title: 'strings that are no scopes of the provider',
    stated: ({ sdk, service, other }) => ({
      files: application('OR.Tasks.Read', `const ${sdk} = new UiPath(); const ${service} = new Tasks(${sdk}); ${service}.getAll();
export const ${other} = { scope: 'openid,a b', scopes: ['string.quoted'] }; class Client { constructor(readonly options: { scope: string }) {} }
export const foreign = new Client({ scope: 'users:readonly, OR.Taks' });`, { 'manifest.json': '{ "scope": "/", "start_url": "/" }' }),
    }),
    nearMiss: ({ sdk, service }) => ({
      files: inCode(`const ${sdk} = new UiPath({ scope: 'OR.Tasks.Read OR.Taks' }); const ${service} = new Tasks(${sdk}); ${service}.getAll();`),
      findings: ['unknown OR.Taks at OR.Taks'],
    }),
  },
];
