import { createRequire } from 'node:module';
import { indexLines } from '../../src/grants/line-index.ts';

const require = createRequire(import.meta.url);

/** The whole file is one node without content: what it assigns is nobody's business but the scopes, which rules read from its text. */
interface EnvironmentTree {
  readonly type: 'Document';
  readonly range: readonly [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface SourceFile {
  readonly path: string;
  readonly body: string;
}

/** `.env` files as a language of ESLint, for those who ask for it. */
export const environmentLanguage = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  validateLanguageOptions(): void {
    // There are none.
  },
  parse({ body }: SourceFile): { readonly ok: true; readonly ast: EnvironmentTree } {
    const { line, column, endLine, endColumn } = indexLines('', body).place(0, body.length);
    const loc = { start: { line, column }, end: { line: endLine, column: endColumn } };
    return { ok: true, ast: { type: 'Document', range: [0, body.length], loc } };
  },
  createSourceCode({ body }: SourceFile, { ast }: { readonly ast: EnvironmentTree }): object {
    // Only who lints .env files pays for what this package loads.
    const { TextSourceCodeBase, VisitNodeStep } = require('@eslint/plugin-kit') as typeof import('@eslint/plugin-kit');
    const sourceCode = new TextSourceCodeBase({ text: body, ast });
    const steps = [1, 2].map((phase) => new VisitNodeStep({ target: ast, phase: phase as 1 | 2, args: [ast] }));
    return Object.assign(sourceCode, { traverse: () => steps });
  },
};
