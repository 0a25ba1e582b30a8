import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNRESOLVED } from './synthetic-catalogs.mjs';

/**
 * Makes a project of files an application of every provider: with scopes, with the synthetic catalogs, and with a module that makes it count
 * as one.
 *
 * @param {string} directory
 * @param {object[]} synthetic `syntheticCatalogs`
 * @returns {string} path of the module
 */
export function declareScopes(directory, synthetic) {
  const probe = join(directory, 'src/zz-probe.ts');
  writeFileSync(probe, `import '${UNRESOLVED}';\nimport '@uipath/uipath-typescript/core';\n`);
  writeFileSync(join(directory, 'uipath.json'), '{ "scope": "OR.Jobs OR.Assets.Read openid" }\n');
  for (const catalog of synthetic) {
    writeFileSync(join(directory, `${catalog.provider}.catalog.json`), JSON.stringify(catalog));
  }
  writeFileSync(join(directory, 'oauth-scopes.json'), JSON.stringify({
    catalogs: synthetic.map(({ provider }) => `./${provider}.catalog.json`),
    applications: synthetic.map(({ provider }) => ({ name: provider, provider, scopes: ['things', 'others'] })),
  }));
  return probe;
}
