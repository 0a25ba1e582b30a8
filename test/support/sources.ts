import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './workspace.ts';

/** Every file of `src` and `rules`, from the project, with forward slashes: programs, data, and what stands beside them. */
export function sourceFiles(): readonly string[] {
  return ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(projectDirectory, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(projectDirectory.length + 1).replaceAll('\\', '/')),
  );
}
