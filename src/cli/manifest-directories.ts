import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { MANIFEST_NAME } from '../grants/manifest-file.ts';
import { filesBelow } from './files-below.ts';

/**
 * The directory at hand, and those below it in which manifests stand, for commands that read no configuration of the compiler. Below what is
 * no project, such as a home directory, nothing is looked for.
 * @param directory absolute, with forward slashes
 */
export function manifestDirectories(directory: string): readonly string[] {
  const isProject = PROJECT_MARKS.some((name) => existsSync(`${directory}/${name}`));
  const below = isProject ? (filesBelow(directory, MANIFEST_NAME) ?? []) : [];
  return [...new Set([directory, ...below.map((file) => dirname(file))])];
}

const PROJECT_MARKS: readonly string[] = ['package.json', 'tsconfig.json', 'jsconfig.json', MANIFEST_NAME];
