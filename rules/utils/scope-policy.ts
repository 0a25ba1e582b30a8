import { dirname } from 'node:path';
import type { Catalog } from '../../src/catalogs/catalog.ts';
import { findApplicationDirectory } from '../../src/grants/application-directory.ts';
import { forwardSlashes, projectFileSystem } from '../../src/grants/file-system.ts';
import { readManifestApplications } from '../../src/grants/manifest.ts';
import { readDeclarations } from '../../src/grants/read-declarations.ts';
import type { ScopePolicy } from '../../src/verdict/judge-restrictions.ts';
import type { LintedFile } from './linted-file.ts';
import { projectRootOf } from './project-root.ts';
import { isManifest } from './scope-files.ts';
import type { ScopeString } from './scope-strings.ts';

/**
 * Finds what the manifest says about the scopes of a string: of the application that the file belongs to, or, in the manifest itself, of
 * the one whose scopes they are. Files are read once.
 */
export function createPolicyLookup(file: LintedFile): (string: ScopeString) => ScopePolicy {
  const isOwn = isManifest(file.filename);
  const applications = isOwn ? readManifestApplications(file.sourceCode.text, forwardSlashes(file.filename)) : [];
  const byPlace = new Map(
    applications.flatMap((application) => application.declarations.map((declaration) => [startOf(declaration), application])),
  );
  const byCatalog = new Map<Catalog, ScopePolicy>();
  return (string) => {
    if (isOwn) {
      return byPlace.get(startOf(string)) ?? NOTHING;
    }
    const { catalog } = string.index;
    const policy = byCatalog.get(catalog) ?? policyBeside(file, catalog);
    byCatalog.set(catalog, policy);
    return policy;
  };
}

function startOf({ place }: Pick<ScopeString, 'place'>): string {
  return `${place.line}:${place.column}`;
}

function policyBeside({ filename, cwd }: LintedFile, catalog: Catalog): ScopePolicy {
  const start = dirname(filename);
  const root = projectRootOf(start, cwd);
  const fileSystem = projectFileSystem(root);
  const directory = findApplicationDirectory(start, root, catalog, fileSystem);
  return readDeclarations({ directory, root, catalog, fileSystem }).statements;
}

const NOTHING: ScopePolicy = { restricted: [], reasons: [] };
