import { generateApplication } from './generate-application.mjs';
import { genesysSdk, makeGenesysFunction } from './genesys-functions.mjs';
import { makeUiPathFunction } from './uipath-functions.mjs';

const seed = 20261101;
const show = 'export function show(value: unknown): void {\n  console.log(value);\n}\n';

/** What differs between the applications of two providers. */
const providers = {
  uipath: {
    makeFunction: makeUiPathFunction,
    client: "import { UiPath } from '@uipath/uipath-typescript';\n\nexport const sdk = new UiPath();\n",
  },
  genesys: {
    makeFunction: makeGenesysFunction,
    client: `import platformClient from '${genesysSdk}';\n\nexport const client = platformClient.ApiClient.instance;\n`,
  },
};

/**
 * The source files of an application with the given number of SDK call sites. The same arguments give the same text on every machine.
 *
 * @param {keyof typeof providers} provider
 * @param {number} callSites
 * @returns {Map<string, string>} path → text
 */
export function applicationFiles(provider, callSites) {
  const { makeFunction, client } = providers[provider];
  return new Map([['src/show.ts', show], ['src/client.ts', client], ...generateApplication({ callSites, seed, makeFunction })]);
}
