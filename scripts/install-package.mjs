import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './project-root.mjs';

const description = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));

/**
 * Puts what `npm pack` would publish into `node_modules` of an application, with everything that it depends on taken from this project's own
 * `node_modules`: the same as an installation, without a network.
 *
 * @param {string} directory the application
 * @param {object} options
 * @param {readonly string[]} options.copy packages that the application imports types from; copied, because the overlay reaches them by relative path
 * @param {Readonly<Record<string, string>>} options.link name in the application → name in this project (`{ typescript: 'typescript-7' }`)
 */
export function installPackage(directory, { copy, link }) {
  const target = join(directory, 'node_modules');
  for (const file of packedFiles()) {
    cpSync(join(projectRoot, file), join(target, description.name, file));
  }
  for (const name of copy) {
    cpSync(join(projectRoot, 'node_modules', name), join(target, name), { recursive: true });
  }
  const dependencies = Object.fromEntries(Object.keys(description.dependencies).map((name) => [name, name]));
  for (const [name, from] of Object.entries({ ...dependencies, ...link })) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules', from), join(target, name), 'junction');
  }
}

/** Paths of the files that a published package would have, relative to the project. */
export function packedFiles() {
  const [packed] = JSON.parse(runNpm(['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], projectRoot));
  return packed.files.map((file) => file.path);
}

/**
 * Runs npm and returns its standard output.
 * @throws when npm fails; its standard error goes to ours.
 */
export function runNpm(args, directory) {
  const options = { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] };
  // npm tells its children where it is; on Windows the command itself is a script, which only a shell can start.
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js')
    ? execFileSync(process.execPath, [cli, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
