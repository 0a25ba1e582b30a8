import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const BATCH = 100;
const LARGEST = 300_000;

/**
 * Copies source files of a directory, evenly spread over it, a hundred to a project.
 *
 * @param {string} directory
 * @param {string} work where the projects are made
 * @param {number} limit of files
 * @param {number} position of the directory among those that are copied
 * @returns {{ directory: string, files: string[] }[]} absolute paths
 */
export function copyBatches(directory, work, limit, position) {
  const found = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name) && !name.endsWith('.d.ts'))
    .filter((name) => statSync(join(directory, name)).isFile() && statSync(join(directory, name)).size <= LARGEST)
    .sort();
  const step = Math.max(1, found.length / limit);
  const chosen = Array.from({ length: Math.min(found.length, limit) }, (_, number) => found[Math.floor(number * step)]);
  const parts = Array.from({ length: Math.ceil(chosen.length / BATCH) }, (_, part) => chosen.slice(part * BATCH, (part + 1) * BATCH));
  return parts.map((names, part) => {
    const target = join(work, `${position}-${basename(directory)}-${part}`);
    // Inside of node_modules a file counts as another package's, inside of tests as a test, whose calls are not judged.
    const placeOf = (name) => join(target, 'src', name.replaceAll('node_modules', 'modules').replaceAll(/tests?(?=__\/|\/)/g, 'code').replaceAll(/\.(?:test|spec)\./g, '.'));
    for (const name of names) {
      mkdirSync(dirname(placeOf(name)), { recursive: true });
      cpSync(join(directory, name), placeOf(name));
    }
    writeFileSync(join(target, 'package.json'), '{ "name": "real-files", "private": true }\n');
    return { directory: target, files: names.map(placeOf) };
  });
}
