import type { CatalogIndex } from '../../src/catalogs/catalog-index.ts';
import type { UsageFacts } from '../../src/usage/facts.ts';
import { readUsage } from '../../src/usage/read-usage.ts';
import { loadTypeScript } from '../support/workspace.ts';
import { createProgram, textAt, uipathIndex, type Files } from './virtual-application.ts';

function usageOf(files: Files, index: CatalogIndex): UsageFacts {
  return readUsage({ ts: loadTypeScript('6.0'), program: createProgram(files), index });
}

/**
 * One line for each fact: `get: GET /odata/Jobs`, with `?` before what is only possible, `!` before what the catalog does not know and the
 * reason of what escapes in brackets; the calls in between follow after `<`.
 */
export function toldOf(files: Files, index = uipathIndex): string[] {
  const { uses, unmapped, escapes } = usageOf(files, index);
  return [
    ...uses.map(({ place, method, typed, chain = [] }) =>
      `${textAt(files, place)}: ${typed ? '' : '? '}${method}${chain.map(({ name }) => ` < ${name}`).join('')}`),
    ...unmapped.map(({ place, call }) => `${textAt(files, place)}: ! ${call}`),
    ...escapes.map(({ place, reason }) => `${textAt(files, place)}: [${reason}]`),
  ];
}

/** Of one module that knows where the provider is. */
export function toldOfCode(code: string, more: Files = {}, file = 'src/main.ts'): string[] {
  return toldOf({ [file]: `${code}\nexport {};\n`, ...more });
}
