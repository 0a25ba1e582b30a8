// node bench/measure-monorepo.mjs [--packages 20] [--rounds 3]
// Seconds for the facts of all packages and their merge, and for those of one that changed and the merge; medians, and the ratio of the
// second to the first, round by round. Without a task runner: what one adds depends on which it is. Build first.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../scripts/project-root.mjs';
import { runNode } from './run-node.mjs';
import { median } from './statistics.mjs';

const { values } = parseArgs({ options: { packages: { type: 'string', default: '20' }, rounds: { type: 'string', default: '3' } } });
const count = Number(values.packages);
const root = join(projectRoot, 'bench/.work/monorepo');
const command = join(root, 'node_modules/eslint-plugin-oauth-scopes/dist/src/cli/main.js');

makeWorkspace();
const rounds = Array.from({ length: Number(values.rounds) }, () => {
  const cold = Array.from({ length: count }, (_, index) => facts(index)).reduce((sum, seconds) => sum + seconds, 0) + merge();
  write(`packages/package-${count - 1}/src/service.ts`, service(`changed ${Math.random()}`));
  return { cold, changed: facts(count - 1) + merge() };
});
console.log(`${count} packages: ${median(rounds.map(({ cold }) => cold)).toFixed(1)} s cold, ${median(rounds.map(({ changed }) => changed)).toFixed(1)} s with one changed`);
console.log(`ratio ${median(rounds.map(({ cold, changed }) => changed / cold)).toFixed(3)}`);
rmSync(root, { recursive: true, force: true });

function facts(index) {
  return timed(join(root, `packages/package-${index}`), ['facts']);
}

function merge() {
  return timed(root, ['merge']);
}

function timed(directory, words) {
  const { status, output, seconds } = runNode(directory, [command, ...words]);
  if (status !== 0 && status !== 1) {
    throw new Error(output);
  }
  return seconds;
}

/** Every package is an application of its own; each but the first imports the one before it from its sources. */
function makeWorkspace() {
  rmSync(root, { recursive: true, force: true });
  write('package.json', JSON.stringify({ name: 'monorepo', private: true, workspaces: ['packages/*'] }));
  write('package-lock.json', '{}');
  for (const part of ['package.json', 'dist', 'types', 'uipath.d.ts', 'genesys.d.ts']) {
    cpSync(join(projectRoot, part), join(root, 'node_modules/eslint-plugin-oauth-scopes', part), { recursive: true });
  }
  cpSync(join(projectRoot, 'node_modules/@uipath/uipath-typescript'), join(root, 'node_modules/@uipath/uipath-typescript'), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const directory = `packages/package-${index}`;
    const before = `@bench/package-${index - 1}`;
    write(`${directory}/package.json`, JSON.stringify({ name: `@bench/package-${index}`, type: 'module', exports: './src/service.ts' }));
    write(`${directory}/uipath.json`, JSON.stringify({ scope: 'OR.Tasks OR.Assets.Read' }));
    write(`${directory}/tsconfig.json`, JSON.stringify({
      compilerOptions: { target: 'es2022', lib: ['es2022'], module: 'esnext', moduleResolution: 'bundler', types: [], strict: true, noEmit: true },
      include: ['src'],
    }));
    write(`${directory}/src/service.ts`, service('unchanged'));
    write(`${directory}/src/app.ts`, `${index === 0 ? '' : `import { assets as others } from '${before}';\nexport { others };\n`}import { assets } from './service.ts';\nexport { assets };\n`);
    if (index > 0) {
      mkdirSync(join(root, directory, 'node_modules/@bench'), { recursive: true });
      symlinkSync(join(root, `packages/package-${index - 1}`), join(root, directory, `node_modules/${before}`), 'junction');
    }
  }
}

function service(text) {
  return `import { UiPath } from '@uipath/uipath-typescript/core';
import { Assets } from '@uipath/uipath-typescript/assets';
import { Tasks } from '@uipath/uipath-typescript/tasks';
const sdk = new UiPath();
export const note = '${text}';
export const assets = () => new Assets(sdk).getAll({ folderId: 1 });
export const create = (title: string) => new Tasks(sdk).create({ title }, 7);
`;
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
