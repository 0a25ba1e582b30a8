import type { TSESLint } from '@typescript-eslint/utils';

/** What is asked of a rule's context. */
export interface LintedFile {
  readonly filename: string;
  readonly cwd: string;
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly settings: Readonly<Record<string, unknown>>;
}
