import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/project-root.mjs';
import { largeDefinition } from '../large-definition.mjs';
import { compareProcesses, printTable } from '../print-table.mjs';
import { runNodeMeasured } from '../run-node.mjs';
import { interleave } from '../statistics.mjs';


export const title = 'Importing a catalog from an OpenAPI file of 4 MB, against reading that file with `JSON.parse`';

export function measure({ runs }) {
  const directory = join(projectRoot, 'bench/.work/definition');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'openapi.json');
  writeFileSync(file, largeDefinition(4_000_000));
  const parse = `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
  const catalog = join(directory, 'catalog.json');
  const importCatalog = () => {
    rmSync(catalog, { force: true });
    return run(['dist/src/cli/main.js', 'catalog', 'import', file, '--provider', 'bench', '--out', catalog]);
  };
  const rows = compareProcesses('4 MB', interleave(runs, () => run(['--eval', parse]), importCatalog));
  return printTable(['definition', 'figure', '`JSON.parse`', '`catalog import`', 'ratio'], rows);
}

function run(words) {
  const measured = runNodeMeasured(projectRoot, words);
  if (measured.status !== 0) throw new Error(measured.output.slice(0, 2000));
  return measured;
}
