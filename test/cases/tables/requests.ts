import type { Names } from '../../usage/names.ts';
import { application } from '../../verdict/report-lines.ts';
import type { Case } from '../case.ts';

const base = "const base = 'https://cloud.uipath.com/acme/dev/orchestrator_';";
const read = 'OR.Assets or OR.Assets.Read';
const written = 'OR.Assets or OR.Assets.Write';

/** An application that may read tasks, and sends requests besides. */
function sending(code: string): Readonly<Record<string, string>> {
  return application('OR.Tasks.Read', `new Tasks(new UiPath()).getAll(); ${code.includes('base') ? base : ''}\n${code}`);
}

/** What the code is, what its requests lack, and a near miss. */
interface Request {
  readonly number: string;
  readonly title: string;
  readonly code: (names: Names) => string;
  readonly missing: readonly string[];
  /** What stands at the place of the request: `fetch` unless told. */
  readonly at?: (names: Names) => string;
  readonly nearMiss: (names: Names) => string;
  readonly nearMissMissing?: readonly string[];
  readonly nearMissUndecided?: readonly string[];
}

const requests: readonly Request[] = [
  {
    number: '32',
    title: 'a verb from a const, an options variable, a spread of a const object',
    code: ({ helper, other }) => `const ${other} = 'POST'; const ${helper} = { method: ${other} };
await fetch(base + '/odata/Assets', { method: ${other} }); await fetch(base + '/odata/Assets', ${helper});
await fetch(base + '/odata/Assets', { ...${helper}, body: '' });`,
    missing: [written, written, written],
    nearMiss: ({ other }) => `const ${other} = 'POST'; await fetch(base + '/odata/Assets', { body: ${other} });`,
    nearMissMissing: [read],
  },
  {
    number: '32',
    title: 'a verb from a ternary is both verbs',
    code: ({ other }) => `declare const ${other}: boolean; await fetch(base + '/odata/Assets', { method: ${other} ? 'POST' : 'GET' });`,
    missing: [read, written],
    nearMiss: ({ other }) => `declare const ${other}: string; await fetch(base + '/odata/Assets', { method: ${other} });`,
    nearMissUndecided: ['src/main.ts: the verb of this request is only known at run time: this may be GET /odata/Assets or POST /odata/Assets'],
  },
  {
    number: '33',
    title: 'a path from a const, a template, a concatenation, new URL(path, base)',
    code: ({ item, other }) => `const ${item} = '/odata/Assets'; declare const ${other}: number; await fetch(base + ${item});
await fetch(\`\${base}/odata/Assets?$top=\${${other}}\`); await fetch(new URL('orchestrator_/odata/Assets', 'https://cloud.uipath.com/acme/dev/'));`,
    missing: [read, read, read],
    nearMiss: ({ item }) => `const ${item} = '/odata/Assets'; await fetch('https://example.com/orchestrator' + ${item});`,
  },
  {
    number: '35',
    title: 'an argument decides what is needed, and is constant',
    code: ({ helper }) => `function ${helper}(path: string, method = 'GET') { return fetch(\`\${base}\${path}\`, { method }); }
await ${helper}('/odata/Assets', 'POST'); await ${helper}('/odata/Assets');`,
    missing: [read, written],
    at: ({ helper }) => helper,
    nearMiss: ({ helper }) => `export function ${helper}(path: string) { return fetch(\`\${base}/odata/\${path}\`); }`,
    nearMissUndecided: ['src/main.ts: a request to the provider is made here for callers of which not all are seen'],
  },
];

const byRequest: readonly Case[] = requests.map((request) => ({
  number: request.number,
  title: request.title,
  stated: (names) => ({
    files: sending(request.code(names)),
    findings: request.missing.map((scope) => `missing ${scope} at ${request.at?.(names) ?? 'fetch'}`),
  }),
  nearMiss: (names) => ({
    files: sending(request.nearMiss(names)),
    findings: (request.nearMissMissing ?? []).map((scope) => `missing ${scope} at fetch`),
    undecided: request.nearMissUndecided ?? [],
  }),
}));

/** Requests beside the SDK; test/usage holds every shape of them. */
export const requestCases: readonly Case[] = [
  ...byRequest,
  {
    number: '34',
    title: 'a path that no endpoint matches',
    stated: ({ service, helper }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); ${base}
export const ${helper} = () => fetch(base + '/odata/NoSuchThing');`),
      undecided: ['src/main.ts: the catalog does not say which scopes GET /odata/NoSuchThing needs [PIMS]'],
      complete: false,
    }),
    nearMiss: ({ service, helper }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export const ${helper} = () => fetch('https://example.com/odata/NoSuchThing');`),
      findings: ['unused PIMS at PIMS'],
      complete: true,
    }),
  },
  {
    number: '62',
    title: "a request to the provider's host that does not resolve",
    stated: ({ service, helper, item }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll(); ${base}
export const ${helper} = (${item}: string) => fetch(\`\${base}/odata/\${${item}}\`);`),
      undecided: ['src/main.ts: a request to the provider is made here for callers of which not all are seen [PIMS]'],
      complete: false,
    }),
    nearMiss: ({ service, helper, item }) => ({
      files: application('OR.Tasks.Read PIMS', `const ${service} = new Tasks(new UiPath()); ${service}.getAll();
export const ${helper} = (${item}: string) => fetch(\`https://cloud.uipath.com/identity_/connect/token?\${${item}}\`);`),
      findings: ['unused PIMS at PIMS'],
      complete: true,
    }),
  },
];
