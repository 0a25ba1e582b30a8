import type { TSESLint } from '@typescript-eslint/utils';
import { forwardSlashes } from '../../src/grants/file-system.ts';
import { readManifestFile, type ManifestFileReading } from '../../src/grants/manifest-file.ts';
import { catalogsOf } from './catalogs-of.ts';
import type { LintedFile } from './linted-file.ts';
import { isManifest } from './scope-files.ts';

/** The listener of a rule about the manifest, which is all that it looks at. */
export function defineManifestVisitor(file: LintedFile, visit: (reading: ManifestFileReading) => void): TSESLint.RuleListener {
  if (!isManifest(file.filename)) {
    return {};
  }
  const read = (): void => {
    const providers = catalogsOf(file).map(({ provider }) => provider);
    visit(readManifestFile(file.sourceCode.text, forwardSlashes(file.filename), providers));
  };
  // The root of a JavaScript tree, and that of a JSON file which another plugin declares to be JSON.
  return { Program: read, Document: read };
}
