import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isGone, removeDirectoriesOf } from './directories-of-runs.ts';
import { sourceFiles } from './sources.ts';
import { projectDirectory, workspacesDirectory } from './workspace.ts';

/**
 * Vitest's `globalSetup`: tests that run the built package see the sources as they are, also where `npx vitest` starts them. `npm test` has
 * built already, and this builds nothing. What a run leaves behind goes with it; what one left that was killed, when the next one starts.
 */
export default function buildOnce(): () => void {
  removeDirectoriesOf(isGone, workspacesDirectory);
  const built = join(projectDirectory, 'dist/src/cli/main.js');
  if (mayRunPackage() && (!existsSync(built) || newestSource() > statSync(built).mtimeMs)) {
    build();
    // The bundler leaves a file alone that would stay the same, and the next run would build again.
    utimesSync(built, new Date(), new Date());
  }
  return () => removeDirectoriesOf((pid) => pid === process.pid, workspacesDirectory);
}

/** Folders no test of which runs the built package, so that a few of them need not wait for it. */
const FOLDERS = ['catalogs', 'generate', 'grants', 'report', 'robustness', 'rules', 'scopes', 'support', 'testing', 'usage', 'verdict'];

/** False only where all that is named lies in such folders. */
function mayRunPackage(): boolean {
  const named = process.argv.slice(2).filter((word) => !word.startsWith('-') && !['run', 'watch'].includes(word));
  const needsNone = (word: string): boolean => FOLDERS.some((folder) => word === `test/${folder}` || word.startsWith(`test/${folder}/`));
  return named.length === 0 || !named.every(needsNone);
}

/** @throws where the package would lack something */
function build(): void {
  // A wrong type fails `npm run typecheck`, and not every test: the compiler prints it, and writes the code all the same.
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  for (const script of ['scripts/copy-data.mjs', 'scripts/bundle.mjs']) {
    const status = run(script);
    if (status !== 0) {
      throw new Error(`${script} ends with ${status}: the tests would run an old package`);
    }
  }
}

function run(...words: readonly string[]): number | null {
  return spawnSync(process.execPath, words, { cwd: projectDirectory, stdio: 'inherit' }).status;
}

function newestSource(): number {
  const files = [...sourceFiles(), 'index.ts', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/copy-data.mjs', 'scripts/bundle.mjs'];
  return Math.max(...files.map((file) => statSync(join(projectDirectory, file)).mtimeMs));
}
