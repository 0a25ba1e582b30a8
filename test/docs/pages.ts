import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from '../support/workspace.ts';

/** All pages of the documentation, from the project. */
export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/turborepo/README.md',
  'examples/uipath-coded-app/README.md',
  ...['docs', 'docs/rules'].flatMap((folder) => readdirSync(join(projectDirectory, folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)),
];
