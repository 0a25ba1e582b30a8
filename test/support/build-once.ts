import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory, removeSharedWorkspaces } from './workspace.ts';

/**
 * Vitest's `globalSetup`: tests that run the built package see the sources as they are, whoever starts them. `npm test` has built already,
 * and this builds nothing.
 */
export default function buildOnce(): () => void {
  const built = join(projectDirectory, 'dist/src/cli/main.js');
  if (mayRunPackage() && (!existsSync(built) || newestSource() > statSync(built).mtimeMs)) {
    run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
    run('scripts/copy-data.mjs');
    run('scripts/bundle.mjs');
  }
  return removeSharedWorkspaces;
}

/** Folders whose tests run the built package; those of the others need not wait for it. */
const FOLDERS = ['cli', 'docs', 'one-answer', 'package', 'plugin', 'types'];

/** Every test, or named ones of such a folder. */
function mayRunPackage(): boolean {
  const named = process.argv.slice(2).filter((word) => word.startsWith('test/'));
  return named.length === 0 || named.some((word) => FOLDERS.some((folder) => word.startsWith(`test/${folder}`)));
}

/** A wrong type fails `npm run typecheck`, and not every test: the compiler prints it, and writes the code all the same. */
function run(...words: readonly string[]): void {
  spawnSync(process.execPath, words, { cwd: projectDirectory, stdio: 'inherit' });
}

function newestSource(): number {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(projectDirectory, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return Math.max(
    ...[...files, 'index.ts', 'package.json', 'tsconfig.json', 'tsconfig.build.json'].map(
      (file) => statSync(join(projectDirectory, file)).mtimeMs,
    ),
  );
}
