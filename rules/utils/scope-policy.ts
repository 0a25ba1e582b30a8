import { basename, dirname } from 'node:path';
import { findApplicationDirectory } from '../../src/grants/application-directory.ts';
import { forwardSlashes, projectFileSystem } from '../../src/grants/file-system.ts';
import { MANIFEST_NAME, readManifestApplications } from '../../src/grants/manifest.ts';
import { readDeclarations } from '../../src/grants/read-declarations.ts';
import type { ScopePolicy } from '../../src/verdict/judge-restrictions.ts';
import { isSamePlace } from './is-same-place.ts';
import type { LintedFile } from './linted-file.ts';
import { projectRootOf } from './project-root.ts';
import type { ScopeString } from './scope-strings.ts';

/**
 * What the manifest says about the scopes of a string: of the application that the file belongs to, or, in the manifest itself, of the one
 * whose scopes they are.
 */
export function policyFor(string: ScopeString, { filename, cwd, sourceCode }: LintedFile): ScopePolicy {
  if (basename(filename) === MANIFEST_NAME) {
    const applications = readManifestApplications(sourceCode.text, forwardSlashes(filename));
    return applications.find(({ declaration }) => isSamePlace(declaration.place, string.place)) ?? NOTHING;
  }
  const { catalog } = string.index;
  const start = dirname(filename);
  const root = projectRootOf(start, cwd);
  const fileSystem = projectFileSystem(root);
  const directory = findApplicationDirectory(start, root, catalog, fileSystem);
  return readDeclarations({ directory, root, catalog, fileSystem }).statements;
}

const NOTHING: ScopePolicy = { restricted: [], reasons: [] };
