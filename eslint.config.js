import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const scripts = ['**/*.{js,mjs}'];

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'bench/.work/',
    'test/.workspaces/',
    // Inputs of tests: what is wrong in them is what they are for.
    'test/fixtures/',
    'test/types/cases/',
    // Its faults are deliberate. test/demo lints it with its own configuration.
    'examples/uipath-coded-app/',
    // A workspace of its own, with its own installation.
    'examples/turborepo/',
    // Sources of applications that the matrix installs, with faults as well.
    'scripts/matrix/*-application/',
    // Written by scripts/generate-all.mjs, and compiled by the tests on four versions of TypeScript.
    'types/genesys/',
    'types/paths/',
    'types/uipath/',
    'genesys.d.ts',
    'uipath.d.ts',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js', '*.d.ts', 'types/*.d.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // A number in a template is what its author means; objects and nullish values stay refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `list.forEach((entry) => visit(entry))` hides nothing that braces would show.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A parameter that an interface demands and an implementation has no use for.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
  {
    // What is published reads files that nobody here wrote: a pattern that is not linear in the length of its input could be made to hang.
    files: ['index.ts', 'src/**/*.ts', 'rules/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    // Type-level code: an empty interface is there to be augmented, a parameter to carry a message or a grant, and what is not checked is any.
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: scripts,
    extends: [tseslint.configs.disableTypeChecked],
  },
);
