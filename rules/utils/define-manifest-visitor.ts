import { dirname, resolve } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import { forwardSlashes, projectFileSystem } from '../../src/grants/file-system.ts';
import { readManifestFile, type ManifestFileReading } from '../../src/grants/manifest-file.ts';
import { catalogsOf } from './catalogs-of.ts';
import type { LintedFile } from './linted-file.ts';
import { projectRootOf } from './project-root.ts';
import { isManifest } from './scope-files.ts';
import { tellUnsupported, type RuleHost } from './tell-unsupported.ts';

/** The listener of a rule about the manifest, which is all that it looks at. */
export function defineManifestVisitor(file: LintedFile & RuleHost, visit: (reading: ManifestFileReading) => void): TSESLint.RuleListener {
  tellUnsupported(file);
  if (!isManifest(file.filename)) {
    return {};
  }
  const read = (): void => {
    const providers = catalogsOf(file).map(({ provider }) => provider);
    const path = resolve(file.cwd, file.filename);
    const fileSystem = projectFileSystem(projectRootOf(dirname(path), file.cwd));
    visit(readManifestFile(file.sourceCode.text, forwardSlashes(path), providers, fileSystem));
  };
  // The root of a JavaScript tree, and that of a JSON file which another plugin declares to be JSON.
  return { Program: read, Document: read };
}
