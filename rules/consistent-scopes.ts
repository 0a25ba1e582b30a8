import { dirname } from 'node:path';
import type { TSESLint } from '@typescript-eslint/utils';
import { forwardSlashes, projectFileSystem, type FileSystem } from '../src/grants/file-system.ts';
import { catalogsOf } from './utils/catalogs-of.ts';
import { coordinatesOf } from './utils/coordinates.ts';
import { anyLanguage, createRule } from './utils/create-rule.ts';
import { defineFindingVisitor, findingMessages } from './utils/define-finding-visitor.ts';
import type { LintedFile } from './utils/linted-file.ts';
import { manifestConflicts } from './utils/manifest-conflicts.ts';
import { projectRootOf } from './utils/project-root.ts';
import { isManifest } from './utils/scope-files.ts';

export default createRule({
  name: 'consistent-scopes',
  meta: {
    type: 'problem',
    docs: {
      description: 'require the places that declare scopes to agree',
      recommended: 'warn',
      requiresTypeChecking: true,
    },
    languages: anyLanguage,
    schema: [],
    messages: findingMessages,
  },
  create(context): TSESLint.RuleListener {
    if (!isManifest(context.filename)) {
      return defineFindingVisitor(context, 'consistent-scopes');
    }
    const visit = (): void => {
      const manifest = forwardSlashes(context.filename);
      const root = projectRootOf(dirname(context.filename), context.cwd);
      for (const { place, message } of manifestConflicts(manifest, root, catalogsOf(context), asLinted(context, root))) {
        context.report({ loc: coordinatesOf(context.sourceCode).location(place), messageId: 'finding', data: { message } });
      }
    };
    return { Program: visit, Document: visit };
  },
});

/** An editor lints what has not been saved yet. */
function asLinted({ filename, sourceCode }: LintedFile, root: string): FileSystem {
  const fileSystem = projectFileSystem(root);
  return {
    ...fileSystem,
    readFile: (path, ...rest) => (path === forwardSlashes(filename) ? sourceCode.text : fileSystem.readFile(path, ...rest)),
  };
}
